/// The time within which something is to be done.
package enum Deadline: Sendable, Hashable {
    case days(Double)
    case businessDays(Int, BusinessCalendar)

    /// No deadline is longer, days.
    private static let longest = 100_000.0

    /// Returns the last day that is in time. Parts of days are rounded up.
    ///
    /// Business days count from the opening's day or, where that is no business day or its hours are over, from the next
    /// one. ``Deadline/businessDays(_:_:)`` of 0 ends on the day from which it counts.
    ///
    /// - Parameters:
    ///   - opened: The day of the opening.
    ///   - second: Its second of the day, where it is known.
    package func lastDay(from opened: CivilDate, at second: Int? = nil) -> CivilDate {
        switch self {
        case .days(let days):
            return CivilDate(daysSince1970: opened.daysSince1970 + Int(min(days.rounded(.up), Self.longest)))
        case .businessDays(let count, let calendar):
            let isOver = second.map { $0 >= calendar.hours.upperBound } ?? false
            let start =
                isOver || !calendar.isBusinessDay(opened) ? calendar.nextBusinessDay(after: opened) : opened
            return calendar.day(min(count, Int(Self.longest)), after: start)
        }
    }
}

extension Deadline: CustomStringConvertible {
    /// The time in words: `5 days`, `1 business day`.
    package var description: String {
        switch self {
        case .days(let days):
            days == days.rounded() ? Self.text(Int(days), "day") : "\(days) days"
        case .businessDays(let days, _): Self.text(days, "business day")
        }
    }

    private static func text(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
