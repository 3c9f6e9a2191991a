import Boundaries
import City
import Geometry

/// Reads the water that a city file names.
enum WaterLoader {
    /// Returns the surfaces, none where the city file names no file.
    ///
    /// - Parameter window: The longitudes that the areas are drawn in.
    /// - Throws: ``BoundaryError`` for a file that cannot be read, ``CasePagesError/waterOutOfRange(file:)`` for one whose
    ///   coordinates are no degrees.
    static func shapes(of city: CityFile, in window: LongitudeWindow) throws -> [MultiPolygon<Coordinate>] {
        guard let water = city.water else { return [] }
        let shapes = try SurfaceFile.read(water.file, layer: water.layer)
        for shape in shapes {
            for ring in shape.rings where !ring.positions.allSatisfy(\.isOnEarth) {
                throw CasePagesError.waterOutOfRange(file: water.file)
            }
        }
        return shapes.map { shape in
            MultiPolygon(
                shape.polygons.map { polygon in
                    Polygon(
                        exterior: LinearRing(
                            polygon.exterior.positions.map { window.coordinate($0.standard) }),
                        holes: polygon.holes.map {
                            LinearRing($0.positions.map { window.coordinate($0.standard) })
                        })
                })
        }
    }
}

extension Coordinate {
    /// Whether the degrees are those of a place, its longitude from −180 or from 0 on; false for what is no number.
    fileprivate var isOnEarth: Bool { longitude >= -180 && longitude <= 360 && abs(latitude) <= 90 }
}
