import Geometry
import GeometryEngine

/// Finds parts of areas that are too thin to be meant, as digitizing leaves them.
enum SliverFinder {
    /// Parts narrower than this on average are slivers, metres.
    private static let leastWidth = 1.0

    static func findings(_ surveyor: Surveyor) throws(GeometryError) -> [BoundaryFinding] {
        var findings: [BoundaryFinding] = []
        for area in surveyor.edition.areas {
            for part in area.shape.polygons {
                if let sliver = try sliver(part, of: area, surveyor) { findings.append(sliver) }
            }
        }
        return findings
    }

    /// A long strip's mean width is twice its surface over its perimeter.
    private static func sliver(
        _ part: Polygon<MapPoint>, of area: Area, _ surveyor: Surveyor
    ) throws(GeometryError) -> BoundaryFinding? {
        let shape = MultiPolygon([part])
        guard let middle = surveyor.measure.middle(of: shape),
            let ground = try surveyor.measure.plane(around: middle).projected(shape).polygons.first
        else { return nil }
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
