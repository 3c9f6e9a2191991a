import TestSupport

@testable import DelimitedText

/// What reading a whole file gives.
struct ReadText: Equatable {
    var header: [String]
    var rows: [[String]] = []
    var lines: [Int] = []
    var faults: [RecordFault] = []
    var blankLines = 0
    var strayQuoteLines: [Int] = []

    /// Reads all columns of a file in blocks of a length.
    ///
    /// - Parameter sample: How much is looked at first, and is in the first block whatever its length.
    init(
        _ file: ScratchFile, sample: Int = 1 << 20, blockLength: Int = 1 << 20, requiredCount: Int = 1
    ) throws {
        let opened = try DelimitedFile(.file(file.path), lookingAt: sample)
        let shape = opened.shape
        header = shape.header
        let layout = RecordLayout(
            columnCount: header.count, requiredCount: requiredCount, wanted: Array(header.indices))
        var scanner = RecordScanner(dialect: shape.dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        let blocks = opened.makeBlockReader(blockLength: blockLength)
        var line = shape.dataLine
        while var block = try blocks.next(reusing: nil) {
            scanner.restart()
            while scanner.next(of: &block, into: &batch) {
                for row in 0..<batch.count {
                    rows.append(
                        layout.slotRange.map { slot in
                            batch.withFields(slot: slot, of: block) { FieldText.string($0[row]) }
                        })
                    lines.append(line + Int(batch.lines[row]))
                }
                strayQuoteLines += batch.strayQuoteRows.map { line + Int(batch.lines[$0]) }
            }
            faults += scanner.faults.map { RecordFault(line: line + $0.line, problem: $0.problem) }
            blankLines += scanner.blankLines
            line += scanner.lineCount
        }
    }
}

extension RecordLayout {
    fileprivate var slotRange: Range<Int> { 0..<slotCount }
}
