import AddressParsing
import Locating
import Wording

/// Tells blocks apart cheaply: the hundred of an address's house number, and its street with its direction, however the street's
/// words are spelled. Each block has two sides, the odd and the even.
struct BlockKey: Hashable, Sendable, BitwiseCopyable {
    /// The block with its side.
    let side: UInt64
    /// The block, whatever the side.
    var block: UInt64 { side & ~1 }
    var isOdd: Bool { side & 1 == 1 }

    init(side: UInt64) { self.side = side }

    /// Whether a word says nothing of a block, given its letters in one number: no such word is longer than a number holds.
    @inline(__always)
    private static func isPassedOver(_ packed: UInt64, length: Int) -> Bool {
        switch (length, packed) {
        case (5, 0x42_4C4F_434B): true  // BLOCK
        case (3, 0x42_4C4B): true  // BLK
        case (2, 0x4F46): true  // OF
        case (3, 0x54_4845): true  // THE
        default: false
        }
    }
    /// How many words of a street are compared: `S`, `OLD`, `YORK`.
    private static let wordLimit = 3

    /// Takes the block that an address names; `nil` where it begins with no house number or names no street.
    init?(_ address: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < address.count, address[index] == UInt8(ascii: " ") { index += 1 }
        var number = 0
        let start = index
        while index < address.count, address[index] &- 0x30 < 10, number < 10_000_000 {
            number = number * 10 + Int(address[index] - 0x30)
            index += 1
        }
        guard index > start else { return nil }
        var hash = TextHash()
        hash.mix(UInt64(number / 100))
        var words = 0
        var word: (hash: TextHash, packed: UInt64, length: Int) = (TextHash(), 0, 0)
        while words < Self.wordLimit {
            let byte = index < address.count ? address[index] : UInt8(ascii: ",")
            index &+= 1
            let upper = byte &- 0x61 < 26 ? byte &- 32 : byte
            if upper &- 0x41 < 26 || upper >= 0x80 || upper &- 0x30 < 10 {
                word.hash.add(upper)
                word.packed = word.packed << 8 | UInt64(upper)
                word.length &+= 1
                continue
            }
            if word.length > 0, !Self.isPassedOver(word.packed, length: word.length) {
                hash.mix(AddressWords.standard(word.hash.value))
                words += 1
            }
            word = (TextHash(), 0, 0)
            if byte == UInt8(ascii: ",") { break }
        }
        guard words > 0 else { return nil }
        side = hash.value & ~1 | UInt64(number & 1)
    }
}
