import Algorithms
import Boundaries
import DelimitedText
import Locating
import Records

/// What is known of the rows of a table, by the line on which each begins.
struct RowAnswers: Sendable {
    private let located: [LocatedLayer]
    /// For each layer and edition the areas' codes and titles, apart from the layers: copying a whole layer for each row
    /// would cost more than writing it.
    private let codes: [[[String]]]
    private let titles: [[[String]]]
    private let places: RequestPlaces
    private let lines: [UInt32]

    init(
        layers: [PreparedLayer], located: [LocatedLayer], titles: [[[String]]], places: RequestPlaces,
        lines: [UInt32]
    ) {
        self.located = located
        self.titles = titles
        self.places = places
        self.lines = lines
        codes = layers.map { $0.editions.map(\.codes) }
    }

    /// Returns the first row that begins on a line or after it.
    func row(fromLine line: Int) -> Int {
        lines.partitioningIndex { Int($0) >= line }
    }

    /// Moves on to the row that begins on a line, and returns it; `nil` where none does.
    func row(onLine line: Int, from next: inout Int) -> Int? {
        while next < lines.count, Int(lines[next]) < line { next += 1 }
        return next < lines.count && Int(lines[next]) == line ? next : nil
    }

    /// Appends what is known of a row; `nil` for one that could not be read.
    func append(_ row: Int?, to buffer: inout DelimitedBuffer) {
        for layer in located.indices {
            guard let row else {
                for _ in 0..<3 { buffer.appendEmpty() }
                buffer.append(LocatedDoubt.unread.word)
                continue
            }
            let area = located[layer].areas[row]
            if area.exists {
                let edition = located[layer].editions[row].index
                buffer.append(codes[layer][edition][area.index])
                buffer.append(titles[layer][edition][area.index])
            } else {
                buffer.appendEmpty()
                buffer.appendEmpty()
            }
            buffer.append(located[layer].margins[row], decimals: 1)
            buffer.append(located[layer].doubts[row].word)
        }
        buffer.append(row.flatMap { places.source(at: $0)?.rawValue } ?? "")
    }
}

/// Makes the rows of blocks as they are written. One worker's own.
struct LocatedRowMaker {
    private let columnCount: Int
    private let dialect: Dialect
    private let delimiter: UInt8
    private let answers: RowAnswers
    private var scanner: RecordScanner
    private var batch = FieldBatch(slotCount: 1)

    init(shape: TextShape, answers: RowAnswers) {
        columnCount = shape.header.count
        dialect = shape.dialect
        delimiter = dialect.forOutput.delimiter
        self.answers = answers
        // No column is wanted: scanning then leaves the bytes as they are.
        scanner = RecordScanner(
            dialect: shape.dialect,
            layout: RecordLayout(columnCount: columnCount, requiredCount: 1, wanted: []))
    }

    /// Returns the rows of a block, those that cannot be told apart into fields among them.
    mutating func rows(of numbered: inout NumberedBlock) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(numbered.block.count * 3 / 2)
        let isASCII = numbered.block.isASCII
        var buffer = DelimitedBuffer(delimiter: delimiter)
        var next = answers.row(fromLine: numbered.line)
        var faults = 0
        scanner.restart()
        while scanner.next(of: &numbered.block, into: &batch) {
            for index in 0..<batch.count {
                let record = batch.records[index]
                appendFaults(&faults, before: record.start, of: numbered.block, to: &rows, through: &buffer)
                append(
                    dialect.output(
                        numbered.block.bytes(of: record), ofRow: index, in: batch, columns: columnCount),
                    isASCII: isASCII, to: &rows)
                // A row that ends early has empty fields in what it lacks.
                let missing = max(0, columnCount - Int(batch.fieldCounts[index]))
                rows.append(contentsOf: repeatElement(delimiter, count: missing + 1))
                let row = answers.row(onLine: numbered.line + Int(batch.lines[index]), from: &next)
                answers.append(row, to: &buffer)
                buffer.endRecord()
                rows.append(contentsOf: buffer.bytes)
                buffer.removeAll()
            }
        }
        appendFaults(&faults, before: .max, of: numbered.block, to: &rows, through: &buffer)
        return rows
    }

    /// Appends the records before an offset that are no rows of so many fields. Each stands whole in the first column, quoted: as
    /// it is, its fields or an open quote would make other rows unreadable.
    private func appendFaults(
        _ next: inout Int, before offset: UInt32, of block: TextBlock, to rows: inout [UInt8],
        through buffer: inout DelimitedBuffer
    ) {
        while next < scanner.faultRanges.count, scanner.faultRanges[next].start < offset {
            buffer.append(FieldText.string(dialect.output(block.bytes(of: scanner.faultRanges[next]))))
            for _ in 1..<columnCount { buffer.appendEmpty() }
            answers.append(nil, to: &buffer)
            buffer.endRecord()
            rows.append(contentsOf: buffer.bytes)
            buffer.removeAll()
            next += 1
        }
    }

    /// Appends a row's bytes, as UTF-8 where they are not: what is appended to it is.
    private func append(_ row: ArraySlice<UInt8>, isASCII: Bool, to rows: inout [UInt8]) {
        guard !isASCII else { return rows.append(contentsOf: row) }
        row.withUnsafeBufferPointer { _ = FieldText.append($0, to: &rows) }
    }
}
