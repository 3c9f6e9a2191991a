extension DateLayout {
    /// What is written after a time.
    enum Zone {
        case none, utc
        /// Seconds east of Greenwich.
        case offset(Int)
        /// An abbreviation, packed as ``TextCursor/letters()`` does.
        case named(UInt64)
    }

    /// Reads `Z`, `UTC`, `+00`, `-0400`, `-04:00`, `GMT-5` or an abbreviation such as `EST`.
    static func zone(_ cursor: inout TextCursor) -> Zone? {
        guard cursor.next == UInt8(ascii: "+") || cursor.next == UInt8(ascii: "-") else {
            guard let name = cursor.letters() else { return nil }
            guard utcNames.contains(name) else { return .named(name) }
            return offset(&cursor) ?? .utc
        }
        return offset(&cursor)
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
