import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// References that hold address points and no streets, or few of both.
struct AddressPointPlacesTests {
    private func town(_ points: [(number: String, street: String, x: Double, y: Double)]) -> Geocoder {
        SmallTown.geocoder(
            [],
            points: points.compactMap { entry in
                guard let number = HouseNumber(field: entry.number) else { return nil }
                return AddressPoint(
                    street: SmallTown.street(entry.street), number: number.key,
                    position: SmallTown.coordinate(entry.x, entry.y))
            })
    }

    // Case 86.
    @Test func `a block line over address points is the block, with a radius that holds them`() throws {
        let town = town([
            ("1400", "PINE ST NW", 0, 0), ("1450", "PINE ST NW", 0, 110), ("1500", "PINE ST NW", 0, 240),
        ])
        for line in [
            "1400 - 1499 BLOCK OF PINE STREET NW", "1400-1499 Pine St NW", "1400 to 1499 Pine St NW",
            "1400-98 block of Pine St NW", "14XX Pine St NW", "Pine St NW (1400 block)",
            "between 1400 and 1499 Pine St NW",
        ] {
            let match = try #require(town.geocode(line).match, "\(line)")
            #expect(match.precision == .block, "\(line)")
            #expect(SmallTown.metres(match) == [0, 55], "\(line)")
            #expect(match.uncertainty >= 110, "\(line)")
        }
    }

    // Case 86.
    @Test func `a block of one name in two places is a tie`() {
        let town = town([("1402", "PINE ST", 0, 0), ("1404", "PINE ST", 4_000, 0)])
        #expect(town.geocode("1400 block of Pine St").status == .tie)
    }

    @Test func `a stretch between two crossings is found by the houses at its corners`() throws {
        let town = town([
            ("10", "MAIN ST", 0, 0), ("12", "MAIN ST", 100, 0), ("14", "MAIN ST", 200, 0),
            ("5", "OAK AVE", 0, 20), ("5", "ELM RD", 200, 20), ("5", "FAR LN", 5_000, 5_000),
        ])
        let match = try #require(town.geocode("Main St between Oak Ave and Elm Rd").match)
        #expect(match.precision == .block)
        #expect(SmallTown.metres(match) == [100, 10])
        #expect(match.uncertainty >= 100)
        #expect(town.geocode("Main St between Oak Ave and Far Ln").match == nil)
    }

    // Case 49.
    @Test func `a number that no point has is placed between its neighbours, with a fault about the number`()
        throws
    {
        let town = town([("1901", "CHESTNUT ST", 0, 0), ("1921", "CHESTNUT ST", 0, 100)])
        let between = try #require(town.geocode("1911 Chestnut St").match)
        #expect(between.faults.text == "number_not_in_range")
        #expect(SmallTown.metres(between) == [0, 50])
        #expect(between.uncertainty >= 50)
        let beyond = try #require(town.geocode("1923 Chestnut St").match)
        #expect(beyond.faults.text == "number_not_in_range")
        #expect(beyond.precision == .block)
    }

    @Test func `beside the nearest of houses far apart the radius grows with the numbers between`() throws {
        let rural = town([("1901", "CHESTNUT ST", 0, 0), ("1941", "CHESTNUT ST", 0, 600)])
        let between = try #require(rural.geocode("1911 Chestnut St").match)
        #expect(SmallTown.metres(between) == [0, 0])
        #expect(between.uncertainty >= 150)
        let beyond = try #require(rural.geocode("1951 Chestnut St").match)
        #expect(SmallTown.metres(beyond) == [0, 600])
        #expect(beyond.uncertainty >= 150)
    }

    @Test
    func `streets of houses alone that meet twice are a tie, and one corner where they run along each other`()
    {
        let loop = [("1", 0.0, 0.0), ("3", 0, 20), ("11", 0, 400), ("13", 0, 420)].map {
            ($0.0, "LOOP RD", $0.1, $0.2)
        }
        let across = [("2", 30.0, 10.0), ("12", 30, 410)].map { ($0.0, "OAK ST", $0.1, $0.2) }
        let twice = town(loop + across).geocode("Loop Rd & Oak St")
        #expect(twice.status == .tie && twice.tieCount == 2)
        let along = (0..<10).map { ("\(2 * $0 + 1)", "OAK ST", 30.0, 50 * Double($0)) }
        let side = (0..<10).map { ("\(2 * $0 + 1)", "LOOP RD", 0.0, 50 * Double($0)) }
        #expect(town(along + side).geocode("Loop Rd & Oak St").status == .match)
    }

    // Case 51.
    @Test func `a number far from all of a street is the street, no wider than it is long`() throws {
        let segments = (0..<10).map { index in
            SmallTown.segment(
                "QUAY RD", from: (0, Double(index) * 300), to: (0, Double(index + 1) * 300),
                left: (index * 100 + 1, index * 100 + 99))
        }
        let match = try #require(SmallTown.geocoder(segments).geocode("99999 Quay Rd").match)
        #expect(match.precision == .street)
        #expect(match.faults.text == "number_far_from_range")
        #expect((1_500...1_600).contains(match.uncertainty))
    }

    // Case 47.
    @Test func `numbers with a hyphen and zeros, and with fractions, are found as they are written`() {
        let town = town([
            ("94-825", "GOLF RD", 0, 0), ("94-005", "GOLF RD", 500, 0), ("123 1/2", "GOLF RD", 900, 0),
        ])
        #expect(SmallTown.metres(town.geocode("94-005 Golf Rd").match) == [500, 0])
        #expect(SmallTown.metres(town.geocode("94-825 Golf Rd").match) == [0, 0])
        #expect(SmallTown.metres(town.geocode("123 1/2 Golf Rd").match) == [900, 0])
    }

    // Case 53.
    @Test func `what is across from an address lies on the other side of its street`() throws {
        let town = SmallTown.geocoder()
        let own = try #require(town.geocode("126 N Main St").match)
        for line in [
            "Opposite 126 N Main St", "across from 126 N Main St", "126 N Main St, across the street",
        ] {
            let match = try #require(town.geocode(line).match, "\(line)")
            #expect(match.faults.text == "across_the_street")
            #expect(match.side != own.side)
            #expect(SmallTown.metres(match)?[0] == SmallTown.metres(own).map { -$0[0] })
            #expect(match.uncertainty > own.uncertainty)
        }
        #expect(town.geocode("near 126 N Main St").match?.faults.text == "near_address")
    }

    // Case 88.
    @Test func `negative ends of a range are none`() {
        #expect(AddressRange(from: "-1", to: "-1") == nil)
        #expect(AddressRange(from: "−1", to: "-1.0") == nil)
        #expect(AddressRange(from: "-1", to: "19") == AddressRange(from: 19, to: 19))
    }
}
