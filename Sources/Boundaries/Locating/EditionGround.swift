package import Geometry
package import GeometryEngine

/// An edition's areas made ready for locating: cells for containment in the areas' own reference system, borders in
/// metres for distances.
///
/// A value that workers share; each asks through its own ``EditionProbe``.
package struct EditionGround: Sendable {
    let index: AreaIndex
    let borders: BorderIndex
    let projection: LocalProjection
    /// The areas' own reference system, or `nil` where it is longitude and latitude on WGS 84 already.
    let referenceSystem: CoordinateReferenceSystem?
    /// How far from a border ``AreaLocator/Sight/isFarFromBorders`` reaches, metres: at most a cell's side.
    package let nearDistance: Double
    /// The extent of all areas, degrees.
    package let extent: Box<Coordinate>

    /// Edges longer than this are cut before they are projected: a straight edge in degrees bends on the ground, by
    /// less than half a millimetre over 100 m.
    private static let longestEdge = 100.0

    /// - Parameters:
    ///   - shapes: The areas, valid, in the order in which they are counted.
    ///   - nearDistance: How near a border has to be to be noticed at once, metres.
    ///   - cells: The number of cells along the longer side: more take longer to build and answer faster.
    package init(
        shapes: [MultiPolygon<MapPoint>], referenceSystem: CoordinateReferenceSystem, nearDistance: Double,
        cells: Int
    ) throws(GeometryError) {
        let degrees = try DegreeTransformer(referenceSystem)
        var corners: [Coordinate] = []
        for box in shapes.compactMap({ $0.box }) { corners += box.corners.compactMap(degrees.coordinate) }
        guard let extent = Box(enclosing: corners) else {
            throw .proj(
                operation: "place the areas on the ground", message: "no area has a position in degrees")
        }
        self.extent = extent
        self.referenceSystem = degrees.isIdentity ? nil : referenceSystem
        projection = LocalProjection(covering: extent)
        let projector = GroundProjector(degrees: degrees, local: try projection.makeTransformation())
        let scale = projector.metresPerUnit(in: shapes)
        let outlines = shapes.map { $0.densified(longestEdge: Self.longestEdge / max(scale.x, scale.y)) }
        borders = BorderIndex(outlines.map(projector.projected))
        let grid = CellGrid(around: shapes, cells: cells)
        self.nearDistance = min(nearDistance, grid.cellWidth * scale.x, grid.cellHeight * scale.y)
        // A hundredth more, for the scale differs a little from place to place, and a centimetre for bent edges.
        let reach = self.nearDistance * 1.01 + 0.01
        index = try AreaIndex(
            shapes: shapes, outlines: outlines, nearDistance: (reach / scale.x, reach / scale.y), grid: grid)
    }

    /// The segments that may lie within the near distance of a point in a cell; none for −1.
    @inline(__always)
    func nearbySegments(at place: Int) -> UnsafeBufferPointer<UInt32> {
        place < 0 ? UnsafeBufferPointer(start: nil, count: 0) : index.borders[place]
    }
}

/// Brings positions of a reference system to degrees. Not Sendable.
struct DegreeTransformer {
    private let transformation: CoordinateTransformation?

    init(_ system: CoordinateReferenceSystem) throws(GeometryError) {
        transformation =
            system.code == CoordinateReferenceSystem.wgs84.code || system.code == "OGC:CRS84"
            ? nil : try CoordinateTransformation(from: system, to: .wgs84)
    }

    var isIdentity: Bool { transformation == nil }

    func coordinate(_ point: MapPoint) -> Coordinate? {
        guard let transformation else { return Coordinate(longitude: point.x, latitude: point.y) }
        return transformation.transformed(point).map { Coordinate(longitude: $0.x, latitude: $0.y) }
    }

    func coordinates(_ points: [MapPoint]) -> [Coordinate] {
        var points = points
        transformation?.transform(&points)
        return points.map { Coordinate(longitude: $0.x, latitude: $0.y) }
    }
}

/// Projects shapes of a reference system to local metres.
private struct GroundProjector {
    let degrees: DegreeTransformer
    let local: LocalTransformation

    /// Returns the least metres that one unit of each axis has on the ground, among the areas' corners.
    func metresPerUnit(in shapes: [MultiPolygon<MapPoint>]) -> (x: Double, y: Double) {
        var least = (x: Double.infinity, y: Double.infinity)
        for box in shapes.compactMap({ $0.box }) {
            let step = max(box.width, box.height) * 1e-3
            for corner in box.corners {
                let points = degrees.coordinates([
                    corner, MapPoint(x: corner.x + step, y: corner.y),
                    MapPoint(x: corner.x, y: corner.y + step),
                ]).map(local.project)
                least.x = min(least.x, points[0].distance(to: points[1]) / step)
                least.y = min(least.y, points[0].distance(to: points[2]) / step)
            }
        }
        return least
    }

    func projected(_ outline: MultiPolygon<MapPoint>) -> MultiPolygon<ProjectedPoint> {
        func ring(_ ring: LinearRing<MapPoint>) -> LinearRing<ProjectedPoint> {
            LinearRing(degrees.coordinates(ring.positions).map(local.project))
        }
        return MultiPolygon(
            outline.polygons.map { Polygon(exterior: ring($0.exterior), holes: $0.holes.map(ring)) })
    }
}

extension MultiPolygon<MapPoint> {
    /// Returns the shape with points added so that no edge is longer than a length in its unit.
    fileprivate func densified(longestEdge: Double) -> MultiPolygon {
        func ring(_ ring: LinearRing<MapPoint>) -> LinearRing<MapPoint> {
            LinearRing(ring.positions.densified(longestEdge: longestEdge))
        }
        return MultiPolygon(polygons.map { Polygon(exterior: ring($0.exterior), holes: $0.holes.map(ring)) })
    }
}

extension [MapPoint] {
    /// Returns the line with points added so that no edge is longer than a length in the line's unit.
    func densified(longestEdge: Double) -> [MapPoint] {
        guard let first else { return [] }
        var dense = [first]
        dense.reserveCapacity(count)
        for (start, end) in zip(self, dropFirst()) {
            let length = ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y))
                .squareRoot()
            let pieces = Swift.max(1, Int((length / longestEdge).rounded(.up)))
            for piece in stride(from: 1, to: pieces, by: 1) {
                let share = Double(piece) / Double(pieces)
                dense.append(
                    MapPoint(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share))
            }
            dense.append(end)
        }
        return dense
    }
}
