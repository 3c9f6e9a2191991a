package import Chronology

/// Writes days and spans of days as people read them.
package enum DayText {
    /// The months' names.
    package static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// Returns `June 30, 2025`.
    package static func long(_ day: CivilDate) -> String {
        "\(months[day.month - 1]) \(day.day), \(day.year)"
    }

    /// Returns `2.5 d`, `–` where it is not known.
    package static func short(_ days: Double?) -> String { days.map { "\(NumberText.decimal($0)) d" } ?? "–" }

    /// Returns `1 day`, `1,200 days`.
    package static func days(_ count: Int) -> String { counted(count, "day") }

    /// Returns a count with its noun, which takes an s for any count but 1.
    package static func counted(_ count: Int, _ noun: String) -> String {
        "\(NumberText.count(count)) \(noun)\(count == 1 ? "" : "s")"
    }
}
