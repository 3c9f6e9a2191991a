import Geometry

/// A box cut into equal cells, row by row from the lowest.
struct AreaGrid: Sendable {
    let box: Box<MapPoint>
    let columns: Int
    let rows: Int
    private let columnsPerUnit: Double
    private let rowsPerUnit: Double

    /// - Parameter cells: The number of cells along the longer side.
    init(around box: Box<MapPoint>, cells: Int) {
        // A hair wider than the areas, so that their outermost vertices lie inside.
        let hair = max(box.width, box.height) * 1e-9 + .leastNormalMagnitude
        self.init(box: box.expanded(byX: hair, y: hair), cells: cells)
    }

    private init(box: Box<MapPoint>, cells: Int) {
        let side = max(box.width, box.height, .leastNormalMagnitude) / Double(cells)
        columns = max(1, Int((box.width / side).rounded(.up)))
        rows = max(1, Int((box.height / side).rounded(.up)))
        self.box = box
        columnsPerUnit = Double(columns) / max(box.width, .leastNormalMagnitude)
        rowsPerUnit = Double(rows) / max(box.height, .leastNormalMagnitude)
    }

    var count: Int { columns * rows }
    var cellWidth: Double { box.width / Double(columns) }
    var cellHeight: Double { box.height / Double(rows) }

    /// Returns the index of the cell that holds a point, or `nil` outside the box and for what is no number.
    @inline(__always)
    func index(of point: MapPoint) -> Int? {
        // Not by the box's own `contains`: a call into another module costs more than the comparison.
        guard point.x >= box.minX, point.x <= box.maxX, point.y >= box.minY, point.y <= box.maxY else {
            return nil
        }
        return row(point.y) * columns + column(point.x)
    }

    /// The column of an x, the nearest one where x lies outside.
    @inline(__always)
    func column(_ x: Double) -> Int { Self.step((x - box.minX) * columnsPerUnit, of: columns) }

    /// The row of a y, the nearest one where y lies outside.
    @inline(__always)
    func row(_ y: Double) -> Int { Self.step((y - box.minY) * rowsPerUnit, of: rows) }

    /// Held within the grid before it is made whole, since a number may be greater than whole ones can be.
    @inline(__always)
    private static func step(_ value: Double, of count: Int) -> Int {
        Int(min(Double(count - 1), max(0, value)))
    }

    /// The indices of the cells that a box reaches into, of the nearest ones where it lies outside.
    @inline(__always)
    func cells(in box: Box<MapPoint>) -> CellBlock {
        CellBlock(
            columns: column(box.minX)...column(box.maxX), rows: row(box.minY)...row(box.maxY), stride: columns
        )
    }

    func center(column: Int, row: Int) -> MapPoint {
        MapPoint(
            x: box.minX + (Double(column) + 0.5) * cellWidth, y: box.minY + (Double(row) + 0.5) * cellHeight)
    }
}

/// The indices of a rectangle of cells.
struct CellBlock: Sequence {
    let columns: ClosedRange<Int>
    let rows: ClosedRange<Int>
    let stride: Int

    struct Iterator: IteratorProtocol {
        let block: CellBlock
        var column: Int
        var row: Int

        @inline(__always)
        mutating func next() -> Int? {
            if column > block.columns.upperBound {
                column = block.columns.lowerBound
                row += 1
            }
            guard row <= block.rows.upperBound else { return nil }
            defer { column += 1 }
            return row * block.stride + column
        }
    }

    @inline(__always)
    func makeIterator() -> Iterator {
        Iterator(block: self, column: columns.lowerBound, row: rows.lowerBound)
    }
}
