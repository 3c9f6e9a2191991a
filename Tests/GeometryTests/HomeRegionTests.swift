import Geometry
import Testing

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
