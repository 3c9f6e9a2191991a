import Chronology
import Foundation
import ServiceRequests
import WorkSharing

/// Orders rows by what they say, not by where they stand in the file, so that shuffled rows give the same answer.
struct RowOrder: Sendable {
    let table: RequestTable

    /// Returns whether one row goes before another: by id, and by dates where ids are repeated.
    func isBefore(_ one: Int, _ other: Int) -> Bool {
        switch compare(one, other) {
        case 0: dates(one) < dates(other)
        case let order: order < 0
        }
    }

    /// Returns all rows in order of their ids.
    func rowsByID(jobs: Int) -> [Int32] {
        let rows = (0..<Int32(table.count)).map { $0 }
        if isSorted(jobs: jobs) { return rows }
        let keys = rows.map { (prefix: prefix(Int($0)), row: $0) }
        return keys.sorted {
            $0.prefix != $1.prefix ? $0.prefix < $1.prefix : isBefore(Int($0.row), Int($1.row))
        }.map(\.row)
    }

    private func isSorted(jobs: Int) -> Bool {
        mapSlices(count: max(table.count - 1, 0), sliceLength: 65_536, jobs: jobs, makeWorker: { () }) {
            _, rows in
            !rows.contains { !isBefore($0, $0 + 1) && compare($0, $0 + 1) != 0 }
        }.allSatisfy { $0 }
    }

    private func dates(_ row: Int) -> (Int64, Int64) {
        (table.opened[row]?.secondsSince1970 ?? .max, table.closed[row]?.secondsSince1970 ?? .max)
    }

    private func compare(_ one: Int, _ other: Int) -> Int {
        let (first, second) = (table.ids.range(at: one), table.ids.range(at: other))
        return table.ids.bytes.withUnsafeBytes { bytes in
            let order = bytes.baseAddress.map {
                memcmp($0 + first.lowerBound, $0 + second.lowerBound, min(first.count, second.count))
            }
            return order.flatMap { $0 == 0 ? nil : Int($0) } ?? first.count - second.count
        }
    }

    /// The first eight bytes of an id, which tell most ids apart.
    private func prefix(_ row: Int) -> UInt64 {
        table.ids.withBytes(at: row) { (bytes: UnsafeBufferPointer<UInt8>) -> UInt64 in
            var prefix: UInt64 = 0
            for place in 0..<8 { prefix = prefix << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0) }
            return prefix
        }
    }
}

extension RowOrder {
    /// Returns rows in order of opening, then of id; rows without a date come last.
    func byOpening(_ rows: ArraySlice<Int32>) -> [Int32] {
        let dated = rows.map { row -> (opened: Int64, row: Int32) in
            (table.opened[Int(row)]?.secondsSince1970 ?? .max, row)
        }
        return dated.sorted { one, other in
            one.opened != other.opened ? one.opened < other.opened : isBefore(Int(one.row), Int(other.row))
        }.map(\.row)
    }
}
