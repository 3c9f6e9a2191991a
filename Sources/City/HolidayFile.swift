import Chronology
import Foundation

/// Reads holidays from a file: an iCalendar (RFC 5545), or text with a day at the beginning of each line.
enum HolidayFile {
    /// - Throws: ``CityFileError`` for a file that cannot be read as text, or a line without a day.
    static func read(_ path: String) throws(CityFileError) -> Set<CivilDate> {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CityFileError(path: path, line: nil, message: "cannot be read as UTF-8 text")
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let isCalendar = lines.contains { $0.uppercased().hasPrefix("BEGIN:VCALENDAR") }
        return isCalendar ? try calendar(lines, path: path) : try list(lines, path: path)
    }

    /// Blank lines and those that begin with `#` are passed over; what follows a day is its name.
    private static func list(_ lines: [String], path: String) throws(CityFileError) -> Set<CivilDate> {
        var days: Set<CivilDate> = []
        for (index, line) in lines.enumerated() {
            let text = line.drop(while: \.isWhitespace)
            if text.isEmpty || text.hasPrefix("#") { continue }
            guard let day = CivilDate(iso: text.prefix(10)) else {
                throw CityFileError(
                    path: path, line: index + 1,
                    message: "begins with no day; such as 2024-07-04 Independence Day")
            }
            days.insert(day)
        }
        return days
    }

    private static func calendar(_ lines: [String], path: String) throws(CityFileError) -> Set<CivilDate> {
        var days: Set<CivilDate> = []
        var start: CivilDate?
        var end: CivilDate?
        for (index, line) in lines.enumerated() {
            let upper = line.uppercased()
            if upper.hasPrefix("BEGIN:VEVENT") { (start, end) = (nil, nil) }
            if upper.hasPrefix("DTSTART") { start = try day(line, path: path, line: index + 1) }
            if upper.hasPrefix("DTEND") { end = try day(line, path: path, line: index + 1) }
            guard upper.hasPrefix("END:VEVENT"), let first = start else { continue }
            // The end is the day after the last; a holiday of a month and more is a mistake.
            let count = min(31, max(1, (end ?? first).daysSince1970 - first.daysSince1970))
            for offset in 0..<count {
                days.insert(CivilDate(daysSince1970: first.daysSince1970 + offset))
            }
        }
        return days
    }

    /// Returns the day of `DTSTART;VALUE=DATE:20240704`.
    private static func day(_ text: String, path: String, line: Int) throws(CityFileError) -> CivilDate {
        let digits = text.split(separator: ":").last.map { Array($0.prefix(8)) } ?? []
        guard digits.count == 8, let year = Int(String(digits[0..<4])),
            let month = Int(String(digits[4..<6])), let day = Int(String(digits[6..<8])),
            let date = CivilDate(year: year, month: month, day: day)
        else { throw CityFileError(path: path, line: line, message: "holds no day such as DTSTART:20240704") }
        return date
    }
}
