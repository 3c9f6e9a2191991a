package import Boundaries
package import Chronology
package import City
package import Geometry
package import GeometryEngine

/// Finds the areas of positions in a city's layers.
package struct AreaFinder {
    /// One edition and what it says of a position.
    package struct Answer {
        package let layer: String
        package let layerTitle: String
        package let edition: Edition
        /// The areas that contain the position; two and more where it lies on their border or they overlap.
        package let areas: [Area]
        /// ``LocatedDoubt/unreadableArea`` where no area contains the position and one that cannot be read may,
        /// ``LocatedDoubt/overlap`` where several do and their borders are elsewhere.
        package let doubt: LocatedDoubt
        /// The nearest border of any area, metres.
        package let borderDistance: Double
        /// The nearest of the areas that do not contain the position; `nil` where there is none.
        package let nearest: (area: Area, distance: Double)?

        /// Beyond this a position is in another part of the world, metres.
        private static let farAway = 100_000.0
        /// A position within it is on a border, metres.
        fileprivate static let onBorder = 1.0

        /// Whether the position is in another part of the world than all areas.
        package var isFarFromAll: Bool { areas.isEmpty && (nearest?.distance ?? 0) > Self.farAway }

        /// Whether the position lies in an area and may as well lie in another, being so uncertain, metres.
        package func isAnotherArea(within uncertainty: Double) -> Bool {
            !areas.isEmpty && nearest.map { $0.distance <= uncertainty } ?? false
        }
    }

    private struct Entry {
        let layer: Layer
        let edition: Edition
        let probe: EditionProbe
    }

    private let entries: [Entry]

    /// - Parameters:
    ///   - city: Its layers are asked, all of them.
    ///   - day: Only the editions in force on it; all where it is `nil`.
    /// - Throws: ``LocatingError`` where no edition is left to ask.
    package init(city: CityFile, day: CivilDate?) throws {
        guard !city.layers.isEmpty else { throw LocatingError.noLayer(city: city.path) }
        let layers = try LayerLoader(city: city, jobs: 1).layers()
        var entries: [Entry] = []
        for layer in layers {
            let editions = day == nil ? layer.editions : layer.edition(on: day).map { [$0] } ?? []
            for edition in editions {
                let ground = try EditionGround(
                    edition, nearDistance: 0,
                    cells: 16)
                entries.append(Entry(layer: layer, edition: edition, probe: try EditionProbe(ground)))
            }
        }
        if entries.isEmpty, let day {
            let first = layers.compactMap { $0.editions.first?.from }.min()
            throw LocatingError.noEditionAtAll(day: day, from: first)
        }
        self.entries = entries
    }

    /// The areas that cannot be read of the editions that are asked, one sentence each.
    package var unreadable: [String] { entries.flatMap { $0.edition.unreadableTexts } }

    /// Whether a position lies in the city once its two numbers are exchanged, and not as they are.
    package func isExchanged(_ position: Coordinate) throws(GeometryError) -> Bool {
        let exchanged = Coordinate(longitude: position.latitude, latitude: position.longitude)
        guard abs(exchanged.latitude) <= 90, try answers(at: position).allSatisfy(\.areas.isEmpty) else {
            return false
        }
        return try answers(at: exchanged).contains { !$0.areas.isEmpty }
    }

    /// What is said of such a position.
    package static let exchangedAdvice = "Exchanged, the two numbers lie in the city: longitude comes first."

    /// Returns what each edition says of a position, in the order of the city file.
    package func answers(at position: Coordinate) throws(GeometryError) -> [Answer] {
        try entries.map { entry throws(GeometryError) in
            let inside = try entry.probe.areas(containing: position)
            let border = entry.probe.nearestBorder(to: position, first: inside.first ?? .none).distance
            let nearest = entry.edition.areas.ordinals.filter { !inside.contains($0) }
                .map { (area: $0, distance: entry.probe.distance(from: position, to: $0)) }
                .min { ($0.distance, $0.area) < ($1.distance, $1.area) }
            return Answer(
                layer: entry.layer.name, layerTitle: entry.layer.title, edition: entry.edition,
                areas: inside.map { entry.edition.areas[$0] },
                doubt: !inside.isEmpty
                    ? (inside.count > 1 && border > Answer.onBorder ? .overlap : .none)
                    : entry.edition.unreadable.contains(where: \.hidesGround) ? .unreadableArea : .outside,
                borderDistance: border,
                nearest: nearest.map { (entry.edition.areas[$0.area], $0.distance) })
        }
    }
}
