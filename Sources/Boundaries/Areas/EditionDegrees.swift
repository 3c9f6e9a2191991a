package import Geometry
package import GeometryEngine

extension Edition {
    /// Returns the box around each area in degrees, in their order; `nil` for one that has no place. Longitudes are those of ``window``.
    package func boxesInDegrees() throws(GeometryError) -> [Box<Coordinate>?] {
        let degrees = try DegreeTransformer(referenceSystem, window: window)
        return shapes.map { shape in
            shape.box.flatMap { Box(enclosing: $0.corners.compactMap(degrees.coordinate)) }
        }
    }

    /// Returns the areas' surfaces in degrees, in their order, for drawing. Longitudes are those of ``window``.
    package func shapesInDegrees() throws(GeometryError) -> [MultiPolygon<Coordinate>] {
        let degrees = try DegreeTransformer(referenceSystem, window: window)
        return areas.map { degrees.shape($0.shape) }
    }
}
