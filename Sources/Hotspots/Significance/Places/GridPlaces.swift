package import Geometry

/// The places of a study: the grid's cells that hold at least one of its points.
///
/// Cells without any point are no places, since parks, water and the next town would make every street a hot spot.
/// Give all requests as points and count one category among them, and the question becomes where that category is
/// frequent within the area that reports at all.
package struct GridPlaces: Sendable {
    package let grid: PlaceGrid
    /// The occupied cells, from the south, then from the west.
    package let cells: [GridCell]
    /// The place of each point, in the order of the points.
    package let placeOfPoint: [Int32]
    private let indexOfCell: [GridCell: Int32]

    /// Sorts the points into cells.
    ///
    /// - Complexity: O(points + places · log places).
    /// - Throws: ``SignificanceError/unusablePosition(index:)``.
    package init(grid: PlaceGrid, points: [ProjectedPoint]) throws(SignificanceError) {
        var met: [GridCell: Int32] = [:]
        var order: [Int32] = []
        order.reserveCapacity(points.count)
        for (index, point) in points.enumerated() {
            guard grid.covers(point) else { throw .unusablePosition(index: index) }
            let cell = grid.cell(containing: point)
            let next = Int32(met.count)
            order.append(met[cell, default: next])
            if order[index] == next { met[cell] = next }
        }
        self.grid = grid
        cells = met.keys.sorted()
        indexOfCell = Dictionary(uniqueKeysWithValues: zip(cells, Int32(0)...))
        var rank = [Int32](repeating: 0, count: cells.count)
        for (index, cell) in cells.enumerated() {
            if let asMet = met[cell] { rank[Int(asMet)] = Int32(index) }
        }
        placeOfPoint = order.map { rank[Int($0)] }
    }

    package var count: Int { cells.count }

    /// The centres of the places.
    package var centers: [ProjectedPoint] { cells.map(grid.center) }

    package func place(at cell: GridCell) -> Int? { indexOfCell[cell].map(Int.init) }

    /// Returns how many points each place holds.
    package func counts() -> [Double] {
        var counts = [Double](repeating: 0, count: count)
        for place in placeOfPoint { counts[Int(place)] += 1 }
        return counts
    }

    /// Returns how many of some points, by index, each place holds.
    package func counts(of points: [Int]) -> [Double] {
        var counts = [Double](repeating: 0, count: count)
        for point in points { counts[Int(placeOfPoint[point])] += 1 }
        return counts
    }

    /// Returns each place's sum of weights, one weight for each point.
    package func totals(of weights: [Double]) throws(SignificanceError) -> [Double] {
        try requireEqualLengths(
            "points", count: placeOfPoint.count, second: "weights", otherCount: weights.count)
        var totals = [Double](repeating: 0, count: count)
        for (place, weight) in zip(placeOfPoint, weights) { totals[Int(place)] += weight }
        return totals
    }
}
