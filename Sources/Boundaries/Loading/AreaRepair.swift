import Geometry
import GeometryEngine

/// Makes surfaces valid and joins those that belong together. One worker's own: not Sendable.
final class AreaRepair {
    private let context = GEOSContext()
    /// Whether edges that parts of a surface share are taken out, as where an area was cut at the antimeridian.
    private let dissolves: Bool

    init(dissolves: Bool = false) { self.dissolves = dissolves }

    /// A surface as it can be used, with what was wrong with it.
    struct Outcome {
        let shape: MultiPolygon<MapPoint>
        let problem: GEOSGeometry.ValidityProblem?
        /// Why it is not repaired, in words, where that would take more than any real surface does.
        var damage: String?
    }

    /// Returns the surface as it is where it is valid, and as GEOSMakeValid gives it otherwise; no surface for one that crosses
    /// itself too often to be repaired.
    func checked(_ shape: MultiPolygon<MapPoint>) throws(GeometryError) -> Outcome {
        do {
            return try repaired(shape)
        } catch {
            guard case .ceiling(_, let message) = error else { throw error }
            let problem = try GEOSGeometry(shape, in: context).validityProblem()
            return Outcome(shape: MultiPolygon([]), problem: problem, damage: message)
        }
    }

    private func repaired(_ shape: MultiPolygon<MapPoint>) throws(GeometryError) -> Outcome {
        let geometry = try GEOSGeometry(shape, in: context)
        if dissolves, shape.polygons.count > 1 {
            // Parts are valid each by themselves; together they are not, for they share an edge.
            return Outcome(shape: try joined(shape.polygons.map { MultiPolygon([$0]) }), problem: nil)
        }
        guard let problem = try geometry.validityProblem() else { return Outcome(shape: shape, problem: nil) }
        return Outcome(shape: try geometry.madeValid().polygons(), problem: problem)
    }

    /// Returns the union of valid surfaces.
    func joined(_ shapes: [MultiPolygon<MapPoint>]) throws(GeometryError) -> MultiPolygon<MapPoint> {
        var geometries: [GEOSGeometry] = []
        for shape in shapes {
            let geometry = try GEOSGeometry(shape, in: context)
            geometries.append(try geometry.validityProblem() == nil ? geometry : geometry.madeValid())
        }
        return try GEOSGeometry.union(of: geometries, in: context).polygons()
    }
}
