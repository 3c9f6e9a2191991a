import Geometry

/// Where nearly all rows of a reference lie, which tells those apart whose numbers are no place of the city: zeros, a lost sign,
/// exchanged axes.
struct ReferenceGround {
    private let middle: Coordinate?
    private let reach: Double

    /// So many places show where all lie.
    private static let sampleSize = 10_000
    /// What no city's reference reaches across, metres.
    private static let leastReach = 200_000.0
    /// How many times as far from the middle as half of the places a place may lie.
    private static let mostTimes = 20.0

    init(_ places: [Coordinate]) {
        let step = max(1, places.count / Self.sampleSize)
        let sample = stride(from: 0, to: places.count, by: step).map { places[$0] }
            .filter { !Self.hasZero($0) }
        guard let first = sample.first else {
            (middle, reach) = (nil, 0)
            return
        }
        let near = sample.map { $0.written(near: first) }
        let longitudes = near.map(\.longitude).sorted()
        let latitudes = near.map(\.latitude).sorted()
        let middle = Coordinate(longitude: longitudes[near.count / 2], latitude: latitudes[near.count / 2])
        let distances = near.map { LocalPlane.distance(middle, $0) }.sorted()
        self.middle = middle
        reach = max(Self.leastReach, Self.mostTimes * distances[near.count / 2])
    }

    /// Whether a point of the reference may lie there: a half that is 0 is none, as among requests.
    func holds(_ place: Coordinate) -> Bool { !Self.hasZero(place) && isNear(place) }

    /// Whether all of a line may lie there.
    func holds(_ line: [Coordinate]) -> Bool { line.allSatisfy(isNear) }

    private func isNear(_ place: Coordinate) -> Bool {
        guard let middle else { return true }
        return LocalPlane.distance(middle, place.written(near: middle)) <= reach
    }

    private static func hasZero(_ place: Coordinate) -> Bool { place.longitude == 0 || place.latitude == 0 }
}
