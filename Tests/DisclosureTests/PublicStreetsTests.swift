import AddressParsing
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

    static func street(
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

    private let streets = PublicStreets(Self.lines, houses: Self.houses) { _ in 0 }

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
        // That of the nearest known house.
        #expect(found?.position == place("212 Main St", -76.601, 39.3)?.position)
    }

    @Test
    func `a street of fewer than three addresses is no place and no name, also where none else is near`() {
        let farm = Self.street("Farm Rd", 1...2, [(-76.504, 39.3), (-76.502, 39.3)])
        let streets = PublicStreets(Self.lines + [farm], houses: []) { _ in 0 }
        let position = Coordinate(longitude: -76.503, latitude: 39.3001)
        #expect(streets.place(ofAddress: "1 Farm Rd", near: position) == nil)
        #expect(streets.place(ofAddress: nil, near: position) == nil)
        let places = PublicPlaces(streets: Self.lines + [farm], houses: [], pieceAt: { _ in 0 }) {
            [(address: "1 Farm Rd", position: position)]
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
        let streets = PublicStreets(Self.lines + [drive], houses: Self.houses) { _ in 0 }
        let position = Coordinate(longitude: -76.6031, latitude: 39.3007)
        #expect(streets.place(ofAddress: nil, near: position)?.title == "near Main St")
        #expect(
            PublicStreets([drive], houses: [], pieceAt: { _ in 0 }).place(ofAddress: nil, near: position)
                == nil)
    }

    @Test func `a street without numbers is told where three houses are known, or none anywhere`() {
        let lane = Self.street("Roe Ln", nil, [(-76.604, 39.304), (-76.603, 39.304)])
        let position = Coordinate(longitude: -76.6035, latitude: 39.3041)
        func title(_ numbers: [Int], among houses: [KnownHouse] = Self.houses) -> String? {
            let own = AddressParser().street("Roe Ln").map { street in
                numbers.map { KnownHouse(street: street, number: $0, position: position) }
            }
            return PublicStreets(Self.lines + [lane], houses: houses + (own ?? []), pieceAt: { _ in 0 })
                .place(ofAddress: "2 Roe Ln", near: position)?.title
        }
        #expect(title([2, 4, 6]) == "Roe Ln")
        #expect(title([2, 4]) != "Roe Ln" && title([]) != "Roe Ln")
        #expect(title([], among: []) == "Roe Ln")
    }

    /// Houses of streets that may not be told: whoever has the list of addresses can ask for the place of each.
    @Test func `beside a street stands nobody where one house alone would stand so`() throws {
        func told(_ numbers: [Int], _ address: String?) throws -> PublicPlace {
            let pine = try #require(AddressParser().street("Pine Rd"))
            let position = Coordinate(longitude: -76.6031, latitude: 39.3006)
            let own = numbers.map { KnownHouse(street: pine, number: $0, position: position) }
            let streets = PublicStreets(Self.lines, houses: Self.houses + own) { _ in 0 }
            return try #require(streets.place(ofAddress: address, near: position))
        }
        #expect(try told([2132, 2134, 2136], "2132 Pine Rd").title == "near Main St")
        #expect(try told([], nil).title == "near Main St")
        for numbers in [[2132], [2132, 2134]] {
            let place = try told(numbers, "2132 Pine Rd")
            #expect(place.title == "100 block of Main St")
            #expect(try told(numbers, nil) == place && told(numbers, "2132 Pine Road") == place)
        }
    }

    /// Who has the list of addresses can ask for the place of each house's position, and of its street without a number.
    @Test func `a position alone or with its street tells no house that alone would stand so`() throws {
        let main = try #require(AddressParser().street("Main St"))
        let position = Coordinate(longitude: -76.6031, latitude: 39.3001)
        func told(_ numbers: [Int], _ address: String?) -> String? {
            let own = numbers.map { KnownHouse(street: main, number: $0, position: position) }
            return PublicStreets(Self.lines, houses: Self.houses + own, pieceAt: { _ in 0 })
                .place(ofAddress: address, near: position)?.title
        }
        for numbers in [[130], [130, 132]] {
            for address in [nil, "by the store", "Main St", "2319 Main St"] {
                #expect(told(numbers, address) == "100 block of Main St", "\(address ?? "")")
            }
        }
        #expect(told([130, 132, 134], nil) == "near Main St")
        #expect(told([130, 132, 134], "by the store") == "near Main St")
        #expect(told([130, 132, 134], "Main St") == "Main St")
    }

    @Test func `beside a street of which one house alone is nearest stands nobody without a block`() throws {
        let oak = try #require(AddressParser().street("Oak Ln"))
        let lane = Self.street("Oak Ln", 1...99, [(-76.6035, 39.3006), (-76.6025, 39.3006)])
        let at = Coordinate(longitude: -76.6031, latitude: 39.3006)
        let beyond = Coordinate(longitude: -76.6031, latitude: 39.3001)
        func title(_ positions: [Coordinate]) -> String? {
            let own = zip([2, 4, 6], positions).map { KnownHouse(street: oak, number: $0, position: $1) }
            return PublicStreets(Self.lines + [lane], houses: Self.houses + own, pieceAt: { _ in 0 })
                .place(ofAddress: nil, near: at)?.title
        }
        #expect(title([at, at, at]) == "near Oak Ln")
        #expect(title([at, beyond, beyond]) == "unit block of Oak Ln")
    }

    @Test func `a number that its street has not stands where three houses do`() throws {
        let main = try #require(AddressParser().street("Main St"))
        let position = Coordinate(longitude: -76.6031, latitude: 39.3001)
        let lone = KnownHouse(street: main, number: 808, position: position)
        let streets = PublicStreets(Self.lines, houses: Self.houses + [lone]) { _ in 0 }
        #expect(streets.place(ofAddress: "808 Main St", near: position)?.title == "100 block of Main St")
    }

    @Test func `far from all streets there is no block`() {
        #expect(place("212 Main St", -76.5512345, 39.3512345) == nil)
        let none = PublicStreets([], houses: []) { _ in 0 }
        #expect(
            none.place(ofAddress: "212 Main St", near: Coordinate(longitude: -76.6, latitude: 39.3)) == nil)
    }
}

