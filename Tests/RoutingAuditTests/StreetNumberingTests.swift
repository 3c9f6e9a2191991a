import Boundaries
import Locating
import RoutingAudit
import ServiceRequests
import Testing

private typealias Town = AddressedTown

/// A street that the reference numbers otherwise than its requests do.
@Suite struct StreetNumberingTests {
    /// Market St has a hundred in every 200 m, number 101 at x = −900.
    private func place(_ number: Int) -> Double { 2 * Double(number - 101) - 900 }

    /// Requests of Market St, each recorded on it where the reference has a number so much lower.
    private func requests(lower offset: Int, numbers: [Int] = Array(stride(from: 321, to: 900, by: 40)))
        -> [ServiceRequest]
    {
        numbers.map { number in
            let x = place(number - offset)
            return Town.request("\(number) Market St", at: (x, 595), assigned: x < 0 ? "1" : "2")
        }
    }

    private func parts(of requests: [ServiceRequest]) -> [AddressAgreement.Part] {
        let table = RequestTable(requests, layerCount: 1)
        let book = Town.book(table, geocoder: Town.market)
        return MeasuredUncertainty(book, table: table).agreement.parts
    }

    private func audit(_ requests: [ServiceRequest]) throws -> (result: AuditResult, auditor: RoutingAuditor)
    {
        let table = RequestTable(requests, layerCount: 1)
        let book = Town.book(table, geocoder: Town.market)
        let auditor = RoutingAuditor(
            layers: [Town.layer([try Town.edition()])], calendars: [EditionCalendar(starts: [nil])],
            placeholders: PlaceholderFinder().find(in: table), addresses: book,
            measured: MeasuredUncertainty(book, table: table), jobs: 1, listing: .all)
        return (try auditor.audit(table), auditor)
    }

    @Test func `a street on which most lie, far from where the reference has their numbers, is doubted`() {
        #expect(parts(of: requests(lower: 200)).map(\.street) == ["Market St"])
        #expect(parts(of: requests(lower: 0)).isEmpty)
        // Nine tell nothing.
        #expect(parts(of: Array(requests(lower: 200).prefix(9))).isEmpty)
    }

    @Test func `a street to whose middle all were geocoded is not`() {
        let middle = requests(lower: 0).map { request in
            Town.request(request.address, at: (3, 595), assigned: "2")
        }
        #expect(parts(of: middle).isEmpty)
    }

    @Test func `nor is one whose requests are recorded off it`() {
        let off = requests(lower: 0).enumerated().map { index, request in
            Town.request(request.address, at: (-800 + 60 * Double(index), -300), assigned: "1")
        }
        #expect(parts(of: off).isEmpty)
    }

    // Planted: right requests of such a street were accused, and moved two blocks along it.
    @Test func `by its numbers nobody is accused, and no repair is certain`() throws {
        let unplaced = Town.request("651 Market St", at: nil, assigned: "1")
        let wrong = Town.request("361 Market St", at: (place(161), 595), assigned: "2")
        let all = requests(lower: 200) + [unplaced, wrong]
        let (result, auditor) = try audit(all)
        let findings = result.findings
        #expect(findings.dropLast(2).allSatisfy { $0.verdict == .correct })
        let layer = auditor.layers[0]
        let blank = findings[all.count - 2]
        #expect(blank.verdict == .uncertain)
        #expect(
            blank.evidenceText(in: layer)
                == "placed by its house number alone, and most requests of Market St lie elsewhere on it than the reference has their"
                + " numbers")
        // What its position says on the street is said.
        let found = findings[all.count - 1]
        #expect(
            found.verdict == .misrouted && found.cause == .zoneTable && found.repair?.confidence == .likely)
        #expect(found.evidenceText(in: layer).hasPrefix("recorded in zone 1, "))
        #expect(found.evidenceText(in: layer).hasSuffix(" m from Market St"))
    }

    @Test(arguments: ["1", "2"])
    func `a position off the street frees and accuses nobody where the street lies in both areas`(
        assigned: String
    ) throws {
        let far = Town.request("661 Market St", at: (-900, -900), assigned: assigned)
        let (result, auditor) = try audit(requests(lower: 200) + [far])
        let found = try #require(result.findings.last)
        #expect(found.verdict == .uncertain)
        #expect(
            found.evidenceText(in: auditor.layers[0])
                .hasSuffix(
                    "m from Market St, which runs through zone \(assigned), the assigned one; where its numbers are is doubtful"
                ))
    }
}
