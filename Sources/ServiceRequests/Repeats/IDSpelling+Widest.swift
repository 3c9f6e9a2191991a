import Wording

extension IDSpelling {
    /// Returns one key for all spellings of an id that people or programs may mean, for who may rather take two ids for one than one
    /// for two: whatever ``plain(_:)`` has in common, blanks, a `#` or an apostrophe anywhere, letters of full width or with accents,
    /// any dash, `1,234,567`, `1.234.567`, `1234567.00` and `1.234567E+6`.
    package static func widest(_ id: UnsafeBufferPointer<UInt8>) -> FactKey {
        // Nearly all ids are letters, digits, dashes and blanks alone.
        guard !id.allSatisfy(isUsual) else { return key(of: id) }
        let text = seen(id)
        return (wholeNumber(text) ?? text).withUnsafeBufferPointer(key)
    }

    /// Whether an id is written with an exponent that takes none of its digits away, as `1.234567E+6`, unlike `1.23E+06`.
    static func isExactWithExponent(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        id.contains { $0 | 0x20 == UInt8(ascii: "e") } && wholeNumber(seen(id)) != nil
    }

    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    @inline(__always)
    private static func isUsual(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "-") || isUnread(byte)
    }

    @inline(__always)
    private static func isUnread(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: "#") }

    /// Returns the key of a text in capitals, without blanks, `#` and zeros before its first digit.
    @inline(__always)
    private static func key(of text: UnsafeBufferPointer<UInt8>) -> FactKey {
        var key = FactKey()
        var hasBegun = false
        for (index, byte) in text.enumerated() where !isUnread(byte) {
            if !hasBegun, byte == 0x30, index + 1 < text.count, isDigit(text[index + 1]) { continue }
            hasBegun = true
            key.hash.add((0x61...0x7A).contains(byte) ? byte - 32 : byte)
        }
        return key
    }

    /// Returns what is left of an id without what nobody sees in it, or nobody reads as a part of it.
    private static func seen(_ id: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard id.allSatisfy({ $0 < 0x80 }) else {
            var name = NameKey(String(decoding: id, as: UTF8.self)).text
            return name.withUTF8(withoutMarks)
        }
        return withoutMarks(id)
    }

    /// Returns an id without blanks, `#`, marks that make a spreadsheet take it for text, and braces around it.
    private static func withoutMarks(_ id: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(id.count)
        for byte in id {
            switch byte {
            case 0...0x20, 0x7F, UInt8(ascii: "#"), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\""):
                continue
            default: text.append(byte)
            }
        }
        if text.first == UInt8(ascii: "=") { text.removeFirst() }
        if text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}"), text.count > 2 {
            text = Array(text.dropFirst().dropLast())
        }
        return text
    }

    /// Returns the digits of a number that is whole, however it is written; `nil` for another text.
    private static func wholeNumber(_ text: [UInt8]) -> [UInt8]? {
        guard let first = text.first, isDigit(first) else { return nil }
        guard let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
            return withoutSeparators(text)
        }
        return raised(text[..<mark], by: text[(mark + 1)...])
    }

    /// Returns the digits of `1.234567` and `+6`; `nil` where the exponent stands for digits that are not there.
    private static func raised(_ number: ArraySlice<UInt8>, by exponent: ArraySlice<UInt8>) -> [UInt8]? {
        let exponent = exponent.first == UInt8(ascii: "+") ? exponent.dropFirst() : exponent
        let parts = number.split(omittingEmptySubsequences: false) { $0 == point || $0 == comma }
        guard parts.count == 2, (1...2).contains(exponent.count), exponent.allSatisfy(isDigit),
            parts.allSatisfy({ $0.allSatisfy(isDigit) })
        else { return nil }
        let power = exponent.reduce(0) { $0 * 10 + Int($1 - 48) }
        guard power > 0, parts[1].count >= power, isZeros(parts[1].dropFirst(power)) else { return nil }
        return Array(parts[0] + parts[1].prefix(power))
    }

    /// Returns the digits of `1,234,567`, `1.234.567,00` or `1234567.00`; `nil` for another number.
    private static func withoutSeparators(_ text: [UInt8]) -> [UInt8]? {
        guard let last = text.lastIndex(where: { !isDigit($0) }) else { return text }
        let (whole, behind) = (text[..<last], text[(last + 1)...])
        guard text[last] == point || text[last] == comma, !behind.isEmpty else { return nil }
        // Thousands are parted by signs of one kind; another kind parts what is behind the whole.
        guard let earlier = whole.last(where: { !isDigit($0) }) else {
            if behind.count == 3, (1...3).contains(whole.count) { return Array(whole + behind) }
            return isZeros(behind) ? Array(whole) : nil
        }
        if earlier == text[last] { return isParted(text[...], by: earlier) ? text.filter(isDigit) : nil }
        guard earlier == point || earlier == comma, isZeros(behind), isParted(whole, by: earlier) else {
            return nil
        }
        return whole.filter(isDigit)
    }

    /// Whether signs part digits by threes.
    private static func isParted(_ text: ArraySlice<UInt8>, by sign: UInt8) -> Bool {
        let groups = text.split(separator: sign, omittingEmptySubsequences: false)
        return groups.count > 1 && (1...3).contains(groups[0].count)
            && groups.dropFirst().allSatisfy { $0.count == 3 }
            && groups.allSatisfy { $0.allSatisfy(isDigit) }
    }

    private static func isZeros(_ digits: ArraySlice<UInt8>) -> Bool { digits.allSatisfy { $0 == 0x30 } }
}
