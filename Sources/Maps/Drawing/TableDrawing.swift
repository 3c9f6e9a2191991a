import Geometry

/// Sets one table's rows into a column of a given width.
struct TableDrawing {
    let canvas: Canvas
    let table: PacketTable
    let left: Double
    let width: Double
    private let edges: [(x: Double, width: Double)]
    private static let padding = 3.4
    private static let cellGap = 8.0
    static let symbolRoom = 14.0

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

    func height(of row: TableRow) -> Double {
        (zip(row.cells, edges).map { set($0, width: $1.width, .leading).height }.max() ?? 0) + 2
            * Self.padding
    }

    func drawHead(at y: Double) {
        canvas.tagged(.row) {
            for (column, edge) in zip(table.columns, edges) {
                let text = canvas.text.set(
                    column.title, .tableHead, width: edge.width, alignment: column.alignment.text)
                canvas.tagged(.headerCell) {
                    canvas.draw(
                        text, at: PagePoint(x: edge.x, y: y + headHeight - Self.padding - text.height))
                }
            }
        }
        rule(at: y + headHeight, PageTheme.ink, 0.9)
    }

    func draw(_ row: TableRow, at y: Double, height: Double) {
        if row.tone == .total {
            canvas.rectangle(PageBox(x: left, y: y, width: width, height: height))
            canvas.fill(PageTheme.band)
        }
        canvas.tagged(.row) {
            for (index, cell) in row.cells.enumerated() {
                canvas.tagged(.cell) { draw(cell, column: index, at: y, height, number: row.number) }
            }
        }
        rule(at: y + height, PageTheme.rule, 0.5)
    }

    private func draw(_ cell: TableCell, column: Int, at y: Double, _ height: Double, number: Int?) {
        let edge = edges[column]
        let text = set(cell, width: edge.width, table.columns[column].alignment.text)
        var x = edge.x
        if case .symbol(let symbol, _) = cell {
            let center = PagePoint(x: x + 4.4, y: y + Self.padding + 4.9)
            MarkerDrawing(canvas: canvas).symbol(symbol, at: center, radius: 3.6)
            x += Self.symbolRoom
        }
        if case .bar(let share, _) = cell { bar(share, edge, y, height) }
        let corner = PagePoint(x: x, y: y + Self.padding)
        if column == 0, let number {
            canvas.tagged(.destination("place-\(number)")) { canvas.draw(text, at: corner) }
        } else {
            canvas.draw(text, at: corner)
        }
    }

    private func bar(_ share: Double, _ edge: (x: Double, width: Double), _ y: Double, _ height: Double) {
        guard share > 0 else { return }
        let length = max(1, min(1, share) * edge.width)
        let x = edge.x + edge.width - length + 3
        canvas.rectangle(PageBox(x: x, y: y + 1.6, width: length, height: height - 3.2))
        canvas.fill(PageTheme.water, alpha: 0.75)
    }

    private func set(_ cell: TableCell, width: Double, _ alignment: TextAlignment) -> SetText {
        switch cell {
        case .text(let text), .bar(_, let text):
            canvas.text.set(text, .tableCell, width: width, alignment: alignment)
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
