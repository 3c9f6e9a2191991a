extension DateLayout {
    /// Reads digits alone: a day, a day with its time to the second, the thousandth of one, or the minute, and with two digits
    /// of the year where the digits are no moment of these years.
    static func compact(_ cursor: inout TextCursor) -> DateReading? {
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
        return wall(year: day / 10_000, month: day / 100 % 100, day: day % 100, seconds: seconds)
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

    static func unix(_ cursor: inout TextCursor) -> DateReading? {
        if cursor.pass(UInt8(ascii: "/")) { return ticks(&cursor) }
        guard let digits = cursor.digits() else { return nil }
        if !cursor.isAtEnd {
            guard cursor.pass(UInt8(ascii: ".")), cursor.digits() != nil, cursor.isAtEnd else { return nil }
        }
        switch digits.count {
        case 9, 10: return moment(Int64(digits.value))
        case 12, 13: return moment(Int64(digits.value) / 1000)
        default: return digits.value == 0 ? .sentinel : nil
        }
    }

    private static func moment(_ seconds: Int64) -> DateReading {
        isFarDay(Int(seconds / 86_400)) ? .sentinel : .moment(seconds)
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
        return moment(Int64(digits.value) / 1000)
    }

    /// Days from the end of 1899 to the first of 1904.
    static let daysTo1904 = 1462

    /// Reads days since 1899-12-30, or since so many days later, with a fraction for the time. Days before 1970 and after 1 January 2100 are
    /// some other number.
    static func serial(_ cursor: inout TextCursor, days later: Int = 0) -> DateReading? {
        guard let days = cursor.digits(), days.count == 5, (25_569...73_051).contains(days.value + later)
        else {
            return nil
        }
        let day = days.value + later - 25_569
        if isFarDay(day) { return .sentinel }
        let midnight = Int64(day) * 86_400
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
}
