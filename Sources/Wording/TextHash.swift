/// A text as 64 bits that are the same on every machine and in every run: FNV-1a of its bytes.
///
/// - SeeAlso: G. Fowler, L. C. Noll, K.-P. Vo and D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm".
package struct TextHash: Hashable, Sendable, BitwiseCopyable {
    package var value: UInt64

    /// Takes a hash up again; without a value that of no bytes.
    @inlinable package init(value: UInt64 = 0xCBF2_9CE4_8422_2325) { self.value = value }

    @inlinable package init(of bytes: some Sequence<UInt8>) {
        self.init()
        for byte in bytes { add(byte) }
    }

    @inlinable package mutating func add(_ byte: UInt8) { mix(UInt64(byte)) }

    /// Takes up a number as one byte is: the hash of a word within that of a phrase.
    @inlinable package mutating func mix(_ number: UInt64) {
        value = (value ^ number) &* 0x100_0000_01B3
    }
}
