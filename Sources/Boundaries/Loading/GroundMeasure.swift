import Geometry
import GeometryEngine

/// Measures shapes of one reference system on the ground, in metres. One worker's own: not Sendable.
final class GroundMeasure {
    private let degrees: DegreeTransformer
    private let local: LocalTransformation
    private let toOwn: CoordinateTransformation?
    /// Edges longer than this, in the system's unit, are cut before they are projected: a straight edge in degrees
    /// bends on the ground.
    private let longestEdge: Double

    init(_ system: CoordinateReferenceSystem, projection: LocalProjection) throws(GeometryError) {
        degrees = try DegreeTransformer(system)
        local = try projection.makeTransformation()
        longestEdge = 100 / system.unit.greatestMetres
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
        coordinates(densified(shape)).map(local.project)
    }

    private func densified(_ shape: MultiPolygon<MapPoint>) -> MultiPolygon<MapPoint> {
        func ring(_ ring: LinearRing<MapPoint>) -> LinearRing<MapPoint> {
            LinearRing(ring.positions.densified(longestEdge: longestEdge))
        }
        return MultiPolygon(
            shape.polygons.map { Polygon(exterior: ring($0.exterior), holes: $0.holes.map(ring)) })
    }

    func unprojected(_ shape: MultiPolygon<ProjectedPoint>) -> MultiPolygon<Coordinate> {
        shape.map(local.unproject)
    }

    /// Returns the surface in m².
    func area(_ shape: MultiPolygon<MapPoint>) -> Double { projected(shape).area }
}

extension CoordinateReferenceSystem.Unit {
    /// The most metres that one unit has on the ground.
    fileprivate var greatestMetres: Double {
        switch self {
        // A degree of latitude at a pole.
        case .degrees: 111_700
        case .length(let metres): metres
        }
    }
}
