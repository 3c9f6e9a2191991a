import Boundaries
import Chronology
import City
import Disclosure
import PageLanguage
import Testing

@testable import ServiceLevels

/// What everybody may be told of series: pages and rows ask the same.
struct ToldSeriesTests {
    /// 60 requests a month for half a year, and then none: what is closed later are the last few.
    private func history(area: (Int) -> Int = { _ in 0 }) -> CaseHistory {
        let start = Int64(MadeUpHistory.start.daysSince1970) * 86_400
        let cases = (0..<360).map { number -> ServiceCase in
            let opened = start + Int64(number / 2) * 86_400
            let isOpen = number % 7 == 0
            let took: Int64 = number >= 355 ? 50 : 2
            return ServiceCase(
                row: number, category: 0, area: Ordinal(area(number)), opened: opened,
                closed: isOpen ? ServiceCase.never : opened + took * 86_400, end: isOpen ? .open : .closed,
                due: ServiceCase.noDue)
        }
        return CaseHistory(
            cases, names: ["Pothole"],
            asOf: CivilDate(daysSince1970: MadeUpHistory.start.daysSince1970 + 300),
            city: CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC"))
    }

    @Test func `of a period with few closings neither what was opened nor what was open is told`() throws {
        let history = history()
        let span = PeriodSpan(history, by: .month)
        let series = try PeriodSeries(history.cases, of: history, span: span)
        let few = try #require(series.levels.indices.first { (1..<11).contains(series.levels[$0].closed) })
        let told = ToldSeries(series, span: span, audience: .public)
        #expect(told.text(.closed, at: few, in: .english) == "fewer than 11")
        #expect(!told.tells(.backlog, at: few) && told.drawn(.backlog, at: few) == nil)
        #expect(told.told(.backlog, at: few, in: .english) == nil)
        #expect(told.tells(.backlog, at: 1) && told.text(.opened, at: 1, in: .english) == "58")
        let within = ToldSeries(series, span: span, audience: .internal)
        #expect(series.levels.indices.allSatisfy { within.tells(.closed, at: $0) })
    }

    @Test(arguments: [false, true])
    func `where nothing lies elsewhere one area's small backlog hides another's`(isElsewhere: Bool) throws {
        // Of the second area two requests are open; of no area one request, which is open.
        let history = history { number in
            number == 14 && isElsewhere ? -1 : [0, 14, 28, 42, 56].contains(number) ? 1 : 0
        }
        let report = try PeriodReport(
            history, by: .year, areaCount: 2, listed: [], jobs: 1)
        let hidden = HiddenPeriods(report, audience: .public)
        let groups = report.groups.indices.filter { report.groups[$0].scope == .area }
        #expect(groups.count == 2)
        #expect(hidden.containsOpen(groups[1]))
        #expect(hidden.containsOpen(groups[0]) == !isElsewhere)
    }
}
