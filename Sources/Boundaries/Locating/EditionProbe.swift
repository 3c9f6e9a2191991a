package import Geometry
package import GeometryEngine

/// Asks an edition's ground about positions. One worker's own: not Sendable.
package final class EditionProbe {
    private let ground: EditionGround
    private let locator: AreaLocator
    private let local: LocalTransformation
    private let toOwnSystem: CoordinateTransformation?

    package init(_ ground: EditionGround) throws(GeometryError) {
        self.ground = ground
        locator = AreaLocator(ground.index)
        local = try ground.projection.makeTransformation()
        if let system = ground.referenceSystem {
            toOwnSystem = try CoordinateTransformation(from: .wgs84, to: system)
        } else {
            toOwnSystem = nil
        }
    }

    /// A position in the areas' own reference system, or infinite where it has no place there.
    @inline(__always)
    private func own(_ position: Coordinate) -> MapPoint {
        let point = MapPoint(x: position.longitude, y: position.latitude)
        guard let toOwnSystem else { return point }
        return toOwnSystem.transformed(point) ?? MapPoint(x: .infinity, y: .infinity)
    }

    /// Returns the lowest area that contains a position, borders included; −1 where none does.
    package func locate(_ position: Coordinate) throws(GeometryError) -> Int {
        try locator.lowest(covering: own(position))
    }

    /// Returns whether one area contains a position, borders included.
    package func covers(_ area: Int, _ position: Coordinate) throws(GeometryError) -> Bool {
        try locator.check(area, covers: own(position)).0
    }

    /// Returns whether one area contains a position, borders included, and what ``hasBorder(within:of:seenFrom:)`` needs
    /// to know of the place.
    @inline(__always)
    package func check(
        _ area: Int, contains position: Coordinate
    ) throws(GeometryError) -> (isInside: Bool, sight: AreaLocator.Sight) {
        try locator.check(area, covers: own(position))
    }

    /// Returns all areas that contain a position, borders included, in their order.
    package func areas(containing position: Coordinate) throws(GeometryError) -> [Int] {
        try locator.areas(covering: own(position))
    }

    /// Returns the distance from a position outside an area to it, metres.
    package func distance(from position: Coordinate, to area: Int) -> Double {
        ground.borders.distance(from: local.project(position), toBorderOf: area)
    }

    /// Returns the nearest border of any area, metres, and the lowest area that it belongs to.
    ///
    /// - Parameter first: An area that likely holds it; trying it first spares most of the others.
    package func nearestBorder(to position: Coordinate, first: Int = -1) -> (area: Int, distance: Double) {
        ground.borders.nearestBorder(
            to: local.project(position), first: first,
            candidates: ground.nearbySegments(at: ground.index.place(of: own(position))))
    }

    /// Returns whether a border lies within a distance of a position, metres.
    ///
    /// - Parameter sight: What ``check(_:contains:)`` said of the position.
    @inline(__always)
    package func hasBorder(
        within distance: Double, of position: Coordinate, seenFrom sight: AreaLocator.Sight
    ) -> Bool {
        guard distance <= ground.nearDistance, sight.place >= 0 else {
            return ground.borders.hasBorder(within: distance, of: local.project(position))
        }
        if sight.isFarFromBorders { return false }
        let candidates = ground.nearbySegments(at: sight.place)
        guard !candidates.isEmpty else { return false }
        return ground.borders.hasBorder(within: distance, of: local.project(position), among: candidates)
    }
}
