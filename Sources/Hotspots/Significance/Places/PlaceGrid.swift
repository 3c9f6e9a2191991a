package import Geometry

/// What a grid's cells look like.
package enum GridShape: String, Sendable, CaseIterable {
    case square
    /// Hexagons with a corner at the top. All six neighbours are equally far away.
    case hexagonal
}

/// A cell's place in its grid, ordered by rows from the south, then from the west.
package struct GridCell: Hashable, Comparable, Sendable {
    package var column: Int32
    package var row: Int32

    package init(column: Int32, row: Int32) {
        self.column = column
        self.row = row
    }

    package static func < (left: GridCell, right: GridCell) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}

/// A division of the plane into equal cells. It depends on its settings alone, never on the points, so that two runs
/// over different months have the same cells.
package struct PlaceGrid: Hashable, Sendable {
    package let shape: GridShape
    /// The distance between the centres of two neighbouring cells, metres: a square's side, or a hexagon's width
    /// between opposite sides.
    package let cellSize: Double
    /// A square cell's lower left corner, or a hexagon's centre: that of column 0 and row 0.
    package let origin: ProjectedPoint

    package init(
        shape: GridShape, cellSize: Double, origin: ProjectedPoint = ProjectedPoint(x: 0, y: 0)
    ) throws(SignificanceError) {
        guard cellSize >= 1, cellSize.isFinite else {
            throw .invalidSetting(name: "cell size", value: "\(cellSize) m", allowed: "at least 1 m")
        }
        self.shape = shape
        self.cellSize = cellSize
        self.origin = origin
    }

    /// Returns the cell that contains a point. A square holds its lower and left edges; a point on a hexagon's edge
    /// goes to an even row before an odd one.
    package func cell(containing point: ProjectedPoint) -> GridCell {
        let x = point.x - origin.x
        let y = point.y - origin.y
        return switch shape {
        case .square:
            GridCell(
                column: Int32((x / cellSize).rounded(.down)), row: Int32((y / cellSize).rounded(.down)))
        case .hexagonal: hexagon(containing: x, y)
        }
    }

    package func center(of cell: GridCell) -> ProjectedPoint {
        let column = Double(cell.column)
        let row = Double(cell.row)
        return switch shape {
        case .square:
            ProjectedPoint(x: origin.x + (column + 0.5) * cellSize, y: origin.y + (row + 0.5) * cellSize)
        case .hexagonal:
            ProjectedPoint(
                x: origin.x + (column + (isOdd(cell.row) ? 0.5 : 0)) * cellSize, y: origin.y + row * rowHeight
            )
        }
    }

    /// The height of a row of hexagons, metres.
    var rowHeight: Double { cellSize * 0.75.squareRoot() }

    /// Returns whether the point's cell can be told: it is a number, within a thousand million cells.
    func covers(_ point: ProjectedPoint) -> Bool {
        abs(point.x - origin.x) < cellSize * 1e9 && abs(point.y - origin.y) < cellSize * 1e9
    }

    /// A hexagon holds the points nearest to its centre. The centres are two rectangular lattices, the even and the
    /// odd rows; the nearest centre of each is found by rounding, and the nearer of the two wins.
    private func hexagon(containing x: Double, _ y: Double) -> GridCell {
        let across = x / cellSize
        let up = y / (2 * rowHeight)
        let even = (column: across.rounded(), row: up.rounded())
        let odd = (column: (across - 0.5).rounded(), row: (up - 0.5).rounded())
        func squaredDistance(_ dx: Double, _ dy: Double) -> Double { dx * dx + 3 * dy * dy }
        let toEven = squaredDistance(across - even.column, up - even.row)
        let toOdd = squaredDistance(across - odd.column - 0.5, up - odd.row - 0.5)
        return toEven <= toOdd
            ? GridCell(column: Int32(even.column), row: Int32(even.row) * 2)
            : GridCell(column: Int32(odd.column), row: Int32(odd.row) * 2 + 1)
    }
}

func isOdd(_ row: Int32) -> Bool { row & 1 == 1 }
