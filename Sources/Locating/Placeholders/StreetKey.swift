import Wording

/// Tells streets apart cheaply: the first two words of an address that are neither numbers nor directions.
enum StreetKey {
    /// The words passed over, each packed into eight bytes: so few are compared faster than hashed.
    private static let passedOver: [UInt64] = [
        "N", "S", "E", "W", "NE", "NW", "SE", "SW", "NORTH", "SOUTH", "EAST", "WEST", "BLOCK", "BLK", "OF",
        "THE",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
    /// No word passed over is longer.
    private static let longestPassedOver = 5

    /// Returns a hash of the street that an address names, or `nil` where it names none.
    static func of(_ address: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var hash = TextHash()
        var words = 0
        var word: (hash: TextHash, packed: UInt64, length: Int, hasLetter: Bool) = (TextHash(), 0, 0, false)
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
            if word.hasLetter && !(word.length <= longestPassedOver && passedOver.contains(word.packed)) {
                hash.mix(word.hash.value)
                words += 1
            }
            word = (TextHash(), 0, 0, false)
            if words == 2 || (byte == UInt8(ascii: ",") && words > 0) { break }
        }
        return words > 0 ? hash.value : nil
    }
}

/// The words that tell streets apart, as ``StreetKey`` reads them.
package enum StreetTitleWords {
    /// Returns the first two words of an address that are neither numbers nor directions, in capitals: `OLD MILL`. Addresses
    /// of one street have the same ones; `nil` where it names no street.
    package static func of(_ address: String) -> String? {
        var words: [String] = []
        // A place behind a comma is no street, once there is one.
        for part in address.split(separator: ",", omittingEmptySubsequences: false) {
            for word in part.split(whereSeparator: { $0.isASCII && !$0.isLetter && !$0.isNumber })
            where words.count < 2 {
                let word = String(word.map { $0.isASCII ? Character($0.uppercased()) : $0 })
                guard word.contains(where: { !$0.isASCII || $0.isLetter }), !directions.contains(word) else {
                    continue
                }
                words.append(word)
            }
            if !words.isEmpty { break }
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static let directions: Set = [
        "N", "S", "E", "W", "NE", "NW", "SE", "SW", "NORTH", "SOUTH", "EAST", "WEST", "BLOCK", "BLK", "OF",
        "THE",
    ]
}
