import CXLSXWriter
import Chronology

/// Writes tables as an Excel workbook: a sheet for each, one with the summary, one that explains the columns.
///
/// Ids and codes are text, dates are dates in the city's local time, numbers are numbers. No text becomes a formula or
/// a link.
enum WorkbookWriter {
    /// The rows of a sheet below its header.
    static let mostRecords = Int(LXW_ROW_MAX) - 1

    /// - Throws: ``OutputError/tooManyRows(table:count:most:)``, before anything is written.
    static func check(_ document: RecordDocument) throws(OutputError) {
        for table in document.tables where table.count > mostRecords {
            throw .tooManyRows(table: table.name, count: table.count, most: mostRecords)
        }
    }

    static func write(_ document: RecordDocument, to path: String) throws(OutputError) {
        try Workbook.write(to: path, title: document.title) { workbook throws(OutputError) in
            let formats = try CellFormats(workbook)
            for table in document.tables {
                try write(table, as: SheetCells(workbook, formats, sheet: workbook.addSheet(table.title)))
            }
            try SummarySheet(document: document).write(
                SheetCells(workbook, formats, sheet: workbook.addSheet("Summary")))
            try explain(
                document.tables, as: SheetCells(workbook, formats, sheet: workbook.addSheet("Columns")))
        }
    }

    private static func write(_ table: RecordTable, as sheet: SheetCells) throws(OutputError) {
        var cells = sheet
        try header(table.columns.map(\.name), &cells)
        for (index, record) in table.records.enumerated() {
            for (column, value) in zip(table.columns, record.values) {
                try append(value, of: column, record: index, to: &cells)
            }
            cells.endRow()
        }
        try finish(cells, columns: table.columns.count)
    }

    private static func explain(_ tables: [RecordTable], as sheet: SheetCells) throws(OutputError) {
        var cells = sheet
        try header(["sheet", "column", "kind", "meaning"], &cells)
        for table in tables {
            for column in table.columns {
                for text in [table.title, column.name, column.kind.rawValue, column.meaning] {
                    try cells.add(text)
                }
                cells.endRow()
            }
        }
        try finish(cells, columns: 4)
    }

    private static func header(_ names: [String], _ cells: inout SheetCells) throws(OutputError) {
        for name in names { try cells.add(name, format: cells.formats.header) }
        cells.endRow()
    }

    private static func finish(_ cells: SheetCells, columns: Int) throws(OutputError) {
        guard columns > 0 else { return }
        let (rows, last) = (cells.row, lxw_col_t(columns - 1))
        worksheet_freeze_panes(cells.sheet, 1, 1)
        try cells.workbook.check(worksheet_autofilter(cells.sheet, 0, 0, max(rows, 1) - 1, last))
        // Ids are text on purpose: no green corner in each cell.
        try cells.workbook.check(
            worksheet_ignore_errors(
                cells.sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
        try cells.setWidths()
        try cells.setTablePrinting()
    }

    private static func append(
        _ value: RecordValue, of column: RecordColumn, record: Int, to cells: inout SheetCells
    ) throws(OutputError) {
        let formats = cells.formats
        switch value {
        case .text(let text?): try append(text, of: column, record: record, to: &cells)
        case .texts(let texts):
            try append(texts.joined(separator: "; "), of: column, record: record, to: &cells)
        case .whole(let number?):
            try cells.add(Double(number), format: formats.decimals[0], width: String(number).utf8.count)
        case .number(let number?, let decimals) where number.isFinite:
            let text = FixedDecimal.text(number, decimals: decimals)
            try cells.add(
                Double(text) ?? number, format: formats.decimals[min(decimals, 9)], width: text.utf8.count)
        case .moment(let moment?, let clock):
            guard let serial = SerialDate.of(wallSeconds: clock.wallSeconds(at: moment)) else {
                return try cells.add(clock.text(at: moment))
            }
            try cells.add(serial, format: formats.moment, width: 19)
        case .day(let day?):
            guard let serial = SerialDate.of(wallSeconds: Int64(day.daysSince1970) * 86_400) else {
                return try cells.add(day.description)
            }
            try cells.add(serial, format: formats.day, width: 10)
        case .text(nil), .whole(nil), .number, .moment(nil, _), .day(nil): cells.skip()
        }
    }

    private static func append(
        _ text: String, of column: RecordColumn, record: Int, to cells: inout SheetCells
    ) throws(OutputError) {
        // UTF-8 is never shorter than UTF-16.
        if text.utf8.count > CellText.longest, text.utf16.count > CellText.longest {
            throw .textTooLong(column: column.name, record: record + 1, most: CellText.longest)
        }
        try cells.add(text)
    }
}

/// Excel's dates: days since 1899-12-30, without a time zone.
enum SerialDate {
    /// Returns the date of a wall time, or `nil` before March 1900, where Excel counts a day that never was, and after
    /// 9999, where it ends.
    static func of(wallSeconds: Int64) -> Double? {
        guard (-2_203_891_200..<253_402_300_800).contains(wallSeconds) else { return nil }
        return Double(wallSeconds) / 86_400 + 25_569
    }
}
