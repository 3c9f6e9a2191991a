/// Reads months, days of the week and hours as people write them.
enum DayNames {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
    private static let days = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// Returns the number of a month that is named (`July`, `Jul`) or numbered; `nil` for anything else.
    static func month(_ text: String) -> Int? {
        if let number = Int(text), (1...12).contains(number) { return number }
        return index(of: text, in: months)
    }

    /// Returns the days of `Mon-Fri` or `Sat`, Monday 1 to Sunday 7; `nil` for anything else.
    static func weekdays(_ text: String) -> Set<Int>? {
        let ends = text.replacing("–", with: "-").split(separator: "-", omittingEmptySubsequences: false).map
        {
            index(of: $0.filter { !$0.isWhitespace }, in: days)
        }
        guard let first = ends.first, let start = first, ends.count <= 2, let end = ends[ends.count - 1]
        else { return nil }
        // Sat-Mon goes round the end of the week.
        return start <= end ? Set(start...end) : Set(start...7).union(1...end)
    }

    /// Returns the seconds of the day of `8-17` or `8:30-17`; `nil` for anything else.
    static func hours(_ text: String) -> Range<Int>? {
        let ends = text.replacing("–", with: "-").split(separator: "-").map { seconds(String($0)) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
        return start..<end
    }

    private static func seconds(_ text: String) -> Int? {
        let parts = text.filter { !$0.isWhitespace }.split(separator: ":", omittingEmptySubsequences: false)
            .map { Int($0) }
        guard (1...2).contains(parts.count), let hour = parts[0], (0...24).contains(hour) else { return nil }
        guard parts.count == 2 else { return hour * 3600 }
        guard let minute = parts[1], (0...59).contains(minute), hour < 24 || minute == 0 else { return nil }
        return hour * 3600 + minute * 60
    }

    /// Returns the number, from 1, of the one name that begins with a text of three letters or more.
    private static func index(of text: String, in names: [String]) -> Int? {
        guard text.count >= 3 else { return nil }
        return names.firstIndex { $0.hasPrefix(text.lowercased()) }.map { $0 + 1 }
    }
}
