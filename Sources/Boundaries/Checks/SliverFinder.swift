import Geometry

/// Finds parts of areas that are too thin to be meant, as digitizing leaves them.
enum SliverFinder {
    /// Parts narrower than this on average are slivers, metres.
    private static let leastWidth = 1.0

    static func findings(_ surveyor: Surveyor) -> [BoundaryFinding] {
        surveyor.edition.areas.flatMap { area in
            area.shape.polygons.compactMap { part in sliver(part, of: area, surveyor) }
        }
    }

    /// A long strip's mean width is twice its surface over its perimeter.
    private static func sliver(
        _ part: Polygon<MapPoint>, of area: Area, _ surveyor: Surveyor
    ) -> BoundaryFinding? {
        let shape = MultiPolygon([part])
        guard let ground = surveyor.measure.projected(shape).polygons.first else { return nil }
        let width = 2 * ground.area / ground.exterior.length
        guard width < leastWidth, let first = part.exterior.positions.first else { return nil }
        return BoundaryFinding(
            kind: .sliver, edition: surveyor.edition.name, codes: [area.code], features: area.features,
            place: surveyor.measure.coordinate(first), area: ground.area,
            shape: surveyor.measure.coordinates(shape),
            message: "a part of area \(area.code) is \(width.decimals(2)) m wide on average "
                + "(\(ground.area.surfaceText))")
    }
}
