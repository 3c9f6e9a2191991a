/// A text or a row as 64 bits, for facts that have to know it again and need not say it: FNV-1a, the same on every machine.
package struct FactKey: Hashable, Comparable, Sendable, BitwiseCopyable {
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3
    private static let digits = 16

    package init() {}

    package init(value: UInt64) { self.value = value }

    /// Creates the key of a text.
    package init(of text: some Sequence<UInt8>) { for byte in text { takeByte(byte) } }

    package static func < (one: Self, other: Self) -> Bool { one.value < other.value }

    private mutating func takeByte(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* Self.prime }

    /// Takes a text up with its end, `nil` as one that is not there.
    mutating func take(_ text: String?) {
        guard let text else { return takeByte(0) }
        for byte in text.utf8 { takeByte(byte) }
        takeByte(1)
    }

    mutating func take(_ number: UInt64) {
        for shift in stride(from: 0, to: UInt64.bitWidth, by: 8) {
            takeByte(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
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
        self.value = value
    }

    package func encode(to encoder: any Encoder) throws {
        let text = String(value, radix: 16)
        var container = encoder.singleValueContainer()
        try container.encode(String(repeating: "0", count: Self.digits - text.count) + text)
    }
}
