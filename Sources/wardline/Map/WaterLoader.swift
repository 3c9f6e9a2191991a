import Boundaries
import City
import Geometry

/// Reads the water that a city file names.
struct WaterLoader {
    let city: CityFile

    /// Returns the surfaces, none where the city file names no file.
    func shapes() throws -> [MultiPolygon<Coordinate>] {
        guard let water = city.water else { return [] }
        return try SurfaceFile.read(water.file, layer: water.layer)
    }
}
