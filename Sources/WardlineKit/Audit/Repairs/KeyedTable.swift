import DelimitedText

/// A small table, whole in memory, whose first column is a key.
struct KeyedTable {
    struct Row {
        let line: Int
        let cells: [String]
    }

    let name: String
    let header: [String]
    private(set) var rows: [Row] = []

    init(_ source: TextSource) throws {
        name = source.name
        let file = try DelimitedFile(source)
        header = file.shape.header
        var rows: [Row] = []
        let faults = try file.forEachRecord(requiredCount: header.count) { line, cells in
            rows.append(Row(line: line, cells: cells))
        }
        if let fault = faults.first {
            throw RepairError.unreadable(name: name, fault)
        }
        self.rows = rows
    }

    /// Returns the last row of each key, and the rows whose key an earlier one has.
    ///
    /// - Parameter keyColumns: How many of the first columns tell rows apart.
    func lastOfEach(keyColumns: Int) -> (last: KeyedTable, repeated: [Row]) {
        var (last, repeated) = (self, [Row]())
        var indices: [[String]: Int] = [:]
        last.rows = []
        for row in rows {
            let key = Array(row.cells.prefix(keyColumns))
            if let index = indices[key] {
                last.rows[index] = row
                repeated.append(row)
            } else {
                indices[key] = last.rows.count
                last.rows.append(row)
            }
        }
        return (last, repeated)
    }

    func rowsByKey() -> [String: [String]] {
        Dictionary(rows.map { ($0.cells[0], $0.cells) }, uniquingKeysWith: { _, last in last })
    }

    /// Returns the rows whose key another table has not.
    func rows(notIn other: KeyedTable) -> [Row] {
        let known = Set(other.rows.map { $0.cells[0] })
        return rows.filter { !known.contains($0.cells[0]) }
    }
}
