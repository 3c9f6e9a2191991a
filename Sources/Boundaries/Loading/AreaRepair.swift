import Geometry
import GeometryEngine

/// Makes surfaces valid and joins those that belong together. One worker's own: not Sendable.
final class AreaRepair {
    private let context = GEOSContext()

    /// A surface as it can be used, with what was wrong with it.
    struct Outcome {
        let shape: MultiPolygon<MapPoint>
        let problem: GEOSGeometry.ValidityProblem?
    }

    /// Returns the surface as it is where it is valid, and as GEOSMakeValid gives it otherwise.
    func checked(_ shape: MultiPolygon<MapPoint>) throws(GeometryError) -> Outcome {
        let geometry = try GEOSGeometry(shape, in: context)
        guard let problem = try geometry.validityProblem() else { return Outcome(shape: shape, problem: nil) }
        return Outcome(shape: try geometry.madeValid().polygons(), problem: problem)
    }

    /// Returns the union of valid surfaces.
    func joined(_ shapes: [MultiPolygon<MapPoint>]) throws(GeometryError) -> MultiPolygon<MapPoint> {
        var geometries: [GEOSGeometry] = []
        for shape in shapes { geometries.append(try GEOSGeometry(shape, in: context)) }
        return try GEOSGeometry.union(of: geometries, in: context).polygons()
    }
}
