import Chronology
import ServiceRequests

/// Finds the day until which a city's requests go.
enum LastDay {
    /// Returns the day on which the last request was opened.
    ///
    /// - Parameter page: What shows that day, such as `map`.
    /// - Throws: ``Failure`` where no request has a date.
    static func of(_ table: RequestTable, clock: CityClock, shownOn page: String) throws -> CivilDate {
        let days = table.opened.seconds.lazy.filter { $0 != TimestampColumn.missing }
        guard let last = days.max() else {
            throw Failure(
                "\(table.intake.sourceName): no request has a date of opening; name the \(page)'s day with --as-of"
            )
        }
        warnOfStragglers(table, last: last, clock: clock, page)
        return clock.date(at: Timestamp(secondsSince1970: last))
    }

    /// Says when the last day stands alone, as a mistyped year does: all ages would be wrong.
    private static func warnOfStragglers(
        _ table: RequestTable, last: Int64, clock: CityClock, _ page: String
    ) {
        let days = table.opened.seconds.filter { $0 != TimestampColumn.missing }.sorted()
        guard days.count > 1000 else { return }
        let usual = days[days.count - 1 - days.count / 1000]
        guard last - usual > 60 * 86_400 else { return }
        let (lastDay, usualDay) = (
            clock.date(at: Timestamp(secondsSince1970: last)),
            clock.date(at: Timestamp(secondsSince1970: usual))
        )
        Terminal.warn(
            "the \(page) shows \(lastDay), when the last request was opened, but 999 in 1,000 were opened by \(usualDay);"
                + " if that date is a mistake, name the day with --as-of \(usualDay)")
    }
}
