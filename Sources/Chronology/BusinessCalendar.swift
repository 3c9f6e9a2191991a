/// The days and hours on which a city works.
package struct BusinessCalendar: Sendable, Hashable {
    /// Days of the week, Monday 1 to Sunday 7; never empty.
    package let weekdays: Set<Int>
    /// Seconds of the day; what comes in at the end or later counts from the next business day.
    package let hours: Range<Int>
    package let holidays: Set<CivilDate>

    /// Creates a calendar of some days of the week, of all of them where none is named.
    package init(
        weekdays: Set<Int> = [1, 2, 3, 4, 5], hours: Range<Int> = 0..<86_400, holidays: Set<CivilDate> = []
    ) {
        let known = weekdays.intersection(1...7)
        self.weekdays = known.isEmpty ? Set(1...7) : known
        self.hours = hours
        self.holidays = holidays
    }

    package func isBusinessDay(_ day: CivilDate) -> Bool {
        weekdays.contains(day.weekday) && !holidays.contains(day)
    }

    /// Returns the business day that many business days after a day: 1 after a Friday is the Monday.
    package func day(_ count: Int, after start: CivilDate) -> CivilDate {
        var day = start
        for _ in 0..<count { day = nextBusinessDay(after: day) }
        return day
    }

    /// Returns the first business day after a day. Within ten years of holidays there is none; the day itself then.
    package func nextBusinessDay(after day: CivilDate) -> CivilDate {
        for offset in 1...3660 {
            let next = CivilDate(daysSince1970: day.daysSince1970 + offset)
            if isBusinessDay(next) { return next }
        }
        return day
    }
}

extension CivilDate {
    /// The day of the week, Monday 1 to Sunday 7.
    package var weekday: Int {
        // 1970-01-01 was a Thursday.
        let days = (daysSince1970 + 3) % 7
        return (days < 0 ? days + 7 : days) + 1
    }
}
