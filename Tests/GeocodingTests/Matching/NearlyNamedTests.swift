import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// What stands at a position under nearly the address of a house elsewhere.
@Suite struct NearlyNamedTests {
    private static let lane = SmallTown.segment(
        "ELM LN", from: (2000, 0), to: (2000, 200), left: (601, 649), right: (602, 650))

    private func places(_ address: String, _ points: [(String, Int)], _ segments: [StreetSegment] = [])
        throws -> [NearlyNamedPlace]
    {
        let houses = points.map { street, number in
            AddressPoint(
                street: SmallTown.street(street), number: number, position: SmallTown.coordinate(3, 4))
        }
        let geocoder = SmallTown.geocoder([Self.lane] + segments, points: houses)
        let house = try #require(geocoder.geocode(address).candidates.first)
        return geocoder.nearlyNamed(house, near: SmallTown.coordinate(0, 0), within: 50, isListed: false)
    }

    @Test(arguments: [
        ("Elm Garth", true), ("Elm Ct", true), ("W Elm Ln", true), ("Old Elm Ln", true),
        ("Elm Hill Ln", true),
        ("Elms Ln", true), ("Oak Ln", false), ("Helmet Ln", false),
    ])
    func `a street is nearly another one by its words and letters, whatever its type`(
        street: String, isNearly: Bool
    ) throws {
        let found = try places("620 Elm Ln", [(street, 620)])
        #expect(found.map(\.isListed) == (isNearly ? [true] : []))
        #expect(try places("620 Elm Ln", [(street, 618)]).isEmpty)
    }

    @Test(arguments: [
        (1620, true), (62, true), (602, true), (630, true), (260, true), (618, false), (206, false),
    ])
    func `a number of the street itself is nearly another one by a digit, or by two exchanged`(
        number: Int, isNearly: Bool
    ) throws {
        let found = try places("620 Elm Ln", [("Elm Ln", number)])
        #expect(found.map(\.number) == (isNearly ? [number] : []))
        #expect(found.map(\.isOnItsStreet) == (isNearly ? [true] : []))
    }

    @Test func `a range has it where it stands by its numbers`() throws {
        let garth = SmallTown.segment(
            "ELM GARTH", from: (0, -50), to: (0, 50), left: (601, 649), right: (602, 650))
        let found = try places("626 Elm Ln", [], [garth])
        #expect(found.map(\.title) == ["626 Elm Garth"])
        #expect(found.first?.isListed == false)
        #expect(try places("726 Elm Ln", [], [garth]).isEmpty)
    }
}
