import Chronology
import City
import Disclosure
import Hotspots
import ServiceRequests

/// The requests that were asked for, in the state that they had at the end of one day.
package struct CaseSelection: Sendable {
    package private(set) var cases: [MapCase] = []
    /// The names of the cases' categories, the commonest first.
    package private(set) var categories: [String] = []
    /// Why other requests are not among them.
    package private(set) var leftOut: [LeftOut: Int] = [:]

    package enum LeftOut: Int, Sendable, CaseIterable {
        case otherCategory, ignoredStatus, otherStatus, openedBefore, tooYoung, openedLater, undated
    }

    /// - Parameter privacy: Whose withheld categories are not among the cases, nor among those left out.
    init(
        _ table: RequestTable, city: CityFile, privacy: PrivateCategories, clock: CityClock,
        settings: MapSettings
    ) throws {
        let chosen = try CategoryNames.chosen(
            settings.categories, among: table.categories.values, source: table.intake.sourceName)
        if let chosen { try privacy.checkAsked(for: chosen.sorted()) }
        let isWithheld = table.categories.values.map(privacy.isWithheld)
        var names: [String: Int] = [:]
        var counts: [Int] = []
        for row in 0..<table.count {
            if row < table.categories.indices.count, table.categories.indices[row] >= 0,
                isWithheld[Int(table.categories.indices[row])]
            {
                continue
            }
            let name = table.categories[row] ?? CategoryNames.blank
            if let chosen, !chosen.contains(name) {
                leftOut[.otherCategory, default: 0] += 1
                continue
            }
            if table.state(at: row) == .ignored {
                leftOut[.ignoredStatus, default: 0] += 1
                continue
            }
            let category = names[name] ?? names.count
            let life = CaseLife(ofRow: row, in: table, clock: clock, asOf: settings.asOf)
            if let reason = life.reasonToLeaveOut(settings) {
                leftOut[reason, default: 0] += 1
                continue
            }
            if category == names.count {
                names[name] = category
                counts.append(0)
            }
            counts[category] += 1
            cases.append(
                MapCase(
                    row: row, isOpen: life.isOpen, opened: life.opened, daysOpen: life.daysOpen,
                    daysOverdue: life.daysOverdue(due: table.due[row], target: city.categories[name]?.target),
                    category: category))
        }
        orderCategories(names, counts: counts)
        orderCases(RowOrder(table: table))
    }

    /// Numbers the categories anew, the commonest first, those of one count by name.
    private mutating func orderCategories(_ names: [String: Int], counts: [Int]) {
        let ordered = names.sorted { (counts[$1.value], $0.key) < (counts[$0.value], $1.key) }
        var newIndices = [Int](repeating: 0, count: counts.count)
        for (index, entry) in ordered.enumerated() { newIndices[entry.value] = index }
        categories = ordered.map(\.key)
        cases = cases.map { old in
            MapCase(
                row: old.row, isOpen: old.isOpen, opened: old.opened, daysOpen: old.daysOpen,
                daysOverdue: old.daysOverdue, category: newIndices[old.category])
        }
    }

    /// The oldest first, those without a day last, those of one day by id: the same for any order of the rows.
    private mutating func orderCases(_ order: RowOrder) {
        cases.sort { one, other in
            let days = (one.opened?.daysSince1970 ?? .max, other.opened?.daysSince1970 ?? .max)
            return days.0 != days.1 ? days.0 < days.1 : order.isBefore(one.row, other.row)
        }
    }
}
