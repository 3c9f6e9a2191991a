package import Disclosure
import Foundation
package import PageLanguage
import ServiceRequests
import Statistics
import Wording
import WorkSharing

/// Which kinds of requests take many times longer than the city's requests do.
///
/// Of residents' requests, by the ratio of the medians of Kaplan and Meier; the interval is that of a percentile bootstrap, of
/// kinds with more than 1,000 requests, where drawing takes long and says the same, that of Brookmeyer and Crowley.
/// A kind is slower than k times only if the interval's lower end exceeds k. Means of closed requests hide the worst, of which
/// most are open.
package struct SlowTypes: Sendable {
    package struct Kind: Sendable {
        /// An index into the history's names.
        package let category: Int
        package let requests: Int
        package let open: Int
        /// Days; `nil` where more than half are open.
        package let median: Double?
        /// The ratio to the city's median; where the median is not reached, a bound from the longest wait up to which more than half
        /// are known to have been open.
        package let ratio: Double
        /// Whether the median is not reached, so that the ratio is only the least that it can be.
        package let isBound: Bool
        /// The 95 % interval. Where draws do not reach a median, the upper end is infinite, and the lower one the longest wait
        /// that requests have been seen to reach.
        package let low: Double
        package let high: Double

        fileprivate var shareOpen: Double { Double(open) / Double(requests) }

        /// Returns the share that is open as an audience may be told it, `≥ 92 %` where few are closed; `nil` where few are open.
        package func openShare(_ words: PageWords, for audience: Audience) -> String? {
            if audience.hides(open) { return nil }
            guard audience.hides(requests - open) else {
                return words.share(open, of: requests, places: 0)
            }
            let least = 100 * max(0, requests - CountBand.threshold + 1) / requests
            return words("≥ \(words.count(least)) %")
        }

        /// Whether it is slower than so many times.
        package func isSlower(than times: Double) -> Bool { low > times }
        /// Whether its own ratio is so large, whatever the interval.
        package func looksSlower(than times: Double) -> Bool { isBound || ratio >= times }
    }

    /// The city's median of residents' requests, days.
    package let cityMedian: Double?
    /// The kinds with enough requests, the slowest first: before all others those of which more than half are open, by how many are.
    package let kinds: [Kind]

    package static let fewest = 30
    private static let draws = 1000
    /// Of more requests none are drawn.
    private static let mostDrawn = 1000
    /// As many requests have to have lasted as long as the interval's lower end.
    private static let fewestSeen = 6

    package init(_ history: CaseHistory, jobs: Int = 1, seed: UInt64 = 311) throws(ServiceLevelError) {
        var waits = [[Wait]](repeating: [], count: history.names.count)
        var closings = [ClosingCount](repeating: ClosingCount(), count: history.names.count)
        for own in history.cases where own.isResidents {
            closings[Int(own.category)].add(own)
            if own.counts { waits[Int(own.category)].append(history.wait(of: own)) }
        }
        cityMedian = history.closings.tellWaits ? try WaitCurve(waits.flatMap(\.self)).median : nil
        guard let city = cityMedian, city > 0 else {
            kinds = []
            return
        }
        let large = waits.indices.filter { waits[$0].count >= Self.fewest && closings[$0].isComparable }
        let names = history.names
        let all = waits
        kinds = try mapSlices(
            count: large.count, sliceLength: 1, jobs: jobs, makeWorker: { () throws(ServiceLevelError) in }
        ) {
            (_: inout Void, range: Range<Int>) throws(ServiceLevelError) -> Kind in
            let category = large[range.lowerBound]
            return try Self.kind(
                category, waits: all[category], city: city,
                generator: SeededGenerator(seed: seed, stream: Self.stream(of: names[category])))
        }.sorted { one, other in
            if one.isBound != other.isBound { return one.isBound }
            // Bounds say how long a file is, rather than which kind takes longer.
            if one.isBound, one.shareOpen != other.shareOpen { return one.shareOpen > other.shareOpen }
            if one.ratio != other.ratio { return one.ratio > other.ratio }
            return names[one.category] < names[other.category]
        }
    }

    /// Numbers of a kind's own, whatever the other kinds are.
    private static func stream(of name: String) -> UInt64 {
        TextHash(of: name.utf8).value
    }

    /// Returns the longest wait that so many requests have been seen to reach that it says something: in a week's file nothing takes a
    /// month. Were half closed sooner, all of ``fewestSeen`` would have lasted longer by a chance of one in 64.
    private static func seen(_ waits: [Wait]) -> Double {
        let days = waits.map(\.days).sorted(by: >)
        return days.count < fewestSeen ? 0 : days[fewestSeen - 1]
    }

    private static func kind(
        _ category: Int, waits: [Wait], city: Double, generator: SeededGenerator
    ) throws(ServiceLevelError) -> Kind {
        let curve = try WaitCurve(waits)
        let last = curve.steps.last { $0.shareOpen > 0.5 }?.days ?? 0
        let longest = seen(waits)
        func kind(_ low: Double, _ high: Double) -> Kind {
            Kind(
                category: category, requests: waits.count, open: curve.stillOpen, median: curve.median,
                ratio: (curve.median ?? max(last, longest)) / city, isBound: curve.median == nil,
                low: min(low, longest) / city, high: high / city)
        }
        if waits.count > mostDrawn {
            let interval = curve.medianInterval
            return kind(interval.low ?? .infinity, interval.high ?? .infinity)
        }
        var generator = generator
        let sorted = SortedWaits(waits)
        var medians: [Double] = []
        for _ in 0..<draws { medians.append(sorted.drawnMedian(&generator)) }
        medians.sort()
        return kind(quantile(0.025, ofSorted: medians), quantile(0.975, ofSorted: medians))
    }
}

/// Waits in order, for drawing samples without sorting each.
private struct SortedWaits {
    private let days: [Double]
    private let isClosed: [Bool]

    init(_ waits: [Wait]) {
        let sorted = waits.sorted { $0.days < $1.days }
        days = sorted.map(\.days)
        isClosed = sorted.map { $0.end == .closed }
    }

    /// Returns the median of as many waits, drawn with replacement; infinite where it is not reached.
    func drawnMedian(_ generator: inout SeededGenerator) -> Double {
        var weights = [Int32](repeating: 0, count: days.count)
        for _ in days { weights[Int(generator.next(below: UInt64(days.count)))] += 1 }
        var share = 1.0
        var open = days.count
        var start = 0
        while start < days.count {
            var (closed, left, end) = (0, 0, start)
            while end < days.count, days[end] == days[start] {
                if isClosed[end] { closed += Int(weights[end]) }
                left += Int(weights[end])
                end += 1
            }
            if closed > 0 {
                share *= 1 - Double(closed) / Double(open)
                if share <= 0.5 + 1e-12 { return days[start] }
            }
            open -= left
            start = end
        }
        return .infinity
    }
}
