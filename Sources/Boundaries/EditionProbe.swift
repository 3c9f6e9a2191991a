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

    /// Returns the lowest area that contains a position, borders included.
    @inline(__always)
    package func locate(_ position: Coordinate) throws(GeometryError) -> AreaLocator.Answer {
        try locator.locate(own(position))
    }

    /// Returns whether one area contains a position, borders included.
    package func covers(_ area: Int, _ position: Coordinate) throws(GeometryError) -> Bool {
        try locator.covers(area, own(position))
    }

    /// Returns all areas that contain a position, borders included, in their order.
    package func areas(containing position: Coordinate) throws(GeometryError) -> [Int] {
        try locator.areas(covering: own(position))
    }

    /// Returns the distance from a position outside an area to it, metres.
    package func distance(from position: Coordinate, to area: Int) -> Double {
        ground.borders.distance(from: local.project(position), toBorderOf: area)
    }

    /// Returns the nearest border of any area, metres, and whose it is.
    package func nearestBorder(to position: Coordinate, first: Int = -1) -> (area: Int, distance: Double) {
        ground.borders.nearestBorder(to: local.project(position), first: first)
    }

    /// Returns whether a border lies within a distance of a position, metres.
    package func hasBorder(within distance: Double, of position: Coordinate, first: Int = -1) -> Bool {
        ground.borders.hasBorder(within: distance, of: local.project(position), first: first)
    }
}
