import Geometry
import GeometryEngine

/// Brings positions of a reference system to degrees. Not Sendable.
struct DegreeTransformer {
    private let transformation: CoordinateTransformation?
    private let window: LongitudeWindow

    /// - Parameter window: In which longitudes the degrees are written.
    init(
        _ system: CoordinateReferenceSystem, window: LongitudeWindow = .standard
    ) throws(GeometryError) {
        self.window = window
        transformation =
            system.code == CoordinateReferenceSystem.wgs84.code || system.code == "OGC:CRS84"
            ? nil : try CoordinateTransformation(from: system, to: .wgs84)
    }

    /// Whether the numbers are degrees as they stand.
    var isIdentity: Bool { transformation == nil }

    func coordinate(_ point: MapPoint) -> Coordinate? {
        guard let transformation else { return Coordinate(longitude: point.x, latitude: point.y) }
        return transformation.transformed(point).map {
            window.coordinate(Coordinate(longitude: $0.x, latitude: $0.y))
        }
    }

    /// Returns the positions in degrees; one that has none becomes infinite in both numbers.
    func coordinates(_ points: [MapPoint]) -> [Coordinate] {
        guard let transformation else {
            return points.map { Coordinate(longitude: $0.x, latitude: $0.y) }
        }
        var points = points
        transformation.transform(&points)
        return points.map { window.coordinate(Coordinate(longitude: $0.x, latitude: $0.y)) }
    }

    func shape(_ shape: MultiPolygon<MapPoint>) -> MultiPolygon<Coordinate> {
        MultiPolygon(
            shape.polygons.map { polygon in
                Polygon(
                    exterior: LinearRing(coordinates(polygon.exterior.positions)),
                    holes: polygon.holes.map { LinearRing(coordinates($0.positions)) })
            })
    }

    /// Returns the least metres that one unit of each axis has on the ground, among the corners of boxes.
    func metresPerUnit(around boxes: [Box<MapPoint>]) -> (x: Double, y: Double) {
        var least = (x: Double.infinity, y: Double.infinity)
        for box in boxes {
            let step = max(box.width, box.height, .leastNormalMagnitude) * 1e-3
            for corner in box.corners {
                let points = coordinates([
                    corner, MapPoint(x: corner.x + step, y: corner.y),
                    MapPoint(x: corner.x, y: corner.y + step),
                ]).map { SpacePoint($0) }
                least.x = min(least.x, points[0].chord(to: points[1]) / step)
                least.y = min(least.y, points[0].chord(to: points[2]) / step)
            }
        }
        return least
    }
}
