import Chronology
import Foundation
import WorkSharing

/// Orders rows by what they say, not by where they stand in the file, so that shuffled rows give the same answer.
package struct RowOrder: Sendable {
    package let table: RequestTable

    package init(table: RequestTable) { self.table = table }

    /// Returns whether one row goes before another: by id, and where ids are repeated by dates, position and category.
    package func isBefore(_ one: Int, _ other: Int) -> Bool {
        switch compareIDs(one, other) {
        case 0: rest(one) < rest(other)
        case let order: order < 0
        }
    }

    /// Returns all rows in order; `nil` where they stand in order already, as most files do.
    package func sortedRows(jobs: Int) -> [Int32]? {
        guard !isSorted(jobs: jobs) else { return nil }
        var runs = mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: { () }) {
            _, rows in
            rows.map { Key(prefix: prefix($0), row: Int32($0)) }.sorted(by: goesBefore)
        }
        while runs.count > 1 {
            let pairs = runs
            runs = mapSlices(count: (pairs.count + 1) / 2, sliceLength: 1, jobs: jobs, makeWorker: { () }) {
                _, slice in
                let first = 2 * slice.lowerBound
                return first + 1 < pairs.count ? merged(pairs[first], pairs[first + 1]) : pairs[first]
            }
        }
        return runs.first?.map(\.row) ?? []
    }

    /// A row with the first eight bytes of its id, which tell most ids apart.
    private struct Key {
        var prefix: UInt64
        var row: Int32
    }

    private func goesBefore(_ one: Key, _ other: Key) -> Bool {
        one.prefix != other.prefix ? one.prefix < other.prefix : isBefore(Int(one.row), Int(other.row))
    }

    private func merged(_ first: [Key], _ second: [Key]) -> [Key] {
        var merged: [Key] = []
        merged.reserveCapacity(first.count + second.count)
        var next = 0
        for key in second {
            while next < first.count, !goesBefore(key, first[next]) {
                merged.append(first[next])
                next += 1
            }
            merged.append(key)
        }
        return merged + first[next...]
    }

    private func isSorted(jobs: Int) -> Bool {
        mapSlices(count: max(table.count - 1, 0), sliceLength: 65_536, jobs: jobs, makeWorker: { () }) {
            _, rows in
            for row in rows {
                let order = compareIDs(row, row + 1)
                if order > 0 || order == 0 && rest(row + 1) < rest(row) { return false }
            }
            return true
        }.allSatisfy { $0 }
    }

    /// Returns what tells rows of one id apart.
    private func rest(_ row: Int) -> (Int64, Int64, UInt64, UInt64, String) {
        (
            table.opened[row]?.secondsSince1970 ?? .max, table.closed[row]?.secondsSince1970 ?? .max,
            table.longitudes[row].bitPattern, table.latitudes[row].bitPattern, table.categories[row] ?? ""
        )
    }

    @inline(__always)
    private func compareIDs(_ one: Int, _ other: Int) -> Int {
        let (first, second) = (table.ids.range(at: one), table.ids.range(at: other))
        return table.ids.bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            let order = memcmp(
                base + first.lowerBound, base + second.lowerBound, min(first.count, second.count))
            return order == 0 ? first.count - second.count : Int(order)
        }
    }

    private func prefix(_ row: Int) -> UInt64 {
        table.ids.withBytes(at: row) { (bytes: UnsafeBufferPointer<UInt8>) -> UInt64 in
            var prefix: UInt64 = 0
            for index in 0..<8 { prefix = prefix << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
            return prefix
        }
    }
}
