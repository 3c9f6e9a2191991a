import WorkSharing

/// Finds the rows whose id an earlier row has.
enum RepeatedIDs {
    /// A row and the first one with its id.
    struct Repeat: Equatable {
        let row: Int
        let first: Int
    }

    /// Returns the rows in order.
    ///
    /// - Parameter idsPerTable: How many ids are looked up in one table, which stays in the processor's cache so.
    static func find(in ids: TextColumn, jobs: Int, idsPerTable: Int = 1 << 19) -> [Repeat] {
        guard !isAscending(ids, jobs: jobs) else { return [] }
        let hashes: [UInt32] = filledArray(count: ids.count, jobs: jobs) { rows, hashes in
            for row in rows { hashes[row] = ids.withBytes(at: row, ByteHash.hash) }
        }
        // Rows with one id have one hash, and so are looked up in one table.
        let tables = ids.count / idsPerTable + 1
        let found = mapSlices(count: tables, sliceLength: 1, jobs: jobs, makeWorker: {}) { _, table in
            find(in: ids, hashes) { Int(UInt64($0) * UInt64(tables) >> 32) == table.lowerBound }
        }
        return found.flatMap(\.self).sorted { $0.row < $1.row }
    }

    /// Returns the repeats among the ids with some hashes.
    private static func find(in ids: TextColumn, _ hashes: [UInt32], where isAsked: (UInt32) -> Bool)
        -> [Repeat]
    {
        let count = hashes.count(where: isAsked)
        var length = 16
        while length * 2 < count * 3 { length *= 2 }
        // For each id its row from 1; 0 where free.
        var table = [UInt32](repeating: 0, count: length)
        var repeated: [Repeat] = []
        for row in hashes.indices where isAsked(hashes[row]) {
            if let first = earlierRow(row, ids, hashes, &table) {
                repeated.append(Repeat(row: row, first: first))
            }
        }
        return repeated
    }

    /// Returns the first row with a row's id, or `nil` where this is it.
    @inline(__always)
    private static func earlierRow(_ row: Int, _ ids: TextColumn, _ hashes: [UInt32], _ table: inout [UInt32])
        -> Int?
    {
        var slot = Int(hashes[row]) & (table.count - 1)
        while table[slot] != 0 {
            let earlier = Int(table[slot]) - 1
            if hashes[earlier] == hashes[row], ids.areSame(row, earlier) { return earlier }
            slot = (slot + 1) & (table.count - 1)
        }
        table[slot] = UInt32(row + 1)
        return nil
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
