extension DateLayout {
    @inline(__always)
    static func wall(year: Int, month: Int, day: Int, seconds: Int) -> DateReading? {
        if year < 1971 || year > lastUsualYear, isSentinel(year, month, day, seconds) { return .sentinel }
        return daysSince1970(year, month, day).map { .wall(Int64($0 &* 86_400 &+ seconds)) }
    }

    private static let lastUsualYear = 2036

    /// The dates that databases and spreadsheets keep in place of none.
    private static func isSentinel(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int) -> Bool {
        switch (year, month, day) {
        case (1900, 1, 1), (1899, 12, 30), (1899, 12, 31), (1753, 1, 1), (1601, 1, 1), (1, 1, 1), (0, 0, 0),
            (9999, 12, 31):
            true
        case (lastUsualYear..., _, _): daysSince1970(year, month, day).map(isFarDay) ?? false
        case (1970, 1, 1), (1969, 12, 31): year == 1969 || seconds == 0
        default: false
        }
    }

    /// Whether a day, counted since 1970, stands for a time that has not come: the last ones of a century or a type of databases, which
    /// CRMs write for “not closed yet”.
    static func isFarDay(_ day: Int) -> Bool { farDays.contains(day) }

    /// With the days beside, as other time zones have them.
    private static let farDays: Set<Int> = [
        // The last second of 32 bits.
        farDay(2037, 12, 31), farDay(2038, 1, 1), farDay(2038, 1, 18), farDay(2038, 1, 19),
        farDay(2049, 12, 31), farDay(2050, 1, 1), farDay(2050, 12, 31),
        // The last day of `smalldatetime`.
        farDay(2079, 6, 5), farDay(2079, 6, 6), farDay(2079, 6, 7),
        farDay(2099, 1, 1), farDay(2099, 12, 30), farDay(2099, 12, 31), farDay(2100, 1, 1),
        farDay(2100, 12, 31),
        // The last second of 32 bits without a sign.
        farDay(2106, 2, 6), farDay(2106, 2, 7),
    ]

    private static func farDay(_ year: Int, _ month: Int, _ day: Int) -> Int {
        daysSince1970(year, month, day) ?? 0
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