/// A border parts streets: what a map tells of area and block together must not tell a house.
@Suite struct PartedBlocksTests {
    private static let border = -76.6003
    private static let sides: @Sendable (Coordinate) -> Int = { $0.longitude < border ? 0 : 1 }

    private func houses(_ street: String, _ all: [(Int, Double)]) -> [KnownHouse] {
        all.compactMap { number, longitude in
            AddressParser().street(street).map {
                KnownHouse(
                    street: $0, number: number, position: Coordinate(longitude: longitude, latitude: 39.3))
            }
        }
    }

    private func title(_ streets: PublicStreets, _ address: String, _ longitude: Double) -> String? {
        streets.place(ofAddress: address, near: Coordinate(longitude: longitude, latitude: 39.3001))?.title
    }

    @Test func `a block with one house beyond a border is joined to its neighbour there, and only there`()
        throws
    {
        let lines = [
            PublicStreetsTests.street("Main St", 100...199, [(-76.602, 39.3), (-76.6, 39.3)]),
            PublicStreetsTests.street("Main St", 200...299, [(-76.6, 39.3), (-76.598, 39.3)]),
        ]
        let known = houses(
            "Main St",
            [(100, -76.602), (102, -76.6015), (104, -76.601), (106, -76.6001)]
                + [(200, -76.5998), (202, -76.599), (204, -76.598)])
        let streets = PublicStreets(lines, houses: known, pieceAt: Self.sides)
        #expect(title(streets, "104 Main St", -76.601) == "100 block of Main St")
        #expect(title(streets, "106 Main St", -76.6001) == "100 to 200 blocks of Main St")
        #expect(title(streets, "204 Main St", -76.5985) == "100 to 200 blocks of Main St")
        let there = streets.place(
            ofAddress: "106 Main St", near: Coordinate(longitude: -76.6001, latitude: 39.3001))
        #expect(try #require(there).position.longitude > Self.border)
        let whole = PublicStreets(lines, houses: known) { _ in 0 }
        #expect(title(whole, "106 Main St", -76.6001) == "100 block of Main St")
    }

    @Test func `a street with one house beyond a border is not told there`() {
        let lines = [PublicStreetsTests.street("Main St", 100...199, [(-76.602, 39.3), (-76.6, 39.3)])]
        let known = houses("Main St", [(100, -76.602), (102, -76.6015), (104, -76.601), (106, -76.6001)])
        let streets = PublicStreets(lines, houses: known, pieceAt: Self.sides)
        #expect(title(streets, "106 Main St", -76.6001) == nil)
        #expect(title(streets, "102 Main St", -76.6015) == "100 block of Main St")
    }

    @Test func `houses of W Center St do not count for E Center St`() {
        let lines = [
            PublicStreetsTests.street("E Center St", 100...199, [(-76.602, 39.3), (-76.601, 39.3)]),
            PublicStreetsTests.street("E Center St", 200...299, [(-76.601, 39.3), (-76.6, 39.3)]),
        ]
        let known =
            houses("E Center St", [(139, -76.6015), (201, -76.6009), (203, -76.6008), (205, -76.6007)])
            + houses("W Center St", [(101, -76.6021), (103, -76.6022), (105, -76.6023)])
        let streets = PublicStreets(lines, houses: known) { _ in 0 }
        #expect(title(streets, "139 E Center St", -76.6015) == "100 to 200 blocks of E Center St")
    }
}

@Suite struct PublicSquaresTests {
    /// Two pieces side by side; the border runs through a square.
    private static let border = -76.6003
    private static let sides: @Sendable (Coordinate) -> Int = { $0.longitude < border ? 0 : 1 }

