import Boundaries
import Statistics

/// Numbers blocks by their ``BlockKey`` in the order in which they come.
struct BlockTable: Sendable {
    private(set) var count = 0
    /// Open addressing by the keys' upper bits: a key beside its number, −1 where free, so that one look into memory finds both.
    private var slots = [NumberedKey](repeating: NumberedKey(), count: 1024)

    private struct NumberedKey: BitwiseCopyable {
        var key: UInt64 = 0
        var number: Int32 = -1
    }

    /// The number of a block, `nil` for one that was not added.
    subscript(key: UInt64) -> Int? {
        let number = slots[slot(of: key)].number
        return number < 0 ? nil : Int(number)
    }

    /// Returns the number of a block, a new one where it was not added.
    mutating func add(_ key: UInt64) -> Int {
        let slot = slot(of: key)
        if slots[slot].number >= 0 { return Int(slots[slot].number) }
        slots[slot] = NumberedKey(key: key, number: Int32(count))
        count += 1
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// The slot of a key, or the free one where it would stand.
    private func slot(of key: UInt64) -> Int {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var index = Int(truncatingIfNeeded: (key &* BitMixing.golden) >> 32) & mask
            while slots[index].number >= 0, slots[index].key != key { index = (index + 1) & mask }
            return index
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [NumberedKey](repeating: NumberedKey(), count: old.count * 4)
        for taken in old where taken.number >= 0 { slots[slot(of: taken.key)] = taken }
    }
}

extension AuditResult {
    /// For each layer which rows were not found correct.
    func wrongRows(of count: Int) -> [[Bool]] {
        var wrong = [[Bool]](
            repeating: [Bool](repeating: false, count: count), count: layers.count)
        for index in findings.indices where findings[index].verdict != .correct {
            wrong[findings[index].layer.index][findings[index].row] = true
        }
        return wrong
    }
}
