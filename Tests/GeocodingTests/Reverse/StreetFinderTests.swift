import AddressParsing
import Geometry
import Testing

@testable import Geocoding

struct StreetFinderTests {
    private func town(points: [AddressPoint] = []) -> StreetFinder {
        StreetFinder(ReferenceCompiler.compile(segments: SmallTown.segments, points: points))
    }

    private func stretch(_ x: Double, _ y: Double, within reach: Double = 50) -> NearbyStretch? {
        town().nearestStretch(to: SmallTown.coordinate(x, y), within: reach)
    }

    @Test func `a position is named by the nearest street, its side and the number that stands there`() throws
    {
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
        let geocoder = StreetFinder(ReferenceCompiler.compile(segments: segments))
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

    @Test(arguments: ["N Main St", "5th Ave", "US Hwy 40", "McHenry St", "MLK Blvd", "Old Hwy 5"])
    func `streets are written as on signs`(title: String) {
        #expect(SmallTown.street(title.uppercased()).title == title)
    }
}
