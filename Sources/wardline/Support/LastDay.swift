import Chronology
import ServiceRequests

/// Finds the day until which a city's requests go.
enum LastDay {
    /// Which moments of a request make its last day.
    enum Events { case openings, openingsAndClosings }

    /// Returns the day of the last opening or, with the closings, of the last of both.
    ///
    /// - Parameter page: What shows that day, such as `map`.
    /// - Throws: ``Failure`` where no request has a date.
    static func of(
        _ table: RequestTable, _ events: Events = .openings, clock: CityClock, shownOn page: String
    ) throws -> CivilDate {
        guard let last = last(table, events) else {
            throw Failure(
                "\(table.intake.sourceName): no request has a date of opening; name the \(page)'s day with --as-of"
            )
        }
        let lastDay = clock.date(at: last)
        if let usual = usual(table, events, last).map(clock.date) {
            let (what, all) =
                events == .openings
                ? ("the last request was opened", "were opened") : ("the last date is", "dates lie")
            Terminal.warn(
                "the \(page) shows \(lastDay), when \(what), but 999 in 1,000 \(all) by \(usual);"
                    + " if that date is a mistake, name the day with --as-of \(usual)")
        }
        return lastDay
    }

    /// Returns the last moment, or `nil` where no request has a date of opening.
    static func last(_ table: RequestTable, _ events: Events) -> Timestamp? {
        guard let opened = table.opened.seconds.max(), opened != TimestampColumn.missing else { return nil }
        return Timestamp(secondsSince1970: columns(table, events).compactMap { $0.max() }.max() ?? opened)
    }

    /// Returns the moment by which 999 in 1,000 lie, where the last one stands alone far behind it, as a mistyped year
    /// does: all ages would be wrong.
    private static func usual(_ table: RequestTable, _ events: Events, _ last: Timestamp) -> Timestamp? {
        let columns = columns(table, events)
        let recent = last.secondsSince1970 - 60 * 86_400
        let count = columns.reduce(0) { $0 + $1.count { $0 != TimestampColumn.missing } }
        let alone = count / 1000
        guard count > 1000, columns.reduce(0, { $0 + $1.count { $0 >= recent } }) <= alone else { return nil }
        return Timestamp(secondsSince1970: columns.joined().sorted(by: >)[alone])
    }

    private static func columns(_ table: RequestTable, _ events: Events) -> [[Int64]] {
        events == .openings ? [table.opened.seconds] : [table.opened.seconds, table.closed.seconds]
    }
}
