package import Geometry
package import GeometryEngine

extension Edition {
    /// Returns the areas' surfaces in degrees, in their order, for drawing. Longitudes are those of ``window``.
    package func shapesInDegrees() throws(GeometryError) -> [MultiPolygon<Coordinate>] {
        let degrees = try DegreeTransformer(referenceSystem, window: window)
        return areas.map { degrees.shape($0.shape) }
    }
}
