package import Geometry

extension PlaceGrid {
    /// Returns a cell's outline, counter-clockwise.
    ///
    /// Corners come from whole rows and half columns, so that neighbouring outlines share theirs to the last bit.
    package func outline(of cell: GridCell) -> Polygon<ProjectedPoint> {
        let corners =
            switch shape {
            case .square: squareCorners(of: cell)
            case .hexagonal: hexagonCorners(of: cell)
            }
        return Polygon(exterior: LinearRing(corners))
    }

    /// Returns the cells that touch a cell, in order: eight around a square (corners count), six around a hexagon.
    package func neighbors(of cell: GridCell) -> [GridCell] {
        steps(fromRow: cell.row).map { GridCell(column: cell.column + $0.0, row: cell.row + $0.1) }
    }

    private func steps(fromRow row: Int32) -> [(Int32, Int32)] {
        switch shape {
        case .square: [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)]
        case .hexagonal:
            isOdd(row)
                ? [(0, -1), (1, -1), (-1, 0), (1, 0), (0, 1), (1, 1)]
                : [(-1, -1), (0, -1), (-1, 0), (1, 0), (-1, 1), (0, 1)]
        }
    }

    private func squareCorners(of cell: GridCell) -> [ProjectedPoint] {
        [(0, 0), (1, 0), (1, 1), (0, 1)].map { (right: Double, up: Double) in
            ProjectedPoint(
                x: origin.x + (Double(cell.column) + right) * cellSize,
                y: origin.y + (Double(cell.row) + up) * cellSize)
        }
    }

    private func hexagonCorners(of cell: GridCell) -> [ProjectedPoint] {
        let middle = 2 * Double(cell.column) + (isOdd(cell.row) ? 1 : 0)
        let thirds = 3 * Double(cell.row)
        return [(0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1)].map { (right: Double, up: Double) in
            ProjectedPoint(
                x: origin.x + (middle + right) * (cellSize / 2), y: origin.y + (thirds + up) * (rowHeight / 3)
            )
        }
    }
}
