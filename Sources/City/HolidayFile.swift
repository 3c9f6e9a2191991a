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
        var event = Event()
        // Time zones and alarms have days and rules of their own.
        var parts: [String] = []
        for (line, text) in unfolded(lines) {
            let name = text.prefix { $0 != ":" && $0 != ";" }.uppercased()
            let value = text.suffix(from: text.lastIndex(of: ":") ?? text.endIndex).dropFirst()
            if name == "BEGIN" {
                parts.append(value.trimmingCharacters(in: .whitespaces).uppercased())
                if parts.last == "VEVENT" { event = Event() }
                continue
            }
            if name == "END" {
                if parts.popLast() == "VEVENT" { days.formUnion(event.days) }
                continue
            }
            guard parts.last == "VEVENT" else { continue }
            switch name {
            case "DTSTART": event.start = try day(value, path: path, line: line)
            case "DTEND": event.end = try day(value, path: path, line: line)
            case "STATUS": event.isCancelled = value.uppercased().hasPrefix("CANCELLED")
            case "EXDATE": event.left += try self.days(value, path: path, line: line)
            case "RDATE": event.further += try self.days(value, path: path, line: line)
            case "RRULE":
                guard let rule = HolidayRule(value), event.rule == nil else {
                    throw unkept("\(name):\(value)", path: path, line: line)
                }
                event.rule = rule
            case "DURATION": event.length = length(value)
            case "EXRULE", "RECURRENCE-ID": throw unkept(name, path: path, line: line)
            default: continue
            }
        }
        return days
    }

    private static func unkept(_ what: String, path: String, line: Int) -> CityFileError {
        CityFileError(
            path: path, line: line,
            message: "\(what) is none of the rules that holidays are read by, such as"
                + " RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH; list the days instead")
    }

    /// One holiday, with the rule by which it comes back.
    private struct Event {
        var start: CivilDate?
        var end: CivilDate?
        /// Days.
        var length: Int?
        var rule: HolidayRule?
        var left: [CivilDate] = []
        var further: [CivilDate] = []
        var isCancelled = false

        var days: [CivilDate] {
            guard let start, !isCancelled else { return [] }
            // The end is the day after the last; a holiday of a month and more is a mistake.
            let days = end.map { $0.daysSince1970 - start.daysSince1970 } ?? length ?? 1
            let count = min(31, max(1, days))
            let left = Set(left)
            return ((rule?.days(from: start) ?? [start]) + further).filter { !left.contains($0) }
                .flatMap { first in (0..<count).map { CivilDate(daysSince1970: first.daysSince1970 + $0) } }
        }
    }

    /// Returns the days of `P1D` or `P1W`; one of less.
    private static func length(_ text: Substring) -> Int {
        let number = Int(text.dropFirst().prefix(while: \.isNumber)) ?? 1
        return switch text.last {
        case "D": number
        case "W": 7 * number
        default: 1
        }
    }

    /// The lines with their numbers; one that begins with a space goes on with the line before it.
    private static func unfolded(_ lines: [String]) -> [(line: Int, text: String)] {
        var whole: [(line: Int, text: String)] = []
        for (index, line) in lines.enumerated() {
            if let first = line.first, first == " " || first == "\t", !whole.isEmpty {
                whole[whole.count - 1].text += line.dropFirst()
            } else {
                whole.append((index + 1, line))
            }
        }
        return whole
    }

    private static func days(_ text: Substring, path: String, line: Int) throws(CityFileError) -> [CivilDate]
    {
        var days: [CivilDate] = []
        for part in text.split(separator: ",") { days.append(try day(part, path: path, line: line)) }
        return days
    }

    /// Returns the day of `20240704`.
    private static func day(_ text: Substring, path: String, line: Int) throws(CityFileError) -> CivilDate {
        guard let date = CivilDate(compact: text) else {
            throw CityFileError(path: path, line: line, message: "holds no day such as DTSTART:20240704")
        }
        return date
    }
}
