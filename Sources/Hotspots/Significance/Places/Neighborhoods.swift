package import Geometry

/// The neighbourhood of each place: those near enough to count with it, itself included, all with weight 1.
package struct Neighborhoods: Sendable {
    private var starts: [Int] = [0]
    private var flattened: [Int32] = []

    package var count: Int { starts.count - 1 }

    /// The places in the neighbourhood of one place, ascending.
    package subscript(place: Int) -> ArraySlice<Int32> { flattened[starts[place]..<starts[place + 1]] }

    /// Finds each place's neighbours in its grid: those that touch it.
    package init(touchingIn places: GridPlaces) {
        for (index, cell) in places.cells.enumerated() {
            append(places.grid.neighbors(of: cell).compactMap(places.place) + [index])
        }
    }

    /// Finds the neighbours of each point: those within a distance, metres, the distance itself included.
    ///
    /// - Throws: ``SignificanceError/unusablePosition(index:)``, or ``SignificanceError/invalidSetting(name:value:allowed:)``
    ///   where the distance is not at least 1 m.
    package init(within distance: Double, of points: [ProjectedPoint]) throws(SignificanceError) {
        let bins = try PointBins(points: points, reach: distance)
        for index in points.indices {
            var found: [Int] = []
            bins.forEachPoint(within: distance, of: points[index]) { other, _ in found.append(other) }
            append(found)
        }
    }

    private mutating func append(_ members: [Int]) {
        flattened.append(contentsOf: members.sorted().lazy.map { Int32($0) })
        starts.append(flattened.count)
    }
}
