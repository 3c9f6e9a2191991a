import Geometry
import GeometryEngine

/// Measures shapes of one reference system on the ground, in metres. One worker's own: not Sendable.
final class GroundMeasure {
    private let degrees: DegreeTransformer
    private let local: LocalTransformation
    private let toOwn: CoordinateTransformation?

    init(_ system: CoordinateReferenceSystem, projection: LocalProjection) throws(GeometryError) {
        degrees = try DegreeTransformer(system)
        local = try projection.makeTransformation()
        toOwn = degrees.isIdentity ? nil : try CoordinateTransformation(from: .wgs84, to: system)
    }

    /// Brings degrees back to the reference system.
    func ownShape(_ shape: MultiPolygon<Coordinate>) -> MultiPolygon<MapPoint> {
        shape.map { coordinate in
            let point = MapPoint(x: coordinate.longitude, y: coordinate.latitude)
            return toOwn.map { $0.transformed(point) ?? point } ?? point
        }
    }

    func coordinate(_ point: MapPoint) -> Coordinate? { degrees.coordinate(point) }

    func coordinates(_ shape: MultiPolygon<MapPoint>) -> MultiPolygon<Coordinate> {
        MultiPolygon(
            shape.polygons.map { polygon in
                func ring(_ ring: LinearRing<MapPoint>) -> LinearRing<Coordinate> {
                    LinearRing(degrees.coordinates(ring.positions))
                }
                return Polygon(exterior: ring(polygon.exterior), holes: polygon.holes.map(ring))
            })
    }

    func projected(_ shape: MultiPolygon<MapPoint>) -> MultiPolygon<ProjectedPoint> {
        coordinates(shape).map(local.project)
    }

    func unprojected(_ shape: MultiPolygon<ProjectedPoint>) -> MultiPolygon<Coordinate> {
        shape.map(local.unproject)
    }

    /// Returns the surface in m².
    func area(_ shape: MultiPolygon<MapPoint>) -> Double { projected(shape).area }
}

extension MultiPolygon {
    /// The surface in the square of the positions' unit, holes taken off; the parts must not overlap.
    var area: Double { polygons.reduce(0) { $0 + $1.area } }
}

extension Polygon {
    var area: Double { holes.reduce(exterior.signedArea.magnitude) { $0 - $1.signedArea.magnitude } }
}

extension LinearRing {
    /// The surface inside, positive where the ring runs counter-clockwise.
    ///
    /// Measured from the first position, since the shoelace formula loses digits far from the origin.
    var signedArea: Double {
        guard let origin = positions.first else { return 0 }
        var sum = 0.0
        for (from, to) in zip(positions, positions.dropFirst()) {
            sum += (from.x - origin.x) * (to.y - origin.y) - (to.x - origin.x) * (from.y - origin.y)
        }
        return sum / 2
    }

    var length: Double {
        zip(positions, positions.dropFirst()).reduce(0) { sum, edge in
            let (dx, dy) = (edge.1.x - edge.0.x, edge.1.y - edge.0.y)
            return sum + (dx * dx + dy * dy).squareRoot()
        }
    }
}
