import AddressParsing
import Boundaries
import Disclosure
import Geometry
import Testing

@testable import Geocoding

@Suite struct PublicStreetsTests {
    /// Blocks of Main St from west to east, 0.002° each, and First Ave across their middle. The 300 block of Main St has
    /// two houses only.
    private static let lines = [
        street("Main St", 100...198, [(-76.604, 39.3), (-76.602, 39.3)]),
        street("Main St", 200...298, [(-76.602, 39.3), (-76.6, 39.3)]),
        street("Main St", 300...398, [(-76.6, 39.3), (-76.598, 39.3)]),
        street("First Ave", 1...99, [(-76.602, 39.298), (-76.602, 39.3)]),
        street("First Ave", 100...199, [(-76.602, 39.3), (-76.602, 39.302)]),
    ]

    private static func street(
        _ name: String, _ numbers: ClosedRange<Int>?, _ line: [(Double, Double)]
    ) -> StreetLine {
        StreetLine(
            title: name, names: [AddressParser().street(name)].compactMap(\.self), roadClass: nil,
            line: line.map { Coordinate(longitude: $0.0, latitude: $0.1) }, numbers: numbers)
    }

    private static let houses: [KnownHouse] = {
        guard let main = AddressParser().street("Main St"), let first = AddressParser().street("First Ave")
        else { return [] }
        func houses(_ street: StreetName, _ numbers: [Int]) -> [KnownHouse] {
            numbers.map {
                KnownHouse(
                    street: street, number: $0, position: Coordinate(longitude: -76.601, latitude: 39.3))
            }
        }
        return houses(main, Array(100..<110) + Array(212..<220) + [311, 312])
            + houses(first, [1, 2, 3, 101, 102, 103])
    }()

    private let streets = PublicStreets(Self.lines, houses: Self.houses)

    private func place(_ address: String?, _ longitude: Double, _ latitude: Double) -> PublicPlace? {
        streets.place(ofAddress: address, near: Coordinate(longitude: longitude, latitude: latitude))
    }

    @Test func `all houses of one block have one place to the last digit`() throws {
        let all = (0..<100).map { place("\(100 + $0) Main St", -76.604 + Double($0) * 2e-5, 39.30007) }
        #expect(Set(all).count == 1)
        let middle = try #require(all[0]).position
        #expect(abs(middle.longitude + 76.603) < 1e-6 && abs(middle.latitude - 39.3) < 1e-6)
        #expect(all[0]?.title == "100 block of Main St")
    }

    @Test func `a block of fewer than three addresses joins its neighbour`() {
        #expect(place("312 Main St", -76.599, 39.3001)?.title == "200 to 300 blocks of Main St")
        #expect(place("312 Main St", -76.599, 39.3001) == place("212 Main St", -76.601, 39.3001))
    }

    @Test func `a crossing is a place of its own`() {
        let crossing = place("First Ave & Main St", -76.6018, 39.3003)
        #expect(crossing?.title == "First Ave & Main St")
        #expect(crossing?.position == Coordinate(longitude: -76.602, latitude: 39.3))
    }

    /// Case 97 and its kinds: a house number, a name, a telephone number in whatever a clerk wrote.
    @Test(arguments: [
        "2319 Main St", "2319/2321 Main St", "2319 & Main St", "2319 1/2 Main St", "Main St 2319",
        "#2319 Main St",
        "unit block of Call 555-0199 St", "12 Call Jane Roe 555-0199 St", "Jane Roe Memorial 2319 Hidden Way",
        "Corner house with Mrs Jane Roe 555-0199, Main St", "9223372036854775807 Main St", "-2319 Main St",
        "Jane Roe & Main St", "Main St & 5550199", "2319", "2319 Jane Roe Ave & 2321 Main St",
        "behind 2319 Elm",
        "House No 2319, call 555-0199", "jane.roe@mail.example, Main St", "", "2319-2321 MAIN ST APT 5550199",
    ])
    func `only what the reference has is told`(address: String) throws {
        let found = try #require(place(address, -76.6031, 39.3002))
        let known = [
            "unit block of First Ave", "100 block of First Ave", "100 block of Main St",
            "200 to 300 blocks of Main St", "Main St", "First Ave", "near Main St", "near First Ave",
            "First Ave & Main St",
        ]
        #expect(known.contains(found.title), "\(found.title)")
    }

    @Test(arguments: ["212 Elm St", "somewhere behind 212", "", nil] as [String?])
    func `where the address names no street nearby, the nearest block is taken`(address: String?) {
        let found = place(address, -76.6031, 39.3002)
        #expect(found?.title == "near Main St")
        #expect(found?.position == place("150 Main St", -76.6031, 39.3002)?.position)
    }

    @Test
    func `a street of fewer than three addresses is no place and no name, also where none else is near`() {
        let farm = Self.street("Farm Rd", 1...2, [(-76.504, 39.3), (-76.502, 39.3)])
        let streets = PublicStreets(Self.lines + [farm], houses: [])
        let position = Coordinate(longitude: -76.503, latitude: 39.3001)
        #expect(streets.place(ofAddress: "1 Farm Rd", near: position) == nil)
        #expect(streets.place(ofAddress: nil, near: position) == nil)
        let places = PublicPlaces(streets: Self.lines + [farm], houses: [], areas: []) {
            [(address: "1 Farm Rd", position: position, area: Ordinal(0))]
        }
        let told = places.place(ofAddress: "1 Farm Rd", at: position)
        #expect(told.title.isEmpty && LocalPlane.distance(told.position, position) > 10)
    }

