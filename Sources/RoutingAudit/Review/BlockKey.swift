import Locating
import Wording

/// Tells blocks apart cheaply: the hundred of an address's house number, and its street with its direction.
enum BlockKey {
    private static let passedOver: [UInt64] = ["BLOCK", "BLK", "OF", "THE"].map {
        $0.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    }
    /// No word passed over is longer.
    private static let longestPassedOver = 5
    /// How many words of a street are compared: `S`, `OLD`, `YORK`.
    private static let wordLimit = 3

    /// Returns a hash of the block that an address names, or `nil` where it begins with no house number or names no street.
    static func of(_ address: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var index = 0
        while index < address.count, address[index] == UInt8(ascii: " ") { index += 1 }
        var number = 0
        let start = index
        while index < address.count, (0x30...0x39).contains(address[index]), number < 10_000_000 {
            number = number * 10 + Int(address[index] - 0x30)
            index += 1
        }
        guard index > start else { return nil }
        var hash = TextHash()
        hash.mix(UInt64(number / 100))
        var words = 0
        var word: (hash: TextHash, packed: UInt64, length: Int) = (TextHash(), 0, 0)
        while words < wordLimit {
            let byte = index < address.count ? address[index] : UInt8(ascii: ",")
            index &+= 1
            let upper = (0x61...0x7A).contains(byte) ? byte - 32 : byte
            if (0x41...0x5A).contains(upper) || upper >= 0x80 || (0x30...0x39).contains(upper) {
                word.hash.add(upper)
                word.packed = word.packed << 8 | UInt64(upper)
                word.length &+= 1
                continue
            }
            if word.length > 0, !(word.length <= longestPassedOver && passedOver.contains(word.packed)) {
                hash.mix(word.hash.value)
                words += 1
            }
            word = (TextHash(), 0, 0)
            if byte == UInt8(ascii: ",") { break }
        }
        return words > 0 ? hash.value : nil
    }
}
