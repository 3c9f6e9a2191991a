/// Walks over the bytes of a date.
struct TextCursor {
    private(set) var place: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return nil }
        place = base
        end = base + text.count
    }

    @inline(__always) var isAtEnd: Bool { place == end }
    @inline(__always) var remaining: Int { end - place }
    @inline(__always) var next: UInt8 { place < end ? place[0] : 0 }
    @inline(__always) var isAtDigit: Bool { next &- 48 < 10 }

    /// Passes one byte where it is the given one.
    @inline(__always)
    mutating func pass(_ byte: UInt8) -> Bool {
        guard next == byte, place < end else { return false }
        place += 1
        return true
    }

    @inline(__always)
    mutating func passSpaces() {
        while next == 0x20 { place += 1 }
    }

    /// Reads exactly two digits.
    @inline(__always)
    mutating func twoDigits() -> Int? {
        guard remaining >= 2 else { return nil }
        let (high, low) = (place[0] &- 48, place[1] &- 48)
        guard high < 10, low < 10 else { return nil }
        place += 2
        return Int(high) &* 10 &+ Int(low)
    }

    /// Reads all digits that follow, at most 18, with their count.
    @inline(__always)
    mutating func digits() -> (value: Int, count: Int)? {
        var value = 0
        var count = 0
        while isAtDigit, count < 18 {
            value = value &* 10 &+ Int(place[0] &- 48)
            place += 1
            count &+= 1
        }
        return count > 0 ? (value, count) : nil
    }

    /// Reads the letters that follow as lower case, the first three of them packed into a number. French `juillet` is told
    /// from `juin` by an L in place of its third letter.
    mutating func word() -> UInt32 {
        var packed: UInt32 = 0
        var count = 0
        while case let letter = next | 0x20, letter >= 97, letter <= 122 {
            if count < 3 { packed = packed << 8 | UInt32(letter) }
            if count == 3, packed == 0x6A_75_69, letter == UInt8(ascii: "l") { packed = 0x6A_75_4C }
            place += 1
            count += 1
        }
        return packed
    }

    /// Reads one to eight letters as lower case, packed into a number; `nil` for none or more.
    mutating func letters() -> UInt64? {
        var packed: UInt64 = 0
        var count = 0
        while case let letter = next | 0x20, letter >= 97, letter <= 122 {
            packed = packed << 8 | UInt64(letter)
            place += 1
            count += 1
        }
        return (1...8).contains(count) ? packed : nil
    }

    static func packed(_ letters: String) -> UInt64 { letters.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    /// Passes `de` or `del`.
    mutating func passParticle() -> Bool {
        var ahead = self
        guard let word = ahead.letters(), word == Self.packed("de") || word == Self.packed("del") else {
            return false
        }
        self = ahead
        return true
    }

    /// Passes what stands in parentheses up to the end, as a zone's name does after its offset.
    mutating func passParenthesis() {
        passSpaces()
        if next == UInt8(ascii: "("), place < end, end[-1] == UInt8(ascii: ")") { place = end }
    }
}