    /// A drive to one house is drawn as a line, and its middle would be that house's.
    @Test func `a line without a name is no place, and a request beside it stands at the street`() throws {
        let drive = StreetLine(
            title: "", names: [], roadClass: nil,
            line: [(-76.6031, 39.3005), (-76.6031, 39.3009)].map {
                Coordinate(longitude: $0.0, latitude: $0.1)
            }, numbers: nil)
        let streets = PublicStreets(Self.lines + [drive], houses: Self.houses)
        let position = Coordinate(longitude: -76.6031, latitude: 39.3007)
        #expect(streets.place(ofAddress: nil, near: position)?.title == "near Main St")
        #expect(PublicStreets([drive], houses: []).place(ofAddress: nil, near: position) == nil)
    }

    @Test func `a street without numbers is told where three houses are known, or none anywhere`() {
        let lane = Self.street("Roe Ln", nil, [(-76.604, 39.304), (-76.603, 39.304)])
        let position = Coordinate(longitude: -76.6035, latitude: 39.3041)
        func title(_ numbers: [Int], among houses: [KnownHouse] = Self.houses) -> String? {
            let own = AddressParser().street("Roe Ln").map { street in
                numbers.map { KnownHouse(street: street, number: $0, position: position) }
            }
            return PublicStreets(Self.lines + [lane], houses: houses + (own ?? []))
                .place(ofAddress: "2 Roe Ln", near: position)?.title
        }
        #expect(title([2, 4, 6]) == "Roe Ln")
        #expect(title([2, 4]) != "Roe Ln" && title([]) != "Roe Ln")
        #expect(title([], among: []) == "Roe Ln")
    }

    @Test func `far from all streets there is no block`() {
        #expect(place("212 Main St", -76.5512345, 39.3512345) == nil)
        let none = PublicStreets([], houses: [])
        #expect(
            none.place(ofAddress: "212 Main St", near: Coordinate(longitude: -76.6, latitude: 39.3)) == nil)
    }
}

@Suite struct PublicSquaresTests {
    /// Two areas side by side; the border runs through a square.
    private static let areas = [(-76.61, -76.6003), (-76.6003, -76.59)].map { west, east in
        MultiPolygon([
            Polygon(
                exterior: LinearRing(
                    [(west, 39.29), (east, 39.29), (east, 39.31), (west, 39.31)].map {
                        Coordinate(longitude: $0.0, latitude: $0.1)
                    }))
        ])
    }

    private func reports(_ addresses: [String], longitude: Double, area: Int) -> [(
        String, Coordinate, Ordinal<Area>
    )] {
        addresses.enumerated().map { index, address in
            (address, Coordinate(longitude: longitude + Double(index) * 1e-6, latitude: 39.3), Ordinal(area))
        }
    }

    @Test func `three addresses make a square, two do not`() {
        let crowded = reports(["1 A St", "2 A St", "3 A St"], longitude: -76.605, area: 0)
        let sparse = reports(["1 B St", "2 B St", "2 b st"], longitude: -76.595, area: 1)
        let squares = PublicSquares(
            areas: Self.areas,
            addresses: (crowded + sparse).map { (address: $0.0, position: $0.1, area: $0.2) })
        func distance(_ report: (String, Coordinate, Ordinal<Area>)) -> Double {
            LocalPlane.distance(squares.place(near: report.1, area: report.2), report.1)
        }
        #expect(crowded.allSatisfy { distance($0) <= 71 })
        let places = Set(sparse.map { squares.place(near: $0.1, area: $0.2) })
        #expect(places.count == 1 && sparse.allSatisfy { distance($0) <= 283 })
    }

    @Test(arguments: [
        ["350 Elm St Apt 1", "350 Elm St Apt 2", "350 Elm St Apt 3"],
        ["350 Elm St", "350 Elm Street", "350 ELM ST.", "350 Elm"], ["Elm Park", "Oak Park", "Ash Park"],
    ])
    func `flats and spellings of one house are one, and a place without a number is none`(addresses: [String])
    {
        let found = reports(addresses, longitude: -76.605, area: 0)
        let squares = PublicSquares(
            areas: Self.areas, addresses: found.map { (address: $0.0, position: $0.1, area: $0.2) })
        let empty = PublicSquares(areas: Self.areas, addresses: [])
        #expect(
            squares.place(near: found[0].1, area: found[0].2)
                == empty.place(near: found[0].1, area: found[0].2))
    }

    @Test func `a place is never in the next area`() {
        let squares = PublicSquares(areas: Self.areas, addresses: [])
        for step in 0..<400 {
            let longitude = -76.6003 + Double(step - 200) * 2e-5 + 1e-6
            let area = longitude < -76.6003 ? 0 : 1
            let place = squares.place(
                near: Coordinate(longitude: longitude, latitude: 39.3), area: Ordinal(area))
            #expect((place.longitude < -76.6003) == (area == 0), "\(longitude)")
        }
    }
}

@Suite struct ReportedStreetsTests {
    private let streets = ReportedStreets(
        (0..<12).map { "\(100 + $0 % 6) Elm St" }
            + [String](repeating: "12 Call Jane Roe 555-0199 St", count: 20)
            + (0..<5).map { "\(2300 + $0) Oak Ave" })

    @Test func `a street is told that many requests and several houses bear`() {
        #expect(streets.name(of: "101 ELM ST") == .block(100...100, street: "Elm St"))
        #expect(streets.name(of: "901 Elm St") == .street("Elm St"))
    }

    @Test(arguments: ["12 Call Jane Roe 555-0199 St", "2301 Oak Ave", "", nil] as [String?])
    func `others are not`(address: String?) { #expect(streets.name(of: address) == .unnamed) }
}
