/// Sorts the cell keys of one strip after another, keeping its memory from strip to strip.
struct KeySorter {
    /// The keys in order.
    private(set) var keys: [CellScale.Key] = []
    /// The index that each key had before.
    private(set) var indices: [Int32] = []
    private var packed: [UInt64] = []
    private var spare: [UInt64] = []

    private static let digitBits = 11

    /// Sorts keys; equal ones keep their order.
    ///
    /// Row, column and index are packed into one word where they fit, which is nearly always: they are counted from
    /// the strip's lowest row and column.
    mutating func sort(_ unsorted: [CellScale.Key]) {
        let mask = (1 << CellScale.columnBits) - 1 as UInt64
        var minRow = UInt64.max
        var maxRow = 0 as UInt64
        var minColumn = UInt64.max
        var maxColumn = 0 as UInt64
        for key in unsorted {
            minRow = min(minRow, key >> CellScale.columnBits)
            maxRow = max(maxRow, key >> CellScale.columnBits)
            minColumn = min(minColumn, key & mask)
            maxColumn = max(maxColumn, key & mask)
        }
        guard minRow <= maxRow else {
            (keys, indices) = ([], [])
            return
        }
        let indexBits = bits(UInt64(unsorted.count))
        let columnBits = bits(maxColumn - minColumn)
        let keyBits = columnBits + bits(maxRow - minRow)
        guard indexBits + keyBits <= 64 else { return sortByComparison(unsorted) }
        packed.removeAll(keepingCapacity: true)
        for (index, key) in unsorted.enumerated() {
            let row = (key >> CellScale.columnBits) - minRow
            let column = (key & mask) - minColumn
            packed.append((row << columnBits | column) << indexBits | UInt64(index))
        }
        sortPacked(fromBit: indexBits, bitCount: keyBits)
        unpack(indexBits: indexBits, columnBits: columnBits, minRow: minRow, minColumn: minColumn)
    }

    private mutating func sortPacked(fromBit firstBit: Int, bitCount: Int) {
        guard packed.count > 64 else { return packed.sort() }
        let passes = (bitCount + Self.digitBits - 1) / Self.digitBits
        guard passes > 0 else { return }
        let width = (bitCount + passes - 1) / passes
        spare = [UInt64](repeating: 0, count: packed.count)
        for pass in 0..<passes { countingPass(shift: firstBit + pass * width, width: width) }
    }

    private mutating func countingPass(shift: Int, width: Int) {
        let mask = (1 << width) - 1 as UInt64
        var next = [Int32](repeating: 0, count: 1 << width)
        for word in packed { next[Int(word >> shift & mask)] += 1 }
        var total = 0 as Int32
        for digit in next.indices { (next[digit], total) = (total, total + next[digit]) }
        for word in packed {
            let digit = Int(word >> shift & mask)
            spare[Int(next[digit])] = word
            next[digit] += 1
        }
        swap(&packed, &spare)
    }

    private mutating func unpack(indexBits: Int, columnBits: Int, minRow: UInt64, minColumn: UInt64) {
        let indexMask = (1 << indexBits) - 1 as UInt64
        let columnMask = (1 << columnBits) - 1 as UInt64
        keys.removeAll(keepingCapacity: true)
        indices.removeAll(keepingCapacity: true)
        for word in packed {
            let row = (word >> (indexBits + columnBits)) + minRow
            let column = (word >> indexBits & columnMask) + minColumn
            keys.append(row << CellScale.columnBits | column)
            indices.append(Int32(truncatingIfNeeded: word & indexMask))
        }
    }

    private mutating func sortByComparison(_ unsorted: [CellScale.Key]) {
        indices = unsorted.indices.map { Int32($0) }
        indices.sort { (unsorted[Int($0)], $0) < (unsorted[Int($1)], $1) }
        keys = indices.map { unsorted[Int($0)] }
    }

    private func bits(_ value: UInt64) -> Int { 64 - value.leadingZeroBitCount }
}
