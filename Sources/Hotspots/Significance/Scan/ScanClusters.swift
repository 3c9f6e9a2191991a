package import Geometry

/// A circle, and a span of time, with more cases than its population explains.
package struct ScanCluster: Sendable {
    /// The location at its centre, by index, and its position.
    package let centerLocation: Int
    package let center: ProjectedPoint
    /// Metres from the centre to the farthest location in it; 0 for a single location.
    package let radius: Double
    /// The locations in it, by index, ascending.
    package let locations: [Int]
    /// The slices of time it covers.
    package let slices: Range<Int>
    package let cases: Int
    package let expected: Double
    /// How many times likelier a case is inside than outside; infinite where all cases are inside.
    package let relativeRisk: Double
    package let logLikelihoodRatio: Double
    /// The chance of a ratio as high as this anywhere in a study without clusters; 1 without replications.
    package let p: Double
}

/// Returns the clusters of a study, the likeliest first; no two share a location.
///
/// Kulldorff's scan, with a Poisson or a Bernoulli model: each circle around each location, up to a share of the population, and with
/// several slices each span of time, is judged by its likelihood ratio. After the likeliest the next is the likeliest
/// of the windows that share no location with those before, as in SaTScan's reports without geographical overlap.
///
/// The p-value is the rank of the ratio among the highest ratios of random studies, over replications + 1: it already
/// allows for the number of windows. Source: Kulldorff 1997, and for space and time Kulldorff, Athas, Feuer, Miller
/// and Key, "Evaluating cluster alarms", American Journal of Public Health 88 (1998).
///
/// - Complexity: O(replications · locations² · spans) in the worst case; count points into a grid of at most some
///   thousand places first.
/// - Throws: ``SignificanceError/invalidSetting(name:value:allowed:)``.
package func scanClusters(
    of study: ScanStudy, settings: ScanSettings = ScanSettings(), jobs: Int = 1
) throws(SignificanceError) -> [ScanCluster] {
    try settings.validate()
    guard study.totalCases > 0 else { return [] }
    if settings.model == .bernoulli { try study.checkRequests() }
    let scan = ObservedScan(study: study, settings: settings)
    let windows = scan.windowsWithoutOverlap(jobs: jobs)
    guard !windows.isEmpty else { return [] }
    let highest = ReplicatedScan(scan: scan, jobs: jobs).highestRatios()
    return windows.map { ScanCluster($0, in: study, highestRatios: highest) }
}

extension ScanCluster {
    fileprivate init(_ window: ScanWindow, in study: ScanStudy, highestRatios: [Double]) {
        centerLocation = window.center
        center = study.locations[window.center]
        radius = window.circle.radius
        locations = window.members.map(Int.init).sorted()
        slices = window.span
        cases = window.cases
        expected = window.expected
        let total = Double(study.totalCases)
        let outside = (total - Double(window.cases)) / (total - window.expected)
        relativeRisk = Double(window.cases) / window.expected / outside
        logLikelihoodRatio = window.ratio
        // A ratio that is the same but for rounding counts as reached.
        let reached = highestRatios.count { $0 >= window.ratio - 1e-9 }
        p = Double(reached + 1) / Double(highestRatios.count + 1)
    }
}
