import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// Numbers with a hyphen, as in Queens: 34-08 is the fourth house of the block that begins at 34-00.
struct HyphenatedNumbersTests {
    /// The houses of 33-01 to 35-31 on 154th Pl, 10 m apart, and 155-28 on 34th Rd; 28 and 155 on 36th Rd too.
    private static let town: Geocoder = {
        var points: [AddressPoint] = []
        func add(_ number: Int, _ street: String, _ x: Double, _ y: Double) {
            points.append(
                AddressPoint(
                    street: SmallTown.street(street), number: number, position: SmallTown.coordinate(x, y)))
        }
        for block in 33...35 {
            for house in stride(from: 1, through: 31, by: 2) {
                add(100 * block + house, "154TH PL", 0, Double(block - 33) * 400 + Double(house) * 10)
            }
        }
        for (number, x) in [(15526, 0.0), (15528, 10), (15530, 20)] { add(number, "34TH RD", x, 2_000) }
        for (number, x) in [(28, 0.0), (155, 800), (15528, 1_600)] { add(number, "36TH RD", x, 3_000) }
        for (number, x) in [(12, 0.0), (96, 300), (1201, 900), (1299, 1_200)] {
            add(number, "ANN ST", x, 4_000)
        }
        return SmallTown.geocoder([], points: points)
    }()

    private func match(_ line: String) throws -> AddressCandidate {
        try #require(Self.town.geocode(line).match, "\(line)")
    }

    @Test func `a block with a hyphen is the block, and its radius holds all its houses`() throws {
        let plain = try match("3400 block of 154th Pl")
        for line in [
            "34-00 block of 154th Pl", "34-00 BLK 154 Pl", "34-XX 154th Pl", "34 - 00 block of 154th Pl",
            "34-00 - 34-99 154th Pl", "34-00 to 34-99 154th Pl", "between 34-00 and 34-99 154th Pl",
        ] {
            let match = try match(line)
            #expect(match.precision == .block && match.position == plain.position, "\(line)")
            #expect(match.uncertainty >= plain.uncertainty, "\(line)")
            #expect(match.number == 3400, "\(line)")
        }
        #expect(SmallTown.metres(plain) == [0, 560])
    }

    @Test func `two ends of which a street has both meanings are a tie`() {
        let result = Self.town.geocode("12-98 block of Ann St")
        #expect(result.status == .tie && Set(result.ties.map(\.number)) == [12, 1200])
        #expect(result.ties.allSatisfy { $0.faults.contains(.eitherHouse) })
        #expect(Self.town.geocode("1-99 block of Ann St").match?.number == 1)
    }

    @Test func `of two houses with hyphens the second is not taken alone`() {
        for line in ["34-01 to 34-31 154th Pl", "34-01 & 34-31 154th Pl", "34-01 - 34-31 154th Pl"] {
            let result = Self.town.geocode(line)
            #expect(result.match?.number != 3431, "\(line)")
        }
    }

    @Test func `two houses before a numbered street are two as before any other`() {
        #expect(Self.town.geocode("3301 or 3531 154th Pl").status == .tie)
    }

    @Test func `a hyphen that became a blank is one where the street has that house, with a fault`() throws {
        let house = try match("155 28 34th Rd")
        #expect(house.number == 15528 && house.precision == .addressPoint)
        #expect(house.faults.text == "either_house")
        #expect(try match("155-28 34th Rd").faults.isEmpty)
        // A unit and a house, or a house and a word of the street's name, as before.
        #expect(Self.town.geocode("3 28 34th Rd").match?.precision != .addressPoint)
    }

    @Test func `where the street has a house of one of the numbers too, either may be meant`() {
        let result = Self.town.geocode("155 28 36th Rd")
        #expect(result.status == .tie && Set(result.ties.map(\.number)) == [28, 155, 15528])
    }

    @Test func `a hyphen between blanks is one where the street has neither number alone`() throws {
        let house = try match("33 - 05 154th Pl")
        #expect(house.number == 3305)
        let open = try match("33 - 35 Cedar St", [33, 35, 3335])
        #expect(open.number == 33)
        let joined = try match("33 - 35 Cedar St", [3331, 3335])
        #expect(joined.number == 3335 && joined.faults.contains(.eitherHouse))
    }

    private func match(_ line: String, _ numbers: [Int]) throws -> AddressCandidate {
        let points = numbers.map {
            AddressPoint(
                street: SmallTown.street("CEDAR ST"), number: $0,
                position: SmallTown.coordinate(Double($0), 0))
        }
        return try #require(SmallTown.geocoder([], points: points).geocode(line).match)
    }
}
