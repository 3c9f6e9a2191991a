/// Cuts a file into blocks of whole records, front to back, holding one block at a time.
package final class BlockReader {
    package let dialect: Dialect
    /// The file's length in bytes, or `nil` for a pipe.
    package var byteCount: Int? { input.byteCount }

    private let input: TextInput
    private let finder: RecordEndFinder
    private let blockLength: Int
    private let columnCount: Int
    /// What was read and belongs to the next block.
    private var pending: [UInt8]
    private let mender: LineEndMender?
    private var mendedLineEnds: Int

    init(
        _ input: TextInput, dialect: Dialect, columnCount: Int, pending: [UInt8], mendedLineEnds: Int = 0,
        blockLength: Int = 1 << 20
    ) {
        self.mendedLineEnds = mendedLineEnds
        mender = LineEndMender(dialect, columnCount: columnCount)
        self.input = input
        self.dialect = dialect
        self.pending = pending
        self.blockLength = blockLength
        self.columnCount = columnCount
        finder = RecordEndFinder(syntax: RecordSyntax(dialect, columnCount: columnCount))
    }

    /// Returns the next block, or `nil` after the last.
    ///
    /// - Parameter spent: A block no longer needed, whose memory is used again.
    package func next(reusing spent: consuming TextBlock?) throws(DelimitedTextError) -> TextBlock? {
        var block = spent ?? TextBlock()
        var filled = pending.count
        block.reserve(filled + blockLength)
        block.bytes.replaceSubrange(0..<filled, with: pending)
        pending.removeAll(keepingCapacity: true)
        while true {
            if !input.isAtEnd {
                block.reserve(filled + blockLength)
                filled += try input.read(into: &block.bytes, at: filled, count: blockLength)
            }
            if filled == 0, input.isAtEnd { return nil }
            mendedLineEnds +=
                mender?.mend(&block.bytes, to: filled, isComplete: input.isAtEnd) ?? 0
            let end = recordEnd(in: block, filled: filled)
            if end > 0 {
                pending.append(contentsOf: block.bytes[end..<filled])
                return finished(&block, count: end)
            }
            if filled > Dialect.largestRecord + blockLength {
                try cutOverlongRecord(&block, filled: filled)
                return finished(&block, count: Dialect.largestRecord + 1)
            }
        }
    }

    /// Returns where the records end that can be read without what follows.
    private func recordEnd(in block: TextBlock, filled: Int) -> Int {
        block.bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            let records = finder.wholeRecords(in: base, count: filled, isComplete: input.isAtEnd)
            return input.isAtEnd ? records.end : withoutBrokenRecord(records, in: base)
        }
    }

    /// Returns the end of some records without those at their end that have too few fields: line ends within a field may have
    /// made them of one record, whose rest follows.
    private func withoutBrokenRecord(_ records: WholeRecords, in bytes: UnsafePointer<UInt8>) -> Int {
        var cut = records.end
        for _ in 0..<Dialect.brokenLines where cut > 0 {
            var line = cut - 1
            while line > 0, bytes[line - 1] != dialect.lineEnd.byte { line -= 1 }
            let start = records.start(ofLineAt: line)
            if finder.fieldCount(of: start..<cut, in: bytes) >= columnCount { return cut }
            cut = start
        }
        // So many short records are no record that was broken; of fewer the rest is read first.
        return cut == 0 && records.end <= Dialect.largestRecord ? 0 : records.end
    }

    private func finished(_ block: inout TextBlock, count: Int) -> TextBlock {
        block.finish(count: count, lineEnd: dialect.lineEnd.byte)
        block.fileBytesRead = input.bytesRead
        block.mendedLineEnds = mendedLineEnds
        block.droppedNULs = input.droppedNULs
        block.encoding = input.found
        return block
    }

    /// Keeps just more of an endless record than a record may have, and reads past the rest of it.
    private func cutOverlongRecord(_ block: inout TextBlock, filled: Int) throws(DelimitedTextError) {
        var rest = block.bytes[(Dialect.largestRecord + 1)..<filled]
        while true {
            if let end = rest.firstIndex(of: dialect.lineEnd.byte) {
                pending = Array(rest[(end + 1)...])
                return
            }
            if input.isAtEnd { return }
            var more = [UInt8](repeating: 0, count: blockLength)
            let got = try input.read(into: &more, at: 0, count: blockLength)
            rest = more[..<got]
        }
    }
}
