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
        case .serial: return Self.serial(&cursor)
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
        func number(at index: Int) -> Int {
            let pair = values >> UInt64(8 * index)
            return Int(pair & 0xFF) &* 10 &+ Int(pair >> 8 & 0xFF)
        }
    }

    @inline(__always)
    private static func yearFirst(_ cursor: inout TextCursor) -> DateReading? {
        guard let century = cursor.twoDigits(), let years = cursor.twoDigits() else { return nil }
        let separator = cursor.next
        guard isSeparator(separator), cursor.pass(separator), let month = cursor.digits(), month.count <= 2,
            cursor.pass(separator), let day = cursor.digits(), day.count <= 2
        else { return nil }
        return finish(&cursor, century * 100 + years, month.value, day.value)
    }

    @inline(__always)
    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }

    @inline(__always)
    private static func numbers(_ cursor: inout TextCursor, _ order: NumberOrder) -> DateReading? {
        guard let first = cursor.digits(), first.count <= 2 else { return nil }
        let separator = cursor.next
        guard isSeparator(separator), cursor.pass(separator), let second = cursor.digits(), second.count <= 2,
            cursor.pass(separator), let third = cursor.digits(), third.count == 4 || third.count == 2
        else { return nil }
        switch order {
        case .monthFirst: return finish(&cursor, fullYear(third), first.value, second.value)
        case .dayFirst: return finish(&cursor, fullYear(third), second.value, first.value)
        case .yearFirst:
            guard third.count == 2 else { return nil }
            return finish(&cursor, fullYear(first), second.value, third.value)
        }
    }

    private static func monthName(_ cursor: inout TextCursor) -> DateReading? {
        passWeekday(&cursor)
        var timeLast = cursor
        return nameAmongNumbers(&cursor) ?? timeBeforeYear(&timeLast)
    }

    private static func passWeekday(_ cursor: inout TextCursor) {
        var ahead = cursor
        guard ahead.passWord(among: weekdaysLikeMonths) || weekdays.contains(ahead.word()) else { return }
        while !ahead.isAtEnd, [0x20, UInt8(ascii: ","), UInt8(ascii: ".")].contains(ahead.next) {
            _ = ahead.pass(ahead.next)
        }
        cursor = ahead
    }

    private static func nameAmongNumbers(_ cursor: inout TextCursor) -> DateReading? {
        var numbers: [(value: Int, count: Int)] = []
        var month: Int?
        while numbers.count < 2 || month == nil {
            if cursor.isAtDigit, numbers.count < 2, let number = cursor.digits() {
                numbers.append(number)
                _ = cursor.passWord(among: ordinals)
            } else if cursor.passWord(among: particles) {
                // `3 de agosto de 2016`
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
        return finish(&cursor, fullYear(year), month, day.value)
    }

    /// Reads `Aug 03 20:47:11 EDT 2016`, as Unix and Java write it.
    private static func timeBeforeYear(_ cursor: inout TextCursor) -> DateReading? {
        guard let month = monthNames[cursor.word()] else { return nil }
        cursor.passSpaces()
        guard let day = cursor.digits(), day.count <= 2, cursor.pass(0x20) else { return nil }
        cursor.passSpaces()
        guard let seconds = timeOfDay(&cursor), cursor.pass(0x20) else { return nil }
        cursor.passSpaces()
        var zone = Zone.none
        if !cursor.isAtDigit {
            guard let found = Self.zone(&cursor), cursor.pass(0x20) else { return nil }
            zone = found
        }
        guard let year = cursor.digits(), year.count == 4, cursor.isAtEnd else { return nil }
        return reading(year.value, month, day.value, seconds, zone)
    }

    private static let weekdays = Set(
        [
            "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mer", "jeu", "ven", "sam", "dim", "mie",
            "jue", "vie", "sab", "dom", "die", "mit", "don", "fre", "son", "gio", "maa", "din", "woe", "vri",
            "zat", "zon", "seg", "ter", "qua", "qui", "sex",
        ]
        .map(packed))

    /// Weekdays that begin as a month does.
    private static let weekdaysLikeMonths = Set(
        ["mardi", "martes", "martedi", "maandag"].map(TextCursor.packed))

    /// What stands after a day's number.
    private static let ordinals = Set(["st", "nd", "rd", "th", "er", "o", "a"].map(TextCursor.packed))

    /// What stands between the parts of a day.
    private static let particles = Set(["de", "del", "of", "the"].map(TextCursor.packed))

    /// What stands between the day and the time, and after the time.
    private static let timeWords = (
        before: Set(["at", "a", "as", "um", "om", "alle", "kl"].map(TextCursor.packed)),
        after: Set(["uhr", "h", "hs", "hrs", "horas", "heures"].map(TextCursor.packed))
    )

    private static let monthNames: [UInt32: Int] = {
        let english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let others = [
            ("fev", 2), ("avr", 4), ("mai", 5), ("jui", 6), ("juL", 7), ("aou", 8), ("ene", 1), ("abr", 4),
            ("ago", 8), ("dic", 12), ("gen", 1), ("maa", 3), ("mrt", 3), ("mag", 5), ("mei", 5), ("maj", 5),
            ("giu", 6), ("lug", 7), ("set", 9), ("okt", 10), ("ott", 10), ("out", 10), ("dez", 12),
            ("des", 12),
        ]
        return Dictionary(
            uniqueKeysWithValues: zip(english.map(packed), 1...12) + others.map { (packed($0.0), $0.1) })
    }()

    private static func packed(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    /// Reads digits alone: a day, a day with its time to the second, the thousandth of one, or the minute, and with two digits
    /// of the year where the digits are no moment of these years.
    private static func compact(_ cursor: inout TextCursor) -> DateReading? {
        let count = cursor.remaining
        guard [8, 10, 12, 14, 17].contains(count), let digits = cursor.digits(), cursor.isAtEnd else {
            return nil
        }
        switch count {
        case 8: return compact(day: digits.value, time: 0)
        case 14: return compact(day: digits.value / 1_000_000, time: digits.value % 1_000_000)
        case 17: return compact(digits.value / 1000)
        case 12 where unlikelyMoment(Int64(digits.value) / 1000):
            let (day, minute) = (digits.value / 10_000, digits.value % 10_000)
            if compactYears.contains(day / 10_000), let reading = compact(day: day, time: minute * 100) {
                return reading
            }
            return compact(withFullYear(digits.value))
        case 10 where unlikelyMoment(Int64(digits.value)):
            return compact(withFullYear(digits.value * 100))
        default: return nil
        }
    }

    /// Reads fourteen digits.
    private static func compact(_ value: Int) -> DateReading? {
        compact(day: value / 1_000_000, time: value % 1_000_000)
    }

    private static func compact(day: Int, time: Int) -> DateReading? {
        guard time / 10_000 < 24, time / 100 % 100 < 60, time % 100 < 60 else { return nil }
        let seconds = time / 10_000 * 3600 + time / 100 % 100 * 60 + time % 100
        return wall(day / 10_000, day / 100 % 100, day % 100, seconds)
    }

    /// Years that digits are taken for, where they may be a moment too.
    private static let compactYears = 1990...2100

    /// Returns twelve digits, of which two are the year's, with all four.
    private static func withFullYear(_ value: Int) -> Int {
        fullYear((value / 10_000_000_000, 2)) * 10_000_000_000 + value % 10_000_000_000
    }

    /// Whether seconds since 1970 are of a time that no request was made at: before 1990, or after May 2033.
    private static func unlikelyMoment(_ seconds: Int64) -> Bool {
        seconds < 631_152_000 || seconds >= 2_000_000_000
    }

    private static func unix(_ cursor: inout TextCursor) -> DateReading? {
        if cursor.pass(UInt8(ascii: "/")) { return ticks(&cursor) }
        guard let digits = cursor.digits() else { return nil }
        if !cursor.isAtEnd {
            guard cursor.pass(UInt8(ascii: ".")), cursor.digits() != nil, cursor.isAtEnd else { return nil }
        }
        switch digits.count {
        case 9, 10: return .moment(Int64(digits.value))
        case 12, 13: return .moment(Int64(digits.value) / 1000)
        default: return digits.value == 0 ? .sentinel : nil
        }
    }

    /// Reads milliseconds as .NET writes them, behind the first slash of `/Date(1470271631000-0400)/`; the offset is only
    /// for showing.
    private static func ticks(_ cursor: inout TextCursor) -> DateReading? {
        guard cursor.letters() == TextCursor.packed("date"), cursor.pass(UInt8(ascii: "(")),
            let digits = cursor.digits()
        else { return nil }
        if cursor.next != UInt8(ascii: ")") {
            guard offset(&cursor) != nil else { return nil }
        }
        guard cursor.pass(UInt8(ascii: ")")), cursor.pass(UInt8(ascii: "/")), cursor.isAtEnd else {
            return nil
        }
        return .moment(Int64(digits.value) / 1000)
    }

    /// Reads days since 1899-12-30 with a fraction for the time. Days before 1970 and after 2100 are some other number.
    private static func serial(_ cursor: inout TextCursor) -> DateReading? {
        guard let days = cursor.digits(), days.count == 5, (25_569..<73_050).contains(days.value) else {
            return nil
        }
        let midnight = Int64(days.value - 25_569) * 86_400
        if cursor.isAtEnd { return .wall(midnight) }
        guard cursor.pass(UInt8(ascii: ".")) || cursor.pass(UInt8(ascii: ",")),
            let fraction = cursor.digits(),
            cursor.isAtEnd
        else { return nil }
        var share = Double(fraction.value)
        for _ in 0..<fraction.count { share /= 10 }
        // Four decimals and fewer are worth more than some seconds.
        let step = fraction.count <= 4 ? 60.0 : 1
        return .wall(midnight + Int64((share * 86_400 / step).rounded() * step))
    }

    /// Two digits of a year: a request was made between 1970 and 2069.
    @inline(__always)
    private static func fullYear(_ year: (value: Int, count: Int)) -> Int {
        year.count == 4 ? year.value : year.value < 70 ? 2000 + year.value : 1900 + year.value
    }

    /// Reads the time of day and the zone, if any, after a day.
    @inline(__always)
    private static func finish(_ cursor: inout TextCursor, _ year: Int, _ month: Int, _ day: Int)
        -> DateReading?
    {
        if cursor.isAtEnd { return wall(year, month, day, 0) }
        guard
            cursor.pass(UInt8(ascii: " ")) || cursor.pass(UInt8(ascii: "T")) || cursor.pass(UInt8(ascii: ","))
        else {
            guard cursor.pass(UInt8(ascii: "Z")), cursor.isAtEnd else { return nil }
            return reading(year, month, day, 0, .utc)
        }
        cursor.passSpaces()
        if !cursor.isAtDigit {
            guard passDash(&cursor) || cursor.passWord(among: timeWords.before) else { return nil }
            _ = cursor.pass(UInt8(ascii: "."))
            cursor.passSpaces()
        }
        guard let seconds = timeOfDay(&cursor) else { return nil }
        cursor.passSpaces()
        if cursor.isAtEnd { return wall(year, month, day, seconds) }
        if cursor.passWord(among: timeWords.after), cursor.isAtEnd { return wall(year, month, day, seconds) }
        guard let zone = zone(&cursor) else { return nil }
        cursor.passParenthesis()
        return cursor.isAtEnd ? reading(year, month, day, seconds, zone) : nil
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

    private static func reading(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int, _ zone: Zone)
        -> DateReading?
    {
        guard let read = wall(year, month, day, seconds), case .wall(let wall) = read else {
            return wall(year, month, day, seconds)
        }
        switch zone {
        case .none: return .wall(wall)
        case .utc: return .zulu(wall)
        case .offset(let offset): return .moment(wall - Int64(offset))
        case .named(let name): return .zoned(wall: wall, zone: name)
        }
    }

    /// Reads `20:47`, `20:47:11.000`, `8:47:11 PM`, `08.47.11.000000 PM` or `20h47` as seconds since midnight.
    @inline(__always)
    private static func timeOfDay(_ cursor: inout TextCursor) -> Int? {
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
        cursor = ahead
        return letter == UInt8(ascii: "p")
    }

    /// What is written after a time.
    private enum Zone {
        case none, utc
        /// Seconds east of Greenwich.
        case offset(Int)
        /// An abbreviation, packed as ``TextCursor/letters()`` does.
        case named(UInt64)
    }

    /// Reads `Z`, `UTC`, `+00`, `-0400`, `-04:00`, `GMT-5` or an abbreviation such as `EST`.
    private static func zone(_ cursor: inout TextCursor) -> Zone? {
        guard cursor.next == UInt8(ascii: "+") || cursor.next == UInt8(ascii: "-") else {
            guard let name = cursor.letters() else { return nil }
            guard utcNames.contains(name) else { return .named(name) }
            return offset(&cursor) ?? .utc
        }
        return offset(&cursor)
    }

    private static func offset(_ cursor: inout TextCursor) -> Zone? {
        let sign = cursor.next
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), cursor.pass(sign),
            let digits = cursor.digits()
        else { return nil }
        var (hours, minutes) = (digits.value, 0)
        if digits.count == 4 {
            (hours, minutes) = (digits.value / 100, digits.value % 100)
        } else if digits.count <= 2 {
            if cursor.pass(UInt8(ascii: ":")) {
                guard let read = cursor.twoDigits() else { return nil }
                minutes = read
            }
        } else {
            return nil
        }
        guard hours <= 14, minutes < 60 else { return nil }
        let offset = hours * 3600 + minutes * 60
        if offset == 0 { return .utc }
        return .offset(sign == UInt8(ascii: "-") ? -offset : offset)
    }

    private static let utcNames = Set(["z", "utc", "gmt", "ut"].map(TextCursor.packed))

    @inline(__always)
    private static func wall(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int) -> DateReading? {
        if year < 1971 || year > 2100, isSentinel(year, month, day, seconds) { return .sentinel }
        return daysSince1970(year, month, day).map { .wall(Int64($0 &* 86_400 &+ seconds)) }
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
