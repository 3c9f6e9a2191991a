import AddressParsing
import Disclosure
import Geometry
import Testing

@testable import Geocoding

/// Names of blocks that are joined: the lowest and the highest name them where houses stand all along.
@Suite struct JoinedBlocksTests {
    private static let blockWidth = 0.002

    /// Blocks of one street from west to east, each beside the next whatever its number.
    private static func lines(_ street: String, _ hundreds: [Int]) -> [StreetLine] {
        hundreds.enumerated().map { index, first in
            let west = -76.61 + Double(index) * blockWidth
            return PublicStreetsTests.street(
                street, first...(first + 99), [(west, 39.3), (west + blockWidth, 39.3)])
        }
    }

    /// Where a house stands that is the first of the block of an index, north or south of the street.
    private static func position(_ index: Int, isNorth: Bool = true) -> Coordinate {
        Coordinate(
            longitude: -76.61 + (Double(index) + 0.5) * blockWidth, latitude: isNorth ? 39.3001 : 39.2999)
    }

    private static func house(_ street: String, _ number: Int, _ position: Coordinate) throws -> KnownHouse {
        KnownHouse(
            street: try #require(AddressParser().street(street)), number: number, position: position)
    }

    /// Houses of another street, so that blocks are counted by houses.
    private static func others() throws -> [KnownHouse] {
        try (1...9).map { number in
            try house("Far St", number, Coordinate(longitude: -76.5, latitude: 39.4))
        }
    }

    @Test func `a house beyond a border far from others there widens no name`() throws {
        let hundreds = Array(stride(from: 100, through: 900, by: 100))
        var houses: [KnownHouse] = []
        for (index, first) in hundreds.enumerated() {
            houses += try [1, 3, 5].map { try Self.house("Main St", first + $0, Self.position(index)) }
        }
        for number in [110, 510, 512, 612] {
            let position = Self.position(number / 100 - 1, isNorth: false)
            houses.append(try Self.house("Main St", number, position))
        }
        let streets = PublicStreets(Self.lines("Main St", hundreds), houses: houses) {
            $0.latitude < 39.3 ? 1 : 0
        }
        func title(_ number: Int) -> String? {
            streets.place(
                ofAddress: "\(number) Main St", near: Self.position(number / 100 - 1, isNorth: false))?.title
        }
        #expect(title(510) == "500 to 600 blocks of Main St")
        #expect(title(612) == "500 to 600 blocks of Main St")
        #expect(title(110) == nil)
    }

    @Test func `blocks whose numbers are far apart are not joined where one of them has three houses`() throws
    {
        let houses = try [1201, 1203, 1205, 3510].map { number in
            try Self.house("Main St", number, Self.position(number == 3510 ? 1 : 0))
        }
        let streets = try PublicStreets(Self.lines("Main St", [1200, 3500]), houses: houses + Self.others()) {
            _ in 0
        }
        #expect(
            streets.place(ofAddress: "1203 Main St", near: Self.position(0))?.title == "1200 block of Main St"
        )
        // As all that may not be told it stands at the nearest place of three.
        #expect(
            streets.place(ofAddress: "3510 Main St", near: Self.position(1))?.title == "1200 block of Main St"
        )
    }

    @Test func `few houses all along a road are told by its name`() throws {
        let houses = try [1210, 1720, 2350].enumerated().map { index, number in
            try Self.house("County Rd", number, Self.position(index))
        }
        let streets = try PublicStreets(
            Self.lines("County Rd", [1200, 1700, 2300]), houses: houses + Self.others()
        ) { _ in 0 }
        let places = houses.indices.map { index in
            streets.place(ofAddress: "\(houses[index].number) County Rd", near: Self.position(index))
        }
        #expect(places[0]?.title == "County Rd" && Set(places).count == 1)
    }
}
