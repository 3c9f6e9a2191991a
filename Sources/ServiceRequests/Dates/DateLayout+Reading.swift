extension DateLayout {
    /// Reads a date that is written in this layout, or returns `nil` for any other text.
    @inline(__always)
    func read(_ text: UnsafeBufferPointer<UInt8>) -> DateReading? {
        guard var cursor = TextCursor(text) else { return nil }
        switch self {
        case .yearFirst: return Self.plain(text) ?? Self.yearFirst(&cursor)
        case .yearDayMonth: return Self.yearFirst(&cursor, isDayNext: true)
        case .numbers(let order): return Self.numbers(&cursor, order)
        case .partedNumbers(let order, let separator):
            return Self.separator(of: text) == separator ? Self.numbers(&cursor, order) : nil
        case .monthName: return Self.monthName(&cursor)
        case .yearBeforeName: return Self.monthName(&cursor, isYearBefore: true)
        case .compact: return Self.compact(&cursor)
        case .unix: return Self.unix(&cursor)
        case .serial: return Self.serial(&cursor)
        case .serialFrom1904: return Self.serial(&cursor, days: Self.daysTo1904)
        }
    }

    /// Reads `2024-07-01 20:47:11`, also with a `T`, which most files hold and nothing else: eight bytes at a time,
    /// since here the time goes where there are dates by the million.
    @inline(__always)
    private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> DateReading? {
        guard text.count == 19 else { return nil }
        let bytes = UnsafeRawBufferPointer(text)
        // A digit may be up to 9, a separator only itself; the first byte is the lowest.
        let day = SeparatedDigits(
            bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
            pattern: 0x2D30_302D_3030_3030, room: 0x7F76_767F_7676_7676)
        let time = SeparatedDigits(
            bytes.loadUnaligned(fromByteOffset: 11, as: UInt64.self),
            pattern: 0x3030_3A30_303A_3030, room: 0x7676_7F76_767F_7676)
        let (tens, ones) = (text[8] &- 48, text[9] &- 48)
        guard day.isValid, time.isValid, tens < 10, ones < 10,
            text[10] == 0x20 || text[10] == UInt8(ascii: "T")
        else { return nil }
        let (hour, minute, second) = (time.number(at: 0), time.number(at: 3), time.number(at: 6))
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        return wall(
            year: day.number(at: 0) &* 100 &+ day.number(at: 2), month: day.number(at: 5),
            day: Int(tens) &* 10 &+ Int(ones), seconds: hour &* 3600 &+ minute &* 60 &+ second)
    }

    /// Eight bytes that are digits but for some separators.
    private struct SeparatedDigits {
        /// The digits' values, the first in the lowest byte; 0 for a separator.
        private let values: UInt64
        let isValid: Bool

        /// - Parameters:
        ///   - bytes: As they are in memory.
        ///   - pattern: The same with `0` for each digit.
        ///   - room: For each byte how much more than its greatest value reaches the high bit.
        @inline(__always)
        init(_ bytes: UInt64, pattern: UInt64, room: UInt64) {
            values = UInt64(littleEndian: bytes) ^ pattern
            isValid = (values | (values &+ room)) & 0x8080_8080_8080_8080 == 0
        }

        /// Returns the number of two digits.
        @inline(__always)
        func number(at index: Int) -> Int {
            let pair = values >> UInt64(8 * index)
            return Int(pair & 0xFF) &* 10 &+ Int(pair >> 8 & 0xFF)
        }
    }

    @inline(__always)
    private static func yearFirst(_ cursor: inout TextCursor, isDayNext: Bool = false) -> DateReading? {
        guard let century = cursor.twoDigits(), let years = cursor.twoDigits() else { return nil }
        let separator = cursor.next
        guard isSeparator(separator), pass(separator, &cursor), let month = cursor.digits(), month.count <= 2,
            pass(separator, &cursor), let day = cursor.digits(), day.count <= 2
        else { return nil }
        passLastDot(separator, &cursor)
        let (first, second) = isDayNext ? (day.value, month.value) : (month.value, day.value)
        return finish(&cursor, year: century * 100 + years, month: first, day: second)
    }

    /// Returns what stands behind the first number of a text.
    static func separator(of text: UnsafeBufferPointer<UInt8>) -> UInt8? {
        text.drop { $0 == 0x20 }.first { $0 &- 48 >= 10 }
    }

    @inline(__always)
    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }

    /// Passes what parts two numbers; behind a dot also the space of `1. 7. 2024` and `2024. 07. 01.`.
    @inline(__always)
    private static func pass(_ separator: UInt8, _ cursor: inout TextCursor) -> Bool {
        guard cursor.pass(separator) else { return false }
        if separator == UInt8(ascii: ".") { cursor.passSpaces() }
        return true
    }

    /// Passes the dot behind the last number, as Hungarian, Croatian and Korean have it.
    @inline(__always)
    private static func passLastDot(_ separator: UInt8, _ cursor: inout TextCursor) {
        if separator == UInt8(ascii: ".") { _ = cursor.pass(separator) }
    }

    @inline(__always)
    private static func numbers(_ cursor: inout TextCursor, _ order: NumberOrder) -> DateReading? {
        guard let first = cursor.digits(), first.count <= 2 else { return nil }
        let separator = cursor.next
        guard isSeparator(separator), pass(separator, &cursor), let second = cursor.digits(),
            second.count <= 2,
            pass(separator, &cursor), let third = cursor.digits(), third.count == 4 || third.count == 2
        else { return nil }
        passLastDot(separator, &cursor)
        switch order {
        case .monthFirst: return finish(&cursor, year: fullYear(third), month: first.value, day: second.value)
        case .dayFirst: return finish(&cursor, year: fullYear(third), month: second.value, day: first.value)
        case .yearFirst:
            guard third.count == 2 else { return nil }
            return finish(&cursor, year: fullYear(first), month: second.value, day: third.value)
        }
    }

    /// Two digits of a year: a request was made between 1970 and 2069.
    @inline(__always)
    static func fullYear(_ year: (value: Int, count: Int)) -> Int {
        year.count == 4 ? year.value : year.value < 70 ? 2000 + year.value : 1900 + year.value
    }

    /// Reads the time of day and the zone, if any, after a day.
    @inline(__always)
    static func finish(_ cursor: inout TextCursor, year: Int, month: Int, day: Int) -> DateReading? {
        if cursor.isAtEnd { return wall(year: year, month: month, day: day, seconds: 0) }
        guard
            cursor.pass(UInt8(ascii: " ")) || cursor.pass(UInt8(ascii: "T")) || cursor.pass(UInt8(ascii: ","))
        else {
            guard cursor.pass(UInt8(ascii: "Z")), cursor.isAtEnd else { return nil }
            return reading(year: year, month: month, day: day, seconds: 0, zone: .utc)
        }
        cursor.passSpaces()
        if !cursor.isAtDigit {
            guard passDash(&cursor) || cursor.passWord(among: timeWords.before) else { return nil }
            _ = cursor.pass(UInt8(ascii: "."))
            cursor.passSpaces()
        }
        guard let seconds = timeOfDay(&cursor) else { return nil }
        cursor.passSpaces()
        if cursor.isAtEnd { return wall(year: year, month: month, day: day, seconds: seconds) }
        if cursor.passWord(among: timeWords.after), cursor.isAtEnd {
            return wall(year: year, month: month, day: day, seconds: seconds)
        }
        guard let zone = zone(&cursor) else { return nil }
        cursor.passBrackets()
        return cursor.isAtEnd
            ? reading(year: year, month: month, day: day, seconds: seconds, zone: zone) : nil
    }

    /// Passes what parts the day and the time of `31.12.2024 - 14:25` and `31.12.2024 | 14:25`; the minus of an offset has no space
    /// behind it.
    private static func passDash(_ cursor: inout TextCursor) -> Bool {
        var ahead = cursor
        guard ahead.pass(UInt8(ascii: "-")) || ahead.pass(UInt8(ascii: "|")), ahead.next == 0x20 else {
            return false
        }
        cursor = ahead
        return true
    }

    /// What stands between the day and the time, and after the time.
    private static let timeWords = (
        before: Set(["at", "a", "as", "um", "om", "alle", "kl"].map(TextCursor.packed)),
        after: Set(["uhr", "h", "hs", "hrs", "horas", "heures"].map(TextCursor.packed))
    )

    static func reading(year: Int, month: Int, day: Int, seconds: Int, zone: Zone) -> DateReading? {
        guard let read = wall(year: year, month: month, day: day, seconds: seconds),
            case .wall(let wall) = read
        else {
            return wall(year: year, month: month, day: day, seconds: seconds)
        }
        switch zone {
        case .none: return .wall(wall)
        case .utc: return .zulu(wall)
        case .offset(let offset): return .moment(wall - Int64(offset))
        case .named(let name): return .zoned(wall: wall, zone: name)
        }
    }
}
