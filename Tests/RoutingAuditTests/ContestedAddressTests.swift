import AddressParsing
import Boundaries
import Chronology
import Geocoding
import Geometry
import Locating
import RoutingAudit
import ServiceRequests
import Testing

private typealias Town = AddressedTown

/// Addresses that the recorded position speaks against, so that they are no second source, and positions that no reading of their
/// address frees.
@Suite struct ContestedAddressTests {
    private func finding(
        _ address: String, at place: (Double, Double)?, assigned: String, by geocoder: Geocoder,
        editions: [PreparedEdition]? = nil, opened: String? = nil
    ) throws -> Finding {
        var request = Town.request(address, at: place, assigned: assigned)
        request.opened = opened.flatMap { CivilDate(iso: $0) }.map {
            Timestamp(secondsSince1970: Int64($0.daysSince1970) * 86_400)
        }
        return try #require(try Town.audit([request], editions: editions, geocoder: geocoder).first)
    }

    private func evidence(_ finding: Finding) throws -> String {
        finding.evidenceText(in: Town.layer([try Town.edition()]))
    }

    // MARK: No second source

    @Test func `a position on the very street, far from the number's range, makes a repair likely`() throws {
        // 377 written as 777.
        let along = try finding("777 Market St", at: (-346, 595), assigned: "1", by: Town.market)
        #expect(along.verdict == .misrouted && along.cause == .geocodingError)
        #expect(along.repair?.confidence == .likely)
        let beside = try finding("777 Market St", at: (-346, 300), assigned: "1", by: Town.market)
        #expect(beside.repair?.confidence == .certain)
    }

    @Test
    func `a house's own point makes no repair certain where houses of its street stand at the position`()
        throws
    {
        let block = try finding(
            "377 Quay St", at: (-106, 100), assigned: "1", by: Town.quay(neighbours: [371, 381]))
        #expect(block.verdict == .misrouted && block.cause == .geocodingError)
        #expect(block.repair?.confidence == .likely)
        // 577 written as 377: nearly half of such addresses are wrong.
        let other = try finding(
            "377 Quay St", at: (-106, 100), assigned: "1", by: Town.quay(neighbours: [571, 581]))
        #expect(other.verdict == .misrouted && other.repair?.confidence == .likely)
        let away = try finding(
            "377 Quay St", at: (-306, 100), assigned: "1", by: Town.quay(neighbours: [571, 581]))
        #expect(away.repair?.confidence == .certain)
    }

    @Test func `a listed house of another type or direction at the position makes a repair likely`() throws {
        // 125 N Main St is written and listed; the position is at 125 S Main St, which is listed too.
        let twin = try finding("125 N Main St", at: (-590, -100), assigned: "1", by: Town.twins)
        #expect(twin.verdict == .misrouted)
        #expect(twin.repair?.confidence == .likely)
        let elsewhere = try finding("125 N Main St", at: (-900, 300), assigned: "1", by: Town.twins)
        #expect(elsewhere.repair?.confidence == .certain)
    }

    @Test
    func `a position near the house of the other direction makes a repair likely, though beyond its radius`()
        throws
    {
        let near = try finding("125 N Main St", at: (-685, -100), assigned: "1", by: Town.geocoder)
        #expect(near.verdict == .misrouted)
        #expect(near.repair?.confidence == .likely)
        let far = try finding("125 N Main St", at: (-900, -100), assigned: "1", by: Town.geocoder)
        #expect(far.repair?.confidence == .certain)
    }

    @Test func `an earlier map makes no repair certain where the place itself is contested`() throws {
        let editions = [
            try Town.edition(border: 650, name: "old"),
            try Town.edition(name: "new", from: "2024-01-01"),
        ]
        let contested = try finding(
            "125 N Main St", at: (-600, -100), assigned: "1", by: Town.geocoder, editions: editions,
            opened: "2024-01-20")
        #expect(contested.cause == .staleEdition)
        #expect(contested.repair?.confidence == .likely)
        let plain = try finding(
            "125 N Main St", at: (-900, -100), assigned: "1", by: Town.geocoder, editions: editions,
            opened: "2024-01-20")
        #expect(plain.repair?.confidence == .certain)
    }

