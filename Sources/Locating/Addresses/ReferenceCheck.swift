package import Boundaries
package import Geocoding
package import Geometry

/// Tells whether streets and addresses lie where a city's areas are, and if not, what would bring them there.
///
/// A reference of a whole state is one of the city as well: only one of which nearly nothing lies near the areas is elsewhere, and only
/// where requests do not lie there with it, for then the areas are.
package struct ReferenceCheck {
    /// A source of the reference that lies elsewhere.
    package struct Misplaced: Sendable, Equatable {
        package let source: StreetReference.Source
        /// How far it lies from the areas, and what its numbers would be to lie there, in words.
        package let message: String
    }

    private let editions: [Edition]
    /// Where requests are: usable positions, degrees.
    private let positions: [Coordinate]

    /// Fewer places tell nothing.
    private static let fewest = 20
    /// So many places near the areas show that the reference is of the city, however large it is.
    private static let enough = 10
    private static let leastShare = 0.001
    /// Requests lie with a reference where at least this share does.
    private static let requestShare = 0.5
    private static let sampleSize = 10_000

    package init(editions: [Edition], positions: [Coordinate] = []) {
        self.editions = editions
        self.positions = positions
    }

    /// Returns the sources of a reference that lie elsewhere.
    package func misplaced(in reference: StreetReference) -> [Misplaced] {
        guard !editions.isEmpty else { return [] }
        return StreetReference.Source.allCases.compactMap { source in
            guard reference.placeCount(of: source) >= Self.fewest, !isNear(source, of: reference) else {
                return nil
            }
            return misplaced(source, of: reference)
        }
    }

    /// Whether a reference has places, and all its sources lie near the areas.
    package func isNear(_ reference: StreetReference) -> Bool {
        let sources = StreetReference.Source.allCases.filter {
            reference.placeCount(of: $0) >= Self.fewest
        }
        return !sources.isEmpty && sources.allSatisfy { isNear($0, of: reference) }
    }

    private func isNear(_ source: StreetReference.Source, of reference: StreetReference) -> Bool {
        let count = reference.placeCount(of: source)
        let wanted = min(Self.enough, max(1, Int(Double(count) * Self.leastShare)))
        let near = editions.map { edition in
            (box: edition.home.expandedByHalf, window: edition.window)
        }
        var found = 0
        for index in 0..<count {
            let place = reference.place(index, of: source)
            guard near.contains(where: { $0.box.contains($0.window.coordinate(place)) }) else { continue }
            found += 1
            if found >= wanted { return true }
        }
        return false
    }

    private func misplaced(
        _ source: StreetReference.Source, of reference: StreetReference
    ) -> Misplaced? {
        let count = reference.placeCount(of: source)
        let places = stride(from: 0, to: count, by: max(1, count / Self.sampleSize)).map {
            reference.place($0, of: source)
        }
        let (longitudes, latitudes) = (places.map(\.longitude).sorted(), places.map(\.latitude).sorted())
        // A few may be wrong themselves.
        let (first, last) = (places.count / 100, places.count - 1 - places.count / 100)
        let box = Box<Coordinate>(
            minX: longitudes[first], minY: latitudes[first], maxX: longitudes[last], maxY: latitudes[last])
        let reach = box.expandedByHalf
        let there = positions.count { reach.contains($0) }
        guard positions.isEmpty || Double(there) < Self.requestShare * Double(positions.count) else {
            return nil
        }
        let stored = Box<MapPoint>(minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY)
        return PlacementCheck(positions: editions.map(\.home.center)).map { check in
            Misplaced(
                source: source,
                message: check.message(
                    placesAround: box.center, stored: stored, awayFrom: "the areas"))
        }
    }
}

extension Box<Coordinate> {
    /// With half its size more on each side.
    fileprivate var expandedByHalf: Box<Coordinate> { expanded(byX: width / 2, y: height / 2) }
}
