import Statistics
import Wording

/// Identifies words and phrases by 64-bit hashes of their upper-case bytes.
enum WordHash {
    /// Returns the hash of a phrase and one more word.
    @inline(__always) static func joining(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
        (phrase ^ word) &* BitMixing.golden ^ (word >> 29)
    }

    static func of(_ word: some StringProtocol) -> UInt64 {
        TextHash(of: word.utf8).value
    }
}
