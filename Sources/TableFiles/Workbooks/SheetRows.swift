/// The rows of a workbook's sheet, made while the sheet is unpacked. Each row of the sheet is a line, blank ones too, so that
/// lines are the sheet's own row numbers.
final class SheetRows: RowSource {
    private let source: ZipEntrySource
    private let cells: SheetHandler
    private let stream: XMLStream
    private var isAtEnd = false

    init(
        _ source: ZipEntrySource, texts: SharedTexts, styles: CellStyles, countsFrom1904: Bool,
        merged: MergedCells
    ) throws(TableFileError) {
        self.source = source
        cells = SheetHandler(texts: texts, styles: styles, countsFrom1904: countsFrom1904, merged: merged)
        stream = try XMLStream(cells)
    }

    override func makeRows() throws(TableFileError) -> Bool {
        guard !isAtEnd else { return false }
        try readPiece()
        swap(&rows, &cells.rows)
        return !isAtEnd
    }

    /// Whether two rows have two cells each. Reads as far as it has to.
    func isTable() throws(TableFileError) -> Bool {
        while cells.fullRows < 2, !isAtEnd {
            try readPiece()
            cells.rows.removeAll(keepingCapacity: true)
        }
        return cells.fullRows >= 2
    }

    private func readPiece() throws(TableFileError) {
        let piece = try source.bytes(upTo: 1 << 16)
        isAtEnd = piece.count < 1 << 16
        do throws(TableFileError) {
            try stream.read(piece, isLast: isAtEnd)
        } catch {
            throw .damagedWorkbook("a sheet \(error)")
        }
        if let problem = cells.problem { throw .damagedWorkbook(problem) }
    }
}

/// Takes the cells of a sheet, and makes rows of text.
private final class SheetHandler: XMLHandler {
    var rows: [UInt8] = []
    /// The rows so far with two cells that hold something.
    private(set) var fullRows = 0
    /// What is wrong with the sheet.
    private(set) var problem: String?

    private let texts: SharedTexts
    private let styles: CellStyles
    private let countsFrom1904: Bool
    private let merged: MergedCells
    /// For each column the text that merged cells hold, and the last row that it stands in.
    private var held: [Int: (text: [UInt8], lastRow: Int)] = [:]

    /// The widest row so far: later ones are filled up to it, since sheets leave out blank cells.
    private var width = 0
    private var rowNumber = 0
    private var column = 0
    private var cellCount = 0
    private var filledCells = 0
    /// The row so far: it may go on in the next piece of the sheet.
    private var row: [UInt8] = []

    private var kind = Kind.number
    private var style = 0
    private var value: [UInt8] = []
    private var isInValue = false
    private var inline = TextRun()
    private var isInline = false

    private enum Kind { case number, shared, text, truth, error, date }

    /// What Excel itself allows.
    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384

    init(texts: SharedTexts, styles: CellStyles, countsFrom1904: Bool, merged: MergedCells) {
        self.merged = merged
        self.texts = texts
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
    }

    func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        guard problem == nil else { return }
        switch name.localName {
        case "row": beginRow(XMLAttributes(attributes)["r"])
        case "c": beginCell(XMLAttributes(attributes))
        case "v": isInValue = true
        case "is": isInline = true
        case let name where isInline: inline.begin(name)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInValue { value += bytes } else if isInline { inline.append(bytes) }
    }

    func end(_ name: UnsafePointer<CChar>) {
        guard problem == nil else { return }
        switch name.localName {
        case "v": isInValue = false
        case "is": isInline = false
        case "c": endCell()
        case "row": endRow()
        case let name where isInline: inline.end(name)
        default: break
        }
    }

    private func beginRow(_ written: String?) {
        let number = written.flatMap { Int($0) } ?? rowNumber + 1
        guard number > rowNumber, number <= Self.mostRows else {
            problem = "its rows are not in order"
            return
        }
        while rowNumber + 1 < number {
            rows.append(TableText.rowEnd)
            rowNumber += 1
        }
        rowNumber = number
        (column, cellCount, filledCells) = (0, 0, 0)
        row.removeAll(keepingCapacity: true)
    }

    private func beginCell(_ attributes: XMLAttributes) {
        if let reference = attributes["r"] {
            let letters = reference.utf8.prefix { (65...90).contains($0) }
            let index = letters.reduce(0) { $0 > Self.mostColumns ? $0 : $0 * 26 + Int($1) - 64 }
            guard index > column, index <= Self.mostColumns else {
                problem = "the cells of row \(rowNumber) are not in order"
                return
            }
            column = index
        } else {
            column += 1
        }
        style = attributes["s"].flatMap { Int($0) } ?? 0
        kind =
            switch attributes["t"] {
            case "s": .shared
            case "str", "inlineStr": .text
            case "b": .truth
            case "e": .error
            case "d": .date
            default: .number
            }
        value.removeAll(keepingCapacity: true)
    }

    private func endCell() {
        while cellCount < column - 1 { addCell([]) }
        addCell(cellText())
    }

    private func addCell(_ text: some Collection<UInt8>) {
        if cellCount > 0 { row.append(TableText.delimiter) }
        cellCount += 1
        if !text.isEmpty { filledCells += 1 }
        TableText.append(text, to: &row)
        if !merged.isEmpty { fillMerged(text) }
    }

    /// Keeps the text of merged cells in their first row, and writes it in the others.
    private func fillMerged(_ text: some Collection<UInt8>) {
        if !text.isEmpty, let last = merged.lastRow(ofBlockAt: rowNumber, column: cellCount) {
            held[cellCount] = (Array(text), last)
        } else if text.isEmpty, let above = held[cellCount], rowNumber <= above.lastRow {
            TableText.append(above.text, to: &row)
        }
    }

    private func endRow() {
        if filledCells > 0 {
            width = max(width, cellCount)
            while cellCount < width { addCell([]) }
        } else {
            // Cells that hold nothing but a colour, or a text of merged cells above them: a blank row.
            row.removeAll(keepingCapacity: true)
        }
        if filledCells > 1 { fullRows += 1 }
        rows += row
        rows.append(TableText.rowEnd)
    }

    private func cellText() -> [UInt8] {
        let own = inline.take()
        if !own.isEmpty { return own }
        let written = String(decoding: value, as: UTF8.self)
        switch kind {
        case .text, .error, .date: return value
        case .shared:
            guard !value.isEmpty else { return [] }
            guard let text = Int(written).flatMap({ texts[$0] }) else {
                problem = "a cell of row \(rowNumber) names a text that is not there"
                return []
            }
            return Array(text)
        case .truth: return Array((written == "1" ? "TRUE" : "FALSE").utf8)
        case .number:
            guard !value.isEmpty else { return [] }
            let isDate = styles.isDate.indices.contains(style) && styles.isDate[style]
            let date = isDate ? CellNumber.date(written, countsFrom1904: countsFrom1904) : nil
            let face = styles.faces.indices.contains(style) ? styles.faces[style] : nil
            return Array((date ?? face?.text(written) ?? CellNumber.text(written)).utf8)
        }
    }
}
