import DelimitedText

/// A small table of text, read whole.
struct SmallTable {
    let header: [String]
    /// The rows' cells in the header's order, each with the line on which it begins; what a row lacks is empty.
    private(set) var rows: [(line: Int, cells: [String])] = []

    /// - Throws: ``Failure`` for a file that cannot be read, or the first row that does not fit the header.
    init(path: String) throws {
        let file = try DelimitedFile(TextSource(argument: path))
        header = file.shape.header
        let layout = RecordLayout(
            columnCount: header.count, requiredCount: header.count, wanted: Array(header.indices))
        var scanner = RecordScanner(dialect: file.shape.dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        let blocks = file.makeBlockReader()
        var firstLine = file.shape.dataLine
        while var block = try blocks.next(reusing: nil) {
            scanner.restart()
            while scanner.next(of: &block, into: &batch) {
                for row in 0..<batch.count {
                    let cells = header.indices.map { slot in
                        batch.withFields(slot: slot, of: block) { FieldText.string($0[row]) }
                    }
                    rows.append((firstLine + Int(batch.lines[row]), cells))
                }
            }
            if let fault = scanner.faults.first {
                throw Failure(
                    "\(path): line \(firstLine + fault.line) does not fit the header \(header.joined(separator: ", "))"
                )
            }
            firstLine += scanner.lineCount
        }
    }
}
