import Chronology
import City
import Disclosure
import Hotspots
import Records
import ServiceRequests

/// The requests that were asked for, in the state that they had at the end of one day.
package struct CaseSelection: Sendable {
    package private(set) var cases: [MapCase] = []
    /// What the council's offices referred, of the chosen categories: what is open, and what was closed since the day
    /// since which movement is counted; whatever else was asked for.
    private(set) var referred: [MapCase] = []
    /// What was opened or closed since a day, by row.
    private(set) var movements: [(row: Int, movement: CaseMovement)] = []
    /// The rows of all that was closed by the day that is shown, and of those of them that were closed at no usable time.
    private(set) var closedRows: [Int32] = []
    private(set) var unusableRows: [Int32] = []
    /// The names of the cases' categories, the commonest first.
    package private(set) var categories: [String] = []
    /// How many of the cases each category has.
    private(set) var categoryCounts: [Int] = []
    /// Why other requests are not among them.
    package private(set) var leftOut: [LeftOut: Int] = [:]

    package enum LeftOut: Int, Sendable, CaseIterable {
        case otherCategory, ignoredStatus, otherStatus, openedBefore, closedBefore, tooYoung, openedLater,
            undated
    }

    /// - Parameters:
    ///   - privacy: Whose withheld categories may not be asked for; the table has no request of them.
    ///   - movementDay: The first day of which openings and closings are counted.
    init(
        _ table: RequestTable, city: CityFile, privacy: PrivateCategories, clock: CityClock,
        settings: MapSettings, movementDay: CivilDate
    ) throws {
        let chosen = try CategoryNames.chosen(
            settings.categories, among: table.categories.values, source: table.intake.sourceName)
        if let chosen { try privacy.checkAsked(for: chosen.sorted()) }
        let referrals = Referrals(table, channels: city.referralChannels)
        let hasReferrals = referrals.areKnown
        var names: [String: Int] = [:]
        var counts: [Int] = []
        var targets: [Deadline?] = []
        for row in 0..<table.count {
            let name = table.categories[row] ?? CategoryNames.blank
            if let chosen, !chosen.contains(name) {
                leftOut[.otherCategory, default: 0] += 1
                continue
            }
            if table.state(at: row) == .ignored {
                leftOut[.ignoredStatus, default: 0] += 1
                continue
            }
            let life = CaseLife(ofRow: row, in: table, clock: clock, asOf: settings.asOf)
            noteClosing(of: row, in: table, clock: clock, asOf: settings.asOf)
            let movement = life.movement(since: movementDay)
            if movement != CaseMovement() { movements.append((row, movement)) }
            let reason = life.reasonToLeaveOut(settings)
            if let reason { leftOut[reason, default: 0] += 1 }
            let isReferred =
                hasReferrals && !life.isOpenedLater && referrals.isReferral(row)
                && (life.isOpen || movement.closed > 0)
            guard reason == nil || isReferred else { continue }
            let category = names[name] ?? names.count
            if category == names.count {
                names[name] = category
                counts.append(0)
                targets.append(city.categories[name]?.target)
            }
            let item = MapCase(
                row: row, isOpen: life.isOpen, opened: life.opened, daysOpen: life.daysOpen,
                daysOverdue: life.daysOverdue(due: table.due[row], target: targets[category]),
                category: category)
            if isReferred { referred.append(item) }
            if reason == nil {
                counts[category] += 1
                cases.append(item)
            }
        }
        orderCategories(names, counts: counts)
        let order = RowOrder(table: table)
        cases.sort { Self.isBefore($0, other: $1, order: order) }
        referred.sort { Self.isBefore($0, other: $1, order: order) }
    }

    private mutating func noteClosing(
        of row: Int, in table: RequestTable, clock: CityClock, asOf: CivilDate
    ) {
        guard table.state(at: row) == .closed, let opened = table.opened[row] else { return }
        let end = clock.startOfDay(CivilDate(daysSince1970: asOf.daysSince1970 + 1))
        guard opened < end else { return }
        switch table.end(at: row, opened: opened, clock: clock, before: end) {
        case .open: break
        case .closed: closedRows.append(Int32(row))
        case .closedWithoutDate, .closedBeforeOpened:
            closedRows.append(Int32(row))
            unusableRows.append(Int32(row))
        }
    }

    /// Numbers the categories anew, the commonest first, those of one count by name.
    private mutating func orderCategories(_ names: [String: Int], counts: [Int]) {
        let ordered = names.sorted { (counts[$1.value], $0.key) < (counts[$0.value], $1.key) }
        var newIndices = [Int](repeating: 0, count: counts.count)
        for (index, entry) in ordered.enumerated() { newIndices[entry.value] = index }
        categories = ordered.map(\.key)
        categoryCounts = ordered.map { counts[$0.value] }
        for index in cases.indices { cases[index].category = newIndices[cases[index].category] }
        for index in referred.indices { referred[index].category = newIndices[referred[index].category] }
    }

    /// The oldest first, those without a day last, those of one day by id: the same for any order of the rows.
    private static func isBefore(_ one: MapCase, other: MapCase, order: RowOrder) -> Bool {
        let days = (one.opened?.daysSince1970 ?? .max, other.opened?.daysSince1970 ?? .max)
        return days.0 != days.1 ? days.0 < days.1 : order.isBefore(one.row, other.row)
    }
}

extension CaseSelection.LeftOut {
    /// Why requests are left out, for people.
    package func text(_ settings: MapSettings) -> String {
        switch self {
        case .otherCategory: "other categories"
        case .ignoredStatus: RequestState.whyIgnored
        case .otherStatus: settings.status == .open ? "closed" : "still open"
        case .closedBefore: "closed before \(settings.closedSince.map(\.description) ?? "")"
        case .openedBefore: "opened before \(settings.since.map(\.description) ?? "")"
        case .tooYoung: "open for \(DayText.days(settings.olderThan ?? 0)) or less"
        case .openedLater: "opened after the map's day"
        case .undated: "without the date that the choice needs"
        }
    }
}
