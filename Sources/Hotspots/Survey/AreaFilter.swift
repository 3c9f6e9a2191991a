import Boundaries
import City
import Geometry
import GeometryEngine
import Locating
import ServiceRequests
import WorkSharing

/// Tells which rows lie in one area of a layer.
///
/// A place stays where it is when maps change: the area is that of the layer's last edition, for all requests.
struct AreaFilter {
    private let ground: EditionGround
    private let area: Ordinal<Area>

    init(_ choice: AreaChoice, city: CityFile, rows: Int, jobs: Int) throws {
        var city = city
        guard let layer = city.layers.first(where: { $0.name == choice.layer }) else {
            throw HotspotError.noLayer(choice, file: city.path, layers: city.layers.map(\.name))
        }
        city.layers = [layer]
        let loader = LayerLoader(city: city, jobs: jobs)
        guard let edition = try loader.preparedLayers(of: loader.layers(), rows: rows).first?.editions.last
        else {
            throw HotspotError.noEdition(layer: layer.name, file: city.path)
        }
        guard let area = edition.area(choice.area) else {
            throw HotspotError.noArea(choice, edition: edition.name, codes: edition.codes)
        }
        self.area = area
        ground = edition.ground
    }

    /// Returns for each row whether its position lies in the area; one on a shared border counts in the area with the
    /// lowest code, and a row without a position in none.
    func rows(count: Int, jobs: Int, position: @Sendable (Int) -> Coordinate?) throws -> [Bool] {
        let (ground, area) = (ground, area)
        let slices = try mapSlices(
            count: count, sliceLength: 16_384, jobs: jobs,
            makeWorker: { () throws(GeometryError) in try EditionProbe(ground) },
            body: { (probe: inout EditionProbe, rows: Range<Int>) throws(GeometryError) in
                var isInside: [Bool] = []
                for row in rows {
                    guard let position = position(row) else {
                        isInside.append(false)
                        continue
                    }
                    isInside.append(try probe.locate(position) == area)
                }
                return isInside
            })
        return Array(slices.joined())
    }
}
