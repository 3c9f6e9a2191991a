/// Mixes 64-bit words: the same on every machine and in every run, fast, and not safe against those who would choose the words.
///
/// Multiplying by an odd number carries low bits upwards, so that the upper bits of a product tell words apart.
/// Source: Knuth, "The Art of Computer Programming", vol. 3, 6.4, multiplicative hashing.
package enum BitMixing {
    /// 2⁶⁴ over the golden ratio: spreads numbers that follow one another.
    @inlinable package static var golden: UInt64 { 0x9E37_79B9_7F4A_7C15 }

    /// An odd number whose bits look like chance.
    @inlinable package static var odd: UInt64 { 0xD6E8_FEB8_6659_FD93 }

    /// Returns the hash of a pair of words, such as the two numbers of a position. The upper bits are the better ones.
    @inlinable package static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        ((first &* golden) ^ second) &* odd
    }
}
