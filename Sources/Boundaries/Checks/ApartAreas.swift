package import Geometry
import GeometryEngine

/// The areas of an edition that lie apart from most others, and whether requests lie there.
///
/// An island lies apart too, and requests lie there. One of whose numbers a digit is wrong is named by requests, of which none lies there:
/// only all requests tell the two from each other.
package struct ApartAreas: Sendable {
    private struct ApartArea {
        let area: Ordinal<Area>
        let box: Box<Coordinate>
        /// The same with as much around it on each side.
        let around: Box<Coordinate>
        var hasRequests = false
    }

    private let edition: Edition
    private let home: HomeRegion<Coordinate>
    private var areas: [ApartArea] = []
    private var (requests, nearRequests) = (0, 0)

    /// How many times as far from the middle as half of the areas reach is apart.
    private static let factor = 3.0
    /// Among fewer areas nothing tells which one is apart.
    private static let fewestAreas = 3

    /// Returns `nil` where no area lies apart, or none that is not told already.
    package init?(_ edition: Edition) {
        guard edition.areas.count >= Self.fewestAreas, let boxes = try? edition.boxesInDegrees(),
            let home = HomeRegion(boxes.compactMap(\.self), slack: 0, factor: Self.factor)
        else { return nil }
        let told = Set(
            edition.notes.compactMap { note in if case .farAway(let far) = note { far.code } else { nil } })
        self.edition = edition
        self.home = home
        for (index, box) in boxes.enumerated() {
            guard let box, !box.intersects(home.bounds), !told.contains(edition.areas[index].code) else {
                continue
            }
            areas.append(
                ApartArea(
                    area: Ordinal(index), box: box, around: box.expanded(byX: box.width, y: box.height)))
        }
        if areas.isEmpty { return nil }
    }

    /// Whether requests lie in each of the areas, so that nothing is to be told of any.
    package var areAllWithRequests: Bool { areas.allSatisfy(\.hasRequests) }

    /// Takes up where one more request is recorded.
    package mutating func look(at position: Coordinate) {
        let own = edition.window.coordinate(position)
        requests += 1
        if !home.isFar(own) { nearRequests += 1 }
        for index in areas.indices where !areas[index].hasRequests {
            areas[index].hasRequests = areas[index].around.contains(own)
        }
    }

    /// Returns a sentence for each area that requests name and none lies in, where most lie at the others.
    ///
    /// - Parameter named: The areas that any request names.
    package func warnings(named: Set<Ordinal<Area>>) -> [String] {
        guard 2 * nearRequests > requests else { return [] }
        return areas.filter { !$0.hasRequests && named.contains($0.area) }.map { apart in
            let area = edition.areas[apart.area.index]
            let distance = SpacePoint(apart.box.center).arc(to: SpacePoint(home.bounds.center))
            return
                "area \(area.code) (\(EditionNote.named(area.features))) lies about \((distance / 1000).decimals(0)) km from the middle"
                + " of the others, around \(apart.box.center.text); requests name it and none lies there: is a digit of its"
                + " numbers wrong?"
        }
    }
}
