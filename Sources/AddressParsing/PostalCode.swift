/// A ZIP code or a Canadian postal code, as text and as a number to compare and keep.
package struct PostalCode: Hashable, Sendable {
    /// 1 to 99,999 for a ZIP code, more for a Canadian postal code.
    package let number: UInt32

    /// Returns the code with a number; `nil` for 0, which stands for none.
    package init?(number: UInt32) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Reads a field or a part of an address: `21202`, `21202-1234`, `2139.0` for 02139, `k1a 0b1`.
    package init?(_ text: String) {
        let bytes = Array(text.uppercased().utf8.drop { $0 == UInt8(ascii: " ") })
        if let code = Self.canadian(bytes.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }) {
            number = code
            return
        }
        let digits = bytes.prefix(while: Tokenizer.isDigit)
        guard (3...5).contains(digits.count) || digits.count == 9 else { return nil }
        let value = digits.prefix(5).reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 48) }
        guard value > 0 else { return nil }
        number = value
    }

    /// Reads the tokens of a Canadian postal code; `nil` for others.
    init?(_ line: TokenLine, _ range: Range<Int>) {
        guard (1...2).contains(range.count), let last = range.last,
            line[range.lowerBound].shape == .letterFirst,
            range.count == 1 || line[last].gap <= .dash
        else { return nil }
        let bytes = range.flatMap { line.bytes[Int(line[$0].start)..<Int(line[$0].end)] }
        guard let code = Self.canadian(bytes.filter { $0 != UInt8(ascii: "-") }) else { return nil }
        number = code
    }

    /// Five digits, or a postal code with its space: `02139`, `K1A 0B1`.
    package var text: String {
        if number < Self.firstCanadian {
            let text = String(number)
            return String(repeating: "0", count: max(0, 5 - text.utf8.count)) + text
        }
        var rest = number - Self.firstCanadian
        var characters: [UInt8] = []
        for position in (0..<6).reversed() {
            let base: UInt32 = position % 2 == 0 ? 26 : 10
            characters.append(UInt8(rest % base) + (position % 2 == 0 ? 65 : 48))
            rest /= base
        }
        let text = String(decoding: characters.reversed(), as: UTF8.self)
        return "\(text.prefix(3)) \(text.suffix(3))"
    }

    /// Whether two codes may be of one place: postal codes of Canada are those of single block sides, and agree in the
    /// area that their first three characters name.
    package func agrees(with other: PostalCode) -> Bool {
        guard number >= Self.firstCanadian, other.number >= Self.firstCanadian else { return self == other }
        return text.prefix(3) == other.text.prefix(3)
    }

    /// A ZIP code's first three digits; `nil` for a Canadian postal code.
    package var prefix: Int? { number < Self.firstCanadian ? Int(number) / 100 : nil }

    private static let firstCanadian: UInt32 = 100_000

    /// Returns the number of letter, digit, letter, digit, letter, digit.
    private static func canadian(_ bytes: [UInt8]) -> UInt32? {
        guard bytes.count == 6 else { return nil }
        var number: UInt32 = 0
        for (position, byte) in bytes.enumerated() {
            if position % 2 == 0 {
                guard byte >= 65, byte <= 90 else { return nil }
                number = number * 26 + UInt32(byte - 65)
            } else {
                guard Tokenizer.isDigit(byte) else { return nil }
                number = number * 10 + UInt32(byte - 48)
            }
        }
        return firstCanadian + number
    }
}
