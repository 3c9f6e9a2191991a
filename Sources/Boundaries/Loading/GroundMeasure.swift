import Geometry
import GeometryEngine

/// Measures shapes of one reference system on the ground, in metres. One worker's own: not Sendable.
///
/// Each shape is measured on a plane of its own, so that it does not matter how far apart a layer's areas lie.
final class GroundMeasure {
    private let degrees: DegreeTransformer
    private let toOwn: CoordinateTransformation?
    private let system: CoordinateReferenceSystem
    private let window: LongitudeWindow

    init(_ system: CoordinateReferenceSystem, window: LongitudeWindow = .standard) throws(GeometryError) {
        self.system = system
        self.window = window
        degrees = try DegreeTransformer(system, window: window)
        toOwn = degrees.isIdentity ? nil : try CoordinateTransformation(from: .wgs84, to: system)
    }

    /// Brings degrees back to the reference system.
    func ownShape(_ shape: MultiPolygon<Coordinate>) -> MultiPolygon<MapPoint> {
        shape.map { coordinate in
            let point = MapPoint(x: coordinate.longitude, y: coordinate.latitude)
            guard let toOwn else { return point }
            let own = toOwn.transformed(point) ?? point
            return system.isGeographic ? MapPoint(x: window.longitude(own.x), y: own.y) : own
        }
    }

    func coordinate(_ point: MapPoint) -> Coordinate? { degrees.coordinate(point) }

    func coordinates(_ shape: MultiPolygon<MapPoint>) -> MultiPolygon<Coordinate> { degrees.shape(shape) }

    /// The box around a shape, degrees; `nil` where it has no position.
    func box(of shape: MultiPolygon<MapPoint>) -> Box<Coordinate>? {
        Box(enclosing: degrees.shape(shape).polygons.lazy.flatMap(\.exterior.positions))
    }

    /// The middle of the box around a shape.
    func middle(of shape: MultiPolygon<MapPoint>) -> Coordinate? { box(of: shape)?.center }

    /// A plane in metres around a place.
    func plane(around center: Coordinate, kind: LocalProjection.Kind = .city) throws(GeometryError) -> Plane {
        Plane(
            local: try LocalProjection(center: center, kind: kind).makeTransformation(), degrees: degrees,
            unit: system.unit, window: window)
    }

    /// Returns the surface in m².
    func area(_ shape: MultiPolygon<MapPoint>) throws(GeometryError) -> Double {
        guard let middle = middle(of: shape) else { return 0 }
        return try plane(around: middle, kind: .surface).projected(shape).area
    }

    /// Shapes in metres.
    struct Plane {
        fileprivate let local: LocalTransformation
        fileprivate let degrees: DegreeTransformer
        fileprivate let unit: CoordinateReferenceSystem.Unit
        fileprivate let window: LongitudeWindow

        func projected(_ shape: MultiPolygon<MapPoint>) throws(GeometryError) -> MultiPolygon<ProjectedPoint>
        {
            var cutter = EdgeCutter(unit, measuring: shape.box)
            return degrees.shape(try cutter.cut(shape)).map(local.project)
        }

        func unprojected(_ shape: MultiPolygon<ProjectedPoint>) -> MultiPolygon<Coordinate> {
            shape.map { window.coordinate(local.unproject($0)) }
        }
    }
}
