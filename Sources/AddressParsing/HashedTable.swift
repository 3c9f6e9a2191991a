/// An immutable table keyed by hashes that are already well mixed: open addressing, at most a quarter full.
struct HashedTable<Value: Sendable>: Sendable {
    private let slots: [(hash: UInt64, value: Value)]

    /// - Parameter absent: Fills the empty slots.
    init(_ values: [UInt64: Value], absent: Value) {
        var capacity = 64
        while capacity < values.count * 4 { capacity *= 2 }
        var slots = Array(repeating: (hash: UInt64(0), value: absent), count: capacity)
        for (hash, value) in values.sorted(by: { $0.key < $1.key }) where hash != 0 {
            var slot = Int(truncatingIfNeeded: hash >> 20) & (capacity - 1)
            while slots[slot].hash != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = (hash, value)
        }
        self.slots = slots
    }

    @inline(__always) subscript(hash: UInt64) -> Value? {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: hash >> 20) & mask
            while slots[slot].hash != 0 {
                if slots[slot].hash == hash { return slots[slot].value }
                slot = (slot + 1) & mask
            }
            return nil
        }
    }
}
