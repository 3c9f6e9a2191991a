import Chronology
import ServiceRequests
import Statistics
import Testing

@testable import RoutingAudit

struct MisroutingPeriodsTests {
    private static let months = 24
    private static let ofMonth = 110

    /// A table of requests of equal months from 2023 on.
    private static let table: RequestTable = {
        let start = CivilDate(iso: "2023-01-01")?.daysSince1970 ?? 0
        return RequestTable(
            (0..<months).flatMap { month in
                (0..<ofMonth).map { index in
                    var request = ServiceRequest(id: "\(month)-\(index)")
                    request.category = "Pothole"
                    request.opened = Timestamp(
                        secondsSince1970: Int64(start + month * 365 / 12 + 2) * 86_400 + Int64(index))
                    return request
                }
            }, layerCount: 0)
    }()

    private func periods(_ misrouted: (_ month: Int, _ index: Int) -> Bool) -> [MisroutingPeriod] {
        let rows = (0..<Self.months * Self.ofMonth).filter { misrouted($0 / Self.ofMonth, $0 % Self.ofMonth) }
        return PeriodFinder(table: Self.table, chosen: [], clock: .utc)
            .periods(of: rows.map { PeriodFinder.Misrouting(row: $0, cause: .unexplained) })
    }

    @Test func `of cities that misroute alike in all months at most one in ten has a month named`() {
        var named = 0
        for seed in 0..<24 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let drawn = (0..<Self.months * Self.ofMonth).map { _ in generator.nextUnit() < 0.03 }
            if !periods({ drawn[$0 * Self.ofMonth + $1] }).isEmpty { named += 1 }
        }
        #expect(named <= 3, "\(named) of 24")
    }

    @Test func `a month in which four times as many are misrouted is named`() {
        let found = periods { month, index in index % 33 == 0 || month == 7 && index % 8 == 1 }
        #expect(found.map { "\($0.first)" } == ["2023-08-01"])
    }
}
