import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// What the number of a line may mean on a street with houses of their own.
struct WrittenNumbersTests {
    private func town(_ houses: [(number: String, x: Double)], street: String = "ANN ST") -> Geocoder {
        let points = houses.compactMap { house -> AddressPoint? in
            guard let number = HouseNumber(field: house.number) else { return nil }
            var point = AddressPoint(
                street: SmallTown.street(street), number: number.key,
                position: SmallTown.coordinate(house.x, 0))
            point.prefix = number.prefix
            point.suffix = number.suffix
            return point
        }
        return SmallTown.geocoder([], points: points)
    }

    @Test func `letters are taken for digits only where the street has that house, and with a fault`() {
        let houses = town([("12", 0), ("1200", 1_500)])
        #expect(houses.geocode("12OO Ann St").match?.number == 1200)
        #expect(houses.geocode("12OO Ann St").match?.faults.text == "number_suffix_differs")
        let small = town([("12", 0), ("13", 1_500)])
        #expect(small.geocode("12OO Ann St").candidates.allSatisfy { $0.number == nil })
        #expect(
            small.geocode("12OO Ann St").candidates.allSatisfy { $0.faults.contains(.numberFarFromRange) })
    }

    @Test func `an L behind a number is a tie with a one where the street has that house`() {
        let both = town([("120", 0), ("1201", 1_500)])
        #expect(both.geocode("120L Ann St").status == .tie)
        #expect(town([("120L", 0), ("1201", 1_500)]).geocode("120L Ann St").match?.number == 120)
        #expect(town([("120", 0), ("130", 1_500)]).geocode("120L Ann St").match?.number == 120)
    }

    @Test func `numbers of two grids are two houses`() {
        let road = town([("N50W16560", 0), ("N112W16560", 3_000), ("N112W16570", 3_010)])
        #expect(road.geocode("N50W16560 Ann St").match?.matched == "N50W16560 ANN ST")
        #expect(SmallTown.metres(road.geocode("N112W16560 Ann St").match) == [3_000, 0])
        #expect(road.geocode("16560 Ann St").status == .tie)
        let elsewhere = road.geocode("S50W16560 Ann St")
        #expect(elsewhere.candidates.allSatisfy { $0.precision == .street && !$0.faults.isEmpty })
    }

    // Planted: of ranges the first half was not compared, so that a house was in the range of another grid line, without a fault.
    @Test func `ranges of two grids are two places, and a half that is left out is a fault`() throws {
        func circle(_ grid: String, y: Double) throws -> StreetSegment {
            var segment = SmallTown.segment("MILL CIR", from: (0, y), to: (100, y))
            segment.left = AddressRange(from: "\(grid)22201", to: "\(grid)22299")
            try #require(segment.left?.prefix == grid)
            return segment
        }
        let mill = SmallTown.geocoder([try circle("N55W", y: 0), try circle("N61W", y: 2_000)])
        let found = try #require(mill.geocode("N61W22245 Mill Cir").match)
        #expect(found.matched == "N61W22245 MILL CIR")
        #expect(found.faults.isEmpty && found.precision == .range)
        #expect(try #require(SmallTown.metres(found))[1] > 1_900)
        #expect(mill.geocode("22245 Mill Cir").status == .tie)
        let half = mill.geocode("W22245 Mill Cir")
        #expect(half.status == .tie && half.ties.allSatisfy { $0.faults.contains(.numberSuffixDiffers) })
        for line in ["N99W22245 Mill Cir", "W61N22245 Mill Cir"] {
            let other = mill.geocode(line)
            #expect(other.candidates.allSatisfy { $0.precision == .street && !$0.faults.isEmpty }, "\(line)")
        }
        let block = try #require(SmallTown.metres(mill.geocode("N61W22200 block Mill Cir").match))
        #expect(block[1] > 1_900)
    }

    @Test func `two houses that lie apart tie, however the line joins them`() {
        let houses = town([("104", 0), ("1104", 1_500)])
        for line in [
            "104 & 1104 Ann St", "104 through 1104 Ann St", "104 Ann St to 1104 Ann St", "104 Ann St to 1104",
            "1104 Ann St; 104 Ann St", "1104 Ann St was 104 Ann St", "104B-1104 Ann St",
        ] {
            let result = houses.geocode(line)
            #expect(result.status == .tie, "\(line)")
            #expect(Set(result.ties.map(\.number)) == [104, 1104], "\(line)")
            #expect(result.ties.allSatisfy { $0.faults.contains(.eitherHouse) }, "\(line)")
        }
    }

    @Test func `a range into another block has a radius that holds both ends`() throws {
        let match = try #require(town([("530", 0), ("610", 300)]).geocode("530-610 Ann St").match)
        #expect(match.faults.text == "either_house" && match.uncertainty >= 300)
    }

    @Test func `a distance from a house widens its radius`() throws {
        let houses = town([("104", 0)])
        let near = try #require(houses.geocode("2500 ft east of 104 Ann St").match)
        #expect(near.faults.text == "near_address" && near.uncertainty > 760)
        #expect(houses.geocode("3 miles east of 104 Ann St").match == nil)
    }

    @Test func `a number that may be a word's is told by a fault`() {
        #expect(town([("12", 0)]).geocode("Widget 12 Ann St").match?.faults.text == "second_reading")
    }

    @Test func `a number that none of several towns has may be of each one's block`() {
        let points = [("SALEM", 0.0), ("BEDFORD", 4_000.0)].flatMap { town, x in
            [279, 283].map { number in
                var point = AddressPoint(
                    street: SmallTown.street("KELLER LN"), number: number,
                    position: SmallTown.coordinate(x + Double(number), 0))
                point.place = town
                return point
            }
        }
        let towns = SmallTown.geocoder([], points: points)
        #expect(towns.geocode("281 Keller Ln").status == .tie)
        #expect(towns.geocode("281 Keller Ln, Salem").match?.place == "SALEM")
    }

    // `120.5 Ann St` was the whole street at 100, `120,5 Ann St` number 5.
    @Test(arguments: [
        "120.5 Ann St", "120.25 Ann St", "120,5 Ann St", "120.5A Ann St", "No. 120.5 Ann St", "Ann St 120.5",
        "Ann St 120,5",
        "1XX4 Ann St",
    ])
    func `a number that is not read is told, and is no house`(line: String) throws {
        let match = try #require(town([("5", 0), ("120", 300)]).geocode(line).match)
        #expect(match.precision == .street && match.faults.text == "number_not_read", "\(match.faults.text)")
    }

    @Test func `zeros behind a number, thousands and a list of houses are read`() {
        let houses = town([("120", 300), ("123", 310), ("125", 320), ("1120", 900)])
        #expect(houses.geocode("120.0 Ann St").match?.number == 120)
        #expect(houses.geocode("1,120 Ann St").match?.number == 1120)
        #expect(houses.geocode("123,125 Ann St").match?.number == 123)
    }

    // The one that is known was the house, within 20 m.
    @Test func `of two numbers that no one house has, the one that is known is a place on the street alone`()
        throws
    {
        let houses = town([("120", 0), ("649", 500), ("655", 510)])
        for line in [
            "649-1949 Ann St", "1949-649 Ann St", "Ann St 649-1949", "Ann St, 649 - 1949",
            "Ann St 649 to 1949",
        ] {
            let match = try #require(houses.geocode(line).match, "\(line)")
            #expect(match.precision == .street && match.uncertainty > 1_300, "\(line)")
            #expect(match.faults.text == "either_house", "\(line)")
        }
        // A unit, before or behind the house.
        for line in ["12-649 Ann St", "649-12 Ann St"] {
            #expect(houses.geocode(line).match?.precision == .addressPoint, "\(line)")
        }
    }

    @Test func `two numbers behind their street are those that stand before it`() {
        let houses = town([("104", 0), ("106", 10), ("1104", 1_500)])
        for line in ["Ann St 104-1104", "Ann St, 104 - 1104", "Ann St 104/1104", "Ann St 104 to 1104, Salem"]
        {
            let result = houses.geocode(line)
            #expect(result.status == .tie && Set(result.ties.map(\.number)) == [104, 1104], "\(line)")
        }
        #expect(houses.geocode("Ann St 104-106").match?.faults.isEmpty == true)
    }

    @Test(arguments: [
        "104 Ann St (vicinity)", "104 Ann St (near)", "104 Ann St (nearby)", "104 Ann St near",
        "104 Ann St, near",
        "104 Ann St (approx)", "104 Ann St approx.", "104 Ann St (next door)", "104 Ann St (next to)",
        "104 Ann St (area)", "104 Ann St (adjacent)",
        "104 Ann St (in the vicinity)", "104 Ann St (around here)", "104 Ann St area",
        "104 Ann St (near), Salem",
        "104 Ann St, Salem (vicinity)", "104 Ann St [near]", "104 Ann St - behind",
    ])
    func `what lies near a house is not at it, where the word stands behind it too`(line: String) throws {
        let match = try #require(town([("104", 0)]).geocode(line).match)
        #expect(match.faults.contains(.nearAddress) && match.uncertainty >= 80)
    }

    @Test func `words that are of a name or a note say nothing of nearness`() {
        #expect(
            town([("104", 0)], street: "PICNIC AREA").geocode("104 Picnic Area").match?.faults.isEmpty == true
        )
        #expect(town([("104", 0)]).geocode("104 Ann St (blue house)").match?.faults.isEmpty == true)
        #expect(town([("104", 0)]).geocode("104 Ann St (rear)").match?.faults.isEmpty == true)
    }
}
