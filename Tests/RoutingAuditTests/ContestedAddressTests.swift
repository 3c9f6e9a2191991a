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
        _ address: String, at place: (Double, Double), assigned: String, by geocoder: Geocoder,
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
    func `a house's own point makes no repair certain where the houses of its block stand at the position`()
        throws
    {
        let block = try finding(
            "377 Quay St", at: (-106, 100), assigned: "1", by: Town.quay(neighbours: [371, 381]))
        #expect(block.verdict == .misrouted && block.cause == .geocodingError)
        #expect(block.repair?.confidence == .likely)
        let other = try finding(
            "377 Quay St", at: (-106, 100), assigned: "1", by: Town.quay(neighbours: [571, 581]))
        #expect(other.repair?.confidence == .certain)
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
