/// Which areas' shares differ from the city's by more than chance and the usual spread between areas.
///
/// A league table always has a last place. A funnel asks whether an area lies outside what its number of requests
/// allows. With the city's share θ = Σy / Σn, an area with y of n has z = (y/n − θ) / √(θ(1−θ)/n). Areas differ for
/// reasons nobody measured, so the limits are widened by φ, the mean of z² after the most extreme tenth at either end
/// has been drawn in to the next value (winsorised), and at least 1: limits θ ± k √(φ θ(1−θ) / n), within 0…1.
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
        /// In standard deviations, over-dispersion allowed for.
        package let z: Double
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
    ///   - fewestExpected: An area is left out where the city's share lets fewer than so many of its requests count, or
    ///     fewer not count: the limits are those of a normal distribution, which small numbers do not follow.
    /// - Throws: ``ServiceLevelError``.
    package init(
        counts: [Int], totals: [Int], fewestExpected: Double = 0
    ) throws(ServiceLevelError) {
        try requireEqualLengths("counts", counts.count, "totals", totals.count)
        if let index = counts.indices.first(where: { counts[$0] < 0 || counts[$0] > totals[$0] }) {
            throw .unusableValue(name: "count", index: index, allowed: "0 to the area's total")
        }
        let target = Double(counts.reduce(0, +)) / Double(max(1, totals.reduce(0, +)))
        func deviation(_ total: Int) -> Double { (target * (1 - target) / Double(total)).squareRoot() }
        func z(_ index: Int) -> Double {
            let spread = deviation(totals[index])
            return spread > 0 ? (Double(counts[index]) / Double(totals[index]) - target) / spread : 0
        }
        func isJudged(_ index: Int) -> Bool {
            totals[index] > 0 && Double(totals[index]) * min(target, 1 - target) >= fewestExpected
        }
        let overdispersion = Funnel.overdispersion(of: counts.indices.filter(isJudged).map(z))
        self.target = target
        self.overdispersion = overdispersion
        areas = counts.indices.map { index in
            guard isJudged(index) else { return nil }
            return Area(
                share: Double(counts[index]) / Double(totals[index]),
                z: z(index) / overdispersion.squareRoot(),
                target: target, deviation: deviation(totals[index]) * overdispersion.squareRoot())
        }
    }

    static func overdispersion(of z: [Double]) -> Double {
        guard !z.isEmpty else { return 1 }
        let sorted = z.sorted()
        let drawnIn = sorted.count / 10
        let range = sorted[drawnIn]...sorted[sorted.count - 1 - drawnIn]
        let mean =
            z.reduce(0) { $0 + square(min(max($1, range.lowerBound), range.upperBound)) } / Double(z.count)
        return max(1, mean)
    }
}

extension Funnel.Area {
    /// The normal deviates that 2.5 % and 0.1 % exceed.
    private static let innerDeviate = 1.959963984540054
    private static let outerDeviate = 3.090232306167813

    fileprivate init(share: Double, z: Double, target: Double, deviation: Double) {
        func limits(_ deviate: Double) -> ClosedRange<Double> {
            max(0, target - deviate * deviation)...min(1, target + deviate * deviation)
        }
        self.share = share
        self.z = z
        inner = limits(Self.innerDeviate)
        outer = limits(Self.outerDeviate)
        position = abs(z) > Self.outerDeviate ? .outlying : abs(z) > Self.innerDeviate ? .notable : .within
    }
}

private func square(_ value: Double) -> Double { value * value }
