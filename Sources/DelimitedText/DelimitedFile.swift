import TableFiles

/// What the beginning of a file of delimited text shows.
package struct TextShape: Sendable, Hashable {
    package let dialect: Dialect
    /// The names of the columns, on one line each and without spaces around them.
    package let header: [String]
    /// The header's line, from 1.
    package let headerLine: Int
    /// The line of the first record, from 1.
    package let dataLine: Int
    /// The file's length in bytes, or `nil` for a pipe.
    package let byteCount: Int?
    /// When the file was last written, or now for a pipe: seconds since 1970.
    package let modified: Int64
    /// What the text was taken out of, such as a workbook's sheet; `nil` where the file itself is the text.
    package let container: String?
    /// What people should know of a workbook's sheet, one sentence each.
    package let notes: [String]
    /// The names of a workbook's other sheets that hold a table, which are not read.
    package let otherTables: [String]
    /// Whether a workbook says that its days are counted from 1904.
    package let countsFrom1904: Bool
    /// The number of the reference system of the columns x and y, where the file itself names one that is not degrees of today's.
    package let positionSystem: Int?

    /// What is said where a backslash before a quote was met.
    package static let escapedQuotes = "backslashes escape quotes"

    /// Whether one of ``notes`` tells that the file lacks rows by what it says itself.
    package static func tellsMissingRows(_ note: String) -> Bool { note.hasPrefix(TableRemarks.missingRows) }

    /// How the file is written, in words for a summary.
    package var title: String { title(mixingLineEnds: false) }

    /// The same with an older encoding, for where nothing else tells of it.
    package var fullTitle: String {
        guard case .codePage(let page) = dialect.encoding else { return title }
        return "\(title), \(page.title)"
    }

    /// Returns the same for a file in which line ends of other files were met after its beginning.
    package func title(mixingLineEnds isMixed: Bool) -> String {
        title(mixesLineEnds: isMixed || dialect.mixesLineEnds)
    }

    /// Returns the same as of a file whose lines all end as most of them do.
    package var titleOfMost: String { title(mixesLineEnds: false) }

    private func title(mixesLineEnds: Bool) -> String {
        var dialect = dialect
        dialect.mixesLineEnds = mixesLineEnds
        guard let container else { return dialect.description }
        return dialect.lineEnd == .recordSeparator ? container : "\(container), \(dialect)"
    }
}

