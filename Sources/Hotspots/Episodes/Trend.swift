package import Chronology

/// Whether a place is reported more often than it was: the last year of the data against the year before.
package struct Trend: Hashable, Sendable, BitwiseCopyable {
    package enum Direction: String, Sendable, BitwiseCopyable {
        case rising, steady, falling
    }

    /// The reports of the last 365 days of the data.
    package let lastYear: Int
    /// The reports of the 365 days before.
    package let yearBefore: Int
    package let direction: Direction

    /// How unlikely a difference must be by chance to be called one.
    private static let significance = 0.05
    private static let yearLength = 365.0

    /// Returns `nil` where the data do not go back two years.
    package init?(of openings: some Sequence<Timestamp>, span: ClosedRange<Timestamp>) {
        let end = span.upperBound
        guard end.days(since: span.lowerBound) >= 2 * Self.yearLength else { return nil }
        var (lastYear, yearBefore) = (0, 0)
        for opened in openings {
            let age = end.days(since: opened)
            if (0..<Self.yearLength).contains(age) { lastYear += 1 }
            if (Self.yearLength..<2 * Self.yearLength).contains(age) { yearBefore += 1 }
        }
        self.lastYear = lastYear
        self.yearBefore = yearBefore
        let tail = Self.tail(max(lastYear, yearBefore), of: lastYear + yearBefore)
        direction =
            tail > Self.significance ? .steady : lastYear > yearBefore ? .rising : .falling
    }

    /// Returns the chance of at least `count` heads in `total` tosses of a coin: the exact test of two counts
    /// (Przyborowski and Wilenski, 1940).
    static func tail(_ count: Int, of total: Int) -> Double {
        guard total > 0 else { return 1 }
        // Beyond this many reports the normal distribution is as good.
        guard total <= 1000 else {
            let deviations = (Double(count) - 0.5 - Double(total) / 2) / (Double(total).squareRoot() / 2)
            return deviations > 1.6449 ? 0 : 1
        }
        // From all heads down, each number of heads has the chance of the one before times a ratio.
        var chance = Double(sign: .plus, exponent: -total, significand: 1)
        var sum = chance
        for heads in stride(from: total, to: count, by: -1) {
            chance *= Double(heads) / Double(total - heads + 1)
            sum += chance
        }
        return sum
    }
}
