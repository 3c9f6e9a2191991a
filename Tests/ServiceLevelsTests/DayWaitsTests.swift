import Chronology
import City
import ServiceRequests
import Testing

@testable import ServiceLevels

/// Waits of files that have days without times.
struct DayWaitsTests {
    /// Ten requests a day, of which nine are closed on the seventh day and one never, as a file of the last day tells them.
    private func history(first: String, last: String, zone: String) throws -> CaseHistory {
        let clock = try #require(CityClock(timeZone: zone))
        let (first, last) = (try #require(CivilDate(iso: first)), try #require(CivilDate(iso: last)))
        var requests: [ServiceRequest] = []
        for day in first.daysSince1970...last.daysSince1970 {
            for index in 0..<10 {
                var request = ServiceRequest(id: "\(requests.count)")
                request.category = "Pothole"
                request.opened = clock.startOfDay(CivilDate(daysSince1970: day))
                if index < 9, day + 7 <= last.daysSince1970 {
                    request.closed = clock.startOfDay(CivilDate(daysSince1970: day + 7))
                }
                request.status = request.closed == nil ? "Open" : "Closed"
                requests.append(request)
            }
        }
        return CaseHistory(
            RequestTable(requests, layerCount: 0),
            city: CityFile(path: "city.yaml", name: "Testville", timeZone: zone), clock: clock, asOf: last)
    }

    @Test(arguments: ["Europe/Madrid", "America/New_York", "UTC"])
    func `nine of ten are closed within seven days in the month in which clocks are set and in the last one`(
        zone: String
    ) throws {
        let history = try history(first: "2024-09-01", last: "2024-11-12", zone: zone)
        let report = try PeriodReport(history, by: .month, areaCount: 0, listed: [], jobs: 1)
        let levels = report.groups[0].series.levels
        #expect(levels.map(\.followed7) == [300, 310, 50])
        #expect(levels.map(\.closed7) == [270, 279, 45])
        #expect(levels.map(\.median) == [7, 7, 7])
        let curve = try WaitCurve(
            history.waits(history.cases.suffix(120)))
        #expect(abs(curve.shareOpen(after: 7) - 0.1) < 1e-9)
    }
}
