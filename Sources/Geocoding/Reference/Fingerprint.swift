import Statistics

/// A 64-bit digest of bytes, to tell whether a file has changed. Not for security.
struct Fingerprint: Hashable, Sendable {
    private(set) var value: UInt64 = BitMixing.golden

    /// Takes in eight bytes at a step: some GB a second.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while offset + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < bytes.count {
            rest = rest << 8 | UInt64(bytes[offset])
            offset += 1
        }
        mix(rest)
        mix(UInt64(bytes.count))
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    private mutating func mix(_ word: UInt64) {
        let product = (value ^ word).multipliedFullWidth(by: 0xff51_afd7_ed55_8ccd)
        value = product.high ^ product.low &+ 0x2545_f491_4f6c_dd1d
    }

    var text: String { String(value, radix: 16) }
}
