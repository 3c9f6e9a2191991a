import Chronology
import Foundation
import Wording

/// What people write for a time zone, and the name that they mean.
enum TimeZoneNames {
    /// Returns why a text is no time zone, and what to write in its place; `nil` where it is one.
    ///
    /// Abbreviations such as `EST` name no place and hide summer time: the clock does not know them.
    static func fault(in text: String) -> String? {
        guard CityClock(timeZone: text) == nil else { return nil }
        if let hours = offset(text) {
            let name = hours == 0 ? "UTC" : "Etc/GMT\(hours < 0 ? "+" : "-")\(abs(hours))"
            return
                "“\(text)” names no place, and so no summer time; name the city's zone, such as America/New_York,"
                + " or, for a clock that never changes, \(name)"
                + (hours == 0 ? "" : " (whose sign is the other way around)")
        }
        let meant = meaning(of: text) ?? Spelling.nearest(to: text, among: places)
        return "“\(text)” is no time zone of the form Area/Place; did you mean \(meant)?"
    }

    private static var places: [String] {
        TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }
    }

    /// Returns the whole hours of a text such as `GMT-5`, `UTC+05:00` or `-05:00`; `nil` for any other.
    private static func offset(_ text: String) -> Int? {
        let plain = text.uppercased().replacing("\u{2212}", with: "-").filter { !$0.isWhitespace }
        guard let match = plain.wholeMatch(of: /(?:GMT|UTC|Z)?(?:([+-])0?(\d{1,2})(?::?00)?)?/),
            !plain.isEmpty, match.2 != nil || plain == "Z"
        else { return nil }
        guard let digits = match.2 else { return 0 }
        guard let hours = Int(digits), hours <= (match.1 == "-" ? 12 : 14) else { return nil }
        return match.1 == "-" ? -hours : hours
    }

    /// Returns the zone of an abbreviation or a word: `EST`, `Eastern`, `Pacific Time (US & Canada)`.
    private static func meaning(of text: String) -> String? {
        let words = NameKey(text).words
        if words.count == 1, let zone = abbreviations[words[0].uppercased()] { return zone }
        let telling = words.filter { !fillers.contains($0) }
        return telling.count == 1 ? byWord[telling[0]] : nil
    }

    private static let fillers: Set<String> = [
        "time", "standard", "daylight", "us", "usa", "canada", "zone", "and",
    ]

    /// What people mean by words of North America.
    private static let byWord = [
        "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
        "pacific": "America/Los_Angeles", "arizona": "America/Phoenix", "alaska": "America/Anchorage",
        "alaskan": "America/Anchorage", "hawaii": "Pacific/Honolulu", "hawaiian": "Pacific/Honolulu",
        "atlantic": "America/Halifax", "newfoundland": "America/St_Johns",
    ]

    /// What people mean by abbreviations of North America.
    private static let abbreviations = [
        "EST": "America/New_York", "EDT": "America/New_York", "EST5EDT": "America/New_York",
        "ET": "America/New_York", "CST": "America/Chicago", "CDT": "America/Chicago",
        "CST6CDT": "America/Chicago", "CT": "America/Chicago", "MST": "America/Denver",
        "MDT": "America/Denver", "MST7MDT": "America/Denver", "MT": "America/Denver",
        "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PST8PDT": "America/Los_Angeles",
        "PT": "America/Los_Angeles", "AKST": "America/Anchorage", "HST": "Pacific/Honolulu",
        "AST": "America/Halifax", "NST": "America/St_Johns",
    ]
}
