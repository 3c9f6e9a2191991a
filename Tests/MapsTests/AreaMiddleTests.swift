import Geometry
import Testing

@testable import Maps

@Suite struct AreaMiddleTests {
    private func middle(_ rings: [(Double, Double)]...) throws -> Coordinate {
        let rings = rings.map { LinearRing($0.map { Coordinate(longitude: $0.0, latitude: $0.1) }) }
        let shape = MultiPolygon([Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))])
        return try #require(AreaMiddle.of(shape))
    }

    @Test func `a name stands in the wide part of an area, not in its longest arm`() throws {
        let place = try middle([
            (0, 0), (0.20, 0), (0.20, 0.004), (0.04, 0.004), (0.04, 0.04), (0, 0.04), (0, 0),
        ])
        #expect(place.longitude < 0.04 && place.latitude > 0.01 && place.latitude < 0.03)
    }

    @Test func `a name stands in no hole and far from its rim`() throws {
        let place = try middle(
            [(0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1), (0, 0)],
            [(0.03, 0.03), (0.07, 0.03), (0.07, 0.07), (0.03, 0.07), (0.03, 0.03)])
        let inHole = (0.025...0.075).contains(place.longitude) && (0.025...0.075).contains(place.latitude)
        #expect(!inHole)
    }

    @Test func `islands far from one another have their name on the largest`() throws {
        let islands = [(0.1, 0.101, 0.0004), (0.5, 0.903, 0.001), (0.9, 0.2, 0.0002)].map { x, y, size in
            Polygon(
                exterior: LinearRing(
                    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
                        Coordinate(longitude: x + $0.0 * size, latitude: y + $0.1 * size)
                    }), holes: [])
        }
        let place = try #require(AreaMiddle.of(MultiPolygon(islands)))
        #expect((0.5...0.501).contains(place.longitude) && (0.903...0.904).contains(place.latitude))
    }

    @Test func `an area of nothing has no middle`() {
        #expect(AreaMiddle.of(MultiPolygon([])) == nil)
    }
}
