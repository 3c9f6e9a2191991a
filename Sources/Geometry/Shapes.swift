/// A chain of straight segments, in order.
public struct LineString<Position: PlanarPosition>: Hashable, Sendable {
    /// The corners, in order.
    public var positions: [Position]

    /// Creates a line through positions.
    @inlinable public init(_ positions: [Position]) { self.positions = positions }

    /// The smallest box around it, or `nil` where it is empty.
    @inlinable public var box: Box<Position>? { Box(enclosing: positions) }

    /// Returns it with each position changed, as a projection does.
    @inlinable public func map<Other, Failure: Error>(
        _ transform: (Position) throws(Failure) -> Other
    ) throws(Failure) -> LineString<Other> {
        LineString<Other>(try positions.map(transform))
    }
}

/// A closed line: the first position stands again at the end.
public struct LinearRing<Position: PlanarPosition>: Hashable, Sendable {
    /// The corners, in order.
    public var positions: [Position]

    /// Creates a ring, closing it where the last position is not the first.
    @inlinable public init(_ positions: [Position]) {
        self.positions = positions
        if let first = positions.first, positions.last != first { self.positions.append(first) }
    }

    /// Returns it with each position changed, as a projection does.
    @inlinable public func map<Other, Failure: Error>(
        _ transform: (Position) throws(Failure) -> Other
    ) throws(Failure) -> LinearRing<Other> {
        LinearRing<Other>(try positions.map(transform))
    }
}

/// A surface with one outer ring and any number of holes.
public struct Polygon<Position: PlanarPosition>: Hashable, Sendable {
    /// The outer ring.
    public var exterior: LinearRing<Position>
    /// The rings of what is cut out.
    public var holes: [LinearRing<Position>]

    /// Creates a surface from its rings.
    @inlinable public init(exterior: LinearRing<Position>, holes: [LinearRing<Position>] = []) {
        self.exterior = exterior
        self.holes = holes
    }

    /// The outer ring, then the holes.
    @inlinable public var rings: [LinearRing<Position>] { [exterior] + holes }

    /// Returns it with each position changed, as a projection does.
    @inlinable public func map<Other, Failure: Error>(
        _ transform: (Position) throws(Failure) -> Other
    ) throws(Failure) -> Polygon<Other> {
        var mappedHoles: [LinearRing<Other>] = []
        for hole in holes { mappedHoles.append(try hole.map(transform)) }
        return Polygon<Other>(exterior: try exterior.map(transform), holes: mappedHoles)
    }
}

/// A surface in any number of parts.
public struct MultiPolygon<Position: PlanarPosition>: Hashable, Sendable {
    /// The parts.
    public var polygons: [Polygon<Position>]

    /// Creates a surface from its parts.
    @inlinable public init(_ polygons: [Polygon<Position>]) { self.polygons = polygons }

    /// The rings of all parts, each part's outer one first.
    @inlinable public var rings: [LinearRing<Position>] { polygons.flatMap(\.rings) }
    /// The positions of all rings, closing ones included.
    @inlinable public var vertexCount: Int {
        polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.positions.count } }
    }
    /// The smallest box around it, or `nil` where it is empty.
    @inlinable public var box: Box<Position>? {
        var all: Box<Position>?
        for polygon in polygons {
            guard let box = Box(enclosing: polygon.exterior.positions) else { continue }
            all?.formUnion(box)
            if all == nil { all = box }
        }
        return all
    }

    /// Returns it with each position changed, as a projection does.
    @inlinable public func map<Other, Failure: Error>(
        _ transform: (Position) throws(Failure) -> Other
    ) throws(Failure) -> MultiPolygon<Other> {
        var mapped: [Polygon<Other>] = []
        for polygon in polygons { mapped.append(try polygon.map(transform)) }
        return MultiPolygon<Other>(mapped)
    }
}