    private func reports(_ addresses: [String], longitude: Double) -> [(
        address: String, position: Coordinate
    )] {
        addresses.enumerated().map { index, address in
            (address, Coordinate(longitude: longitude + Double(index) * 1e-6, latitude: 39.3))
        }
    }

    @Test func `three addresses make a square, two do not`() {
        let crowded = reports(["1 A St", "2 A St", "3 A St"], longitude: -76.605)
        let sparse = reports(["1 B St", "2 B St", "2 b st"], longitude: -76.595)
        let squares = PublicSquares(crowded + sparse, pieceAt: Self.sides)
        func distance(_ report: (address: String, position: Coordinate)) -> Double {
            LocalPlane.distance(squares.place(near: report.position).position, report.position)
        }
        #expect(crowded.allSatisfy { distance($0) <= 71 })
        let places = Set(sparse.map { squares.place(near: $0.position) })
        #expect(places.count == 1 && sparse.allSatisfy { distance($0) <= 283 })
    }

    @Test(arguments: [
        ["350 Elm St Apt 1", "350 Elm St Apt 2", "350 Elm St Apt 3"],
        ["350 Elm St", "350 Elm Street", "350 ELM ST.", "350 Elm"],
        ["412 Elm St", "412 Elmm St", "412 Eln St"], ["Elm Park", "Oak Park", "Ash Park"],
        ["3-12 Elm St", "4-12 Elm St", "5-12 Elm St"],
    ])
    func `flats and spellings of one house are one, and a place without a number is none`(addresses: [String])
    {
        let found = reports(addresses, longitude: -76.605)
        let squares = PublicSquares(found, pieceAt: Self.sides)
        let empty = PublicSquares([], pieceAt: Self.sides)
        #expect(squares.place(near: found[0].position) == empty.place(near: found[0].position))
    }

    @Test func `numbers that one position bears are those of one house`() {
        let position = Coordinate(longitude: -76.605, latitude: 39.3)
        let squares = PublicSquares(
            ["12 Elm St", "21 Elm St", "112 Elm St"].map { ($0, position) }, pieceAt: Self.sides)
        #expect(squares.place(near: position).reach == 400)
        // Two houses, of which one has three positions and the other's position three numbers.
        let others = reports(["12 Elm St", "12 Elm St", "12 Elm St"], longitude: -76.605)
        let more = ["14 Elm St", "41 Elm St"].map { (address: $0, position: position) }
        #expect(PublicSquares(others + more, pieceAt: Self.sides).place(near: position).reach == 400)
        let three = reports(["12 Elm St", "14 Elm St", "16 Elm St"], longitude: -76.605)
        #expect(PublicSquares(three, pieceAt: Self.sides).place(near: position).reach == 100)
    }

    @Test func `a place is never beyond a border`() {
        let squares = PublicSquares([], pieceAt: Self.sides)
        for step in 0..<400 {
            let longitude = Self.border + Double(step - 200) * 2e-5 + 1e-6
            let place = squares.place(near: Coordinate(longitude: longitude, latitude: 39.3))
            #expect((place.position.longitude < Self.border) == (longitude < Self.border), "\(longitude)")
        }
    }

    /// Two maps of one file with other requests: the squares of one are made of whole squares of the other.
    @Test func `a square lies whole in any larger one, and is the same whatever else is in the file`() {
        let near = Coordinate(longitude: -76.605, latitude: 39.3)
        let houses = reports(["1 A St", "2 A St", "3 A St"], longitude: -76.605)
        let elsewhere = reports(["1 B St", "2 B St", "3 B St"], longitude: -76.6251)
        let small = PublicSquares(houses) { _ in 0 }.place(near: near)
        #expect(PublicSquares(elsewhere + houses) { _ in 0 }.place(near: near) == small)
        let large = PublicSquares(elsewhere) { _ in 0 }.place(near: near)
        #expect(LocalPlane.distance(small.position, large.position) <= 150 * 2.0.squareRoot() + 0.1)
        #expect(small.reach == 100 && large.reach == 400)
    }

    @Test func `a name is told where its square holds three houses of it, else a wider name or none`() {
        let block = PublicPlace.Name.block(0...0, street: "A St")
        let mixed = reports(["1 A St", "2 B St", "3 C St"], longitude: -76.605)
        func name(_ all: [(address: String, position: Coordinate)]) -> PublicPlace.Name {
            PublicSquares(
                all, names: { $0.hasSuffix("A St") ? [block, .street("A St")] : [] }, pieceAt: { _ in 0 }
            ).place(near: mixed[0].position, names: [block, .street("A St")]).name
        }
        #expect(name(mixed) == .unnamed)
        #expect(name(mixed + reports(["5 A St", "7 A St"], longitude: -76.60499)) == block)
    }
}
