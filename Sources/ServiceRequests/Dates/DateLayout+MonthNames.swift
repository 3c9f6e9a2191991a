extension DateLayout {
    static func monthName(_ cursor: inout TextCursor) -> DateReading? {
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
            } else if month == nil, let found = MonthNames.month(cursor.letterBytes()) {
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
        return finish(&cursor, year: fullYear(year), month: month, day: day.value)
    }

    /// Reads `Aug 03 20:47:11 EDT 2016`, as Unix and Java write it.
    private static func timeBeforeYear(_ cursor: inout TextCursor) -> DateReading? {
        guard let month = MonthNames.month(cursor.letterBytes()) else { return nil }
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
        return reading(year: year.value, month: month, day: day.value, seconds: seconds, zone: zone)
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

    private static func packed(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
