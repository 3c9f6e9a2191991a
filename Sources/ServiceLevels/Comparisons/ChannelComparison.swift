import ServiceRequests
package import Statistics

/// How requests of one kind of channel fare beside others, within categories: crude shares would compare other requests.
package struct ChannelComparison: Sendable {
    /// All of one side, those that have come due, and those of them on time.
    package let ones: TargetTally
    package let others: TargetTally
    package let onesOpen: Int
    package let othersOpen: Int
    /// The difference of the shares on time within categories; `nil` where no category has both.
    package let difference: MantelHaenszelDifference?
    /// Whether so many closings of both have a time that they may be compared.
    package let areComparable: Bool
    /// The difference of the medians of Kaplan and Meier within categories that both have, by the same weights, days; `nil` where
    /// those of which a side's median is not reached weigh too much to be left out.
    package let medianDifference: Double?
    /// How often chance makes it as large (``RelabelledMedians``); `nil` where it is not told.
    private let medianP: Double?
    /// Whether it is more than chance makes in nineteen of twenty.
    package var isMedianApart: Bool { medianP.map { $0 <= 0.05 } ?? false }
    /// The categories that both sides have, and those of them of which a side's median is not reached.
    package let categories: Int
    package let withoutMedian: Int
    /// At most such a part of the weights may be left out.
    private static let mostLeftOut = 0.1

    /// Below so many due on either side only counts are told.
    package static let fewest = 11
    package var isTellable: Bool {
        (difference.map { min($0.ones, $0.others) } ?? 0) >= Self.fewest
    }

    /// - Parameters:
    ///   - isOne: Whether a case is of the side that is asked about; `nil` for one that is of neither.
    package init(
        _ history: CaseHistory, isOne: (ServiceCase) -> Bool?
    ) throws(ServiceLevelError) {
        var strata = [MantelHaenszelDifference.Stratum](
            repeating: .init(ones: 0, onesTotal: 0, others: 0, othersTotal: 0), count: history.names.count)
        var waits = [(ones: [Wait], others: [Wait])](repeating: ([], []), count: history.names.count)
        var (ones, others) = (TargetTally(), TargetTally())
        var (onesOpen, othersOpen) = (0, 0)
        var closings = (ones: ClosingCount(), others: ClosingCount())
        for own in history.cases {
            guard let side = isOne(own) else { continue }
            if side { closings.ones.add(own) } else { closings.others.add(own) }
            guard own.counts else { continue }
            let category = Int(own.category)
            let wait = history.wait(of: own)
            if side {
                waits[category].ones.append(wait)
                if own.isOpen { onesOpen += 1 }
            } else {
                waits[category].others.append(wait)
                if own.isOpen { othersOpen += 1 }
            }
            guard own.hasDue else { continue }
            let outcome: TargetOutcome =
                own.due >= history.end ? .notYetKnown : own.isOnTime ? .onTime : .late
            if side { ones.add(outcome) } else { others.add(outcome) }
            guard outcome != .notYetKnown else { continue }
            if side {
                strata[category].onesTotal += 1
                if outcome == .onTime { strata[category].ones += 1 }
            } else {
                strata[category].othersTotal += 1
                if outcome == .onTime { strata[category].others += 1 }
            }
        }
        (self.ones, self.others, self.onesOpen, self.othersOpen) = (ones, others, onesOpen, othersOpen)
        areComparable = closings.ones.isComparable && closings.others.isComparable
        difference = areComparable ? MantelHaenszelDifference(strata) : nil
        categories = waits.count { !$0.ones.isEmpty && !$0.others.isEmpty }
        var (sum, weights, leftOut, without) = (0.0, 0.0, 0.0, 0)
        var relabelled = RelabelledMedians()
        for side in waits where areComparable && !side.ones.isEmpty && !side.others.isEmpty {
            let (n1, n0) = (Double(side.ones.count), Double(side.others.count))
            let weight = n1 * n0 / (n1 + n0)
            guard let one = try WaitCurve(side.ones).median, let other = try WaitCurve(side.others).median
            else {
                (leftOut, without) = (leftOut + weight, without + 1)
                continue
            }
            sum += weight * (one - other)
            weights += weight
            relabelled.add(side.ones, side.others, weight: weight)
        }
        withoutMedian = without
        medianDifference =
            weights > 0 && leftOut <= Self.mostLeftOut * (weights + leftOut) ? sum / weights : nil
        medianP = medianDifference.map(relabelled.p)
    }
}
