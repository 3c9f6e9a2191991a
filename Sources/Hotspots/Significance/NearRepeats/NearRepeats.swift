package import Chronology
package import Geometry
import Statistics
import WorkSharing

/// Knox's table of near repeats: are reports that are close in space close in time more often than chance would have
/// it, and within which distance and how many days?
///
/// For each band of distance and of time it counts the pairs of reports. If times had nothing to do with places, each
/// order of the times over the places would be as likely as the one observed. Over all orders a cell holds on average
/// N(distance) · N(time) / N pairs, N(…) being the pairs of that band and N = n(n−1)/2: this is `expected`, exact. The
/// p-value is (1 + random orders with at least as many pairs) / (orders + 1).
///
/// Sources: Knox, "The detection of space-time interactions", Applied Statistics 13 (1964); Mantel, Cancer Research 27
/// (1967), for permuting; Townsley, Homel and Chaseling, "Infectious burglaries", British Journal of Criminology 43
/// (2003), for the table of bands.
package struct NearRepeats: Sendable {
    /// One band of distance and of time.
    package struct Cell: Sendable {
        package let observed: Int
        package let expected: Double
        /// 1 without any random order.
        package let p: Double
        /// The same after Benjamini and Hochberg over all bands.
        package let adjustedP: Double

        /// How many times as many pairs there are as chance would have it; `nil` where it would have none.
        package var ratio: Double? { expected > 0 ? Double(observed) / expected : nil }
    }

    package let settings: NearRepeatSettings
    /// One row for each band of distance, one column for each band of time.
    package let cells: [[Cell]]
    /// All pairs of reports, however far apart.
    package let pairs: Int

    /// Counts the pairs of reports and compares them with random orders of their times.
    ///
    /// - Parameters:
    ///   - points: Positions in metres, default points taken out: reports at one placeholder are no near repeats.
    ///   - times: One for each point.
    /// - Complexity: O(pairs within the longest distance · replications · bands of time); memory 64 bytes a point.
    /// - Throws: ``SignificanceError``.
    package init(
        points: [ProjectedPoint], times: [Timestamp], settings: NearRepeatSettings = NearRepeatSettings(),
        jobs: Int = 1
    ) throws(SignificanceError) {
        try settings.validate()
        try requireEqualLengths("points", count: points.count, second: "times", otherCount: times.count)
        let seconds = try secondsSinceFirst(times)
        let close = try ClosePairs(points: points, settings: settings)
        let observed = close.counts(timesInOrders: [seconds], jobs: jobs)[0]
        let atLeast = close.replicationsReaching(observed, seconds: seconds, jobs: jobs)
        let all = points.count * (points.count - 1) / 2
        let pairsByDays = pairsWithinDays(seconds, settings.days)
        let pairsByDistance = close.pairsByDistance
        let p = atLeast.map { Double($0 + 1) / Double(settings.replications + 1) }
        let adjusted = falseDiscoveryAdjusted(p)
        self.settings = settings
        pairs = all
        cells = settings.distances.indices.map { distance in
            settings.days.indices.map { days in
                let index = distance * settings.days.count + days
                return Cell(
                    observed: observed[index],
                    expected: Double(pairsByDistance[distance]) * Double(pairsByDays[days])
                        / Double(max(all, 1)),
                    p: p[index], adjustedP: adjusted[index])
            }
        }
    }
}

/// Returns the whole seconds from the earliest time to each.
private func secondsSinceFirst(_ times: [Timestamp]) throws(SignificanceError) -> [Int32] {
    guard let first = times.min(), let last = times.max() else { return [] }
    guard last.secondsSince1970 - first.secondsSince1970 <= Int32.max else {
        throw .timesTooFarApart(days: last.days(since: first))
    }
    return times.map { Int32($0.secondsSince1970 - first.secondsSince1970) }
}

/// Returns the number of pairs in each band of time, wherever they are.
private func pairsWithinDays(_ seconds: [Int32], _ days: [Double]) -> [Int] {
    let sorted = seconds.sorted()
    let cumulative = days.map { bound -> Int in
        let longest = Int(secondsWithin(days: bound))
        var pairs = 0
        var start = 0
        for (end, time) in sorted.enumerated() {
            while Int(time) - Int(sorted[start]) > longest { start += 1 }
            pairs += end - start
        }
        return pairs
    }
    return zip(cumulative, [0] + cumulative).map { $0 - $1 }
}

/// Returns the longest difference in whole seconds that a bound in days includes.
func secondsWithin(days: Double) -> Int32 { Int32((days * 86_400).rounded(.down)) }
