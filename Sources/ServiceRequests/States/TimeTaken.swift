package import Chronology

/// How long requests took, or have been seen open: the one rule for waits, series, closures, hotspots and audits, whose moments may
/// be days without times.
///
/// A day is read as its first second. Where an opening is one, time is counted from day to day, each as 24 hours long, whatever
/// clocks did between them: what is closed on the seventh day took seven days in the week in which summer time ends too. Where only the
/// closing is one, it was at any time of that day after the opening, in the mean in the middle of what was left of it.
package struct TimeTaken: Sendable {
    fileprivate let clock: CityClock
    /// Whether the first second of a day stands for a day without a time in the openings, and in the closings.
    private let opensByDay: Bool
    private let closesByDay: Bool

    /// Creates the rule for the requests of a table: where hardly any moment is the first second of a day, it is one by chance.
    package init(_ table: RequestTable, clock: CityClock) {
        self.init(
            clock: clock, opensByDay: Self.hasDays(table.opened.seconds, clock),
            closesByDay: Self.hasDays(table.closed.seconds, clock))
    }

    package init(clock: CityClock, opensByDay: Bool = true, closesByDay: Bool = true) {
        self.clock = clock
        self.opensByDay = opensByDay
        self.closesByDay = closesByDay
    }

    package func isOpenedByDay(_ opened: Timestamp) -> Bool { opensByDay && clock.isDayOnly(opened) }
    package func isClosedByDay(_ closing: Timestamp) -> Bool { closesByDay && clock.isDayOnly(closing) }

    /// Returns the seconds between an opening and a closing that ``RequestEnd`` takes for one.
    package func seconds(from opened: Timestamp, to closing: Timestamp) -> Int64 {
        if isOpenedByDay(opened) {
            let wall =
                clock.isDayOnly(closing)
                ? Self.wallSeconds(clock.date(at: closing)) : clock.wallSeconds(at: closing)
            return max(0, wall - Self.wallSeconds(clock.date(at: opened)))
        }
        let later = max(closing, opened).secondsSince1970 - opened.secondsSince1970
        guard isClosedByDay(closing) else { return later }
        let next = clock.startOfDay(CivilDate(daysSince1970: clock.date(at: closing).daysSince1970 + 1))
        return later + max(0, next.secondsSince1970 - max(closing, opened).secondsSince1970) / 2
    }

    /// Returns for how many seconds a request has been seen before a moment.
    ///
    /// Where days are counted what is closed on the last day took as many days as that is later than the opening, and one more has not
    /// been seen.
    package func secondsSeen(from opened: Timestamp, before end: Timestamp) -> Int64 {
        guard isOpenedByDay(opened) else { return max(0, end.secondsSince1970 - opened.secondsSince1970) }
        let last = Timestamp(secondsSince1970: end.secondsSince1970 - 1)
        return max(0, clock.wallSeconds(at: last) - Self.wallSeconds(clock.date(at: opened)))
    }

    private static func wallSeconds(_ day: CivilDate) -> Int64 { Int64(day.daysSince1970) * 86_400 }

    /// Whether more moments of a column are the first second of a day than chance lets be.
    ///
    /// One minute in 1,440 begins a day; four standard deviations more are no chance.
    private static func hasDays(_ column: MomentSeconds, _ clock: CityClock) -> Bool {
        let usual = Double(column.count { $0 != TimestampColumn.missing }) / 1440
        let most = usual + 4 * usual.squareRoot()
        var found = 0
        for seconds in column
        where seconds != TimestampColumn.missing && clock.isDayOnly(Timestamp(secondsSince1970: seconds)) {
            found += 1
            if Double(found) > most { return true }
        }
        return false
    }
}

extension RequestTable {
    /// Returns the seconds that a request took until its closing, also where that was its first one and the request is open again; `nil`
    /// where there is none, or none that can be.
    package func secondsTaken(at row: Int, by time: TimeTaken) -> Int64? {
        let never = Timestamp(secondsSince1970: .max)
        guard let opened = opened[row], let closing = closed[row],
            case .closed = RequestEnd(closing: closing, opened: opened, clock: time.clock, before: never)
        else { return nil }
        return time.seconds(from: opened, to: closing)
    }
}
