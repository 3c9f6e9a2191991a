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

    /// One request a day that takes up to 80 days, of which the file holds those closed by a day.
    private func closedBy(_ last: Int) -> RequestTable {
        let rows = (0..<400).map { day in (day, (day * 37) % 80) }
            .map { day, wait -> (status: String?, closed: Int64?) in
                day + wait <= last ? ("Closed", Int64(wait) * 86_400 + 9) : ("Void", nil)
            }
        return table(rows)
    }

    @Test func `a file of closed requests only is told by how many should be open, and a whole one is not`() {
        let closings = KnownClosings(closedBy(399), clock: .utc)
        #expect(closings.holdsClosedOnly && !closings.tellWaits && !closings.tellOpenings)
        #expect(closings.tellFastClosings)
        #expect(
            gap(closedBy(399))?.hasPrefix("No request is open, where by the waits of the others some 1")
                == true)
        let whole = KnownClosings(closedBy(480), clock: .utc)
        #expect(whole.closed == 400 && whole.tellWaits && whole.tellOpenings)
    }

    @Test
    func `a file of open requests only tells no share on time, and a handful of open ones is no such file`()
        throws
    {
        func open(_ count: Int) -> RequestTable {
            table([(status: String?, closed: Int64?)](repeating: ("Open", nil), count: count))
        }
        #expect(gap(open(10))?.hasPrefix("No request is closed: the file holds open ones only") == true)
        #expect(gap(open(9)) == nil)
        let history = history(open(60))
        let series = try PeriodSeries(history.cases, of: history, span: PeriodSpan(history, by: .month))
        #expect(!series.tellsWaits && !series.tellsOpenings && !series.tellsStocks)
    }
}
