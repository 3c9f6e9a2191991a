import Chronology

/// The reports of all rows, column by column, so that a history reads only what it needs.
package struct ReportColumns: Sendable {
    /// Seconds since 1970 for each row; ``missing`` where there is no date, empty where no row has one.
    package var opened: [Int64] = []
    package var closed: [Int64] = []
    /// The status of each row, a place in `closingStatuses`; negative for none, empty where no row has one.
    package var statuses: [Int32] = []
    /// Whether each status says that the work is over.
    package var closingStatuses: [Bool] = []
    /// The row at the end of each row's chain of links; empty where the data link none.
    package var roots: [Int32] = []
    /// Whether other rows are linked to a row; empty where the data link none.
    package var hasChildren: [Bool] = []

    package static let missing = Int64.min

    package init() {}

    package func report(_ row: Int) -> Report {
        var report = Report(opened: moment(opened, row), state: state(row))
        guard !roots.isEmpty else { return report }
        let root = Int(roots[row])
        if root != row || hasChildren[row] { report.link = root }
        report.isParent = root == row && hasChildren[row]
        return report
    }

    private func state(_ row: Int) -> Report.State {
        if let moment = moment(closed, row) { return .closed(moment) }
        guard row < statuses.count, statuses[row] >= 0 else { return .open }
        return closingStatuses[Int(statuses[row])] ? .closed(nil) : .open
    }

    @inline(__always)
    private func moment(_ column: [Int64], _ row: Int) -> Timestamp? {
        guard row < column.count, column[row] != Self.missing else { return nil }
        return Timestamp(secondsSince1970: column[row])
    }
}

/// Puts rows in order of opening, then in that of their ids; rows without a date come last. Keeps its memory from one
/// cluster to the next.
package struct OpeningOrder {
    private let opened: [Int64]
    private let isBefore: @Sendable (Int, Int) -> Bool
    private var keys: [(opened: Int64, row: Int32)] = []

    /// - Parameter isBefore: Whether one row goes before another of the same moment.
    package init(_ columns: ReportColumns, isBefore: @escaping @Sendable (Int, Int) -> Bool) {
        opened = columns.opened
        self.isBefore = isBefore
    }

    /// Puts rows in order.
    package mutating func sort(_ rows: ArraySlice<Int32>, into sorted: inout [Int32]) {
        keys.removeAll(keepingCapacity: true)
        for row in rows { keys.append((moment(row), row)) }
        if keys.count <= Self.few { insertionSort() } else { keys.sort(by: goesBefore) }
        sorted.removeAll(keepingCapacity: true)
        for key in keys { sorted.append(key.row) }
    }

    /// Up to here the plain way is the fastest.
    private static let few = 24

    private mutating func insertionSort() {
        for place in keys.indices.dropFirst() {
            let key = keys[place]
            var free = place
            while free > 0, goesBefore(key, keys[free - 1]) {
                keys[free] = keys[free - 1]
                free -= 1
            }
            keys[free] = key
        }
    }

    @inline(__always)
    private func moment(_ row: Int32) -> Int64 {
        guard Int(row) < opened.count, opened[Int(row)] != ReportColumns.missing else { return .max }
        return opened[Int(row)]
    }

    @inline(__always)
    private func goesBefore(_ one: (opened: Int64, row: Int32), _ other: (opened: Int64, row: Int32)) -> Bool
    {
        one.opened != other.opened ? one.opened < other.opened : isBefore(Int(one.row), Int(other.row))
    }
}
