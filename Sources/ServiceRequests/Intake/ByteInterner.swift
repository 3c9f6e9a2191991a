import DelimitedText
import Statistics

/// Keeps each different text once and numbers them in the order in which they first come.
struct ByteInterner: Sendable {
    private(set) var texts = TextColumn()
    private var hashes: [UInt32] = []
    /// Open addressing: indices in `texts`, −1 where free. The length is a power of two.
    private var table = [Int32](repeating: -1, count: 256)

    var count: Int { hashes.count }

    /// Returns a text's number, taking it up where it is new.
    @inline(__always)
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = ByteHash.hash(text)
        let mask = table.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let found = table[slot]
            if found < 0 { return add(text, hash, slot) }
            if hashes[Int(found)] == hash, texts.hasBytes(text, at: Int(found)) { return found }
            slot = (slot &+ 1) & mask
        }
    }

    /// Appends the numbers of some rows' fields.
    mutating func appendNumbers(of fields: FieldView, in rows: [Int], to numbers: inout [Int32]) {
        for row in rows { numbers.append(number(of: fields[row])) }
    }

    @inline(never)
    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt32, _ slot: Int) -> Int32 {
        let number = Int32(truncatingIfNeeded: hashes.count)
        table[slot] = number
        texts.append(text)
        hashes.append(hash)
        if hashes.count * 2 > table.count { grow() }
        return number
    }

    private mutating func grow() {
        table = [Int32](repeating: -1, count: table.count * 4)
        let mask = table.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while table[slot] >= 0 { slot = (slot + 1) & mask }
            table[slot] = Int32(number)
        }
    }

    /// Forgets all texts and keeps the memory.
    mutating func removeAll() {
        guard count > 0 else { return }
        texts.removeAll()
        hashes.removeAll(keepingCapacity: true)
        table.withUnsafeMutableBufferPointer { $0.update(repeating: -1) }
    }
}

/// A hash of bytes: fast, the same in each run, and not safe against those who would choose the bytes.
enum ByteHash {
    @inline(__always)
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var state = UInt64(truncatingIfNeeded: text.count) &* BitMixing.golden
        let raw = UnsafeRawBufferPointer(text)
        var offset = 0
        while offset &+ 8 <= raw.count {
            mix(&state, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset &+= 8
        }
        if offset < raw.count {
            var last: UInt64 = 0
            for byte in raw[offset...] { last = last << 8 | UInt64(byte) }
            mix(&state, last)
        }
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    @inline(__always)
    private static func mix(_ state: inout UInt64, _ word: UInt64) {
        state = (state ^ word) &* BitMixing.odd
        state ^= state >> 29
    }
}
