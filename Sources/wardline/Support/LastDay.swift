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
        var moments = table.opened.seconds.filter { $0 != TimestampColumn.missing }
        guard !moments.isEmpty else {
            throw Failure(
                "\(table.intake.sourceName): no request has a date of opening; name the \(page)'s day with --as-of"
            )
        }
        if events == .openingsAndClosings {
            moments += table.closed.seconds.filter { $0 != TimestampColumn.missing }
        }
        moments.sort()
        let last = moments[moments.count - 1]
        warnOfStragglers(moments, clock: clock, page, events)
        return clock.date(at: Timestamp(secondsSince1970: last))
    }

    /// Says when the last day stands alone, as a mistyped year does: all ages would be wrong.
    private static func warnOfStragglers(
        _ moments: [Int64], clock: CityClock, _ page: String, _ events: Events
    ) {
        guard moments.count > 1000 else { return }
        let last = moments[moments.count - 1]
        let usual = moments[moments.count - 1 - moments.count / 1000]
        guard last - usual > 60 * 86_400 else { return }
        let (lastDay, usualDay) = (
            clock.date(at: Timestamp(secondsSince1970: last)),
            clock.date(at: Timestamp(secondsSince1970: usual))
        )
        let (what, all) =
            events == .openings
            ? ("the last request was opened", "were opened") : ("the last date is", "dates lie")
        Terminal.warn(
            "the \(page) shows \(lastDay), when \(what), but 999 in 1,000 \(all) by \(usualDay);"
                + " if that date is a mistake, name the day with --as-of \(usualDay)")
    }
}
