extension RequestTable {
    /// How many rows have an assigned area, where each of them has another one and the first row is among them: a report with groups
    /// tells what its rows have in common once, and leaves it blank below. `nil` for any other column.
    package func groupedRows(ofLayer layer: Int) -> Int? {
        let column = assigned[layer]
        guard count >= Self.fewestGrouped, let first = column.indices.first, first >= 0 else { return nil }
        let used = column.counts.map(\.1).filter { $0 > 0 }
        guard used.count > 1, used.allSatisfy({ $0 == 1 }), used.count * 4 <= count else { return nil }
        return used.count
    }

    /// A few rows may each be of another area.
    private static let fewestGrouped = 20
}
