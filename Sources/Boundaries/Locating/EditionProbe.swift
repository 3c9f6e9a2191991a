package import Geometry
package import GeometryEngine

/// Asks an edition's ground about positions. One worker's own: not Sendable.
package final class EditionProbe {
    private let ground: EditionGround
    private let locator: AreaLocator
    private let toOwnSystem: CoordinateTransformation?

    package init(_ ground: EditionGround) throws(GeometryError) {
        self.ground = ground
        locator = AreaLocator(ground.index)
        if let system = ground.referenceSystem {
            toOwnSystem = try CoordinateTransformation(from: .wgs84, to: system)
        } else {
            toOwnSystem = nil
        }
    }

    /// A position in the areas' own reference system, or infinite where it has no place there.
    @inline(__always)
    private func own(_ position: Coordinate) -> MapPoint {
        guard let toOwnSystem else {
            return MapPoint(x: ground.window.longitude(position.longitude), y: position.latitude)
        }
        let point = toOwnSystem.transformed(MapPoint(x: position.longitude, y: position.latitude))
        guard let point else { return MapPoint(x: .infinity, y: .infinity) }
        return ground.isGeographic ? MapPoint(x: ground.window.longitude(point.x), y: point.y) : point
    }

    /// The other way to write a position on the antimeridian, where areas may end on either side of it.
    private func otherSide(of position: Coordinate) -> MapPoint? {
        guard ground.isGeographic, abs(position.longitude) == 180 else { return nil }
        return own(Coordinate(longitude: -position.longitude, latitude: position.latitude))
    }

    /// Returns the lowest area that contains a position, borders included; `none` where none does.
    package func locate(_ position: Coordinate) throws(GeometryError) -> Ordinal<Area> {
        let lowest = try locator.lowest(covering: own(position))
        guard !lowest.exists, let other = otherSide(of: position) else { return lowest }
        return try locator.lowest(covering: other)
    }

    /// Returns the lowest area that contains a position which numbers would mean if they were read otherwise; `none` also for an
    /// area, or a part of one, that lies far from most others: by such ground nobody's numbers are wrong.
    package func locate(readOtherwise position: Coordinate) throws(GeometryError) -> Ordinal<Area> {
        ground.home.contains(own(position)) ? try locate(position) : .none
    }

    /// Returns whether another area than one that contains a position contains it as well: on a border, or where areas
    /// overlap.
    package func isShared(_ area: Ordinal<Area>, _ position: Coordinate) throws(GeometryError) -> Bool {
        if try locator.isShared(area, covering: own(position)) { return true }
        guard let other = otherSide(of: position) else { return false }
        return try locator.isShared(area, covering: other)
    }

    /// Returns whether one area contains a position, borders included.
    package func covers(_ area: Ordinal<Area>, _ position: Coordinate) throws(GeometryError) -> Bool {
        try check(area, contains: position).isInside
    }

    /// Returns whether one area contains a position, borders included, and what ``hasBorder(within:of:seenFrom:)`` needs
    /// to know of the place.
    @inline(__always)
    package func check(
        _ area: Ordinal<Area>, contains position: Coordinate
    ) throws(GeometryError) -> (isInside: Bool, sight: AreaLocator.Sight) {
        let (isInside, sight) = try locator.check(area, covers: own(position))
        if !isInside, let other = otherSide(of: position) { return try locator.check(area, covers: other) }
        return (isInside, sight)
    }

    /// Returns all areas that contain a position, borders included, in their order.
    package func areas(containing position: Coordinate) throws(GeometryError) -> [Ordinal<Area>] {
        let areas = try locator.areas(covering: own(position))
        guard let other = otherSide(of: position) else { return areas }
        return Set(areas).union(try locator.areas(covering: other)).sorted()
    }

    /// Returns the distance from a position outside an area to it, metres.
    package func distance(from position: Coordinate, to area: Ordinal<Area>) -> Double {
        ground.borders.distance(from: position, toBorderOf: area)
    }

    /// Returns the nearest border of any area, metres, and the lowest area that it belongs to.
    ///
    /// - Parameter first: An area that likely holds it; trying it first spares most of the others.
    package func nearestBorder(to position: Coordinate, first: Ordinal<Area> = .none) -> (
        area: Ordinal<Area>, distance: Double
    ) {
        ground.borders.nearestBorder(
            to: position, first: first,
            candidates: ground.nearbySegments(inCell: ground.index.cellIndex(of: own(position))))
    }

    /// Returns whether a border lies within a distance of a position, metres.
    ///
    /// - Parameter sight: What ``check(_:contains:)`` said of the position.
    @inline(__always)
    package func hasBorder(
        within distance: Double, of position: Coordinate, seenFrom sight: AreaLocator.Sight
    ) -> Bool {
        guard distance <= ground.nearDistance, sight.cell >= 0 else {
            return ground.borders.hasBorder(within: distance, of: SpacePoint(position))
        }
        if sight.isFarFromBorders { return false }
        let candidates = ground.nearbySegments(inCell: sight.cell)
        guard !candidates.isEmpty else { return false }
        return ground.borders.hasBorder(within: distance, of: SpacePoint(position), among: candidates)
    }
}
