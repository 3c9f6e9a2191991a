extension DateLayout {
    /// What is written after a time.
    enum Zone {
        case none, utc
        /// Seconds east of Greenwich.
        case offset(Int)
        /// An abbreviation, packed as ``TextCursor/letters()`` does.
        case named(UInt64)
    }

    /// Reads `Z`, `UTC`, `+00`, `-0400`, `-04:00`, `GMT-5`, an abbreviation such as `EST`, or a zone's name such as
    /// `America/New_York`; all of them also in brackets.
    static func zone(_ cursor: inout TextCursor) -> Zone? {
        if cursor.unwrapBrackets() { return zone(&cursor) }
        let isSigned = cursor.next == UInt8(ascii: "+") || cursor.next == UInt8(ascii: "-")
        if isSigned { return offset(&cursor).map { passAbbreviation(after: $0, &cursor) } }
        if let name = ZoneName.longName(&cursor) { return name }
        guard let name = cursor.letters() else { return nil }
        guard utcNames.contains(name) else { return .named(name) }
        var ahead = cursor
        ahead.passSpaces()
        guard let offset = offset(&ahead) else { return .utc }
        cursor = ahead
        return passAbbreviation(after: offset, &cursor)
    }

    /// Passes the abbreviation of `-0500 EST`, of which the offset says more.
    private static func passAbbreviation(after zone: Zone, _ cursor: inout TextCursor) -> Zone {
        var ahead = cursor
        ahead.passSpaces()
        if let name = ahead.letters(), ZoneAbbreviations.isKnown(name) { cursor = ahead }
        return zone
    }

    static func offset(_ cursor: inout TextCursor) -> Zone? {
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
}
