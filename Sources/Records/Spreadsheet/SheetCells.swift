import CXLSXWriter

/// Writes the cells of one sheet, row after row, and measures how wide its columns are.
struct SheetCells {
    let workbook: Workbook
    let formats: CellFormats
    let sheet: Workbook.Sheet
    private(set) var row: lxw_row_t = 0
    private var column: lxw_col_t = 0
    private var widths: [Int] = []

    /// The widest column, in characters; longer texts are seen by widening it.
    private static let widest = 60

    init(_ workbook: Workbook, _ formats: CellFormats, sheet: Workbook.Sheet) {
        self.workbook = workbook
        self.formats = formats
        self.sheet = sheet
    }

    mutating func endRow() {
        row += 1
        column = 0
    }

    mutating func skip() { column += 1 }

    mutating func add(_ text: String, format: Workbook.Format? = nil) throws(OutputError) {
        let cell = CellText.sanitized(text)
        if !cell.isEmpty { try workbook.check(worksheet_write_string(sheet, row, column, cell, format)) }
        measure(text.utf8.count)
    }

    mutating func add(_ number: Double, format: Workbook.Format?, width: Int) throws(OutputError) {
        try workbook.check(worksheet_write_number(sheet, row, column, number, format))
        measure(width)
    }

    private mutating func measure(_ width: Int) {
        let index = Int(column)
        if index >= widths.count {
            widths.append(contentsOf: repeatElement(0, count: index + 1 - widths.count))
        }
        widths[index] = max(widths[index], width)
        column += 1
    }

    /// The characters in a page's width that can still be read: letters of 6 points on paper across.
    private static let readable = 250

    /// Sets how a sheet is printed: across, as wide as one page, with its name and the page's number at the foot.
    func setPrinting() throws(OutputError) {
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
        try workbook.check(worksheet_set_footer(sheet, "&L&A&R&P / &N"))
    }

    /// Sets how a table is printed: its head on each page and, where its letters would be too small on one page's width, side
    /// by side on as many as they need, each with the first column.
    func setTablePrinting() throws(OutputError) {
        try setPrinting()
        try workbook.check(worksheet_repeat_rows(sheet, 0, 0))
        let across = (widths.reduce(0) { $0 + Self.characters($1) } + Self.readable - 1) / Self.readable
        guard across > 1 else { return }
        worksheet_fit_to_pages(sheet, UInt16(across), 0)
        worksheet_print_across(sheet)
        try workbook.check(worksheet_repeat_columns(sheet, 0, 0))
    }

    /// How wide a column is whose longest text has so many characters: two more, for the arrow of the filter.
    private static func characters(_ longest: Int) -> Int { min(widest, max(6, longest)) + 2 }

    /// Sets the columns' widths. To be called after the last row.
    func setWidths() throws(OutputError) {
        for (index, width) in widths.enumerated() {
            let column = lxw_col_t(index)
            let characters = Self.characters(width)
            try workbook.check(worksheet_set_column(sheet, column, column, Double(characters), nil))
        }
    }
}

/// The formats that cells of a workbook share.
struct CellFormats {
    let header: Workbook.Format
    let title: Workbook.Format
    let moment: Workbook.Format
    let day: Workbook.Format
    let count: Workbook.Format
    let share: Workbook.Format
    /// By the number of decimals.
    let decimals: [Workbook.Format]

    init(_ workbook: Workbook) throws(OutputError) {
        func numbers(_ pattern: String) throws(OutputError) -> Workbook.Format {
            try workbook.addFormat {
                format_set_num_format($0, pattern)
                // Beside a column of texts, which begin at its left edge, a number would touch the first word.
                format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue))
                format_set_indent($0, 1)
            }
        }
        header = try workbook.addFormat {
            format_set_bold($0)
            format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
        }
        title = try workbook.addFormat { format_set_bold($0) }
        moment = try numbers("yyyy-mm-dd hh:mm:ss")
        day = try numbers("yyyy-mm-dd")
        count = try numbers("#,##0")
        share = try numbers("0.0 %")
        var decimals: [Workbook.Format] = []
        for count in 0...9 {
            decimals.append(try numbers(count == 0 ? "0" : "0." + String(repeating: "0", count: count)))
        }
        self.decimals = decimals
    }
}
