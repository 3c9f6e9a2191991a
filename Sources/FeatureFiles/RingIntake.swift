import Geometry

/// Takes up the rings of surfaces as files have them: closes those that are open, and leaves out those that enclose
/// nothing.
struct RingIntake {
    /// How many rings did not end where they began and were closed.
    private(set) var closed = 0
    /// How many rings had fewer than three different positions and were left out.
    private(set) var degenerate = 0

    /// Returns the ring closed, or `nil` where it has fewer than three different positions.
    mutating func ring(_ positions: [MapPoint]) -> LinearRing<MapPoint>? {
        guard let first = positions.first else { return nil }
        guard RingIntake.enclosesGround(positions) else {
            degenerate += 1
            return nil
        }
        if positions.last != first { closed += 1 }
        return LinearRing(positions)
    }

    /// Returns the surface of an outer ring and its holes, or `nil` where the outer ring encloses nothing: then
    /// nothing is left for the holes to be cut out of.
    mutating func polygon(_ rings: [[MapPoint]]) -> Polygon<MapPoint>? {
        guard let first = rings.first, let exterior = ring(first) else { return nil }
        var holes: [LinearRing<MapPoint>] = []
        for positions in rings.dropFirst() {
            if let hole = ring(positions) { holes.append(hole) }
        }
        return Polygon(exterior: exterior, holes: holes)
    }

    /// Returns surfaces as a geometry; one whose rings all enclose nothing cannot be read.
    func geometry(_ polygons: [Polygon<MapPoint>]) -> FeatureGeometry {
        guard polygons.isEmpty else { return .polygons(MultiPolygon(polygons)) }
        return degenerate == 0
            ? .empty : .unreadable("its rings enclose nothing: fewer than 3 different positions")
    }

    private static func enclosesGround(_ positions: [MapPoint]) -> Bool {
        let first = positions[0]
        guard let second = positions.first(where: { $0 != first }) else { return false }
        return positions.contains { $0 != first && $0 != second }
    }
}

/// Names a vertex of a surface in messages, all counted from 1.
package struct RingVertex: Hashable, Sendable, CustomStringConvertible {
    /// The part of a shape that has several, from 0.
    package let part: Int
    /// 0 for the outer ring, then the holes.
    package let ring: Int
    /// From 0.
    package let vertex: Int

    package init(part: Int, ring: Int, vertex: Int) {
        self.part = part
        self.ring = ring
        self.vertex = vertex
    }

    /// Such as `vertex 4 of hole 1`, `vertex 2 of the outer ring of part 3`.
    package var description: String {
        "vertex \(vertex + 1) of " + (ring == 0 ? "the outer ring" : "hole \(ring)")
            + (part == 0 ? "" : " of part \(part + 1)")
    }
}
