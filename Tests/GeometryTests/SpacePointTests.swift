import Geometry
import Testing

/// Expected lengths are geodesics on WGS 84 by pyproj 3.7, `Geod(ellps="WGS84").inv`.
struct SpacePointTests {
    @Test(arguments: [
        (-76.615, 39.295, -76.61, 39.295, 431.469),
        (179.99995, -16.8, -179.99995, -16.8, 10.659),
        (-70.9, 41.5, -70.8, 41.6, 13_888.5),
    ])
    func `ways over the ground are those on the ellipsoid`(
        x1: Double, y1: Double, x2: Double, y2: Double, expected: Double
    ) {
        let start = SpacePoint(Coordinate(longitude: x1, latitude: y1))
        let end = SpacePoint(Coordinate(longitude: x2, latitude: y2))
        let arc = SpacePoint.arc(ofChord: start.chord(to: end))
        #expect(abs(arc - expected) < expected * 1e-4, "\(arc)")
        #expect(abs(SpacePoint.chord(ofArc: arc) - start.chord(to: end)) < 1e-6)
    }

    @Test func `what is no position is no distance from anything`() {
        let nowhere = SpacePoint(Coordinate(longitude: .infinity, latitude: .infinity))
        #expect(!nowhere.chord(to: SpacePoint(Coordinate(longitude: 0, latitude: 0))).isFinite)
    }
}

struct HomeRegionTests {
    private func square(_ x: Double, _ y: Double, size: Double = 0.1) -> Box<Coordinate> {
        Box(minX: x, minY: y, maxX: x + size, maxY: y + size)
    }

    @Test func `one area elsewhere moves nothing`() throws {
        let city = (0..<4).map { square(-76.6 + Double($0) * 0.1, 39.3) }
        let region = try #require(HomeRegion(city + [square(0, 0)], slack: 1))
        #expect(region.box == Box(enclosing: city.flatMap(\.corners)))
        #expect(region.isFar(Coordinate(longitude: 0, latitude: 0)))
        #expect(!region.isFar(Coordinate(longitude: -77, latitude: 39)))
    }

    @Test func `a country is all home`() throws {
        let country = (0..<60).map { square(-124 + Double($0), 25 + Double($0 % 24), size: 1) }
        let region = try #require(HomeRegion(country, slack: 1))
        #expect(region.box == Box(enclosing: country.flatMap(\.corners)))
    }
}
