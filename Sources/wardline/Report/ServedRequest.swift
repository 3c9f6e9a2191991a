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
    /// `nil` where nothing says when it was due.
    let outcome: TargetOutcome?
    /// An index into the layer's areas; −1 for none.
    var area = -1
}

/// Why a request is not in a report.
enum ReportOmission: Int, Sendable, CaseIterable {
    case otherCategory, outsideDates, undated, openedLater, closedWithoutDate, closedBeforeOpened
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
    ///   - days: The days of opening that are asked for.
    ///   - target: The days that a request of its category may take, where the request has no due date of its own.
    func request(
        _ row: Int, category: Int, openedOn days: ClosedRange<CivilDate>?, target: Double?
    ) throws(Omitted) -> ServedRequest {
        guard let opened = table.opened[row] else { throw Omitted(reason: .undated) }
        let openedDay = clock.date(at: opened)
        if openedDay > asOf { throw Omitted(reason: .openedLater) }
        if let days, !days.contains(openedDay) { throw Omitted(reason: .outsideDates) }
        var wait = Wait(days: Self.days(opened, end), end: .stillOpen)
        var lastDay = asOf
        if case .closed(let moment) = reports.report(row).state {
            guard let moment else { throw Omitted(reason: .closedWithoutDate) }
            if moment < opened { throw Omitted(reason: .closedBeforeOpened) }
            let closedDay = clock.date(at: moment)
            if closedDay <= asOf {
                wait = Wait(days: Self.days(opened, moment), end: .closed)
                lastDay = closedDay
            }
        }
        let taken = Wait(days: Double(lastDay.daysSince1970 - openedDay.daysSince1970), end: wait.end)
        return ServedRequest(
            row: row, category: category, wait: wait,
            outcome: allowed(row, openedDay, target).map { TargetOutcome(of: taken, target: $0) })
    }

    /// Returns the calendar days that a request may take: until its due date or, where it has none, its category's
    /// target. A due date before the opening says nothing.
    private func allowed(_ row: Int, _ opened: CivilDate, _ target: Double?) -> Double? {
        if let due = table.due[row] {
            let days = clock.date(at: due).daysSince1970 - opened.daysSince1970
            if days >= 0 { return Double(days) }
        }
        return target.map { $0.rounded(.up) }
    }

    private static func days(_ from: Timestamp, _ to: Timestamp) -> Double {
        Double(to.secondsSince1970 - from.secondsSince1970) / 86_400
    }
}
