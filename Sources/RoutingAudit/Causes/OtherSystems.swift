import Boundaries
import Geometry
import GeometryEngine
import Locating

/// Reads numbers that are no degrees of the city as coordinates of the systems that are in use around it: Web
/// Mercator, the UTM zone, and the state plane systems in metres and in feet. One worker's own.
final class OtherSystems {
    private let extent: Box<Coordinate>
    private var transformations: [(name: String, transformation: CoordinateTransformation)]?

    init(around extent: Box<Coordinate>) { self.extent = extent }

    /// Returns the positions that two numbers mean in each system, for those where they mean one near the city.
    func readings(x: Double, y: Double) throws(GeometryError) -> [(name: String, coordinate: Coordinate)] {
        guard abs(x) > 180 || abs(y) > 90 else { return [] }
        let margin = max(extent.width, extent.height)
        let region = extent.expanded(byX: margin, y: margin)
        var readings: [(name: String, coordinate: Coordinate)] = []
        for (name, transformation) in try prepared() {
            guard let point = transformation.transformed(MapPoint(x: x, y: y)) else { continue }
            let coordinate = Coordinate(longitude: point.x, latitude: point.y)
            if region.contains(coordinate) { readings.append((name, coordinate)) }
        }
        return readings
    }

    /// Looked up at the first need, since PROJ searches its database.
    private func prepared() throws(GeometryError) -> [(
        name: String, transformation: CoordinateTransformation
    )] {
        if let transformations { return transformations }
        var made: [(name: String, transformation: CoordinateTransformation)] = []
        for system in try CoordinateReferenceSystem.usual(covering: extent) {
            made.append((system.name, try CoordinateTransformation(from: system, to: .wgs84)))
        }
        transformations = made
        return made
    }
}
