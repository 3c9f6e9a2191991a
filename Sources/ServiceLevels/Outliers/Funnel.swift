import Foundation
import Statistics

/// Which areas' shares differ from the city's by more than chance and the usual spread between areas.
///
/// A league table always has a last place. A funnel asks whether an area lies outside what its number of requests
/// allows. With the city's share θ = Σy / Σn, an area with y of n has z = (y/n − θ) / √(θ(1−θ)/n). Areas differ for
/// reasons nobody measured, so the limits are widened by φ, the mean of z² after the most extreme tenth at either end
/// has been drawn in to the next value (winsorised; one area at least, of five and more), and at least 1: limits
/// θ ± k √(φ θ(1−θ) / n), within 0…1.
///
/// Source: Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005),
/// multiplicative over-dispersion.
package struct Funnel: Sendable {
    /// How far an area lies from the city's share.
    package enum Position: String, Sendable {
        case within
        /// Outside the limits that 1 in 20 unremarkable areas leave, within those of 1 in 500.
        case notable
        /// Outside the limits that 1 in 500 leave.
        case outlying
    }

    package struct Area: Sendable {
        package let share: Double
        /// The share that its number and kinds of requests let expect.
        package let expectedShare: Double
        /// In standard deviations, over-dispersion allowed for.
        package let z: Double
        /// How likely chance and the usual spread make a share at least as far off, two-sided: from the binomial's
        /// deviance with a half for continuity, which keeps to small counts better than z.
        package let p: Double
        /// The limits of 95 %.
        package let inner: ClosedRange<Double>
        /// The limits of 99.8 %.
        package let outer: ClosedRange<Double>
        package let position: Position
    }

    /// The city's share.
    package let target: Double
    /// φ: 1 where the areas vary no more than by chance.
    package let overdispersion: Double
    /// In the order given; `nil` for an area without requests, or with too few for limits that hold.
    package let areas: [Area?]

    /// - Parameters:
    ///   - counts: The requests of each area that count, such as those on time.
    ///   - totals: The requests of each area.
    ///   - expected: What the counts would be if every area were served alike, where the areas' requests differ in kind:
    ///     the sum of the city's shares of each request's kind, and of the variances θ(1−θ). Without it the city's share
    ///     holds for all.
    ///   - fewestExpected: An area is left out where fewer than so many are expected to count, or not to: the limits are
    ///     those of a normal distribution, which small numbers do not follow.
    ///   - leastOverdispersion: What φ is at least, where requests are not independent: of few areas it is unsure.
    /// - Throws: ``ServiceLevelError``.
    package init(
        counts: [Int], totals: [Int], expected: [Expectation]? = nil, fewestExpected: Double = 0,
        leastOverdispersion: Double = 1
    ) throws(ServiceLevelError) {
        try requireEqualLengths("counts", count: counts.count, second: "totals", otherCount: totals.count)
        if let index = counts.indices.first(where: { counts[$0] < 0 || counts[$0] > totals[$0] }) {
            throw .unusableValue(name: "count", index: index, allowed: "0 to the area's total")
        }
        let target = Double(counts.reduce(0, +)) / Double(max(1, totals.reduce(0, +)))
        let expected =
            expected
            ?? totals.map { total in
                Expectation(
                    count: Double(total) * target, variance: Double(total) * target * (1 - target))
            }
        try requireEqualLengths(
            "counts", count: counts.count, second: "expectations", otherCount: expected.count)
        func z(_ index: Int) -> Double {
            let spread = expected[index].variance.squareRoot()
            return spread > 0 ? (Double(counts[index]) - expected[index].count) / spread : 0
        }
        func isJudged(_ index: Int) -> Bool {
            let rest = Double(totals[index]) - expected[index].count
            return totals[index] > 0 && min(expected[index].count, rest) >= fewestExpected
        }
        let overdispersion = max(
            leastOverdispersion, Funnel.overdispersion(of: counts.indices.filter(isJudged).map(z)))
        self.target = target
        self.overdispersion = overdispersion
        areas = counts.indices.map { index in
            guard isJudged(index) else { return nil }
            let total = Double(totals[index])
            let residual = Self.residual(of: Double(counts[index]), expected[index])
            return Area(
                share: Double(counts[index]) / total, z: z(index) / overdispersion.squareRoot(),
                p: twoSidedNormalP(residual / overdispersion.squareRoot()),
                target: expected[index].count / total,
                deviation: (overdispersion * expected[index].variance).squareRoot() / total)
        }
    }

    /// How many of an area's requests would count if it were served as the city is.
    package struct Expectation: Sendable {
        package let count: Double
        package let variance: Double

        package init(count: Double, variance: Double) {
            self.count = count
            self.variance = variance
        }
    }

    /// Returns the signed root of the deviance of a count, moved half a request towards what is expected, from the
    /// binomial distribution with that expectation and variance: near a standard normal value also where few are
    /// expected.
    private static func residual(of count: Double, _ expected: Expectation) -> Double {
        let mean = expected.count
        let distance = max(0, abs(count - mean) - 0.5)
        guard distance > 0, mean > 0, expected.variance > 0 else { return 0 }
        let isAbove = count > mean
        // Sums of chances of different sizes vary less than the binomial with their mean; its number makes up for it.
        let trials = mean / max(1 - expected.variance / mean, 1e-9)
        let shifted = min(max(mean + (isAbove ? distance : -distance), 0), trials)
        func term(_ one: Double, _ other: Double) -> Double { one > 0 ? one * log(one / other) : 0 }
        let deviance = 2 * (term(shifted, mean) + term(trials - shifted, trials - mean))
        return max(0, deviance).squareRoot() * (isAbove ? 1 : -1)
    }

    /// Returns how much more some z-values vary than by chance, at least 1.
    static func overdispersion(of z: [Double]) -> Double {
        guard !z.isEmpty else { return 1 }
        let sorted = z.sorted()
        // Of five areas and more one at either end is drawn in at least: an outlier must not widen its own limits.
        let drawnIn = max(sorted.count / 10, sorted.count >= 5 ? 1 : 0)
        let range = sorted[drawnIn]...sorted[sorted.count - 1 - drawnIn]
        let mean =
            z.reduce(0) { $0 + square(min(max($1, range.lowerBound), range.upperBound)) } / Double(z.count)
        return max(1, mean)
    }
}

extension Funnel.Area {
    /// The normal deviates that 2.5 % and 0.1 % exceed.
    private static let innerDeviate = NormalDeviate.of95Percent
    private static let outerDeviate = NormalDeviate.of998PerMille

    fileprivate init(share: Double, z: Double, p: Double, target: Double, deviation: Double) {
        func limits(_ deviate: Double) -> ClosedRange<Double> {
            max(0, target - deviate * deviation)...min(1, target + deviate * deviation)
        }
        self.share = share
        expectedShare = target
        self.z = z
        self.p = p
        inner = limits(Self.innerDeviate)
        outer = limits(Self.outerDeviate)
        position = abs(z) > Self.outerDeviate ? .outlying : abs(z) > Self.innerDeviate ? .notable : .within
    }
}

private func square(_ value: Double) -> Double { value * value }
