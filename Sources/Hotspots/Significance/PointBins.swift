import Geometry

/// Points sorted into square bins as wide as the longest distance asked for, so that what is near a point lies in the
/// nine bins around it.
struct PointBins: Sendable {
    /// The points, bin after bin, and within a bin in the order given.
    let points: [ProjectedPoint]
    /// The index, in the list given, of each of `points`.
    let originalIndices: [Int32]
    private let grid: PlaceGrid
    private let rangeOfBin: [GridCell: Range<Int>]

    /// - Throws: ``SignificanceError`` where the reach is below 1 m, or a position is no number.
    init(points given: [ProjectedPoint], reach: Double) throws(SignificanceError) {
        grid = try PlaceGrid(shape: .square, cellSize: reach)
        var binned: [(cell: GridCell, index: Int32)] = []
        binned.reserveCapacity(given.count)
        for (index, point) in given.enumerated() {
            guard grid.covers(point) else { throw .unusablePosition(index: index) }
            binned.append((grid.cell(containing: point), Int32(index)))
        }
        binned.sort { ($0.cell, $0.index) < ($1.cell, $1.index) }
        var ranges: [GridCell: Range<Int>] = [:]
        for (position, entry) in binned.enumerated() {
            let start = ranges[entry.cell]?.lowerBound ?? position
            ranges[entry.cell] = start..<position + 1
        }
        rangeOfBin = ranges
        originalIndices = binned.map(\.index)
        points = binned.map { given[Int($0.index)] }
    }

    /// Calls a closure with the original index and the squared distance of each point at most `distance` away, which
    /// is at most the reach. In no promised order.
    func forEachPoint(
        within distance: Double, of center: ProjectedPoint,
        _ body: (_ index: Int, _ squaredDistance: Double) -> Void
    ) {
        for range in ranges(around: center) {
            for position in range {
                let squared = squaredDistance(points[position], center)
                if squared <= distance * distance { body(Int(originalIndices[position]), squared) }
            }
        }
    }

    /// The positions, in `points`, of what may be within reach of a point. The three bins of a row lie behind one
    /// another, but each keeps its own range.
    func ranges(around center: ProjectedPoint) -> [Range<Int>] {
        let cell = grid.cell(containing: center)
        return ([cell] + grid.neighbors(of: cell)).compactMap { rangeOfBin[$0] }
    }
}

/// Returns the square of the distance between two points, square metres.
@inline(__always)
func squaredDistance(_ first: ProjectedPoint, _ second: ProjectedPoint) -> Double {
    let dx = first.x - second.x
    let dy = first.y - second.y
    return dx * dx + dy * dy
}
