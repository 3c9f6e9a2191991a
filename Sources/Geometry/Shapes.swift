/// A chain of straight segments, in order.
package struct LineString<Position: PlanarPosition>: Hashable, Sendable {
    package var positions: [Position]

    @inlinable package init(_ positions: [Position]) { self.positions = positions }

    @inlinable package var box: Box<Position>? { Box(enclosing: positions) }

    /// Returns the line with each position changed, as a projection does.
    @inlinable package func map<Other, Failure: Error>(
        _ transform: (Position) throws(Failure) -> Other
    ) throws(Failure) -> LineString<Other> {
        LineString<Other>(try positions.map(transform))
    }
}

/// A closed line: the first position stands again at the end.
package struct LinearRing<Position: PlanarPosition>: Hashable, Sendable {
    package var positions: [Position]

    /// Creates a ring, closing it where the last position is not the first.
    @inlinable package init(_ positions: [Position]) {
        self.positions = positions
        if let first = positions.first, positions.last != first { self.positions.append(first) }
    }

    @inlinable package func map<Other, Failure: Error>(
        _ transform: (Position) throws(Failure) -> Other
    ) throws(Failure) -> LinearRing<Other> {
        LinearRing<Other>(try positions.map(transform))
    }
}

/// A surface with one outer ring and any number of holes.
package struct Polygon<Position: PlanarPosition>: Hashable, Sendable {
    package var exterior: LinearRing<Position>
    package var holes: [LinearRing<Position>]

    @inlinable package init(exterior: LinearRing<Position>, holes: [LinearRing<Position>] = []) {
        self.exterior = exterior
        self.holes = holes
    }

    /// The outer ring, then the holes.
    @inlinable package var rings: [LinearRing<Position>] { [exterior] + holes }

    @inlinable package func map<Other, Failure: Error>(
        _ transform: (Position) throws(Failure) -> Other
    ) throws(Failure) -> Polygon<Other> {
        var mappedHoles: [LinearRing<Other>] = []
        for hole in holes { mappedHoles.append(try hole.map(transform)) }
        return Polygon<Other>(exterior: try exterior.map(transform), holes: mappedHoles)
    }
}

/// A surface in any number of parts.
package struct MultiPolygon<Position: PlanarPosition>: Hashable, Sendable {
    package var polygons: [Polygon<Position>]

    @inlinable package init(_ polygons: [Polygon<Position>]) { self.polygons = polygons }

    @inlinable package var rings: [LinearRing<Position>] { polygons.flatMap(\.rings) }
    @inlinable package var vertexCount: Int {
        polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.positions.count } }
    }
    @inlinable package var box: Box<Position>? { Box(enclosing: polygons.lazy.flatMap(\.exterior.positions)) }

    @inlinable package func map<Other, Failure: Error>(
        _ transform: (Position) throws(Failure) -> Other
    ) throws(Failure) -> MultiPolygon<Other> {
        var mapped: [Polygon<Other>] = []
        for polygon in polygons { mapped.append(try polygon.map(transform)) }
        return MultiPolygon<Other>(mapped)
    }
}
