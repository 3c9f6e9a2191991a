extension DateLayout {
    /// Reads `20:47`, `20:47:11.000`, `8:47:11 PM`, `08.47.11.000000 PM` or `20h47` as seconds since midnight.
    @inline(__always)
    static func timeOfDay(_ cursor: inout TextCursor) -> Int? {
        guard let hours = cursor.digits(), hours.count <= 2 else { return nil }
        if let minute = frenchMinute(&cursor) {
            return hours.value < 24 ? hours.value * 3600 + minute * 60 : nil
        }
        let separator = cursor.next
        guard
            separator == UInt8(ascii: ":") || separator == UInt8(ascii: ".")
                || separator | 0x20 == UInt8(ascii: "h"),
            cursor.pass(separator), let minute = cursor.twoDigits(), minute < 60
        else { return nil }
        var hour = hours.value
        var second = 0
        if cursor.pass(separator) {
            guard let seconds = cursor.twoDigits(), seconds <= 60 else { return nil }
            second = seconds
            if cursor.pass(UInt8(ascii: ".")) || cursor.pass(UInt8(ascii: ",")) {
                guard cursor.digits() != nil else { return nil }
            }
        }
        if let isAfternoon = meridiem(&cursor) {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        // 24:00 is the day's end.
        guard hour < 24 || (hour == 24 && minute == 0 && second == 0) else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// Reads what is behind the hour of `14 h 30`, `14 h 30 min` and `14 h`; `nil` for another text.
    @inline(__always)
    private static func frenchMinute(_ cursor: inout TextCursor) -> Int? {
        guard cursor.next == 0x20 || cursor.next | 0x20 == UInt8(ascii: "h") else { return nil }
        return spacedMinute(&cursor)
    }

    @inline(never)
    private static func spacedMinute(_ cursor: inout TextCursor) -> Int? {
        var ahead = cursor
        ahead.passSpaces()
        guard ahead.next | 0x20 == UInt8(ascii: "h"), ahead.pass(ahead.next) else { return nil }
        let isSpaced = cursor.next == 0x20 || ahead.next == 0x20
        ahead.passSpaces()
        if ahead.isAtEnd {
            cursor = ahead
            return 0
        }
        // `14h30` and what follows it are read as other times are.
        guard isSpaced, let minute = ahead.twoDigits(), minute < 60, !ahead.isAtDigit else { return nil }
        var behind = ahead
        behind.passSpaces()
        if behind.passWord(among: minuteWords) { ahead = behind }
        cursor = ahead
        return minute
    }

    private static let minuteWords = Set(["min", "mn"].map(TextCursor.packed))

    /// Reads `AM`, `pm` or `p.m.` where it stands; whether it is the afternoon.
    @inline(__always)
    private static func meridiem(_ cursor: inout TextCursor) -> Bool? {
        var ahead = cursor
        ahead.passSpaces()
        let letter = ahead.next | 0x20
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"), ahead.pass(ahead.next) else {
            return nil
        }
        if ahead.pass(UInt8(ascii: ".")) { ahead.passSpaces() }
        guard ahead.next | 0x20 == UInt8(ascii: "m"), ahead.pass(ahead.next) else { return nil }
        _ = ahead.pass(UInt8(ascii: "."))
        // `10:00 America/New_York` has no AM.
        guard !ahead.isAtLetter else { return nil }
        cursor = ahead
        return letter == UInt8(ascii: "p")
    }
}
