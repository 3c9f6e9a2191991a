/// What a scan takes for chance.
package enum ScanModel: Sendable {
    /// Cases fall to places in proportion to their population, any number to each: for people and what befalls them.
    case poisson
    /// Each member of the population is a case or not: for requests of one category among all. Random studies deal the
    /// cases out anew among them.
    case bernoulli
}

/// How a scan looks for clusters.
package struct ScanSettings: Sendable {
    /// The largest share of the population in a circle, at most 0.5.
    package var populationShare = 0.5
    /// The largest share of the slices in a span, at most 1. A study of one slice has one span.
    package var durationShare = 0.5
    /// Whether windows may also cover the whole of the time, whatever the largest share: clusters that were always there,
    /// which half of the time shows with half of its cases only.
    package var includesWholePeriod = false
    /// The largest radius of a circle, metres; infinite for no limit.
    package var radius = Double.infinity
    package var model = ScanModel.poisson
    /// The fewest cases that make a cluster.
    package var minimumCases = 2
    /// The number of random studies to compare with; p-values are multiples of 1 / (replications + 1).
    package var replications = 999
    package var seed: UInt64 = 311
    /// The most clusters to return.
    package var clusters = 20

    package init() {}

    func validate() throws(SignificanceError) {
        try require(
            populationShare > 0 && populationShare <= 0.5, name: "population share", value: populationShare,
            allowed: "0 to 0.5")
        try require(
            durationShare > 0 && durationShare <= 1, name: "duration share", value: durationShare,
            allowed: "0 to 1")
        try require(radius > 0, name: "radius", value: radius, allowed: "above 0 m")
        try require(minimumCases >= 1, name: "minimum cases", value: minimumCases, allowed: "at least 1")
        try require(
            replications >= 0, name: "replications", value: replications, allowed: "0 or more, such as 999")
        try require(clusters >= 1, name: "number of clusters", value: clusters, allowed: "at least 1")
    }

    private func require(
        _ holds: Bool, name: String, value: some CustomStringConvertible, allowed: String
    ) throws(SignificanceError) {
        guard holds else { throw .invalidSetting(name: name, value: value.description, allowed: allowed) }
    }

    /// Returns the spans of slices that a window may cover, the earliest and shortest first.
    func spans(of slices: Int) -> [Range<Int>] {
        let longest = max(1, Int((Double(slices) * durationShare).rounded(.down)))
        let spans = (0..<slices).flatMap { start in
            (start + 1...min(slices, start + longest)).map { start..<$0 }
        }
        return includesWholePeriod && longest < slices ? spans + [0..<slices] : spans
    }
}
