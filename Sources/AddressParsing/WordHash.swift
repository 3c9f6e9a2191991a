/// Identifies words and phrases by 64-bit FNV-1a hashes of their upper-case bytes.
enum WordHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always) static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// Returns the hash of a phrase and one more word.
    @inline(__always) static func joining(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
        (phrase ^ word) &* 0x9e37_79b9_7f4a_7c15 ^ (word >> 29)
    }

    static func of(_ word: some StringProtocol) -> UInt64 {
        word.utf8.reduce(seed) { adding($1, to: $0) }
    }
}
