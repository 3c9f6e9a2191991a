extension DateLayout {
    /// - Parameter isYearBefore: Whether of two digits on both sides of the name the first are the year's.
    static func monthName(_ cursor: inout TextCursor, isYearBefore: Bool = false) -> DateReading? {
        passWeekday(&cursor)
        var timeLast = cursor
        return nameAmongNumbers(&cursor, isYearBefore: isYearBefore) ?? timeBeforeYear(&timeLast)
    }

    /// Returns the numbers on both sides of a month's name where both have two digits.
    static func numbersAroundName(_ text: UnsafeBufferPointer<UInt8>) -> (first: Int, last: Int)? {
        guard var cursor = TextCursor(text) else { return nil }
        passWeekday(&cursor)
        guard let first = cursor.digits(), first.count == 2 else { return nil }
        while isBetweenParts(cursor.next) { _ = cursor.pass(cursor.next) }
        guard MonthNames.month(cursor.letterBytes()) != nil else { return nil }
        while isBetweenParts(cursor.next) { _ = cursor.pass(cursor.next) }
        guard let last = cursor.digits(), last.count == 2 else { return nil }
        return (first.value, last.value)
    }

    private static func isBetweenParts(_ byte: UInt8) -> Bool {
        [0x20, UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/")].contains(byte)
    }

    private static func passWeekday(_ cursor: inout TextCursor) {
        var ahead = cursor
        guard ahead.passWord(among: weekdaysLikeMonths) || weekdays.contains(ahead.word()) else { return }
        while !ahead.isAtEnd, [0x20, UInt8(ascii: ","), UInt8(ascii: ".")].contains(ahead.next) {
            _ = ahead.pass(ahead.next)
        }
        cursor = ahead
    }

    private static func nameAmongNumbers(_ cursor: inout TextCursor, isYearBefore: Bool) -> DateReading? {
        var numbers: [(value: Int, count: Int)] = []
        var month: Int?
        var isNameBetween = false
        while numbers.count < 2 || month == nil {
            if cursor.isAtDigit, numbers.count < 2, let number = cursor.digits() {
                numbers.append(number)
                _ = cursor.passWord(among: ordinals)
            } else if cursor.passWord(among: particles) {
                // `3 de agosto de 2016`
            } else if month == nil, let found = MonthNames.month(cursor.letterBytes()) {
                month = found
                isNameBetween = numbers.count == 1
            } else {
                return nil
            }
            while isBetweenParts(cursor.next) {
                if cursor.remaining <= 1 || (numbers.count == 2 && month != nil) { break }
                _ = cursor.pass(cursor.next)
            }
        }
        guard let month else { return nil }
        let yearIsFirst =
            numbers[0].count == 4
            || isYearBefore && isNameBetween && numbers[0].count == 2 && numbers[1].count == 2
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
