package import Chronology
package import DelimitedText

/// What was found about a requests file while it was read, for the summary.
package struct IntakeSummary: Sendable, Equatable {
    /// How the file is named in messages.
    package var sourceName = ""
    /// The profile whose columns were used, or `nil` where they are spelled out.
    package var profile: String?
    /// The file's own name of each column that is used.
    package var columns: [RequestField: String] = [:]
    /// The file's own name of what is used for a field, `Year + Month + Day` where it stands in several.
    package func names(of field: RequestField) -> String? {
        dateParts[field]?.joined(separator: " + ") ?? columns[field]
    }

    /// The file's own names of the columns of an address in parts.
    package var addressParts: [String] = []
    /// The file's own names of the columns of dates in parts, the year's first, which stands under ``columns`` too.
    package var dateParts: [RequestField: [String]] = [:]
    /// The reference system of eastings and northings that positions were made of; `nil` where they are degrees.
    package var gridSystem: String?
    /// The file's own names of the assigned columns, one for each layer asked for.
    package var assignedColumns: [String] = []
    /// What was found about the text: delimiter, line ends, encoding.
    package var dialect = ""
    /// The same without what one row alone may have brought in, other line ends; `nil` where nothing may.
    var dialectOfMost: String?
    /// What else people should know of how the file was read, one sentence each.
    package var remarks: [String] = []
    /// How the dates of each column are written, most frequent first.
    package var dateFormats: [RequestField: [String]] = [:]
    /// Which number of a date comes first, and why; `nil` where no date is written in numbers.
    package var dateOrder: SettledDateOrder?
    /// The columns with midnights of UTC that stand for days; `nil` where nobody looked.
    package var midnights: MidnightColumns?
    /// Columns that look like an address or degrees and are not used.
    package var unusedPlaces: [String] = []
    /// The line of the header, from 1: more than 1 where rows stand before it.
    package var headerLine = 1
    /// Whether rows of private categories, be there any or not, are not among those that are counted.
    package var isWithoutPrivate = false
    /// When the source was written; `nil` where nothing tells it.
    package var written: Timestamp?
    /// The requests that a workspace keeps and leaves out, since the CRM deleted them.
    package var deleted: [StatedCategory] = []
    /// Private categories of rows that could not be read whole, and categories that requests of a workspace had before.
    package var otherStates: [StatedCategory] = []
    /// When a file without a row was written, the only day that it tells; `nil` where there are rows.
    package var emptySince: Timestamp?
    package var blankLines = 0
    /// Dates that stand for none, such as 01/01/1900.
    package var sentinelDates = 0
    /// Ids that a spreadsheet rewrote, such as 1.01E+11.
    package var spreadsheetIDs = 0
    /// How the ids are written.
    package var idColumn = SpreadsheetID.Column()
    package var oddTexts = OddTexts()
    /// How text beyond ASCII was read, once for each way; empty where there was none.
    package var encodings: [FoundEncoding] = []
    /// NULs that were left out of the text.
    package var droppedNULs = 0
    /// Lines that end otherwise than the file's most do, where the lines show that they are rows.
    package var mendedLineEnds = 0
    /// The names of columns that are used and that more than one column bears; the first is taken.
    package var doubledColumns: [String] = []
    /// The names of all columns, in the file's order.
    package var header: [String] = []
    /// How the file delimits fields and records.
    package var writing: Dialect?
    /// What was known of the file before it was opened.
    package var known = KnownShape()
    /// The layouts of each column of dates, most frequent first, as files of facts name them.
    package var dateLayouts: [RequestField: [String]] = [:]
    /// What was taken for the usual decimals of positions; `nil` where none were restored.
    package var precision: CityFacts.Precision?
    /// How positions are written; `nil` where each row tells it.
    package var positionForm: CityFacts.KeptPositionForm?
    package var bytesRead = 0
    /// The physical lines of the file: of its preamble, header, records and blanks.
    package var lineCount = 0

    package init() {}

    /// Whether the file says itself that it does not hold all rows.
    package var lacksRows: Bool { remarks.contains(where: TextShape.tellsMissingRows) }

    /// Notes when a source was written that has so many rows.
    package mutating func note(written: Timestamp, rows: Int) {
        self.written = written
        if rows == 0 { emptySince = written }
    }

    /// Forgets what may be of rows alone that are left out and of which nobody is told.
    ///
    /// - Parameter isASCII: Whether what is left has no letter beyond ASCII.
    mutating func forgetText(isASCII: Bool) {
        sentinelDates = 0
        droppedNULs = 0
        mendedLineEnds = 0
        dialect = dialectOfMost ?? dialect
        remarks.removeAll { $0 == TextShape.escapedQuotes }
        // How many of those that are left were read so, nothing tells; of UTF-8 with a few others, not whether any was.
        let isUTF8 = encodings.contains { $0.basis == .valid }
        oddTexts = OddTexts(windows1252: isASCII || isUTF8 ? 0 : min(oddTexts.windows1252, 1))
        guard isASCII else { return }
        remarks.removeAll(where: encodings.compactMap(\.remark).contains)
        encodings = []
    }
}
