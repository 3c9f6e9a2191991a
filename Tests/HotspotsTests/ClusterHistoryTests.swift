import Chronology
import Testing

@testable import Hotspots

struct ClusterHistoryTests {
    private func history(
        _ reports: [Report], span: ClosedRange<Timestamp> = day(0)...day(1000)
    ) -> ClusterHistory {
        ClusterHistory(Timeline(reports, rule: EpisodeRule(repairLife: 365)), of: reports, span: span)
    }

    @Test func `days open are counted once, however many reports were open on them`() {
        let history = history([report(0, 10), report(5, 20), report(6, 7), report(30, 40), report(990, nil)])
        #expect(history.daysOpen == 40)
        #expect(history.openNow == 1)
        #expect(history.reports == 5 && history.duplicates == 2 && history.episodes == 3)
    }

    @Test func `the days to come back are the median over the recurrences`() {
        let history = history([report(0, 10), report(20, 30), report(70, 80), report(800, 801)])
        #expect(history.recurrences == 2)
        #expect(history.medianDaysToReturn == 25)
        #expect(history.first == day(0) && history.last == day(800))
    }

    @Test func `a place without recurrences has no days to come back`() {
        #expect(history([report(0, 10), report(5, 6)]).medianDaysToReturn == nil)
    }
}

struct TrendTests {
    private func trend(before: Int, after: Int, dataDays: Double = 800) -> Trend? {
        let openings =
            (0..<before).map { day(dataDays - 400 - Double($0)) }
            + (0..<after).map { day(dataDays - Double($0)) }
        return Trend(of: openings, span: day(0)...day(dataDays))
    }

    @Test(arguments: [
        (0, 4, "steady"), (0, 5, "rising"), (5, 0, "falling"), (10, 20, "rising"), (12, 20, "steady"),
    ])
    func `a difference that chance easily makes is none`(before: Int, after: Int, direction: String) {
        #expect(trend(before: before, after: after)?.direction.rawValue == direction)
        #expect(trend(before: before, after: after)?.lastYear == after)
        #expect(trend(before: before, after: after)?.yearBefore == before)
    }

    @Test func `data of less than two years tell no trend`() {
        #expect(trend(before: 0, after: 9, dataDays: 729) == nil)
        #expect(trend(before: 0, after: 9, dataDays: 730) != nil)
    }

    /// Expected: scipy.stats.binom.sf(count - 1, total, 0.5).
    @Test(arguments: [(8, 10, 0.0546875), (20, 30, 0.04936857), (60, 100, 0.02844397)])
    func `the chance of so many heads is the binomial's`(count: Int, total: Int, chance: Double) {
        #expect(abs(Trend.tail(count, of: total) - chance) < 1e-8)
    }
}
