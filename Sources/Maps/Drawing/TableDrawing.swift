import Geometry

/// A row of a table with its texts set.
struct SetRow {
    let row: TableRow
    let texts: [SetText]
    let height: Double
}

/// Sets one table's rows into a column of a given width.
struct TableDrawing {
    let canvas: Canvas
    let table: PacketTable
    let left: Double
    let width: Double
    private let edges: [(x: Double, width: Double)]
    private static let padding = 2.7
    private static let cellGap = 8.0
    static let symbolRoom = 14.0
    /// Where a number stands before its bar.
    private static let numberRoom = 24.0

    init(canvas: Canvas, table: PacketTable, left: Double, width: Double) {
        self.canvas = canvas
        self.table = table
        self.left = left
        self.width = width
        edges = Self.edges(of: table.columns, left: left, width: width)
    }

    var headHeight: Double {
        (zip(table.columns, edges).map { canvas.text.set($0.title, .tableHead, width: $1.width).height }.max()
            ?? 0)
            + 2 * Self.padding
    }

    /// Sets a row's texts, so that its height is known before it is drawn.
    func set(_ row: TableRow) -> SetRow {
        let texts = row.cells.indices.map {
            set(row.cells[$0], width: edges[$0].width, table.columns[$0].alignment.text)
        }
        return SetRow(row: row, texts: texts, height: (texts.map(\.height).max() ?? 0) + 2 * Self.padding)
    }

    func drawHead(at y: Double) {
        canvas.tagged(.row) {
            for index in table.columns.indices { canvas.tagged(.headerCell) { drawHeadCell(index, at: y) } }
        }
        rule(at: y + headHeight, PageTheme.ink, 0.9)
    }

    /// Draws the head again on a page that the table reaches; it is not read twice.
    func drawRepeatedHead(at y: Double) {
        for index in table.columns.indices { drawHeadCell(index, at: y) }
        rule(at: y + headHeight, PageTheme.ink, 0.9)
    }

    private func drawHeadCell(_ index: Int, at y: Double) {
        let (column, edge) = (table.columns[index], edges[index])
        let text = canvas.text.set(
            column.title, .tableHead, width: edge.width, alignment: column.alignment.text)
        canvas.draw(text, at: PagePoint(x: edge.x, y: y + headHeight - Self.padding - text.height))
    }

    func draw(_ set: SetRow, at y: Double) {
        if set.row.tone != .plain {
            canvas.rectangle(PageBox(x: left, y: y, width: width, height: set.height))
            canvas.fill(PageTheme.band)
        }
        canvas.tagged(.row) {
            for column in set.texts.indices { canvas.tagged(.cell) { draw(set, column: column, at: y) } }
        }
        rule(at: y + set.height, PageTheme.rule, 0.5)
    }

    private func draw(_ set: SetRow, column: Int, at y: Double) {
        let edge = edges[column]
        var x = edge.x
        switch set.row.cells[column] {
        case .symbol(let symbol, _):
            let center = PagePoint(x: x + 4.4, y: y + Self.padding + 4.9)
            MarkerDrawing(canvas: canvas).symbol(symbol, at: center, radius: 3.6)
            x += Self.symbolRoom
        case .bar(let share, _): bar(share, edge: edge, y: y)
        default: break
        }
        let corner = PagePoint(x: x, y: y + Self.padding)
        if column == 0, let label = set.row.label {
            canvas.tagged(.destination("place-\(label)")) { canvas.draw(set.texts[column], at: corner) }
        } else {
            canvas.draw(set.texts[column], at: corner)
        }
    }

    /// Draws a bar from beside the number to the right.
    private func bar(_ share: Double, edge: (x: Double, width: Double), y: Double) {
        guard share > 0 else { return }
        let room = edge.width - Self.numberRoom - 4
        let length = max(0.8, min(1, share) * room)
        canvas.rectangle(
            PageBox(x: edge.x + Self.numberRoom + 4, y: y + Self.padding + 1.6, width: length, height: 6))
        canvas.fill(PageTheme.accent, alpha: 0.4)
    }

    private func set(_ cell: TableCell, width: Double, _ alignment: TextAlignment) -> SetText {
        switch cell {
        case .text(let text): canvas.text.set(text, .tableCell, width: width, alignment: alignment)
        case .bar(_, let text):
            canvas.text.set(text, .tableCell, width: Self.numberRoom, alignment: .trailing)
        case .strong(let text):
            canvas.text.set(text, .tableCell.with(weight: .semibold), width: width, alignment: alignment)
        case .warning(let text):
            canvas.text.set(
                text, .tableCell.with(weight: .semibold).with(color: PageTheme.warning), width: width,
                alignment: alignment)
        case .symbol(_, let text): canvas.text.set(text, .tableCell, width: width - Self.symbolRoom)
        }
    }

    private func rule(at y: Double, _ color: MapColor, _ thickness: Double) {
        canvas.line([PagePoint(x: left, y: y), PagePoint(x: left + width, y: y)])
        canvas.stroke(color, width: thickness, cap: .butt)
    }

    private static func edges(of columns: [TableColumn], left: Double, width: Double) -> [(
        x: Double, width: Double
    )] {
        var fixed = 0.0
        var shares = 0.0
        for column in columns {
            switch column.width {
            case .fixed(let points): fixed += points
            case .share(let weight): shares += weight
            }
        }
        let rest = width - fixed - cellGap * Double(max(0, columns.count - 1))
        var x = left
        return columns.map { column in
            let size: Double
            switch column.width {
            case .fixed(let points): size = points
            case .share(let weight): size = rest * weight / max(shares, 1e-9)
            }
            defer { x += size + cellGap }
            return (x, size)
        }
    }
}

extension ColumnAlignment {
    fileprivate var text: TextAlignment {
        switch self {
        case .leading: .leading
        case .trailing: .trailing
        }
    }
}
