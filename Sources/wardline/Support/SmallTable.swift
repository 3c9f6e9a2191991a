import DelimitedText

/// A small table of text, read whole.
struct SmallTable {
    let header: [String]
    /// The rows' cells in the header's order, each with the line on which it begins.
    let rows: [(line: Int, cells: [String])]

    /// - Throws: ``Failure`` for a file that cannot be read, or the first row that does not fit the header.
    init(path: String) throws {
        let file = try DelimitedFile(TextSource(argument: path))
        header = file.shape.header
        var rows: [(line: Int, cells: [String])] = []
        let faults = try file.forEachRecord(requiredCount: header.count) { rows.append(($0, $1)) }
        if let fault = faults.first {
            throw Failure(
                "\(path): line \(fault.line) does not fit the header \(header.joined(separator: ", "))")
        }
        self.rows = rows
    }
}
