/// Inputs that were changed at random.
package enum ByteMutation {
    /// Changes, drops, doubles or swaps some bytes.
    package static func changed(_ bytes: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int(random.next() % 4) {
            guard !bytes.isEmpty else { return bytes }
            let index = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 7 {
            case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes[index] ^= 1 << (random.next() % 8)
            case 2: bytes.remove(at: index)
            case 3: bytes.removeLast(min(bytes.count, Int(random.next() % 40)))
            case 4: bytes.insert(contentsOf: bytes[index...].prefix(Int(random.next() % 40)), at: index)
            case 5:
                for offset in 0..<4 where index + offset < bytes.count {
                    bytes[index + offset] = [0x00, 0x7F, 0x80, 0xFF][Int(random.next() % 4)]
                }
            default: bytes.swapAt(index, Int(random.next() % UInt64(bytes.count)))
            }
        }
        return bytes
    }
}