    // Planted: the house at the position counted only where it differed in a type or direction that the parser knows.
    @Test(arguments: [
        (624, "ASH GARTH", "", "624 Ash Garth"), (624, "ASH HILL", "LN", "624 Ash Hill Ln"),
        (624, "UPPER ASH", "LN", "624 Upper Ash Ln"), (624, "ASHE", "LN", "624 Ashe Ln"),
        (1624, "ASH", "LN", "1624 Ash Ln"), (264, "ASH", "LN", "264 Ash Ln"),
    ])
    func `a listed house of nearly the address at the position makes a repair likely, and is named`(
        number: Int, name: String, type: String, title: String
    ) throws {
        let found = try finding(
            "624 Ash Ln", at: (-590, -100), assigned: "1",
            by: ash(at: [(number, Town.name(nil, name, type), (-592, -98))]))
        #expect(found.verdict == .misrouted && found.cause == .geocodingError)
        #expect(found.repair?.confidence == .likely)
        #expect(try evidence(found).hasSuffix("m from 624 Ash Ln; \(title) is in zone 1"))
    }

    @Test(arguments: [(624, "BIRCH", "LN"), (626, "ASH", "CT"), (6245, "ASHE", "LN")])
    func `a house of another number or name at the position leaves a repair certain`(
        number: Int, name: String, type: String
    ) throws {
        let found = try finding(
            "624 Ash Ln", at: (-590, -100), assigned: "1",
            by: ash(at: [(number, Town.name(nil, name, type), (-592, -98))]))
        #expect(found.repair?.confidence == .certain)
    }

    @Test
    func `a place that a range alone has contests no listed house, but a house that is in a range itself`()
        throws
    {
        let garth = Town.segment(
            Town.name(nil, "ASH GARTH", ""), from: (-600, -150), to: (-600, -50), left: (601, 649),
            right: (602, 648))
        let lane = Town.segment(
            Town.name(nil, "ASH", "LN"), from: (500, 50), to: (500, 150), left: (601, 649),
            right: (602, 648))
        let house = (624, Town.name(nil, "ASH", "LN"), (490.0, 100.0))
        func confidence(_ geocoder: Geocoder) throws -> Repair.Confidence? {
            try finding("624 Ash Ln", at: (-590, -100), assigned: "1", by: geocoder).repair?.confidence
        }
        #expect(try confidence(Town.housed([house], ranges: [garth, lane])) == .certain)
        #expect(try confidence(Town.housed([], ranges: [garth, lane])) == .likely)
    }

    private func ash(at others: [(Int, StreetName, (Double, Double))]) -> Geocoder {
        Town.housed([(624, Town.name(nil, "ASH", "LN"), (490, 100))] + others, ranges: [])
    }

