/// An Excel workbook (.xlsx): which of its sheets is the table, and that sheet's rows as a stream.
final class ExcelWorkbook {
    private let archive: ZipArchive
    private let plan: WorkbookPlan
    private let texts: SharedTexts
    private let styles: CellStyles

    /// The bytes that a workbook's list of texts may have, and its other parts but sheets.
    private static let mostText = 1 << 30
    private static let largestPart = 64 << 20

    /// Whether an archive is a workbook.
    ///
    /// - Throws: Where it is a spreadsheet of another kind, or one with macros.
    static func isWorkbook(_ archive: ZipArchive) throws(TableFileError) -> Bool {
        if archive.entries.contains(where: { $0.name.hasSuffix("vbaProject.bin") }) { throw .macros }
        if archive.entry(named: "xl/workbook.bin") != nil {
            throw .otherSpreadsheet("a binary Excel workbook (.xlsb)")
        }
        if archive.entry(named: "mimetype") != nil, archive.entry(named: "content.xml") != nil {
            throw .otherSpreadsheet("an OpenDocument spreadsheet")
        }
        return archive.entry(named: "xl/workbook.xml") != nil
    }

    init(_ archive: ZipArchive) throws(TableFileError) {
        self.archive = archive
        let book = WorkbookPlan.Reader()
        try Self.read("xl/workbook.xml", of: archive, book, isNeeded: true)
        let relations = WorkbookPlan.Relations()
        try Self.read("xl/_rels/workbook.xml.rels", of: archive, relations, isNeeded: true)
        plan = WorkbookPlan(
            sheets: book.sheets.compactMap { sheet in
                relations.paths[sheet.relation].map { WorkbookPlan.Sheet(name: sheet.name, path: $0) }
            }, countsFrom1904: book.countsFrom1904)
        let strings = SharedTexts.Reader()
        try Self.read("xl/sharedStrings.xml", of: archive, strings, isNeeded: false)
        guard strings.texts.byteCount < Self.mostText else {
            throw .tooLarge(format: "a workbook with texts")
        }
        texts = strings.texts
        let styleReader = CellStyles.Reader()
        try Self.read("xl/styles.xml", of: archive, styleReader, isNeeded: false)
        styles = styleReader.styles
    }

    /// The sheet that is read, and what to say of it.
    struct Table {
        let rows: SheetRows
        let title: String
        let remarks: TableRemarks
    }

    /// Returns the rows of a sheet.
    ///
    /// - Parameter name: The sheet's; `nil` for the first visible sheet that is a table.
    func table(_ name: String?) throws(TableFileError) -> Table {
        var found: (sheet: WorkbookPlan.Sheet, entry: ZipArchive.Entry)?
        var others: [String] = []
        for sheet in plan.sheets {
            guard let entry = archive.entry(named: sheet.path),
                try rows(of: entry, MergedCells()).isTable()
            else { continue }
            if found == nil, name.map({ $0 == sheet.name }) ?? true {
                found = (sheet, entry)
            } else {
                others.append(sheet.name)
            }
        }
        guard let found else {
            throw name.map { .sheetNotFound($0, tables: others) } ?? .noSheet
        }
        var title = "Excel workbook, sheet “\(found.sheet.name)”"
        if !others.isEmpty { title += ", not \(others.map { "“\($0)”" }.joined(separator: ", "))" }
        let survey = try SheetSurvey(archive, found.entry)
        var remarks = TableRemarks()
        remarks.notes = survey.notes
        remarks.otherTables = others
        remarks.countsFrom1904 = plan.countsFrom1904
        return Table(rows: try rows(of: found.entry, survey.merged), title: title, remarks: remarks)
    }

    private func rows(of entry: ZipArchive.Entry, _ merged: MergedCells) throws(TableFileError) -> SheetRows {
        try SheetRows(
            archive.open(entry), texts: texts, styles: styles, countsFrom1904: plan.countsFrom1904,
            merged: merged)
    }

    private static func read(
        _ part: String, of archive: ZipArchive, _ handler: any XMLHandler, isNeeded: Bool
    ) throws(TableFileError) {
        guard let entry = archive.entry(named: part) else {
            guard !isNeeded else { throw .damagedWorkbook("\(part) is missing") }
            return
        }
        let source = try archive.open(entry)
        let stream = try XMLStream(handler)
        var count = 0
        while true {
            let piece = try source.bytes(upTo: 1 << 16)
            count += piece.count
            if count > (isNeeded ? largestPart : mostText) { throw .damagedWorkbook("\(part) is too long") }
            let isLast = piece.count < 1 << 16
            do throws(TableFileError) {
                try stream.read(piece, isLast: isLast)
            } catch {
                throw .damagedWorkbook("\(part): \(error)")
            }
            if isLast { return }
        }
    }
}
