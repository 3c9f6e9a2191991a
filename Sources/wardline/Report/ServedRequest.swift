import Chronology
import Hotspots
import ServiceLevels
import ServiceRequests

/// One request as far as its service goes.
struct ServedRequest: Sendable {
    let row: Int
    /// An index into the report's categories.
    let category: Int
    let wait: Wait
    /// Known from the day after its due day, whenever it was closed: else early closings would count and what is still open
    /// from the same days would not. `nil` where nothing says when it was due.
    let outcome: TargetOutcome?
    /// An index into the layer's areas; −1 for none.
    var area = -1
}

/// Why a request is not in a report.
enum ReportOmission: Int, Sendable, CaseIterable {
    case otherCategory, outsideDates, undated, openedLater, closedWithoutDate, closedBeforeOpened

    /// Whether the request is not asked for, rather than not fit to be counted.
    var isChoice: Bool { self == .otherCategory || self == .outsideDates }

    /// The reason as people read it after a count.
    var text: String {
        switch self {
        case .otherCategory: "other categories"
        case .outsideDates: "opened on other days"
        case .undated: "without a date of opening"
        case .openedLater: "opened after the report's day"
        case .closedWithoutDate: "closed without a date"
        case .closedBeforeOpened: "closed before they were opened"
        }
    }
}

/// Reads how long a request took, as seen at the end of one day.
struct ServiceReader {
    let table: RequestTable
    let clock: CityClock
    let asOf: CivilDate
    private let reports: ReportColumns
    private let end: Timestamp

    init(_ table: RequestTable, clock: CityClock, asOf: CivilDate) {
        self.table = table
        self.clock = clock
        self.asOf = asOf
        reports = ReportColumns(table)
        end = clock.startOfDay(CivilDate(daysSince1970: asOf.daysSince1970 + 1))
    }

    struct Omitted: Error { let reason: ReportOmission }

    /// - Parameters:
    ///   - since: The first day of opening that is asked for; `nil` for any.
    ///   - until: The last one.
    ///   - target: The days that a request of its category may take, where the request has no due date of its own.
    func request(
        _ row: Int, category: Int, since: CivilDate?, until: CivilDate?, target: Double?
    ) throws(Omitted) -> ServedRequest {
        guard let opened = table.opened[row] else { throw Omitted(reason: .undated) }
        let openedDay = clock.date(at: opened)
        if openedDay > asOf { throw Omitted(reason: .openedLater) }
        if let since, openedDay < since { throw Omitted(reason: .outsideDates) }
        if let until, openedDay > until { throw Omitted(reason: .outsideDates) }
        var wait = Wait(days: Self.days(opened, end), end: .stillOpen)
        var lastDay = asOf
        if case .closed(let moment) = reports.report(row).state {
            guard let moment else { throw Omitted(reason: .closedWithoutDate) }
            let closedDay = clock.date(at: moment)
            if closedDay < openedDay { throw Omitted(reason: .closedBeforeOpened) }
            if closedDay <= asOf {
                // A date without a time lies before an opening on the same day.
                wait = Wait(days: max(0, Self.days(opened, moment)), end: .closed)
                lastDay = closedDay
            }
        }
        let taken = Wait(days: Double(lastDay.daysSince1970 - openedDay.daysSince1970), end: wait.end)
        return ServedRequest(
            row: row, category: category, wait: wait,
            outcome: allowed(row, openedDay, target).map { days in
                openedDay.daysSince1970 + Int(days) >= asOf.daysSince1970
                    ? .notYetKnown : TargetOutcome(of: taken, target: days)
            })
    }

    /// Returns the calendar days that a request may take: until its due date or, where it has none, its category's
    /// target. A due date before the opening says nothing.
    private func allowed(_ row: Int, _ opened: CivilDate, _ target: Double?) -> Double? {
        if let due = table.due[row] {
            let days = clock.date(at: due).daysSince1970 - opened.daysSince1970
            if days >= 0 { return Double(days) }
        }
        return target.map { min($0.rounded(.up), Self.longestTarget) }
    }

    private static let longestTarget = 100_000.0

    private static func days(_ from: Timestamp, _ to: Timestamp) -> Double {
        Double(to.secondsSince1970 - from.secondsSince1970) / 86_400
    }
}
