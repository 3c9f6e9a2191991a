import Geometry

/// A table with its rows set, so that it is known what stands together on a page.
struct SetTable {
    let drawing: TableDrawing
    let caption: SetText
    let headHeight: Double
    let rows: [SetRow]

    /// So many rows stand together at the beginning, and at the end with the notes.
    static let kept = 3

    init(_ table: PageTable, on canvas: Canvas, in frame: PageBox) {
        let widths = Self.naturalWidths(table, canvas)
        // A table of few columns is no wider than reads well.
        let natural = widths.reduce(0) { $0 + 1.5 * $1 + 12 }
        drawing = TableDrawing(
            canvas: canvas, table: Self.packetTable(table, widths), left: frame.minX,
            width: min(frame.width, natural))
        caption = canvas.text.set(
            table.caption, TextStyle(size: 9, weight: .semibold), width: frame.width)
        headHeight = drawing.headHeight
        rows = drawing.table.rows.map(drawing.set)
    }

    /// The height of the caption, the head and the first rows; of all and the notes where the last rows are among them.
    func opening(notes: Double) -> Double {
        let head = caption.height + 3 + headHeight
        guard rows.count > 2 * Self.kept else { return head + Self.height(rows[...]) + 4 + notes }
        return head + Self.height(rows.prefix(Self.kept))
    }

    /// The height of the last rows with the notes.
    func ending(notes: Double) -> Double { Self.height(rows.suffix(Self.kept)) + 4 + notes }

    private static func height(_ rows: ArraySlice<SetRow>) -> Double { rows.reduce(0) { $0 + $1.height } }

    /// How wide each column's words are.
    private static func naturalWidths(_ table: PageTable, _ canvas: Canvas) -> [Double] {
        table.header.indices.map { column in
            let cells = table.rows.prefix(60).map { $0.indices.contains(column) ? $0[column] : "" }
            let natural = cells.map { canvas.text.set($0, .tableCell).width }.max() ?? 0
            // A head may break between its words.
            let words =
                table.header[column].split(separator: " ")
                .map { canvas.text.set(String($0), .tableHead).width }.max() ?? 0
            return min(max(natural, words, 14), 230) + 4
        }
    }

    /// Columns in proportion to their words.
    private static func packetTable(_ table: PageTable, _ widths: [Double]) -> PacketTable {
        let columns = widths.enumerated().map { column, width in
            TableColumn(
                table.header[column], .share(width),
                table.wordColumns.contains(column) ? .leading : .trailing)
        }
        return PacketTable(
            columns: columns,
            rows: table.rows.map { cells in
                TableRow(
                    columns.indices.map { index in
                        let text = cells.indices.contains(index) ? cells[index] : ""
                        return index == 0 ? .strong(text) : .text(text)
                    })
            })
    }
}
