import Boundaries
import Chronology
import City
import Geometry

/// Finds the areas of positions in a city's layers.
struct AreaFinder {
    /// One edition and what it says of a position.
    struct Answer {
        let layer: String
        let layerTitle: String
        let edition: Edition
        /// The areas that contain the position; two and more where it lies on their border.
        let areas: [Area]
        /// The nearest border of any area, metres.
        let borderDistance: Double
        /// The nearest of the areas that do not contain the position; `nil` where there is none.
        let nearest: (area: Area, distance: Double)?
    }

    private struct Entry {
        let layer: Layer
        let edition: Edition
        let probe: EditionProbe
    }

    private let entries: [Entry]

    /// - Parameter day: Only the editions in force on it; all where it is `nil`.
    /// - Throws: ``Failure`` where no edition is left to ask.
    init(city: CityFile, layer name: String?, day: CivilDate?) throws {
        var city = city
        if let name { city.layers = [try city.layer(named: name)] }
        guard !city.layers.isEmpty else { throw Failure("\(city.path): there is no layer; add layers:") }
        let layers = try LayerLoader(city: city, jobs: 1).layers()
        var entries: [Entry] = []
        for layer in layers {
            let editions = day == nil ? layer.editions : layer.edition(on: day).map { [$0] } ?? []
            for edition in editions {
                let ground = try EditionGround(
                    shapes: edition.shapes, referenceSystem: edition.referenceSystem, nearDistance: 0,
                    cells: 16)
                entries.append(Entry(layer: layer, edition: edition, probe: try EditionProbe(ground)))
            }
        }
        if entries.isEmpty, let day {
            let first = layers.compactMap { $0.editions.first?.from }.min()
            throw Failure(
                "no edition is in force on \(day)" + (first.map { "; the first begins on \($0)" } ?? ""))
        }
        self.entries = entries
    }

    /// Returns what each edition says of a position, in the order of the city file.
    func answers(at position: Coordinate) throws -> [Answer] {
        try entries.map { entry in
            let inside = try entry.probe.areas(containing: position)
            let nearest = entry.edition.areas.indices.filter { !inside.contains($0) }
                .map { (area: $0, distance: entry.probe.distance(from: position, to: $0)) }
                .min { ($0.distance, $0.area) < ($1.distance, $1.area) }
            return Answer(
                layer: entry.layer.name, layerTitle: entry.layer.title, edition: entry.edition,
                areas: inside.map { entry.edition.areas[$0] },
                borderDistance: entry.probe.nearestBorder(to: position, first: inside.first ?? -1).distance,
                nearest: nearest.map { (entry.edition.areas[$0.area], $0.distance) })
        }
    }
}
