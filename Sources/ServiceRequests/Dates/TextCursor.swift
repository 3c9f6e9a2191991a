/// Walks over the bytes of a date.
struct TextCursor {
    private(set) var pointer: UnsafePointer<UInt8>
    private var end: UnsafePointer<UInt8>

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return nil }
        pointer = base
        end = base + text.count
    }

    @inline(__always) var isAtEnd: Bool { pointer == end }
    @inline(__always) var remaining: Int { end - pointer }
    @inline(__always) var next: UInt8 { pointer < end ? pointer[0] : 0 }
    @inline(__always) var isAtDigit: Bool { next &- 48 < 10 }
    @inline(__always) var isAtLetter: Bool { (next | 0x20) &- 97 < 26 }

    /// Passes one byte where it is the given one.
    @inline(__always)
    mutating func pass(_ byte: UInt8) -> Bool {
        guard next == byte, pointer < end else { return false }
        pointer += 1
        return true
    }

    @inline(__always)
    mutating func passSpaces() {
        while next == 0x20 { pointer += 1 }
    }

    /// Reads exactly two digits.
    @inline(__always)
    mutating func twoDigits() -> Int? {
        guard remaining >= 2 else { return nil }
        let (high, low) = (pointer[0] &- 48, pointer[1] &- 48)
        guard high < 10, low < 10 else { return nil }
        pointer += 2
        return Int(high) &* 10 &+ Int(low)
    }

    /// Reads all digits that follow, at most 18, with their count.
    @inline(__always)
    mutating func digits() -> (value: Int, count: Int)? {
        var value = 0
        var count = 0
        while isAtDigit, count < 18 {
            value = value &* 10 &+ Int(pointer[0] &- 48)
            pointer += 1
            count &+= 1
        }
        return count > 0 ? (value, count) : nil
    }

    /// Reads the letters that follow as lower case, the first three of them packed into a number.
    mutating func word() -> UInt32 {
        var packed: UInt32 = 0
        var count = 0
        while case let letter = next | 0x20, letter >= 97, letter <= 122 {
            if count < 3 { packed = packed << 8 | UInt32(letter) }
            pointer += 1
            count += 1
        }
        return packed
    }

    /// Reads the letters that follow, as they are.
    mutating func letterBytes() -> UnsafeBufferPointer<UInt8> {
        let start = pointer
        while isAtLetter { pointer += 1 }
        return UnsafeBufferPointer(start: start, count: pointer - start)
    }

    /// Reads one to eight letters as lower case, packed into a number; `nil` for none or more.
    mutating func letters() -> UInt64? {
        var packed: UInt64 = 0
        var count = 0
        while case let letter = next | 0x20, letter >= 97, letter <= 122 {
            packed = packed << 8 | UInt64(letter)
            pointer += 1
            count += 1
        }
        return (1...8).contains(count) ? packed : nil
    }

    static func packed(_ letters: String) -> UInt64 { letters.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    /// Passes a word of at most eight letters where it is one of some.
    mutating func passWord(among words: Set<UInt64>) -> Bool {
        var ahead = self
        guard let word = ahead.letters(), words.contains(word) else { return false }
        self = ahead
        return true
    }

    /// Passes what stands in brackets up to the end, as a zone's name does after its offset.
    mutating func passBrackets() {
        passSpaces()
        if isInBrackets { pointer = end }
    }

    /// Steps into brackets that go up to the end, and leaves the closing one out.
    mutating func unwrapBrackets() -> Bool {
        guard isInBrackets else { return false }
        pointer += 1
        end -= 1
        return true
    }

    private var isInBrackets: Bool {
        guard remaining > 1 else { return false }
        switch next {
        case UInt8(ascii: "("): return end[-1] == UInt8(ascii: ")")
        case UInt8(ascii: "["): return end[-1] == UInt8(ascii: "]")
        default: return false
        }
    }

    /// What is not read yet.
    var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: pointer, count: remaining) }

    mutating func passAll() { pointer = end }
}
