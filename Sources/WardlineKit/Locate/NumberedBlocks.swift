import DelimitedText

/// A block of a file with the line of its first record, so that threads can tell which rows of a table stand in it.
struct NumberedBlock: Sendable {
    var block: TextBlock
    /// From 1.
    let line: Int
}

/// Cuts a file into blocks and counts their lines.
struct NumberedBlocks {
    private let blocks: BlockReader
    private let lineEnd: UInt8
    private var line: Int

    init(blocks: BlockReader, line: Int, lineEnd: Dialect.LineEnd) {
        self.blocks = blocks
        self.line = line
        self.lineEnd = lineEnd.byte
    }

    mutating func next(reusing spent: consuming NumberedBlock?) throws(DelimitedTextError) -> NumberedBlock? {
        guard let block = try blocks.next(reusing: spent?.block) else { return nil }
        let first = line
        line += block.lineCount(endingIn: lineEnd)
        return NumberedBlock(block: block, line: first)
    }
}
