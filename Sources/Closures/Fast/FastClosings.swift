package import ServiceLevels
import ServiceRequests

/// The requests that were closed within minutes: of all, and those of residents that are fast for their kind.
///
/// A resident's request is fast for its kind if it was closed fast and its category has at least 20 requests of residents of
/// which half take a day or more (Kaplan and Meier): information calls close fast rightly. A category of which half were
/// closed at the instant of their opening is closed by rule, such as by a letter, and named instead of its cases. Closings of
/// which the minutes are not known, since a day without a time is all that was recorded, are counted apart.
package struct FastClosings: Sendable {
    package struct Tally: Sendable, Hashable {
        package var closed = 0
        package var fast = 0
        package var sameInstant = 0
        /// Those of the fast ones that are fast for their kind.
        package var fastForKind = 0
    }

    package private(set) var residents = Tally()
    package private(set) var staff = Tally()
    /// Closed requests of which the opening or the closing is a day without a time: in no tally.
    package private(set) var byDay = 0
    package private(set) var byCategory: [(category: Int, tally: Tally)] = []
    package private(set) var byChannel: [(channel: String, tally: Tally)] = []
    /// The days within which half of a category's residents' requests are closed; `nil` for few, or too many open.
    package private(set) var usualDays: [Int: Double] = [:]
    /// The cases that are fast for their kind, by index.
    package private(set) var fastForTheirKind: [Int32] = []
    /// Categories closed by rule.
    package private(set) var closedByRule: [Int] = []
    /// Categories that look as if they were entered after the work, since most are closed within ten minutes, and that are
    /// not staff's by name: to be looked at, not proof.
    package private(set) var suggestedStaff: [(category: Int, tally: Tally)] = []

    /// Whether no closing has a known minute, so that nothing can be said of fast ones.
    package var knowsNoMinutes: Bool { byDay > 0 && all.closed == 0 }

    package var all: Tally {
        Tally(
            closed: residents.closed + staff.closed, fast: residents.fast + staff.fast,
            sameInstant: residents.sameInstant + staff.sameInstant,
            fastForKind: residents.fastForKind + staff.fastForKind)
    }

    private static let fewestRequests = 20
    private static let usualDays = 1.0
    private static let entryLimit: Int64 = 600

    /// - Parameter channel: Returns the channel of a row, and `nil` for none.
    package init(
        _ history: CaseHistory, settings: ClosureSettings, channel: (Int) -> String?
    ) throws(ServiceLevelError) {
        let names = history.names.count
        var tallies = [Tally](repeating: Tally(), count: names)
        var ownTallies = tallies
        var entered = [Int](repeating: 0, count: names)
        var channels: [String: Tally] = [:]
        var waits = [[Wait]](repeating: [], count: names)
        var fast: [Int32] = []
        var closings = [ClosingCount](repeating: ClosingCount(), count: names)
        for (index, own) in history.cases.enumerated() {
            let category = Int(own.category)
            if own.isResidents { closings[category].add(own) }
            guard own.counts else { continue }
            if own.isResidents { waits[category].append(history.wait(of: own)) }
            guard let seconds = own.secondsOpen else { continue }
            if own.isByDay {
                byDay += 1
                continue
            }
            let isFast = seconds < settings.fastSeconds
            var one = Tally(closed: 1, fast: isFast ? 1 : 0, sameInstant: seconds == 0 ? 1 : 0)
            tallies[category].add(one)
            channels[channel(Int(own.row)) ?? "", default: Tally()].add(one)
            if own.isStaff { staff.add(one) } else { residents.add(one) }
            if seconds < Self.entryLimit { entered[category] += 1 }
            if own.isStaff { one = Tally() }
            ownTallies[category].add(one)
            if isFast, own.isResidents { fast.append(Int32(index)) }
        }
        for category in 0..<names
        where waits[category].count >= Self.fewestRequests && closings[category].tellsWaits {
            usualDays[category] = try WaitCurve(waits[category]).medianOrLast
        }
        closedByRule = (0..<names).filter {
            let own = ownTallies[$0]
            return own.closed >= Self.fewestRequests && 2 * own.sameInstant >= own.closed
        }
        let byRule = Set(closedByRule)
        fastForTheirKind = (history.closings.tellFastClosings ? fast : []).filter { index in
            let category = Int(history.cases[Int(index)].category)
            return !byRule.contains(category) && (usualDays[category] ?? 0) >= Self.usualDays
        }
        for index in fastForTheirKind {
            let own = history.cases[Int(index)]
            residents.fastForKind += 1
            tallies[Int(own.category)].fastForKind += 1
            channels[channel(Int(own.row)) ?? "", default: Tally()].fastForKind += 1
        }
        byCategory = (0..<names).filter { tallies[$0].closed > 0 }.map { ($0, tallies[$0]) }
            .sorted {
                ($1.tally.fast, history.names[$0.category]) < ($0.tally.fast, history.names[$1.category])
            }
        byChannel = channels.map { ($0.key, $0.value) }.sorted { $0.channel < $1.channel }
        suggestedStaff = (0..<names).filter {
            tallies[$0].closed >= Self.fewestRequests && 5 * entered[$0] >= 4 * tallies[$0].closed
        }.map {
            ($0, Tally(closed: tallies[$0].closed, fast: entered[$0], sameInstant: tallies[$0].sameInstant))
        }
        .sorted { history.names[$0.category] < history.names[$1.category] }
    }
}

extension FastClosings.Tally {
    fileprivate mutating func add(_ other: Self) {
        closed += other.closed
        fast += other.fast
        sameInstant += other.sameInstant
    }
}

extension WaitCurve {
    /// The median or, where more than half are open, more days than any were closed in.
    fileprivate var medianOrLast: Double { median ?? .infinity }
}
