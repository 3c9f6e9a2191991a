import Geometry
import Testing

@testable import Geocoding

struct ReverseGeocoderTests {
    private func town(points: [AddressPoint] = []) -> ReverseGeocoder {
        ReverseGeocoder(ReferenceCompiler.compile(segments: SmallTown.segments, points: points))
    }

    private func stretch(_ x: Double, _ y: Double, within reach: Double = 50) -> NearbyStretch? {
        town().nearestStretch(to: SmallTown.coordinate(x, y), within: reach)
    }

    @Test func `a position is named by the nearest street, its side and the number that stands there`() throws {
        let west = try #require(stretch(-8, 50))
        #expect(west.street.title == "N Main St" && west.side == .left)
        #expect(abs(west.distance - 8) < 0.01)
        #expect(west.number == 113 && west.block == 100)
        let east = try #require(stretch(8, 300))
        #expect(east.side == .right && east.number == 226 && east.block == 200)
    }

    @Test func `a range that runs against the line is counted backwards`() throws {
        // 5th St is drawn eastwards and numbered westwards: from 41 down to 1 on its south side.
        let near = try #require(stretch(30, 192))
        #expect(near.street.title == "5th St" && near.number == 37)
    }

    @Test func `a side without numbers borrows those of the other`() throws {
        #expect(stretch(308, 100)?.number == 51)
    }

    @Test func `beyond the reach there is nothing`() {
        #expect(stretch(-20, 50, within: 19) == nil)
        #expect(stretch(-20, 50, within: 21) != nil)
        #expect(town().nearestCrossing(to: SmallTown.coordinate(30, 30), within: 40) == nil)
        #expect(town().nearestAddress(to: SmallTown.coordinate(0, 0), within: 1000) == nil)
    }

    @Test func `a crossing is named by its streets, one that changes its direction there once`() throws {
        let crossing = try #require(town().nearestCrossing(to: SmallTown.coordinate(6, 8), within: 20))
        #expect(crossing.title == "N Main St & Oak Ave")
        #expect(crossing.streets.count == 3)
        #expect(abs(crossing.distance - 10) < 0.01)
    }

    @Test func `where one street goes on there is no crossing`() {
        let segments = [
            SmallTown.segment("ELM ST", from: (0, 0), to: (100, 0)),
            SmallTown.segment("ELM ST", from: (100, 0), to: (200, 0)),
        ]
        let geocoder = ReverseGeocoder(ReferenceCompiler.compile(segments: segments))
        #expect(geocoder.nearestCrossing(to: SmallTown.coordinate(100, 0), within: 30) == nil)
    }

    @Test func `the nearest address point is found across the grid's cells`() throws {
        let points = (0..<40).map { place in
            AddressPoint(
                street: SmallTown.street("OAK AVE"), number: place,
                position: SmallTown.coordinate(Double(place) * 100, 0))
        }
        for place in [0, 7, 20, 39] {
            let position = SmallTown.coordinate(Double(place) * 100 + 40, 30)
            let address = try #require(town(points: points).nearestAddress(to: position, within: 60))
            #expect(address.number == place && abs(address.distance - 50) < 0.01)
        }
    }

    @Test(arguments: [
        ("N MAIN ST", "N Main St"), ("5TH AVE", "5th Ave"), ("US HWY 40", "US Hwy 40"),
        ("MCHENRY ST", "McHenry St"), ("AVE N", "Ave N"), ("MLK BLVD", "MLK Blvd"),
    ])
    func `streets are written as on signs`(standard: String, title: String) {
        var street = StreetName()
        street.name = standard
        #expect(street.title == title)
    }
}
