import DelimitedText

/// Joins a date and the time of day that stands in a column of its own.
enum DateAndTime {
    /// Returns `01-01-2024 09:02` of `01-01-2024` and `09:02`: the date without the midnight that programs write behind it, and
    /// the time without the day that spreadsheets write before it. `902` and `0902` are 09:02.
    ///
    /// - Returns: The date alone where there is no time, and nothing where there is no date.
    static func joined(_ date: UnsafeBufferPointer<UInt8>, _ time: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard !BlankText.isBlank(date) else { return [] }
        guard !BlankText.isBlank(time) else { return Array(date) }
        let day = withoutMidnight(Array(date))
        return day + [0x20] + withoutDay(Array(time))
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
