package import Geometry
package import GeometryEngine

extension Edition {
    /// Returns the areas' surfaces in degrees, in their order, for drawing.
    package func shapesInDegrees() throws(GeometryError) -> [MultiPolygon<Coordinate>] {
        let degrees = try DegreeTransformer(referenceSystem)
        return areas.map { degrees.shape($0.shape) }
    }
}

extension DegreeTransformer {
    func shape(_ shape: MultiPolygon<MapPoint>) -> MultiPolygon<Coordinate> {
        MultiPolygon(
            shape.polygons.map { polygon in
                Polygon(
                    exterior: LinearRing(coordinates(polygon.exterior.positions)),
                    holes: polygon.holes.map { LinearRing(coordinates($0.positions)) })
            })
    }
}
