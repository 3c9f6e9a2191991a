import Chronology

extension DateLayout {
    /// Reads a date that is written in this layout, or returns `nil` for any other text.
    @inline(__always)
    func read(_ text: UnsafeBufferPointer<UInt8>) -> DateReading? {
        guard var cursor = TextCursor(text) else { return nil }
        switch self {
        case .yearFirst: return Self.plain(text) ?? Self.yearFirst(&cursor)
        case .numbers(let order): return Self.numbers(&cursor, order)
        case .monthName: return Self.monthName(&cursor)
        case .compact: return Self.compact(&cursor)
        case .unix: return Self.unix(&cursor)
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
            day.number(at: 0) &* 100 &+ day.number(at: 2), day.number(at: 5), Int(tens) &* 10 &+ Int(ones),
            hour &* 3600 &+ minute &* 60 &+ second)
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
        func number(at place: Int) -> Int {
            let pair = values >> UInt64(8 * place)
            return Int(pair & 0xFF) &* 10 &+ Int(pair >> 8 & 0xFF)
        }
    }

    @inline(__always)
    private static func yearFirst(_ cursor: inout TextCursor) -> DateReading? {
        guard let century = cursor.twoDigits(), let years = cursor.twoDigits() else { return nil }
        let separator = cursor.next
        guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"), cursor.pass(separator),
            let month = cursor.twoDigits(), cursor.pass(separator), let day = cursor.twoDigits()
        else { return nil }
        return finish(&cursor, century * 100 + years, month, day)
    }

    @inline(__always)
    private static func numbers(_ cursor: inout TextCursor, _ order: NumberOrder) -> DateReading? {
        guard let first = cursor.digits(), first.count <= 2 else { return nil }
        let separator = cursor.next
        guard
            separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-")
                || separator == UInt8(ascii: "."),
            cursor.pass(separator), let second = cursor.digits(), second.count <= 2, cursor.pass(separator),
            let year = cursor.digits(), year.count == 4 || year.count == 2
        else { return nil }
        let full = year.count == 4 ? year.value : fullYear(year.value)
        return order == .monthFirst
            ? finish(&cursor, full, first.value, second.value)
            : finish(&cursor, full, second.value, first.value)
    }

    private static func monthName(_ cursor: inout TextCursor) -> DateReading? {
        var numbers: [(value: Int, count: Int)] = []
        var month: Int?
        while numbers.count < 2 || month == nil {
            if cursor.isAtDigit, numbers.count < 2, let number = cursor.digits() {
                numbers.append(number)
            } else if month == nil, let found = monthNames[cursor.word()] {
                month = found
            } else {
                return nil
            }
            while [0x20, UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/")].contains(
                cursor.next)
            {
                if cursor.remaining <= 1 || (numbers.count == 2 && month != nil) { break }
                _ = cursor.pass(cursor.next)
            }
        }
        guard let month else { return nil }
        let yearIsFirst = numbers[0].count == 4
        let (year, day) = yearIsFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
        guard year.count == 4 || year.count == 2, day.count <= 2 else { return nil }
        return finish(&cursor, year.count == 4 ? year.value : fullYear(year.value), month, day.value)
    }

    private static let monthNames: [UInt32: Int] = {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let packed = names.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
        return Dictionary(uniqueKeysWithValues: zip(packed, 1...12))
    }()

    private static func compact(_ cursor: inout TextCursor) -> DateReading? {
        let count = cursor.remaining
        guard count == 8 || count == 14, let digits = cursor.digits(), cursor.isAtEnd else { return nil }
        let day = count == 8 ? digits.value : digits.value / 1_000_000
        let time = count == 8 ? 0 : digits.value % 1_000_000
        guard time / 10_000 < 24, time / 100 % 100 < 60, time % 100 < 60 else { return nil }
        let seconds = time / 10_000 * 3600 + time / 100 % 100 * 60 + time % 100
        return wall(day / 10_000, day / 100 % 100, day % 100, seconds)
    }

    private static func unix(_ cursor: inout TextCursor) -> DateReading? {
        guard let digits = cursor.digits(), cursor.isAtEnd else { return nil }
        switch digits.count {
        case 9, 10: return .moment(Int64(digits.value))
        case 12, 13: return .moment(Int64(digits.value) / 1000)
        default: return digits.value == 0 ? .sentinel : nil
        }
    }

