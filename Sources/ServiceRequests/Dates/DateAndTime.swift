import DelimitedText

/// Joins what stands in columns of its own: a date and its time of day, or the year, the month and the day of a date.
package enum DateAndTime {
    /// Returns `2024-07-01` of `2024`, `7` and `1`, and `1 July 2024` where the month is a name. `2024.0`, as programs write that
    /// take years for decimals, is 2024.
    ///
    /// - Returns: Nothing where no part is filled. What has no year of four digits, or lacks a part, is a text that no layout reads:
    ///   parts in another order are no other date.
    package static func day(ofParts parts: [[UInt8]]) -> [UInt8] {
        let filled = parts.filter { part in !part.withUnsafeBufferPointer(BlankText.isBlank) }
        guard !filled.isEmpty else { return [] }
        let (year, month, day) = (numeral(parts[0]), numeral(parts[1]), numeral(parts[2]))
        let isWhole = filled.count == 3 && year.count == 4 && (year + day).allSatisfy(isDigit)
        guard isWhole, !day.isEmpty, day.count <= 2, !month.isEmpty else {
            return Array(filled.joined(separator: Array(" ? ".utf8)))
        }
        guard month.allSatisfy(isDigit) else { return day + [0x20] + month + [0x20] + year }
        guard month.count <= 2 else { return Array(filled.joined(separator: Array(" ? ".utf8))) }
        return year + [dash] + month + [dash] + day
    }

    private static let dash = UInt8(ascii: "-")

    /// A number without the spaces around it and the point that a program wrote behind it.
    private static func numeral(_ text: [UInt8]) -> [UInt8] {
        let trimmed = text.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
        return Array(trimmed).withUnsafeBufferPointer { Array(WholeNumber.withoutPoint($0)) }
    }

    /// Returns `01-01-2024 09:02` of `01-01-2024` and `09:02`: the date without the midnight that programs write behind it, and
    /// the time without the day that spreadsheets write before it. `902` and `0902` are 09:02.
    ///
    /// - Returns: The date alone where there is no time, and nothing where there is no date.
    static func joined(_ date: [UInt8], _ time: [UInt8]) -> [UInt8] {
        guard !date.withUnsafeBufferPointer(BlankText.isBlank) else { return [] }
        guard !time.withUnsafeBufferPointer(BlankText.isBlank) else { return date }
        return withoutMidnight(date) + [0x20] + withoutDay(time)
    }

    private static let colon = UInt8(ascii: ":")

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    private static func withoutMidnight(_ date: [UInt8]) -> [UInt8] {
        guard let mark = date.firstIndex(of: colon) else { return date }
        let hour = date[..<mark].lastIndex { !isDigit($0) } ?? 0
        let rest = date[(hour + 1)...]
        // `00:00:00.000Z`, and `12:00:00 AM` as American programs write it.
        let digits = rest.filter(isDigit)
        let isMidnight =
            digits.allSatisfy { $0 == UInt8(ascii: "0") }
            || digits.starts(with: "1200".utf8) && rest.contains { $0 | 0x20 == UInt8(ascii: "a") }
        return isMidnight && hour > 0 ? Array(date[..<hour]) : date
    }

    private static func withoutDay(_ time: [UInt8]) -> [UInt8] {
        if let mark = time.firstIndex(of: colon) {
            let start = time[..<mark].lastIndex { !isDigit($0) }
            return Array(time[((start ?? -1) + 1)...])
        }
        guard (3...4).contains(time.count), time.allSatisfy(isDigit) else { return time }
        return time.dropLast(2) + [colon] + time.suffix(2)
    }
}
