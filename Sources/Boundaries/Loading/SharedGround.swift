import Algorithms
import Geometry
import GeometryEngine

/// Finds areas that cover the same ground by trying places on their borders and one inside: cheap enough for each run,
/// where ``OverlapFinder`` measures all of it.
struct SharedGround {
    /// Places along the borders of each area.
    private static let placesPerArea = 24
    /// How deep such a place has to lie in another area, metres: neighbours that were drawn one by one differ by less.
    private static let leastDepth = 25.0

    private let areas: [Area]
    private let boxes: [Box<MapPoint>?]
    private let borders: [Border]
    private let prepared: PreparedAreas
    private let degrees: DegreeTransformer
    private let context = GEOSContext()

    init(_ areas: [Area], degrees: DegreeTransformer) {
        self.areas = areas
        self.degrees = degrees
        boxes = areas.map(\.shape.box)
        borders = areas.map { Border($0.shape) }
        prepared = PreparedAreas(areas.map(\.shape))
    }

    /// Returns the pairs of areas that were found to overlap, in the areas' order.
    func pairs() throws(GeometryError) -> [EditionNote.Pair] {
        var found: Set<IndexPair> = []
        for first in areas.indices {
            guard let box = boxes[first] else { continue }
            let others = boxes.indices.filter { $0 != first && boxes[$0]?.intersects(box) == true }
            guard !others.isEmpty else { continue }
            let scale = degrees.metresPerUnit(around: [box])
            let places = try places(first)
            for other in others where !found.contains(IndexPair(first, other)) {
                for place in places {
                    guard boxes[other]?.contains(place) == true, try prepared.covers(Ordinal(other), place),
                        borders[other].isFarther(
                            than: Self.leastDepth, from: place, metresPerUnit: scale)
                    else { continue }
                    found.insert(IndexPair(first, other))
                    break
                }
            }
        }
        return found.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
            .map { EditionNote.Pair(first: areas[$0.lower].code, second: areas[$0.upper].code) }
    }

    /// The places of an area that are tried.
    private func places(_ index: Int) throws(GeometryError) -> [MapPoint] {
        let inside = try GEOSGeometry(areas[index].shape, in: context).pointOnSurface()
            .position(of: MapPoint.self)
        return borders[index].places(Self.placesPerArea) + [inside].compactMap(\.self)
    }
}

/// Two areas, in either order.
private struct IndexPair: Hashable {
    let lower: Int
    let upper: Int

    init(_ first: Int, _ second: Int) { (lower, upper) = (min(first, second), max(first, second)) }
}

/// The border of one area, in its own unit.
private struct Border {
    private let rings: [LinearRing<MapPoint>]

    init(_ shape: MultiPolygon<MapPoint>) { rings = shape.rings }

    /// Returns places at even steps along the border.
    func places(_ count: Int) -> [MapPoint] {
        let step = rings.reduce(0) { $0 + $1.length } / Double(count)
        guard step > 0, step.isFinite else { return [] }
        var places: [MapPoint] = []
        var ahead = step / 2
        for ring in rings {
            for (start, end) in ring.positions.adjacentPairs() {
                let (dx, dy) = (end.x - start.x, end.y - start.y)
                let length = (dx * dx + dy * dy).squareRoot()
                while ahead < length, places.count < count {
                    places.append(
                        MapPoint(x: start.x + dx * ahead / length, y: start.y + dy * ahead / length))
                    ahead += step
                }
                ahead -= length
            }
        }
        return places
    }

    /// Returns whether all of the border is farther from a place than a distance in metres.
    func isFarther(
        than distance: Double, from place: MapPoint, metresPerUnit scale: (x: Double, y: Double)
    ) -> Bool {
        for ring in rings {
            for (start, end) in ring.positions.adjacentPairs() {
                let (x, y) = ((start.x - place.x) * scale.x, (start.y - place.y) * scale.y)
                let (dx, dy) = ((end.x - start.x) * scale.x, (end.y - start.y) * scale.y)
                let square = dx * dx + dy * dy
                let share = square > 0 ? min(1, max(0, -(x * dx + y * dy) / square)) : 0
                let (nearX, nearY) = (x + share * dx, y + share * dy)
                if nearX * nearX + nearY * nearY <= distance * distance { return false }
            }
        }
        return true
    }
}
