import Chronology
import DelimitedText
import ServiceRequests

/// Rows of a requests file as text, spread over the whole of it, for looking at columns before it is known what they mean.
struct RequestSample: Sendable {
    let source: TextSource
    /// The file's columns, and behind them the dates that stand in three.
    private(set) var header: [String]
    /// The columns' texts, row by row; empty where they are blank.
    private(set) var columns: [[String]]
    /// The rows of the file, as far as they fit its header.
    private(set) var rowCount = 0
    /// The header's line, from 1.
    let headerLine: Int
    let dialect: String
    /// What people should know of a workbook's sheet, and the names of its other sheets that hold a table.
    let notes: [String]
    let otherTables: [String]
    /// The sheet of a workbook that was asked for, or taken since the first holds no requests; else `nil`.
    let sheet: String?
    /// The columns of the file behind one that was put together: the year's, the month's and the day's behind a date's.
    private(set) var dateParts: [Int: [Int]] = [:]
    /// Whether the first row below the header was left out, since it holds labels or types.
    private(set) var hadLabels = false
    /// The number of the reference system of the columns x and y, where the file itself names one.
    let positionSystem: Int?
    /// How text beyond ASCII was read.
    private(set) var encodings: Set<FoundEncoding> = []

    /// So many rows are looked at; of longer files every second, third and so on.
    static let limit = 10_000

    init(_ source: TextSource, text: TextHints = TextHints()) throws(DelimitedTextError) {
        var known = KnownShape()
        known.text = text
        let file = try DelimitedFile(source, known: known) { cells in FieldNames.rating(of: cells) }
        self.source = source
        header = file.shape.header
        headerLine = file.shape.headerLine
        dialect = file.shape.dialect.description
        notes = file.shape.notes
        otherTables = file.shape.otherTables
        positionSystem = file.shape.positionSystem
        sheet = text.sheet
        columns = header.map { _ in [] }
        guard header.count > 1 else { return }
        try read(file)
        leaveOutLabels()
        for date in DateParts.find(header: header, columns: columns) {
            dateParts[header.count] = date.columns
            header.append(date.name)
            columns.append(date.texts)
        }
    }

    /// How many rows were looked at.
    var looked: Int { columns.first?.count ?? 0 }

    private mutating func read(_ file: consuming DelimitedFile) throws(DelimitedTextError) {
        let layout = RecordLayout(
            columnCount: header.count, requiredCount: max(2, header.count / 2), wanted: Array(header.indices))
        var scanner = RecordScanner(dialect: file.shape.dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        var step = 1
        let blocks = file.makeBlockReader()
        while var block = try blocks.next(reusing: nil) {
            scanner.restart()
            if let encoding = block.encoding { encodings.insert(encoding) }
            while scanner.next(of: &block, into: &batch) {
                let wanted = (0..<batch.count).filter { (rowCount + $0) % step == 0 }
                for column in header.indices {
                    batch.withFields(slot: column, of: block) { fields in
                        for row in wanted {
                            columns[column].append(
                                BlankText.isBlank(fields[row]) ? "" : FieldText.string(fields[row]))
                        }
                    }
                }
                rowCount += batch.count
                while looked > 2 * Self.limit {
                    step *= 2
                    thin()
                }
            }
        }
    }

    /// Leaves the first row out where it has words in each column in which the others have numbers or days: labels, or types.
    private mutating func leaveOutLabels() {
        guard looked > 2 else { return }
        let numeric = columns.filter { texts in
            let others = texts.dropFirst().prefix(Self.compared).filter { !$0.isEmpty }
            return others.count > 1 && !others.contains { LabelText.isWords($0.utf8) }
        }
        let firsts = numeric.compactMap(\.first).filter { !$0.isEmpty }
        guard firsts.count > 1, firsts.count * 2 > numeric.count,
            firsts.allSatisfy({ LabelText.isWords($0.utf8) })
        else { return }
        hadLabels = true
        for column in columns.indices { columns[column].removeFirst() }
    }

    /// So many rows tell whether the first is one of them.
    private static let compared = 50

    /// Keeps every second row.
    private mutating func thin() {
        for column in columns.indices {
            columns[column] = columns[column].enumerated().filter { $0.offset.isMultiple(of: 2) }
                .map(\.element)
        }
    }
}

extension RequestSample {
    /// Whether columns for the category and the opening were found.
    var holdsRequests: Bool {
        guard looked > 0, let clock = CityClock(timeZone: "UTC") else { return false }
        let columns = RequestColumns(self, clock: clock)
        return columns.column(.category) != nil && columns.column(.opened) != nil
    }
}
