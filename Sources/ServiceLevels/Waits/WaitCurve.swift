/// The share of requests still open after each number of days, open requests counted for as long as they have been seen.
///
/// Leaving open requests out makes a department look faster the longer its backlog lies; the median over closed
/// requests is what such reports show. Kaplan and Meier's estimate keeps them: S(t) = Π (1 − dᵢ / nᵢ) over the days up
/// to t on which dᵢ were closed of the nᵢ still open. A request last seen open on a day was open when others were
/// closed on that day. Source: Kaplan and Meier, JASA 53 (1958). Equals lifelines' `KaplanMeierFitter`.
package struct WaitCurve: Sendable {
    /// A number of days after which requests were closed.
    package struct Step: Sendable {
        package let days: Double
        /// The requests open until then.
        package let open: Int
        /// Those closed then.
        package let closed: Int
        /// The share still open afterwards.
        package let shareOpen: Double
        /// The share's variance (Greenwood 1926).
        package let variance: Double
    }

    /// By days, ascending.
    package let steps: [Step]
    package let requests: Int
    package let stillOpen: Int

    /// - Complexity: O(n log n).
    /// - Throws: ``ServiceLevelError/unusableDuration(index:days:)``.
    package init(_ waits: [Wait]) throws(ServiceLevelError) { try self.init(of: waits) }

    init(of waits: some Collection<Wait>) throws(ServiceLevelError) {
        let keys = try SortedKeys(waits)
        requests = keys.count
        stillOpen = keys.stillOpen
        var steps: [Step] = []
        keys.eachStep {
            steps.append($0)
            return true
        }
        self.steps = steps
    }

    /// Returns the days within which a share of the requests is closed, or `nil` where too many are still open to say.
    ///
    /// - Parameter share: 0.5 for the median, 0.9 for the 90th percentile.
    package func days(closing share: Double) -> Double? {
        steps.first { $0.isAfter(closing: share) }?.days
    }

    package var median: Double? { days(closing: 0.5) }
    package var ninetiethPercentile: Double? { days(closing: 0.9) }

    /// Requests have to have been seen so many times longer than they take before those that are open count as never closed.
    private static let timesSeen = 4.0

    /// Returns the days within which nine in ten are closed or, where more than a tenth never are, nine in ten of those that ever
    /// are.
    ///
    /// - Parameter seen: The days for which the longest open ones can have been seen.
    /// - Returns: `nil` where that is less than four times as long: what is open may then just not have had its time.
    package func daysToSettle(seen: Double) -> Double? {
        if let ninetiethPercentile { return ninetiethPercentile }
        guard let last = steps.last, let found = days(closing: 0.9 * (1 - last.shareOpen)),
            Self.timesSeen * found <= seen
        else { return nil }
        return found
    }
}

extension WaitCurve.Step {
    /// Whether at least a share of the requests is closed by then.
    fileprivate func isAfter(closing share: Double) -> Bool {
        // The product of fractions may miss one half by rounding.
        shareOpen <= 1 - share + 1e-12
    }
}

/// What a report tells of some waits, without the curve itself: that has a step for nearly each of a million requests.
struct WaitFigures: Sendable {
    let requests: Int
    let stillOpen: Int
    /// Days within which half, or nine of ten, were closed; `nil` where too many are still open to say.
    private(set) var median: Double?
    private(set) var ninetiethPercentile: Double?

    init(of waits: some Collection<Wait>) throws(ServiceLevelError) {
        let keys = try SortedKeys(waits)
        requests = keys.count
        stillOpen = keys.stillOpen
        var (median, ninetiethPercentile) = (Double?.none, Double?.none)
        keys.eachStep { step in
            if median == nil, step.isAfter(closing: 0.5) { median = step.days }
            if step.isAfter(closing: 0.9) { ninetiethPercentile = step.days }
            return ninetiethPercentile == nil
        }
        (self.median, self.ninetiethPercentile) = (median, ninetiethPercentile)
    }
}

/// ``Wait/key`` of some waits, ascending.
private struct SortedKeys {
    private let keys: [UInt64]
    var count: Int { keys.count }
    var stillOpen: Int { keys.count { $0 & 1 == 0 } }

    init(_ waits: some Collection<Wait>) throws(ServiceLevelError) {
        var keys: [UInt64] = []
        keys.reserveCapacity(waits.count)
        for wait in waits {
            guard wait.days >= 0, wait.days.isFinite else {
                throw .unusableDuration(index: keys.count, days: wait.days)
            }
            keys.append(wait.key)
        }
        sortAscending(&keys) { $0 }
        self.keys = keys
    }

    /// Calls a closure with each step of the curve, until it says that it wants no more.
    func eachStep(_ body: (WaitCurve.Step) -> Bool) {
        var share = 1.0
        var greenwood = 0.0
        var start = 0
        while start < keys.count {
            let days = keys[start] >> 1
            let open = keys.count - start
            var (end, closed) = (start, 0)
            while end < keys.count, keys[end] >> 1 == days {
                closed += Int(keys[end] & 1)
                end += 1
            }
            if closed > 0 {
                share *= 1 - Double(closed) / Double(open)
                greenwood += closed < open ? Double(closed) / (Double(open) * Double(open - closed)) : 0
                let step = WaitCurve.Step(
                    days: Wait.days(ofKey: keys[start]), open: open, closed: closed, shareOpen: share,
                    variance: share * share * greenwood)
                guard body(step) else { return }
            }
            start = end
        }
    }
}
