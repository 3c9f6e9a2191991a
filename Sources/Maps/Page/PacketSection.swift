/// A part of the pages behind the map: a heading, some sentences, a table.
package struct PacketSection: Sendable {
    package var heading: String
    package var paragraphs: [String]
    /// Lines below the paragraphs.
    package var lines: [ContactLine]
    package var table: PacketTable?

    package init(
        heading: String, paragraphs: [String] = [], lines: [ContactLine] = [], table: PacketTable? = nil
    ) {
        self.heading = heading
        self.paragraphs = paragraphs
        self.lines = lines
        self.table = table
    }
}

/// A table; its head stands again on each page that it reaches.
package struct PacketTable: Sendable {
    package var columns: [TableColumn]
    package var rows: [TableRow]

    package init(columns: [TableColumn], rows: [TableRow]) {
        self.columns = columns
        self.rows = rows
    }
}

package struct TableColumn: Sendable {
    package var title: String
    package var width: ColumnWidth
    package var alignment: ColumnAlignment

    package init(_ title: String, _ width: ColumnWidth, _ alignment: ColumnAlignment = .leading) {
        self.title = title
        self.width = width
        self.alignment = alignment
    }
}

package enum ColumnWidth: Sendable {
    /// So many points.
    case fixed(Double)
    /// A share of what the fixed columns leave.
    case share(Double)
}

package enum ColumnAlignment: Sendable { case leading, trailing }

package struct TableRow: Sendable {
    package var cells: [TableCell]
    package var tone: RowTone
    /// The number on the map whose link leads to this row; a place's first row bears it.
    package var label: String?

    package init(_ cells: [TableCell], tone: RowTone = .plain, label: String? = nil) {
        self.cells = cells
        self.tone = tone
        self.label = label
    }
}

package enum RowTone: Sendable {
    case plain, total
    /// One among others that is meant.
    case marked
}

package enum TableCell: Sendable {
    case text(String)
    case strong(String)
    case warning(String)
    case symbol(MarkerSymbol, String)
    /// A number with a bar as long as its share, 0…1, of the column.
    case bar(share: Double, String)

    var text: String {
        switch self {
        case .text(let text), .strong(let text), .warning(let text), .symbol(_, let text), .bar(_, let text):
            text
        }
    }
}
