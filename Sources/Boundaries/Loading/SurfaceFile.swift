import FeatureFiles
package import Geometry
import GeometryEngine

/// A file of surfaces that are only drawn, such as water.
package enum SurfaceFile {
    /// Returns all surfaces of a file, in degrees.
    package static func read(_ path: String, layer: String? = nil) throws(BoundaryError) -> [MultiPolygon<
        Coordinate
    >] {
        let file: FeatureCollection
        do {
            file = try FeatureReader.read(path, layer: layer)
        } catch {
            throw .file(error)
        }
        let shapes = file.features.map(\.geometry.areas).filter { !$0.polygons.isEmpty }
        guard !shapes.isEmpty else { throw .noPolygons(path: path, found: file.geometrySummary) }
        do {
            let system = try file.referenceSystem.definition.map(CoordinateReferenceSystem.init) ?? .wgs84
            let degrees = try DegreeTransformer(system)
            return shapes.map(degrees.shape)
        } catch {
            throw .referenceSystem(path: path, error)
        }
    }
}