    // Planted: wrong_side was certain whatever stood at the position, up to 75 m beyond the border.
    @Test func `a wrong side is certain only just across the street, and at no house of nearly the address`()
        throws
    {
        func found(_ houses: [(Int, StreetName, (Double, Double))], x: Double) throws -> Finding {
            try finding(
                "125 Border St", at: (x, 100), assigned: "2",
                by: Town.housed([(125, Town.name(nil, "BORDER", "ST"), (-14, 100))] + houses))
        }
        for x in [6.0, 30] {
            let plain = try found([], x: x)
            #expect(plain.cause == .wrongSide && plain.repair?.confidence == .certain)
        }
        let far = try found([], x: 60)
        #expect(far.cause == .wrongSide && far.repair?.confidence == .likely)
        let place = try found([(125, Town.name(nil, "BORDER", "PL"), (32, 102))], x: 30)
        #expect(place.cause == .wrongSide && place.repair?.confidence == .likely)
        #expect(
            try evidence(place)
                == "recorded 30 m beyond the middle of Border St, the border; 125 Border St is across it, in zone 1;"
                + " 125 Border Pl is in zone 2")
        // The opposite house, whose number is a slip of the pen away.
        let opposite = [(126, Town.name(nil, "BORDER", "ST"), (18.0, 102.0))]
        #expect(try found(opposite, x: 14).repair?.confidence == .likely)
        #expect(try found(opposite, x: 6).repair?.confidence == .certain)
    }

    // A slip in the number was a wrong side, by the parity of a range alone.
    @Test func `beyond the carriageway a house that no list has makes a wrong side likely`() throws {
        func confidence(x: Double) throws -> Repair.Confidence? {
            let found = try finding("125 Border St", at: (x, 100), assigned: "2", by: Town.geocoder)
            #expect(found.verdict == .misrouted && found.cause == .wrongSide)
            return found.repair?.confidence
        }
        #expect(try confidence(x: 6) == .certain)
        #expect(try confidence(x: 16) == .likely)
    }

    @Test func `an address with a direction too many or too few is no second source beside a position at it`()
        throws
    {
        func confidence(_ address: String) throws -> Repair.Confidence? {
            let found = try finding(address, at: (910, 100), assigned: "1", by: Town.geocoder)
            #expect(found.verdict == .misrouted && found.cause == .zoneTable)
            return found.repair?.confidence
        }
        #expect(try confidence("125 Oak St") == .certain)
        #expect(try confidence("125 W Oak St") == .likely)
    }

    @Test
    func
        `a wrong side is certain of one of two places that fit, and likely of another type than the written`()
        throws
    {
        let far = Town.segment(
            Town.name(nil, "BORDER", "ST"), from: (-1500, 0), to: (-1500, 200), left: (101, 149),
            right: (102, 150))
        let tied = try finding(
            "125 Border St", at: (6, 100), assigned: "2",
            by: Town.housed([], ranges: Town.segments + [far]))
        #expect(tied.cause == .wrongSide && tied.repair?.confidence == .certain)
        let typed = try finding("125 Border Rd", at: (6, 100), assigned: "2", by: Town.geocoder)
        #expect(typed.cause == .wrongSide && typed.repair?.confidence == .likely)
    }

    @Test func `a wrong side is likely where another street lies between the position and the border`() throws
    {
        func confidence(_ street: (Double, Double)) throws -> Repair.Confidence? {
            let lane = Town.segment(
                Town.name(nil, "CEDAR", "LN"), from: (street.0, 0), to: (street.1, 200), left: (1, 9),
                right: (2, 10))
            return try finding(
                "125 Border St", at: (35, 100), assigned: "2",
                by: Town.housed(
                    [(125, Town.name(nil, "BORDER", "ST"), (-14, 100))], ranges: Town.segments + [lane])
            ).repair?.confidence
        }
        #expect(try confidence((20, 20)) == .likely)
        #expect(try confidence((50, 50)) == .certain)
    }

    // MARK: Namesakes

    // The first of two houses 55 m apart, across the border street, stood against a position at the other's very point.
    @Test func `of two houses that an address leaves open the one at the recorded position is meant`() throws
    {
        let avenue = { Town.name($0, "QUAY", "AVE") }
        let houses = [(121, avenue(.east), (30.0, 100.0)), (121, avenue(.west), (-25.0, 100.0))]
        let geocoder = Town.housed(houses)
        for (place, own, other) in [((30.0, 100.0), "2", "1"), ((-25.0, 100.0), "1", "2")] {
            let right = Town.request("121 Quay Ave", at: place, assigned: own)
            for found in try Town.audit([right], geocoder: geocoder) {
                #expect(found.verdict == .correct && found.position?.source != .addressPoint, "\(own)")
            }
            let wrong = try finding("121 Quay Ave", at: place, assigned: other, by: geocoder)
            #expect(wrong.position?.source == .recorded, "\(other)")
        }
        let zones = [try Town.edition(borders: [-1000, 0])]
        for place in [(30.0, 100.0), (-25.0, 100.0)] {
            let third = try finding("121 Quay Ave", at: place, assigned: "1", by: geocoder, editions: zones)
            #expect(third.verdict == .misrouted && third.position?.source == .recorded, "\(place)")
        }
    }

    // Planted: a listed house stood against the same number in a range of another street of its name.
    @Test func `a house listed once does not accuse where a range in the assigned zone has it as well`()
        throws
    {
        let quay = Town.name(nil, "QUAY", "ST")
        let range = Town.segment(
            quay, from: (-500, 300), to: (-500, 500), left: (101, 149), right: (102, 150))
        let geocoder = Town.housed([(125, quay, (490, 100))], ranges: [range])
        let zones = [try Town.edition(borders: [-1000, 0])]
        let found = try finding("125 Quay St", at: nil, assigned: "2", by: geocoder, editions: zones)
        #expect(found.verdict == .uncertain)
        #expect(
            found.evidenceText(in: Town.layer(zones))
                == "the address may be 125 Quay St, the house itself, but 125 Quay St, by the street's numbers is in zone 2"
        )
        // It lies in neither: another area than the assigned one is right, and which is likely.
        let third = try finding("125 Quay St", at: nil, assigned: "1", by: geocoder, editions: zones)
        #expect(third.verdict == .misrouted && third.repair?.confidence == .likely)
        // A position at the house tells which is meant.
        let there = try finding("125 Quay St", at: (492, 102), assigned: "1", by: geocoder, editions: zones)
        #expect(there.verdict == .misrouted && there.repair?.confidence == .certain)
    }

    // Planted: of two streets of one name the list lacks the house that is meant, and the other one accused.
    @Test func `a list that lacks a house of one of two streets of its name does not accuse by the other's`()
        throws
    {
        let quay = Town.name(nil, "QUAY", "ST")
        let east = [121, 125, 129].map { ($0, quay, (490.0, 4 * Double($0 - 100))) }
        func verdict(_ address: String, at place: (Double, Double)?, west: [Int], zips: [String] = [])
            throws -> Verdict
        {
            let houses = east + west.map { ($0, quay, (-900.0, 4 * Double($0 - 100))) }
            return try finding(
                address, at: place, assigned: "1", by: Town.housed(houses, zips: zips, ranges: [])
            ).verdict
        }
        let west = (-900.0, 100.0)
        #expect(try verdict("125 Quay St", at: west, west: [121, 129]) == .uncertain)
        #expect(try verdict("125 Quay St", at: nil, west: [121, 129]) == .uncertain)
        #expect(try verdict("125 Quay St", at: (-1500, -900), west: [121, 129]) == .uncertain)
        // Houses on one side of it tell only where the position is at them.
        #expect(try verdict("125 Quay St", at: (-900, -30), west: [91, 95]) == .uncertain)
        #expect(try verdict("125 Quay St", at: nil, west: [91, 95]) == .misrouted)
        // The ZIP code that is written tells them apart where the houses have it.
        let zips = ["02721", "02721", "02721", "02722", "02722"]
        #expect(
            try verdict("125 Quay St 02721", at: west, west: [121, 129], zips: zips) == .misrouted)
        #expect(try verdict("125 Quay St 02721", at: west, west: [121, 129]) == .uncertain)
        // So far along one street its numbers go.
        #expect(try verdict("125 Quay St", at: west, west: [281, 285]) == .misrouted)
    }

    // Planted: a house of the street without a direction, recorded at that of the other, was correct in silence.
    @Test
    func `a street that is there as written is asked for where the position is at another with a direction`()
        throws
    {
        let geocoder = Town.housed(
            [
                (125, Town.name(nil, "ROWAN", "LN"), (490, 100)),
                (125, Town.name(.west, "ROWAN", "LN"), (-590, -100)),
            ], ranges: [])
        let found = try finding("125 Rowan Ln", at: (-590, -98), assigned: "1", by: geocoder)
        #expect(found.verdict == .uncertain)
        #expect(try evidence(found).hasSuffix("m from 125 Rowan Ln; 125 W Rowan Ln is in zone 1"))
        let there = try finding("125 W Rowan Ln", at: (-590, -98), assigned: "1", by: geocoder)
        #expect(there.verdict == .correct)
    }

    // MARK: No accusation

    @Test
    func
        `a known house of the other direction at the position asks where the written one is in a range alone`()
        throws
    {
        let listed = try finding("125 N Main St", at: (-595, -100), assigned: "1", by: Town.listed([125]))
        #expect(listed.verdict == .uncertain)
        #expect(try evidence(listed).hasSuffix("m from 125 N Main St; 125 S Main St is in zone 1"))
        // Of ranges both may be.
        let unlisted = try finding("125 N Main St", at: (-595, -100), assigned: "1", by: Town.geocoder)
        #expect(unlisted.verdict == .misrouted)
    }

    @Test func `a crossing does not accuse within a block along its own street`() throws {
        let along = try finding("Market St & Cross St", at: (-60, 600), assigned: "1", by: Town.market)
        #expect(along.verdict == .uncertain)
        let away = try finding("Market St & Cross St", at: (-60, 450), assigned: "1", by: Town.market)
        #expect(away.verdict == .misrouted)
        #expect(
            try finding("Market St & Cross St", at: (-400, 600), assigned: "1", by: Town.market).repair?
                .confidence == .likely)
    }

    @Test func `evidence says of a house that a range alone has that its neighbours are listed and not it`()
        throws
    {
        let none = try finding("125 N Main St", at: (505, 100), assigned: "1", by: Town.listed([121, 129]))
        #expect(none.verdict == .misrouted && none.cause == .sameNameElsewhere)
        #expect(
            try evidence(none)
                == "125 S Main St, which no list of houses has, would be in zone 1, the assigned one, by its street's"
                + " numbers; the address is 125 N Main St")
        let house = try finding("125 N Main St", at: (505, 100), assigned: "1", by: Town.listed([125]))
        #expect(
            try evidence(house)
                == "125 S Main St is in zone 1, the assigned one; the address is 125 N Main St")
    }

    // MARK: No release

    @Test func `a position far from all of a street is freed by none of it that lies in another zone`() throws
    {
        let editions = [try Town.edition(border: 300)]
        func verdict(_ address: String, at place: (Double, Double)) throws -> Verdict {
            try finding(address, at: place, assigned: "1", by: Town.market, editions: editions).verdict
        }
        #expect(try verdict("Market St", at: (-500, -600)) == .uncertain)
        #expect(try verdict("Market St", at: (-500, 590)) == .correct)
        // All of Elm St lies in zone 1.
        #expect(try verdict("Elm St", at: (-500, -900)) == .correct)
    }

    @Test func `a position far from a block is not freed where the block reaches into another zone`() throws {
        let editions = [try Town.edition(border: -350)]
        func verdict(_ address: String, at place: (Double, Double)) throws -> Verdict {
            try finding(address, at: place, assigned: "1", by: Town.market, editions: editions).verdict
        }
        #expect(try verdict("300 block of Market St", at: (-1500, -600)) == .uncertain)
        #expect(try verdict("300 block of Market St", at: (-420, 590)) == .correct)
        #expect(try verdict("100 block of Market St", at: (-1900, -600)) == .correct)
    }

    @Test func `a position far from both streets of a crossing that is none is not freed`() throws {
        let far = try finding("Elm St & Oak St", at: (-1500, -1500), assigned: "1", by: Town.geocoder)
        #expect(far.verdict == .uncertain)
        #expect(try evidence(far).hasSuffix("come nowhere near each other"))
        #expect(
            try finding("Elm St & Oak St", at: (-500, 90), assigned: "1", by: Town.geocoder).verdict
                == .correct)
    }

    @Test func `a house of another street than the written one frees a position within its radius alone`()
        throws
    {
        func verdict(at place: (Double, Double)) throws -> Verdict {
            try finding("5 Bosque Ln, 02722", at: place, assigned: "1", by: Town.bosque).verdict
        }
        #expect(try verdict(at: (-260, 350)) == .uncertain)
        #expect(try verdict(at: (-390, 350)) == .correct)
    }
}
