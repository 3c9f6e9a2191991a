import Geometry

/// Where each area of an edition lies, in cells: most cells lie wholly inside one area and answer by themselves.
///
/// A value that workers share; each of them asks through its own ``AreaLocator``, which holds GEOS's handles.
/// Source of the idea: the rasterised borders of `pip` indexes, here decided by GEOS's own `covers`.
package struct AreaIndex: Sendable {
    /// What a cell knows. Packed into 32 bits: two for the kind, the rest for an area or a list of candidates.
    enum Cell: Equatable {
        /// No area reaches into the cell.
        case outside
        /// The cell lies wholly inside one area, and no border is within the near distance.
        case deep(area: Int)
        /// The cell lies wholly inside one area, and a border may be within the near distance.
        case near(area: Int)
        /// A border runs through the cell, or areas overlap there: GEOS decides among the candidates.
        case mixed(list: Int)
    }

    let shapes: [MultiPolygon<MapPoint>]
    let grid: CellGrid
    var packedCells: [UInt32]
    /// The candidates of mixed cells, in ascending order of area, one list after the other.
    var candidates: [Int32] = []
    /// Where each list begins, and one more entry for the end.
    var listStarts: [Int32] = [0]

    static let outside: UInt32 = 0
    static let deep: UInt32 = 1
    static let near: UInt32 = 2
    static let mixed: UInt32 = 3

    @inline(__always)
    func cell(at point: MapPoint) -> UInt32 {
        guard let place = grid.place(of: point) else { return Self.outside }
        return packedCells.withUnsafeBufferPointer { $0[place] }
    }

    func unpacked(_ packed: UInt32) -> Cell {
        let payload = Int(packed >> 2)
        return switch packed & 3 {
        case Self.deep: .deep(area: payload)
        case Self.near: .near(area: payload)
        case Self.mixed: .mixed(list: payload)
        default: .outside
        }
    }

    func candidates(ofList list: Int) -> ArraySlice<Int32> {
        candidates[Int(listStarts[list])..<Int(listStarts[list + 1])]
    }

    /// The share of cells that GEOS still has to decide, 0…1.
    package var mixedShare: Double {
        Double(packedCells.count { $0 & 3 == Self.mixed }) / Double(max(1, packedCells.count))
    }
}

/// A box cut into equal cells, row by row from the lowest.
struct CellGrid: Sendable {
    let box: Box<MapPoint>
    let columns: Int
    let rows: Int
    private let columnsPerUnit: Double
    private let rowsPerUnit: Double

    /// - Parameter cells: The number of cells along the longer side.
    init(box: Box<MapPoint>, cells: Int) {
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

    /// Returns the place of the cell that holds a point, or `nil` outside the box and for what is no number.
    @inline(__always)
    func place(of point: MapPoint) -> Int? {
        guard box.contains(point) else { return nil }
        return row(point.y) * columns + column(point.x)
    }

    /// The column of an x, the nearest one where x lies outside.
    @inline(__always)
    func column(_ x: Double) -> Int { min(columns - 1, max(0, Int((x - box.minX) * columnsPerUnit))) }

    /// The row of a y, the nearest one where y lies outside.
    @inline(__always)
    func row(_ y: Double) -> Int { min(rows - 1, max(0, Int((y - box.minY) * rowsPerUnit))) }

    func center(column: Int, row: Int) -> MapPoint {
        MapPoint(
            x: box.minX + (Double(column) + 0.5) * cellWidth, y: box.minY + (Double(row) + 0.5) * cellHeight)
    }
}
