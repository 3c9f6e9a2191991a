import Boundaries
import Chronology
import Locating
import RoutingAudit
import ServiceRequests
import Testing

private typealias Town = AddressedTown

/// Positions that are farther off than the largest radius that is measured of them.
@Suite struct CutRadiiTests {
    // Planted: of 494 certain repairs the two that were wrong, 61 and 67 m beyond the border, where 95 in 100 positions lay within 80 m.
    @Test func `where the measured radius was cut another map alone makes nothing near the border certain`()
        throws
    {
        func confidence(at x: Double, measuring distance: Double) throws -> Repair.Confidence? {
            var request = Town.request(nil, at: (x, 100), assigned: "1")
            request.opened = CivilDate(iso: "2024-01-20").map {
                Timestamp(secondsSince1970: Int64($0.daysSince1970) * 86_400)
            }
            let others = (0..<200).map { _ in
                Town.request("7 Quay St", at: (-9 - distance, 100), assigned: "1")
            }
            let table = RequestTable([request] + others, layerCount: 1)
            let book = Town.book(table, geocoder: Town.quay)
            let layer = PreparedLayer(
                name: "zone", title: "Zone", uncertainty: 10, isUncertaintyStated: false,
                editions: [
                    try Town.edition(border: 650, name: "old"),
                    try Town.edition(name: "new", from: "2024-01-01"),
                ])
            let starts = [nil, CivilDate(iso: "2024-01-01")].map { day in
                day.map { Timestamp(secondsSince1970: Int64($0.daysSince1970) * 86_400) }
            }
            let findings = try RoutingAuditor(
                layers: [layer], calendars: [EditionCalendar(starts: starts)],
                placeholders: PlaceholderFinder().find(in: table), addresses: book,
                measured: MeasuredUncertainty(book, table: table), jobs: 1, listing: .all
            ).audit(table).findings
            let found = try #require(findings.first)
            #expect(found.cause == .staleEdition)
            return found.repair?.confidence
        }
        #expect(try confidence(at: 65, measuring: 90) == .likely)
        #expect(try confidence(at: 105, measuring: 90) == .certain)
        #expect(try confidence(at: 65, measuring: 45) == .certain)
    }
}
