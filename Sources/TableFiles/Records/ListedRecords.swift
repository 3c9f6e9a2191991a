/// The columns of records that name their values, and a row at a time in their order.
struct ListedRecords {
    private(set) var columns: [String] = []
    private var indices: [String: Int] = [:]
    private var cells: [[UInt8]] = []

    /// More columns than that come from values that serve as names.
    private static let mostColumns = 4096

    /// Takes up a column, where it is new, and returns its index; `nil` where there are too many.
    mutating func index(of name: String) -> Int? {
        if let index = indices[name] { return index }
        guard columns.count < Self.mostColumns else { return nil }
        indices[name] = columns.count
        columns.append(name)
        return columns.count - 1
    }

    /// Returns the index of a column that is there already.
    func known(_ name: String) -> Int? { indices[name] }

    mutating func beginRow() {
        for index in cells.indices { cells[index].removeAll(keepingCapacity: true) }
        while cells.count < columns.count { cells.append([]) }
    }

    /// Adds a text to a cell; a second one follows after a semicolon.
    mutating func add(_ text: some Collection<UInt8>, at index: Int) {
        guard !text.isEmpty else { return }
        if !cells[index].isEmpty { cells[index] += [UInt8(ascii: ";"), 0x20] }
        cells[index] += text
    }

    func appendHeader(to bytes: inout [UInt8]) { append(columns.map { Array($0.utf8) }, to: &bytes) }
    func appendRow(to bytes: inout [UInt8]) { append(cells, to: &bytes) }

    private func append(_ row: [[UInt8]], to bytes: inout [UInt8]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(TableText.delimiter) }
            TableText.append(cell, to: &bytes)
        }
        bytes.append(TableText.rowEnd)
    }
}
