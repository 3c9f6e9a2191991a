import Algorithms
import Chronology

/// The days on which Fairhaven's offices are closed, and what is due by the days on which they are open.
enum CityHolidays {
    private static let names: [(day: String, name: String)] = [
        ("2022-07-04", "Independence Day"), ("2022-09-05", "Labor Day"), ("2022-10-10", "Columbus Day"),
        ("2022-11-11", "Veterans Day"), ("2022-11-24", "Thanksgiving"), ("2022-12-26", "Christmas Day"),
        ("2023-01-02", "New Year's Day"), ("2023-01-16", "Martin Luther King Day"),
        ("2023-02-20", "Presidents' Day"), ("2023-04-17", "Patriots' Day"), ("2023-05-29", "Memorial Day"),
        ("2023-06-19", "Juneteenth"), ("2023-07-04", "Independence Day"), ("2023-09-04", "Labor Day"),
        ("2023-10-09", "Columbus Day"), ("2023-11-10", "Veterans Day"), ("2023-11-23", "Thanksgiving"),
        ("2023-12-25", "Christmas Day"), ("2024-01-01", "New Year's Day"),
        ("2024-01-15", "Martin Luther King Day"), ("2024-02-19", "Presidents' Day"),
        ("2024-04-15", "Patriots' Day"), ("2024-05-27", "Memorial Day"), ("2024-06-19", "Juneteenth"),
        ("2024-07-04", "Independence Day"), ("2024-09-02", "Labor Day"), ("2024-10-14", "Columbus Day"),
        ("2024-11-11", "Veterans Day"), ("2024-11-28", "Thanksgiving"), ("2024-12-25", "Christmas Day"),
        ("2025-01-01", "New Year's Day"), ("2025-01-20", "Martin Luther King Day"),
        ("2025-02-17", "Presidents' Day"), ("2025-04-21", "Patriots' Day"), ("2025-05-26", "Memorial Day"),
        ("2025-06-19", "Juneteenth"), ("2025-07-04", "Independence Day"), ("2025-09-01", "Labor Day"),
    ]

    static let calendar = BusinessCalendar(holidays: Set(names.compactMap { CivilDate(iso: $0.day) }))

    /// The days as the city file lists them, eight a line.
    static var list: String {
        let lines = names.map(\.day).chunks(ofCount: 8).map { $0.joined(separator: ", ") }
        return "[" + lines.joined(separator: ",\n             ") + "]"
    }

    static func isHoliday(_ day: CivilDate) -> Bool { calendar.holidays.contains(day) }

    /// Returns the moment by which a request should be closed: the target's days later or, of some kinds, at five o'clock of the
    /// last of so many business days.
    static func due(of kind: Category, opened: WallTime) -> WallTime {
        guard let days = kind.businessTarget else { return opened.adding(days: kind.target) }
        let start =
            calendar.isBusinessDay(opened.date) ? opened.date : calendar.nextBusinessDay(after: opened.date)
        return WallTime(seconds: calendar.day(days, after: start).daysSince1970 * 86_400 + 61_200)
    }
}
