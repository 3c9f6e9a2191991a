import Foundation
package import ServiceRequests
import Statistics

/// The periods of some cases, one after the other.
package struct PeriodSeries: Sendable {
    package internal(set) var levels: [PeriodLevel]
    /// What is open on the day that is shown.
    package let backlogNow: Int
    /// The days within which nine in ten are closed, of those that ever are: ``WaitCurve/daysToSettle(seen:)``.
    package let daysToSettle: Double?
    /// Whether it may be told how long these cases took, and how many of them were on time.
    package let tellsWaits: Bool
    /// Whether what was opened in one period may be set beside others.
    package let tellsOpenings: Bool
    /// Whether it may be told how many were closed in a period and open at its end: not where so many closings have no usable time that
    /// the past would look emptier than what is open now.
    package let tellsStocks: Bool
    /// How many of the closings have a time.
    package let closings: ClosingCount

    /// - Parameters:
    ///   - history: Whose cases these are.
    ///   - reference: The series that tells how long nine in ten take, for a part with few cases; `nil` for itself.
    package init(
        _ cases: some Sequence<ServiceCase>, of history: CaseHistory, span: PeriodSpan,
        reference: PeriodSeries? = nil
    ) throws(ServiceLevelError) {
        let count = span.numbers.count
        var levels = span.numbers.map { PeriodLevel(period: $0) }
        var waits = [[Wait]](repeating: [], count: count)
        var all: [Wait] = []
        var comparable = [Int](repeating: 0, count: count)
        let limits = (0..<count).map { span.sameDaysAYearBefore($0) }
        var open = 0
        var closings = ClosingCount()
        var ofPeriod = [ClosingCount](repeating: ClosingCount(), count: count)
        var ofDue = ofPeriod
        for own in cases {
            let index = span.countedIndex(of: own.opened)
            closings.add(own)
            ofPeriod[index].add(own)
            if !own.counts { levels[index].unusable += 1 }
            let due = own.hasDue && own.due < history.end ? span.index(of: own.due) : -1
            if ofDue.indices.contains(due) { ofDue[due].add(own) }
            guard own.isOpening else { continue }
            levels[index].opened += 1
            let later = index + span.perYear
            if later < count, let limit = limits[later], own.opened < limit { comparable[later] += 1 }
            guard own.counts else {
                levels[index].closed += 1
                continue
            }
            let wait = history.wait(of: own)
            waits[index].append(wait)
            all.append(wait)
            if own.isClosed { levels[span.countedIndex(of: own.closed)].closed += 1 } else { open += 1 }
            let age = history.secondsSeen(own)
            if age >= 7 * 86_400 {
                levels[index].followed7 += 1
                if let seconds = own.secondsOpen, seconds <= 7 * 86_400 { levels[index].closed7 += 1 }
            }
            if age >= 30 * 86_400 {
                levels[index].followed30 += 1
                if let seconds = own.secondsOpen, seconds <= 30 * 86_400 { levels[index].closed30 += 1 }
            }
            if levels.indices.contains(due) {
                levels[due].due += 1
                if own.isOnTime { levels[due].onTime += 1 }
            }
        }
        backlogNow = open
        tellsWaits = history.closings.tellWaits && closings.tellsWaits
        self.closings = closings
        tellsOpenings = history.closings.tellOpenings
        tellsStocks = tellsWaits && !closings.lacksMany
        let whole = try WaitCurve(all)
        daysToSettle = whole.daysToSettle(seen: Double(history.end - history.start) / 86_400)
        var backlog = 0
        let usual = reference.map(\.daysToSettle) ?? daysToSettle
        for index in 0..<count {
            backlog += levels[index].opened - levels[index].closed
            levels[index].backlog = backlog
            let curve = try WaitCurve(waits[index])
            if ofPeriod[index].tellsWaits {
                levels[index].median = curve.median
                (levels[index].medianLow, levels[index].medianHigh) = curve.medianInterval
            } else {
                (levels[index].followed7, levels[index].followed30) = (0, 0)
            }
            levels[index].tellsOnTime = ofDue[index].tellsWaits
            if span.isUnfinished(index) { levels[index].flags.insert(.unfinished) }
            if span.beginsLate(index) { levels[index].flags.insert(.beginsLate) }
            let age = Double(history.end - span.starts[index + 1]) / 86_400
            if usual.map({ age < $0 }) ?? true { levels[index].flags.insert(.young) }
            let oldness = Double(span.starts[index + 1] - history.start) / 86_400
            if usual.map({ oldness < $0 }) ?? true { levels[index].flags.insert(.fillingUp) }
            if index >= span.perYear, span.starts[index - span.perYear] >= history.start {
                levels[index].previousYear = comparable[index]
            }
        }
        self.levels = levels
    }

    /// The periods whose backlog may be compared: finished ones, from that on in which the file is so old that the backlog no longer
    /// counts only what the file holds.
    package var comparableStocks: [PeriodLevel] {
        levels.filter { $0.isFinished && !$0.flags.contains(.fillingUp) }
    }

    /// Whether the backlog was larger at the end of one of two periods whatever the closings were that have no usable time, each an index
    /// of a level; `nil` where they could turn it. What was opened before both ends and closed between them was open at the first only,
    /// what was opened between them could be open at the second.
    package func isLarger(at second: Int, than first: Int) -> Bool? {
        let difference = levels[second].backlog - levels[first].backlog
        let before = levels[...first].reduce(0) { $0 + $1.unusable }
        let between = levels[first...second].dropFirst().reduce(0) { $0 + $1.unusable }
        if difference > before { return true }
        return difference + between < 0 || (difference == 0 && before + between == 0) ? false : nil
    }

    /// The identity of the backlog, counted anew: opened before an end and not closed by it.
    package static func backlog(_ cases: some Sequence<ServiceCase>, at end: Int64) -> Int {
        cases.reduce(0) { $0 + ($1.counts && $1.opened < end && $1.closed >= end ? 1 : 0) }
    }

    /// Compares each period with that of a year before, by the spread between periods.
    ///
    /// 95 % interval: exp(ln(a / b) ± 1.96 √(φ / a + φ / b)).
    mutating func compareYears(spread: Double) {
        for index in levels.indices {
            guard let before = levels[index].previousYear, before > 0, levels[index].opened > 0 else {
                continue
            }
            let (a, b) = (Double(levels[index].opened), Double(before))
            let width = NormalDeviate.of95Percent * (spread / a + spread / b).squareRoot()
            levels[index].ratio = a / b
            levels[index].ratioLow = a / b * exp(-width)
            levels[index].ratioHigh = a / b * exp(width)
        }
    }
}