    /// Two digits of a year: a request was made between 1970 and 2069.
    private static func fullYear(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

    /// Reads the time of day and the zone, if any, after a day.
    @inline(__always)
    private static func finish(_ cursor: inout TextCursor, _ year: Int, _ month: Int, _ day: Int)
        -> DateReading?
    {
        if cursor.isAtEnd { return wall(year, month, day, 0) }
        guard
            cursor.pass(UInt8(ascii: " ")) || cursor.pass(UInt8(ascii: "T")) || cursor.pass(UInt8(ascii: ","))
        else {
            return cursor.pass(UInt8(ascii: "Z")) && cursor.isAtEnd ? moment(year, month, day, 0, 0) : nil
        }
        cursor.passSpaces()
        guard let seconds = timeOfDay(&cursor) else { return nil }
        cursor.passSpaces()
        if cursor.isAtEnd { return wall(year, month, day, seconds) }
        guard let offset = zone(&cursor), cursor.isAtEnd else { return nil }
        return moment(year, month, day, seconds, offset)
    }

    /// Reads `20:47`, `20:47:11.000` or `8:47:11 PM` as seconds since midnight.
    @inline(__always)
    private static func timeOfDay(_ cursor: inout TextCursor) -> Int? {
        guard let hours = cursor.digits(), hours.count <= 2, cursor.pass(UInt8(ascii: ":")),
            let minute = cursor.twoDigits(), minute < 60
        else { return nil }
        var hour = hours.value
        var second = 0
        if cursor.pass(UInt8(ascii: ":")) {
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
        return hour < 24 ? hour * 3600 + minute * 60 + second : nil
    }

    /// Reads `AM`, `pm` or `p.m.` where it stands; whether it is the afternoon.
    @inline(__always)
    private static func meridiem(_ cursor: inout TextCursor) -> Bool? {
        var ahead = cursor
        ahead.passSpaces()
        let letter = ahead.next | 0x20
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"), ahead.pass(ahead.next) else {
            return nil
        }
        _ = ahead.pass(UInt8(ascii: "."))
        guard ahead.next | 0x20 == UInt8(ascii: "m"), ahead.pass(ahead.next) else { return nil }
        _ = ahead.pass(UInt8(ascii: "."))
        cursor = ahead
        return letter == UInt8(ascii: "p")
    }

    /// Reads `Z`, `UTC`, `+00`, `-0400` or `-04:00` as seconds east of Greenwich.
    private static func zone(_ cursor: inout TextCursor) -> Int? {
        let sign = cursor.next
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            let word = cursor.word()
            let names: [UInt32] = [0x7A, 0x75_74_63, 0x67_6D_74]
            return names.contains(word) ? 0 : nil
        }
        _ = cursor.pass(sign)
        guard let hours = cursor.twoDigits(), hours <= 14 else { return nil }
        _ = cursor.pass(UInt8(ascii: ":"))
        var minutes = 0
        if !cursor.isAtEnd {
            guard let read = cursor.twoDigits(), read < 60 else { return nil }
            minutes = read
        }
        let offset = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -offset : offset
    }

    @inline(__always)
    private static func wall(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int) -> DateReading? {
        if year < 1971 || year > 2100, isSentinel(year, month, day, seconds) { return .sentinel }
        return daysSince1970(year, month, day).map { .wall(Int64($0 &* 86_400 &+ seconds)) }
    }

    private static func moment(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int, _ offset: Int)
        -> DateReading?
    {
        if year < 1971 || year > 2100, isSentinel(year, month, day, seconds) { return .sentinel }
        return daysSince1970(year, month, day).map { .moment(Int64($0 * 86_400 + seconds - offset)) }
    }

    /// The dates that databases and spreadsheets keep in place of none.
    private static func isSentinel(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int) -> Bool {
        switch (year, month, day) {
        case (1900, 1, 1), (1899, 12, 30), (1899, 12, 31), (1753, 1, 1), (1601, 1, 1), (1, 1, 1), (0, 0, 0),
            (9999, 12, 31):
            true
        case (1970, 1, 1), (1969, 12, 31): year == 1969 || seconds == 0
        default: false
        }
    }

    /// The same days as `CivilDate`'s, without making one: here it is called twice for each row.
    @inline(__always)
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        guard year >= 1, month >= 1, month <= 12, day >= 1, day <= length(ofMonth: month, in: year) else {
            return nil
        }
        let shiftedYear = month <= 2 ? year &- 1 : year
        let era = UInt(bitPattern: shiftedYear) / 400
        let yearOfEra = UInt(bitPattern: shiftedYear) &- era &* 400
        let shiftedMonth = UInt(bitPattern: month > 2 ? month &- 3 : month &+ 9)
        let dayOfYear = (153 &* shiftedMonth &+ 2) / 5 &+ UInt(bitPattern: day) &- 1
        let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
        return Int(bitPattern: era &* 146_097 &+ dayOfEra) &- 719_468
    }

    @inline(__always)
    private static func length(ofMonth month: Int, in year: Int) -> Int {
        if month == 2 { return year & 3 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return 30 &+ ((month &+ month >> 3) & 1)
    }
}
