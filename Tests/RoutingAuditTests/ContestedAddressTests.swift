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
