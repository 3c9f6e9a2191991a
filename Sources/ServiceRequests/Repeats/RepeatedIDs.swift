import WorkSharing

/// Finds the rows whose id an earlier row has.
enum RepeatedIDs {
    /// A row and the first one with its id.
    struct Repeat: Equatable {
        let row: Int
        let first: Int
    }

    /// Returns the rows in order.
    static func find(in ids: TextColumn, jobs: Int) -> [Repeat] {
        guard !isAscending(ids, jobs: jobs) else { return [] }
        var length = 16
        while length < ids.count * 2 { length *= 2 }
        // For each id its row from 1 in the lower half and a part of its hash in the upper; 0 where free.
        var table = [UInt64](repeating: 0, count: length)
        var repeated: [Repeat] = []
        for row in 0..<ids.count {
            if let first = earlierRow(row, ids, &table) { repeated.append(Repeat(row: row, first: first)) }
        }
        return repeated
    }

    /// Returns the first row with a row's id, or `nil` where this is it.
    private static func earlierRow(_ row: Int, _ ids: TextColumn, _ table: inout [UInt64]) -> Int? {
        ids.withBytes(at: row) { id in
            let hash = ByteHash.hash(id)
            var slot = Int(hash) & (table.count - 1)
            while table[slot] != 0 {
                let earlier = Int(table[slot] & 0xFFFF_FFFF) - 1
                if UInt32(table[slot] >> 32) == hash, ids.hasBytes(id, at: earlier) { return earlier }
                slot = (slot + 1) & (table.count - 1)
            }
            table[slot] = UInt64(hash) << 32 | UInt64(row + 1)
            return nil
        }
    }

    /// Whether each id is greater than the one before it, as in most exports: then none repeats.
    static func isAscending(_ ids: TextColumn, jobs: Int) -> Bool {
        mapSlices(count: ids.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) { _, rows in
            ids.bytes.withUnsafeBufferPointer { bytes in
                // The last id of the slice before is the first to be compared with.
                var last = UnsafeBufferPointer(rebasing: bytes[ids.range(at: max(0, rows.lowerBound - 1))])
                for row in max(1, rows.lowerBound)..<rows.upperBound {
                    let id = UnsafeBufferPointer(rebasing: bytes[ids.range(at: row)])
                    guard isGreater(id, than: last) else { return false }
                    last = id
                }
                return true
            }
        }.allSatisfy { $0 }
    }

    /// Whether an id is longer than another one, or as long and behind it.
    @inline(__always)
    static func isGreater(_ id: some Collection<UInt8>, than other: some Collection<UInt8>) -> Bool {
        id.count == other.count ? other.lexicographicallyPrecedes(id) : id.count > other.count
    }
}
