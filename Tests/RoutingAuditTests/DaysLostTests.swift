import Chronology
import Locating
import RoutingAudit
import ServiceRequests
import Testing

private typealias Town = AddressedTown

/// How long misrouted requests took, where closings are days.
struct DaysLostTests {
    @Test func `what was closed on the day it came counts in the days lost`() throws {
        let noon: Int64 = 19_700 * 86_400 + 43_200
        let requests = (0..<300).map { index in
            let isWrong = index % 5 == 0
            var request = Town.request("125 Oak St", at: (892, 100), assigned: isWrong ? "1" : "2")
            request.category = "Missed"
            request.status = "Closed"
            request.opened = Timestamp(secondsSince1970: noon)
            // Of the misrouted ones two in three on the day of opening.
            let days = isWrong ? (index % 3 == 0 ? 4 : 0) : (index % 2 == 0 ? 2 : 6)
            request.closed = Timestamp(secondsSince1970: noon - 43_200 + Int64(days) * 86_400)
            return request
        }
        let table = RequestTable(requests, layerCount: 1)
        let layer = Town.layer([try Town.edition()])
        let result = try RoutingAuditor(
            layers: [layer], calendars: [EditionCalendar(starts: [nil])],
            placeholders: PlaceholderFinder().find(in: table), addresses: Town.book(table), jobs: 1
        ).audit(table)
        let findings = SummaryFindings(result, of: table, layers: [layer])
        let summary = findings.summaries(of: [layer], table: table, clock: .utc, longest: 8, jobs: 1)[0]
        let delay = try #require(summary.delay)
        #expect(delay.closed == 60)
        #expect(delay.medianDays == 0.25)
        #expect(delay.usualDays == 4)
        // 20 took four days and 40 a quarter of one, where the mean is four.
        #expect(abs((delay.daysLost?.days ?? 0) + 150) < 0.01)
        #expect(summary.largestPairs.first?.delay?.closed == 60)
    }
}