/// A file of delimited text whose beginning has been looked at, and of which no record is read yet. Reading them consumes
/// it.
package struct DelimitedFile: ~Copyable {
    package let shape: TextShape

    private let input: TextInput
    private let data: [UInt8]
    private let mendedLineEnds: Int

    /// Opens a file and looks at its beginning, the first MiB where nothing else is said.
    ///
    /// - Parameters:
    ///   - known: What is known of it beforehand, as of a part of a longer file.
    ///   - rating: Rates the cells of a row as a header, 0 where they are none, so that rows before the header
    ///     can be told from it. Without it, the first full row without numbers is the header.
    ///   - length: How much is looked at, bytes.
    package init(
        _ source: TextSource, known: KnownShape = KnownShape(), lookingAt length: Int = 1 << 20,
        rating: @escaping (_ cells: [String]) -> Int = { _ in 0 }
    ) throws(DelimitedTextError) {
        var input = try TextInput(source, hints: known.text)
        var sample = try Self.sample(of: input, length)
        if known.header == nil, !sample.contains(where: { $0 > 0x20 }) {
            guard input.droppedNULs == 0 else { throw .notDelimited(source: source.name, kind: .binary) }
            throw .empty(source: source.name)
        }
        if known.header != nil, input.form != .file { throw .partOfContainer(source: source.name) }
        if known.header == nil, input.form == .file,
            let kind = input.signature ?? FileKind.recognize(sample)
        {
            guard kind == .json || kind == .xml else { throw .notDelimited(source: source.name, kind: kind) }
            input = try input.records(kind, beginning: sample)
            sample = try Self.sample(of: input, length)
        }
        input.takeEscapedQuotes(in: &sample)
        let found = Self.header(of: input, in: sample, known, rating)
        sample = found.mendedText ?? sample
        mendedLineEnds = found.mendedLineEnds
        // A part may bear a copy of the header, which is no line of the whole file: its rows begin at the line that is said.
        let isCopied = known.header == nil && known.firstLine > 1
        // Records that are no lines are counted from the first.
        let dataLine = isCopied || input.form == .records ? 1 : found.dataLine
        shape = TextShape(
            dialect: found.dialect, header: found.cells,
            headerLine: isCopied ? found.line : found.line + known.firstLine - 1,
            dataLine: dataLine + known.firstLine - 1,
            byteCount: input.byteCount, modified: input.modified, container: input.container,
            notes: input.remarks.notes
                + (input.hasEscapedQuotes ? [TextShape.escapedQuotes] : []),
            otherTables: input.remarks.otherTables, countsFrom1904: input.remarks.countsFrom1904,
            positionSystem: input.remarks.positionSystem)
        data = Array(sample[found.dataStart...])
        self.input = input
    }

    /// Returns the first bytes.
    private static func sample(of input: TextInput, _ length: Int) throws(DelimitedTextError) -> [UInt8] {
        var sample = [UInt8](repeating: 0, count: length)
        let leastRead = min(TextInput.leastRead, length)
        var count = 0
        // The encoding may change how much comes at once.
        while sample.count - count >= leastRead, !input.isAtEnd {
            count += try input.read(into: &sample, at: count, count: sample.count - count)
        }
        sample.removeLast(sample.count - count)
        return sample
    }

    private static func header(
        of input: TextInput, in sample: [UInt8], _ known: KnownShape,
        _ rating: @escaping (_ cells: [String]) -> Int
    ) -> FoundHeader {
        let finder = HeaderFinder(rating: rating)
        if input.form == .file, var dialect = known.dialect,
            known.header != nil || dialect.lineEnd != .recordSeparator
        {
            dialect.encoding = input.encoding
            guard let header = known.header else {
                return finder.find(in: sample, of: dialect, isWhole: input.isAtEnd)
            }
            return FoundHeader(of: sample, dialect, under: header, isWhole: input.isAtEnd)
        }
        // The end of a file shows only when reading gives nothing more.
        switch input.form {
        case .file: return finder.find(in: sample, encoding: input.encoding, isWhole: input.isAtEnd)
        case .sheet: return finder.find(in: sample, of: .rows, isWhole: input.isAtEnd)
        case .records:
            let first = SampleRecord.read(sample, .rows, limit: 1, isWhole: true).first
            return FoundHeader(
                dialect: .rows, cells: first?.cells ?? [], line: 1, dataStart: first?.end ?? 0, dataLine: 1)
        }
    }

    /// Whether the first MiB is all of it.
    package var isSampleWhole: Bool { input.isAtEnd }

    /// Whether it is no pipe.
    package var canBeReadAgain: Bool { input.isRegular }

    /// Returns the whole records within the first MiB, for looking at values before all are read.
    package func sampleBlock() -> TextBlock {
        let finder = RecordEndFinder(
            syntax: RecordSyntax(shape.dialect, columnCount: shape.header.count))
        let end = data.withUnsafeBufferPointer { buffer -> Int in
            guard let base = buffer.baseAddress else { return 0 }
            return finder.wholeRecords(in: base, count: buffer.count, isComplete: input.isAtEnd).end
        }
        var block = TextBlock()
        block.bytes = Array(data[..<end])
        block.finish(count: end, lineEnd: shape.dialect.lineEnd.byte)
        return block
    }

    /// Returns what reads the records.
    package consuming func makeBlockReader(blockLength: Int = 1 << 20) -> BlockReader {
        BlockReader(
            input, dialect: shape.dialect, columnCount: shape.header.count, pending: data,
            mendedLineEnds: mendedLineEnds, blockLength: blockLength)
    }
}

extension DelimitedFile {
    /// Calls a closure with the cells of each record in the header's order, what a record lacks empty, and the line on
    /// which it begins. For tables that are kept whole as text.
    ///
    /// - Parameter requiredCount: A record with fewer fields is a fault.
    /// - Returns: The faults, with their lines in the file.
    package consuming func forEachRecord(
        requiredCount: Int, _ body: (_ line: Int, _ cells: [String]) -> Void
    ) throws(DelimitedTextError) -> [RecordFault] {
        let columns = shape.header.indices
        return try forEachBatch(requiredCount: requiredCount, wanted: Array(columns)) {
            firstLine, batch, block in
            let cells = columns.map { slot in
                batch.withFields(slot: slot, of: block) { view in
                    (0..<batch.count).map { FieldText.string(view[$0]) }
                }
            }
            for row in 0..<batch.count {
                body(firstLine + Int(batch.lines[row]), cells.map { $0[row] })
            }
        }
    }

    /// Calls a closure with the fields of a few hundred records at a time, and the line on which their block begins.
    ///
    /// - Parameters:
    ///   - requiredCount: A record with fewer fields is a fault.
    ///   - wanted: The columns whose fields are given, each once; their order is that of the slots.
    /// - Returns: The faults, with their lines in the file.
    package consuming func forEachBatch(
        requiredCount: Int, wanted: [Int], _ body: (_ firstLine: Int, FieldBatch, TextBlock) -> Void
    ) throws(DelimitedTextError) -> [RecordFault] {
        let shape = shape
        let layout = RecordLayout(
            columnCount: shape.header.count, requiredCount: requiredCount, wanted: wanted)
        var scanner = RecordScanner(dialect: shape.dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        var faults: [RecordFault] = []
        var firstLine = shape.dataLine
        let blocks = makeBlockReader()
        while var block = try blocks.next(reusing: nil) {
            scanner.restart()
            while scanner.next(of: &block, into: &batch) { body(firstLine, batch, block) }
            faults += scanner.faults.map { RecordFault(line: firstLine + $0.line, problem: $0.problem) }
            firstLine += scanner.lineCount
        }
        return faults
    }
}
