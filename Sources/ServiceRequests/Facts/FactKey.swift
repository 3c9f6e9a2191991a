package import Wording

/// A text or a row as 64 bits, for facts that have to know it again and need not say it.
package struct FactKey: Hashable, Comparable, Sendable, BitwiseCopyable {
    @usableFromInline var hash: TextHash
    private static let digits = 16

    package var value: UInt64 { hash.value }

    package init() { hash = TextHash() }

    package init(value: UInt64) { hash = TextHash(value: value) }

    /// Creates the key of a text.
    package init(of text: some Sequence<UInt8>) { hash = TextHash(of: text) }

    package static func < (one: Self, other: Self) -> Bool { one.value < other.value }

    /// Takes a text up with its end, `nil` as one that is not there.
    package mutating func take(_ text: String?) {
        guard let text else { return hash.add(0) }
        for byte in text.utf8 { hash.add(byte) }
        hash.add(1)
    }

    /// Takes a word up with its end, as if it were written in capitals. Only for ASCII.
    @inlinable package mutating func take(capitalsOf word: Slice<UnsafeBufferPointer<UInt8>>) {
        for byte in word { hash.add((0x61...0x7A).contains(byte) ? byte - 32 : byte) }
        hash.add(1)
    }

    package mutating func take(_ number: UInt64) {
        for shift in stride(from: 0, to: UInt64.bitWidth, by: 8) {
            hash.add(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
        }
    }
}

extension FactKey: Codable {
    /// Reads sixteen hexadecimal digits.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard text.utf8.count == Self.digits, let value = UInt64(text, radix: 16) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a key has \(Self.digits) hexadecimal digits")
        }
        self.init(value: value)
    }

    package func encode(to encoder: any Encoder) throws {
        let text = String(value, radix: 16)
        var container = encoder.singleValueContainer()
        try container.encode(String(repeating: "0", count: Self.digits - text.count) + text)
    }
}
