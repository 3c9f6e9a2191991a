import Wording

/// Tells streets apart cheaply: the first two words of an address that are neither numbers nor directions, or the number and
/// direction of a street that has no other name: `300 E` of `461 N 300 E`.
enum StreetKey {
    /// The directions, each packed into eight bytes: so few are compared faster than hashed.
    private static let directions = packed(PassedOver.directions)
    private static let fillers = packed(PassedOver.fillers)
    /// No word passed over is longer.
    private static let longestPassedOver = 5

    private static func packed(_ words: Set<String>) -> [UInt64] {
        words.map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
    }

    private struct Word {
        var hash = TextHash()
        var packed: UInt64 = 0
        var length = 0
        var hasLetter = false

        /// A direction's first letter, `nil` for another word.
        var direction: UInt64? {
            hasLetter && length <= longestPassedOver && directions.contains(packed)
                ? packed >> UInt64(8 * (length - 1)) : nil
        }

        var isFiller: Bool { length <= longestPassedOver && fillers.contains(packed) }
    }

    /// Returns a hash of the street that an address names, or `nil` where it names none.
    static func of(_ address: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var hash = TextHash()
        var words = 0
        var word = Word()
        var grid = GridStreet()
        for index in 0...address.count {
            let byte = index < address.count ? address[index] : UInt8(ascii: ",")
            let upper = (0x61...0x7A).contains(byte) ? byte - 32 : byte
            let isLetter = (0x41...0x5A).contains(upper) || upper >= 0x80
            if isLetter || (0x30...0x39).contains(upper) {
                word.hash.add(upper)
                word.packed = word.packed << 8 | UInt64(upper)
                word.length += 1
                word.hasLetter = word.hasLetter || isLetter
                continue
            }
            if word.length > 0 {
                if words == 0, let street = grid.street(with: word) { return street }
                if word.hasLetter, word.direction == nil, !word.isFiller {
                    hash.mix(word.hash.value)
                    words += 1
                }
            }
            word = Word()
            if words == 2 || (byte == UInt8(ascii: ",") && words > 0) { break }
        }
        return words > 0 ? hash.value : grid.alone
    }

    /// A number between two directions, or one that with the direction behind it is all of a text.
    private struct GridStreet {
        private var wordCount = 0
        private var isBehindDirection = false
        private var number: TextHash?
        /// The street of a text that is nothing but it.
        private(set) var alone: UInt64?

        /// Takes up the next word, and returns the street that ends with it.
        mutating func street(with word: Word) -> UInt64? {
            defer {
                wordCount += 1
                isBehindDirection = word.direction != nil
            }
            alone = nil
            guard let direction = word.direction else {
                number = !word.hasLetter && (isBehindDirection || wordCount == 0) ? word.hash : nil
                return nil
            }
            guard var street = number else { return nil }
            number = nil
            street.mix(direction)
            guard wordCount > 1 else {
                alone = street.value
                return nil
            }
            return street.value
        }
    }
}

/// The words that tell streets apart, as ``StreetKey`` reads them.
package enum StreetTitleWords {
    /// Returns the first two words of an address that are neither numbers nor directions, in capitals: `OLD MILL`; or the number
    /// and direction of a street without another name: `300 E`. Addresses of one street have the same ones; `nil` where it
    /// names no street.
    package static func of(_ address: String) -> String? {
        if let street = gridStreet(address) { return street }
        var words: [String] = []
        // A place behind a comma is no street, once there is one.
        for part in address.split(separator: ",", omittingEmptySubsequences: false) {
            for word in part.split(whereSeparator: { $0.isASCII && !$0.isLetter && !$0.isNumber })
            where words.count < 2 {
                let word = String(word.map { $0.isASCII ? Character($0.uppercased()) : $0 })
                guard word.contains(where: { !$0.isASCII || $0.isLetter }),
                    !PassedOver.directions.contains(word),
                    !PassedOver.fillers.contains(word)
                else {
                    continue
                }
                words.append(word)
            }
            if !words.isEmpty { break }
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// A number between two directions, before any other word.
    private static func gridStreet(_ address: String) -> String? {
        let words = address.uppercased().split(whereSeparator: { $0.isASCII && !$0.isLetter && !$0.isNumber })
        let names = words.map(String.init).prefix {
            !$0.contains(where: \.isLetter) || PassedOver.directions.contains($0)
                || PassedOver.fillers.contains($0)
        }
        let street = names.indices.dropFirst().dropLast().first { index in
            names[index].allSatisfy(\.isNumber) && PassedOver.directions.contains(names[index - 1])
                && PassedOver.directions.contains(names[index + 1])
        }
        return street.map { "\(names[$0]) \(names[$0 + 1].prefix(1))" }
    }

}

/// The words that tell no street, by which it is not named.
private enum PassedOver {
    static let directions: Set = [
        "N", "S", "E", "W", "NE", "NW", "SE", "SW", "NORTH", "SOUTH", "EAST", "WEST",
    ]
    static let fillers: Set = ["BLOCK", "BLK", "OF", "THE"]
}
