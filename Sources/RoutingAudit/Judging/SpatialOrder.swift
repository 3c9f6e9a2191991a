import Geometry

/// Puts rows in an order in which neighbours on the ground follow each other, so that the cells, borders and GEOS
/// indexes that one row needs are still in the processor's cache for the next. An audit takes a tenth less time so.
struct SpatialOrder {
    private static let side = 64
    private let rows: JudgedRows
    private let extent: Box<Coordinate>

    /// - Parameter extent: Where most requests are.
    init(_ rows: JudgedRows, extent: Box<Coordinate>) {
        self.rows = rows
        self.extent = extent
    }

    /// Returns the rows square by square of a coarse grid, in their own order within a square (a counting sort).
    func ordered(_ range: Range<Int>) -> [JudgedRow] {
        let columnsPerDegree = Double(Self.side) / max(extent.width, .leastNormalMagnitude)
        let rowsPerDegree = Double(Self.side) / max(extent.height, .leastNormalMagnitude)
        let last = Double(Self.side - 1)
        /// The squares at the edge take what lies beyond, the first one what is no number.
        func step(_ distance: Double) -> Int { distance > 0 ? Int(min(distance, last)) : 0 }
        let placed = range.map { rows[$0] }
        let squares = placed.map { row in
            step((row.recorded.latitude - extent.minY) * rowsPerDegree) * Self.side
                + step((row.recorded.longitude - extent.minX) * columnsPerDegree)
        }
        var next = [Int](repeating: 0, count: Self.side * Self.side + 1)
        for square in squares { next[square + 1] += 1 }
        for square in 0..<Self.side * Self.side { next[square + 1] += next[square] }
        var ordered = [JudgedRow](repeating: JudgedRow(), count: range.count)
        for (row, square) in zip(placed, squares) {
            ordered[next[square]] = row
            next[square] += 1
        }
        return ordered
    }
}
