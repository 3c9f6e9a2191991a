import Boundaries
import City
import Geometry

/// Reads the water that a city file names.
enum WaterLoader {
    /// Returns the surfaces, none where the city file names no file.
    ///
    /// - Throws: ``BoundaryError`` for a file that cannot be read, ``CasePagesError/waterOutOfRange(file:)`` for one whose
    ///   coordinates are no degrees.
    static func shapes(of city: CityFile) throws -> [MultiPolygon<Coordinate>] {
        guard let water = city.water else { return [] }
        let shapes = try SurfaceFile.read(water.file, layer: water.layer)
        for shape in shapes {
            for ring in shape.rings where !ring.positions.allSatisfy(\.isOnEarth) {
                throw CasePagesError.waterOutOfRange(file: water.file)
            }
        }
        return shapes
    }
}

extension Coordinate {
    /// Whether the degrees are those of a place; false for what is no number.
    fileprivate var isOnEarth: Bool { abs(longitude) <= 180 && abs(latitude) <= 90 }
}
