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
        let features = file.features.filter { !$0.geometry.areas.polygons.isEmpty }
        guard !features.isEmpty else { throw .noPolygons(path: path, found: file.geometrySummary) }
        let degrees: DegreeTransformer
        do throws(GeometryError) {
            let system = try file.referenceSystem.definition.map { definition throws(GeometryError) in
                try CoordinateReferenceSystem(definition)
            }
            degrees = try DegreeTransformer(system ?? .wgs84)
        } catch {
            throw .referenceSystem(path: path, error)
        }
        var surfaces: [MultiPolygon<Coordinate>] = []
        for feature in features {
            let shape = feature.geometry.areas
            let surface = degrees.shape(shape)
            if let vertex = PieceSurvey.vertexOffGround(of: surface, stored: shape) {
                throw .vertexOffGround(path: path, feature: feature.number, vertex: vertex)
            }
            surfaces.append(surface)
        }
        return surfaces
    }
}
