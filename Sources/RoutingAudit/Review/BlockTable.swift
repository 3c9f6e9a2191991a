import Boundaries
import Statistics

/// Numbers blocks by their ``BlockKey`` in the order in which they come.
struct BlockTable: Sendable {
    private(set) var count = 0
    /// Open addressing by the keys' upper bits: the number of a block, −1 where free.
    private var numbers = [Int32](repeating: -1, count: 1024)
    private var keys = [UInt64](repeating: 0, count: 1024)

    /// The number of a block, `nil` for one that was not added.
    subscript(key: UInt64) -> Int? {
        let slot = slot(of: key)
        return numbers[slot] < 0 ? nil : Int(numbers[slot])
    }

    /// Returns the number of a block, a new one where it was not added.
    mutating func add(_ key: UInt64) -> Int {
        let slot = slot(of: key)
        if numbers[slot] >= 0 { return Int(numbers[slot]) }
        (numbers[slot], keys[slot]) = (Int32(count), key)
        count += 1
        if count * 2 > numbers.count { grow() }
        return count - 1
    }

    /// The slot of a key, or the free one where it would stand.
    private func slot(of key: UInt64) -> Int {
        let mask = numbers.count - 1
        var slot = Int(truncatingIfNeeded: (key &* BitMixing.golden) >> 32) & mask
        while numbers[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = zip(keys, numbers).filter { $0.1 >= 0 }
        keys = [UInt64](repeating: 0, count: keys.count * 4)
        numbers = [Int32](repeating: -1, count: keys.count)
        for (key, number) in old {
            let slot = slot(of: key)
            (keys[slot], numbers[slot]) = (key, number)
        }
    }
}

extension AuditResult {
    /// For each layer which rows were not found correct.
    func wrongRows(of count: Int) -> [[Bool]] {
        var wrong = [[Bool]](
            repeating: [Bool](repeating: false, count: count), count: layers.count)
        for finding in findings where finding.verdict != .correct {
            wrong[finding.layer.index][finding.row] = true
        }
        return wrong
    }
}
