import Chronology
import City
import ServiceRequests
import Testing

@testable import ServiceLevels

/// Files that tell which requests are closed and not when, as Zürich's and Helsinki's, and such as tell neither, as Paris's.
struct KnownClosingsTests {
    private func table(_ rows: [(status: String?, closed: Int64?)]) -> RequestTable {
        RequestTable(
            rows.enumerated().map { index, row in
                var request = ServiceRequest(id: "\(index)")
                request.category = "Pothole"
                request.status = row.status
                request.opened = Timestamp(secondsSince1970: Int64(index) * 86_400)
                request.closed = row.closed.map { Timestamp(secondsSince1970: Int64(index) * 86_400 + $0) }
                return request
            }, layerCount: 0)
    }

    private func history(_ table: RequestTable) -> CaseHistory {
        CaseHistory(
            table, city: CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC"), clock: .utc,
            asOf: CivilDate(daysSince1970: 400))
    }

    private func gap(_ table: RequestTable) -> String? {
        KnownClosings(table, clock: .utc).gap(told: { "\($0)" })
    }

    @Test
    func `a file that has closed requests without their time tells no waits, one with most of them does`() {
        let undated = table([("Closed", nil), ("Closed", nil), ("Closed", 9), ("Open", nil)])
        #expect(gap(undated)?.hasPrefix("2 of 3 closed requests have no closing time") == true)
        #expect(gap(table([("Closed", nil), ("Closed", 8), ("Open", nil)])) == nil)
        #expect(gap(table([("Open", nil)])) == nil)
        #expect(gap(table([(nil, nil), (nil, nil)]))?.hasPrefix("Nothing says what was closed") == true)
    }

    @Test func `closings before the opening tell no more than none, and where no count may be told none is`()
    {
        let early = table([("Closed", nil), ("Closed", -60), ("Closed", 9), ("Open", nil)])
        #expect(
            gap(early)?.hasPrefix("2 of 3 closed requests have no closing time, or one before their opening")
                == true)
        #expect(
            KnownClosings(early, clock: .utc).gap(told: { _ in nil })?
                .hasPrefix("Most closed requests have no closing time that can be") == true)
    }

    @Test func `open requests beside closed ones without a time make no kind slow and no backlog grow`()
        throws
    {
        let rows = (0..<300).map { $0 % 5 == 0 ? ("Open", nil) : ("Closed", Int64?.none) }
        let history = history(table(rows.map { (String?.some($0.0), $0.1) }))
        #expect(!history.closings.tellWaits)
        let types = try SlowTypes(history)
        #expect(types.cityMedian == nil && types.kinds.isEmpty)
    }
}
