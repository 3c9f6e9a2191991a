import Boundaries
import Geometry
import GeometryEngine
import Locating

/// Reads numbers that are no degrees of the city as coordinates of the systems that are in use around it: Web
/// Mercator, the UTM zone, and the state plane systems in metres and in feet. One worker's own.
final class OtherSystems {
    private let extent: Box<Coordinate>
    private let grid: String?
    private let stock: SystemsStock
    /// Taken at the first need, since PROJ searches its database.
    private var taken: SystemsStock.Systems?

    init(around extent: Box<Coordinate>, grid: String?, from stock: SystemsStock) {
        self.extent = extent
        self.grid = grid
        self.stock = stock
    }

    deinit {
        if let taken { stock.give(taken) }
    }

    /// Returns the positions that two numbers mean in each system, for those where they mean one near the city.
    func readings(x: Double, y: Double) throws(GeometryError) -> [(name: String, coordinate: Coordinate)] {
        guard abs(x) > 180 || abs(y) > 90 else { return [] }
        let margin = max(extent.width, extent.height)
        let region = extent.expanded(byX: margin, y: margin)
        var readings: [(name: String, coordinate: Coordinate)] = []
        for (name, transformation) in try systems().transformations {
            guard let point = transformation.transformed(MapPoint(x: x, y: y)) else { continue }
            let coordinate = Coordinate(longitude: point.x, latitude: point.y)
            if region.contains(coordinate) { readings.append((name, coordinate)) }
        }
        return readings
    }

    /// Returns where a position is if the eastings and northings that it was made of are read otherwise; none where it was not.
    func gridReadings(of position: Coordinate) throws(GeometryError) -> [GridReadings.Reading] {
        guard grid != nil, let readings = try systems().grid else { return [] }
        return readings.readings(of: position)
    }

    /// Returns the numbers that such a position was made of.
    func gridNumbers(of position: Coordinate) throws(GeometryError) -> (x: Double, y: Double)? {
        guard grid != nil else { return nil }
        return try systems().grid?.numbers(of: position).map { ($0.x, $0.y) }
    }

    private func systems() throws(GeometryError) -> SystemsStock.Systems {
        if let taken { return taken }
        let systems = try stock.take(around: extent, grid: grid)
        taken = systems
        return systems
    }
}
