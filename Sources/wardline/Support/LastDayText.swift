import Chronology
import Records
import ServiceRequests

/// What people are told about the day that a map or a report shows.
enum LastDayText {
    /// Returns the day until which the requests go, and warns where it looks like a mistake.
    ///
    /// - Parameter page: What shows that day, such as `map`.
    /// - Throws: ``Failure`` where no request has a date.
    static func day(of table: RequestTable, clock: CityClock, shownOn page: String) throws -> CivilDate {
        guard let last = LastDay(of: table, clock: clock) else {
            throw Failure(
                "\(table.intake.sourceName): no request has a date of opening; name the \(page)'s day with --as-of"
            )
        }
        if let usual = last.usual {
            Terminal.warn(
                "the \(page) shows \(last.day), when the last date is, but 999 in 1,000 dates lie by \(usual);"
                    + " if that date is a mistake, name the day with --as-of \(usual)")
        }
        return last.day
    }
}
