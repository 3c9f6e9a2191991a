import Boundaries
import Chronology
import City
import Disclosure
import Foundation
import PageLanguage
import ServiceRequests
import Statistics
import TestSupport
import Testing

@testable import ServiceLevels

struct PeriodSeriesTests {
    private func made() -> MadeUpHistory {
        var made = MadeUpHistory(seed: 5, days: 800)
        for area in 0..<3 {
            made.add("Pothole", area: area, due: 5, rate: { _ in 0.8 }, wait: { _ in 6 })
            made.add("Graffiti", area: area, rate: { _ in 0.3 }, wait: { _ in 40 })
        }
        return made
    }

    @Test(arguments: PeriodKind.allCases)
    func `the backlog at the end of each period of each cell is what was opened and not yet closed`(
        kind: PeriodKind
    )
        throws
    {
        let history = made().history
        let report = try PeriodReport(history, by: kind, areaCount: 3, listed: [0, 1], jobs: 2)
        #expect(report.groups.count == 1 + 3 + 2 + 6)
        for group in report.groups {
            let own = history.cases.filter {
                (group.area ?? $0.area) == $0.area
                    && (group.category.map(Int32.init) ?? $0.category) == $0.category
            }
            var before = 0
            for (index, level) in group.series.levels.enumerated() {
                let end = report.span.starts[index + 1]
                #expect(level.backlog == PeriodSeries.backlog(own, at: end))
                #expect(level.backlog == before + level.opened - level.closed)
                before = level.backlog
            }
        }
    }

    @Test func `an opening of 1970 before all others begins no series, and the periods still add up`() throws
    {
        let made = made().history
        let early = ServiceCase(row: 0, category: 0, opened: 0, closed: 86_400, end: .closed)
        let open = ServiceCase(row: 1, category: 0, opened: 3_600, closed: .max, end: .open)
        func history(_ cases: [ServiceCase]) -> CaseHistory {
            CaseHistory(
                cases, names: made.names, asOf: made.asOf,
                city: CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC"))
        }
        for (cases, more) in [([early], 1), ([open], 1), ([], 0)] {
            let report = try PeriodReport(
                history(made.cases + cases), by: .month, areaCount: 3, listed: [0, 1], jobs: 1)
            #expect(report.history.early?.count == (more == 0 ? nil : more))
            let plain = try PeriodReport(made, by: .month, areaCount: 3, listed: [0, 1], jobs: 1)
            #expect(report.span.numbers == plain.span.numbers)
            let (levels, others) = (report.city.levels, plain.city.levels)
            #expect(levels[0].opened == others[0].opened + more)
            #expect(levels.dropFirst().map(\.opened) == others.dropFirst().map(\.opened))
            #expect(levels.last?.backlog == report.city.backlogNow)
        }
    }

    /// The same cases, of which each so many-th closing has no time.
    private func undated(each step: Int, of history: CaseHistory) -> CaseHistory {
        var closed = 0
        let cases = history.cases.map { own -> ServiceCase in
            if own.isClosed { closed += 1 }
            guard own.isClosed, closed % step == 0 else { return own }
            return ServiceCase(
                row: Int(own.row), category: Int(own.category), area: own.area, opened: own.opened,
                closed: own.opened, end: .closedWithoutDate, due: own.due, marks: own.marks)
        }
        return CaseHistory(
            cases, names: history.names, asOf: history.asOf,
            city: CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC"))
    }

    @Test(arguments: [2, 3, 40])
    func `what was closed at no known time was opened all the same, and the backlog still adds up`(step: Int)
        throws
    {
        let whole = made().history
        let history = undated(each: step, of: whole)
        let report = try PeriodReport(history, by: .month, areaCount: 3, listed: [0, 1], jobs: 1)
        let before = try PeriodReport(whole, by: .month, areaCount: 3, listed: [0, 1], jobs: 1)
        for (group, other) in zip(report.groups, before.groups) {
            #expect(group.series.levels.map(\.opened) == other.series.levels.map(\.opened))
            #expect(group.series.levels.map(\.previousYear) == other.series.levels.map(\.previousYear))
            #expect(group.series.backlogNow == other.series.backlogNow)
            for (level, own) in zip(group.series.levels, other.series.levels) {
                #expect(level.backlog <= own.backlog)
            }
        }
        #expect(report.city.levels.last?.backlog == before.city.backlogNow)
        #expect(report.city.tellsStocks == (step == 40))
        let told = ToldSeries(report, hidden: report.hidden(from: .internal), audience: .internal)
        #expect(told.text(.opened, at: 3, in: .english) != "–")
        #expect((told.text(.backlog, at: 3, in: .english) == "–") == (step != 40))
        #expect((told.drawn(.closed, at: 3) == nil) == (step != 40))
    }

    @Test func `which of two backlogs is larger is told only where no closing without a time could turn it`()
        throws
    {
        // Three opened in the first month and closed in the third; what is open then, and closed at no known time, is added.
        func larger(undatedFirst: Int, undatedLater: Int, open: Int) throws -> Bool? {
            let day: Int64 = 86_400
            let start = Int64(MadeUpHistory.start.daysSince1970) * day
            func own(_ opened: Int64, _ closed: Int64, _ end: ServiceCase.End) -> ServiceCase {
                ServiceCase(row: 0, category: 0, opened: start + opened * day, closed: closed, end: end)
            }
            var cases = (0..<3).map { _ in own(0, start + 70 * day, .closed) }
            cases += (0..<undatedFirst).map { _ in own(1, start + day, .closedWithoutDate) }
            cases += (0..<undatedLater).map { _ in own(40, start + 40 * day, .closedWithoutDate) }
            cases += (0..<open).map { _ in own(75, ServiceCase.never, .open) }
            let history = CaseHistory(
                cases, names: ["Pothole"],
                asOf: CivilDate(daysSince1970: MadeUpHistory.start.daysSince1970 + 90),
                city: CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC"))
            return try PeriodSeries(history.cases, of: history, span: PeriodSpan(history, by: .month))
                .isLarger(at: 2, than: 0)
        }
        #expect(try larger(undatedFirst: 0, undatedLater: 0, open: 3) == false)
        #expect(try larger(undatedFirst: 4, undatedLater: 0, open: 8) == true)
        #expect(try larger(undatedFirst: 5, undatedLater: 0, open: 8) == nil)
        #expect(try larger(undatedFirst: 9, undatedLater: 1, open: 1) == false)
        #expect(try larger(undatedFirst: 9, undatedLater: 2, open: 1) == nil)
        #expect(try larger(undatedFirst: 1, undatedLater: 0, open: 3) == nil)
    }

    @Test func `the parts of the city add up to it`() throws {
        let report = try PeriodReport(made().history, by: .quarter, areaCount: 3, listed: [0, 1], jobs: 1)
        for (index, level) in report.city.levels.enumerated() {
            for scope in [PeriodReport.Scope.area, .category, .areaCategory] {
                let parts = report.groups.filter { $0.scope == scope }.map { $0.series.levels[index] }
                #expect(parts.reduce(0) { $0 + $1.opened } == level.opened)
                #expect(parts.reduce(0) { $0 + $1.due } == level.due)
            }
        }
    }

    @Test func `an unfinished period is marked and compared with the same days only`() throws {
        // 800 days from 2020 end on 2022-03-10.
        let history = made().history
        let span = PeriodSpan(history, by: .quarter)
        let series = try PeriodSeries(history.cases, of: history, span: span)
        #expect(series.levels.map(\.isFinished) == [Bool](repeating: true, count: 8) + [false])
        func moment(_ day: String) -> Int64 { Int64((CivilDate(iso: day)?.daysSince1970 ?? 0) * 86_400) }
        let same = history.cases.count { (moment("2021-01-01")..<moment("2021-03-11")).contains($0.opened) }
        #expect(series.levels[8].previousYear == same)
        let whole = history.cases.count { (moment("2020-04-01")..<moment("2020-07-01")).contains($0.opened) }
        #expect(series.levels[5].previousYear == whole)
        #expect(series.levels[3].previousYear == nil)
    }

    @Test func `what was opened too late to be closed is young, what begins the file fills up`() throws {
        let history = made().history
        let series = try PeriodSeries(history.cases, of: history, span: PeriodSpan(history, by: .month))
        #expect(series.levels.last?.flags.contains(.young) == true)
        #expect(series.levels[10].flags.isDisjoint(with: [.young, .fillingUp]))
        #expect(series.levels[0].flags.contains(.fillingUp))
    }

    // Where more than a tenth is never closed all periods were young and filling up for ever.
    @Test(arguments: [(730, true), (40, false)])
    func `of a city that never closes a quarter, periods ripen where the file is long`(
        days: Int, isRipe: Bool
    ) throws {
        var made = MadeUpHistory(seed: 14, days: days)
        made.add("Quick", rate: { _ in 9 }, wait: { _ in 5 })
        made.add("Never", rate: { _ in 3 }, wait: { _ in 1_000_000 })
        let history = made.history
        let series = try PeriodSeries(history.cases, of: history, span: PeriodSpan(history, by: .month))
        #expect(try WaitCurve(history.waits(history.cases)).ninetiethPercentile == nil)
        #expect((series.daysToSettle != nil) == isRipe)
        #expect(series.levels[1].flags.isDisjoint(with: [.young, .fillingUp]) == isRipe)
        #expect(series.levels[0].flags.contains(.fillingUp) == !isRipe)
    }

    @Test func `a sentence names a month by its words, and a table by its number`() throws {
        var made = MadeUpHistory(seed: 1, days: 40)
        made.add("Pothole", rate: { _ in 1 }, wait: { _ in 4 })
        let span = PeriodSpan(made.history, by: .month)
        #expect(span.name(0, in: .english) == "2020-01" && span.title(0, in: .english) == "January 2020")
        #expect(try span.title(0, in: PageWords(language: "es")) == "enero de 2020")
        #expect(PeriodSpan(made.history, by: .quarter).title(0, in: .english) == "2020Q1")
    }

    @Test func `a slow city is not taken for one that never closes`() throws {
        var made = MadeUpHistory(seed: 15, days: 200)
        made.add("Slow", rate: { _ in 5 }, wait: { _ in 120 })
        let history = made.history
        #expect(try WaitCurve(history.waits(history.cases)).daysToSettle(seen: 200) == nil)
    }

    @Test func `a month in which the file begins late is marked, and no rise is told from it`() throws {
        // From 2020-01-13 to 2020-02-23.
        var made = MadeUpHistory(seed: 12, days: 54)
        made.add("Pothole", rate: { _ in 20 }, wait: { _ in 6 })
        let whole = made.history
        let history = CaseHistory(
            whole.cases.filter { $0.opened >= whole.start + 12 * 86_400 }, names: whole.names,
            asOf: whole.asOf,
            city: CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC"))
        let span = PeriodSpan(history, by: .month)
        let series = try PeriodSeries(history.cases, of: history, span: span)
        #expect(series.levels.map { $0.flags.contains(.beginsLate) } == [true, false])
        #expect(series.levels.map(\.isWhole) == [false, false])
        #expect(span.lateBeginning(.english) == "January 2020 begins late: the file holds a part of it only.")
    }

    @Test func `a backlog that only fills up with the file is not called grown`() throws {
        var made = MadeUpHistory(seed: 13, days: 91)
        made.add("Pothole", rate: { _ in 5 }, wait: { _ in 30 })
        let history = made.history
        let span = PeriodSpan(history, by: .month)
        let series = try PeriodSeries(history.cases, of: history, span: span)
        let city = CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC")
        let privacy = try PrivateCategories(city: city, categories: [], audience: .internal)
        let sentences = CaseSentences(history, city: city, privacy: privacy)
        #expect(series.levels[0].backlog < series.levels[2].backlog)
        #expect(series.levels[0].flags.contains(.fillingUp))
        let told = ToldSeries(series, span: span, audience: .internal)
        #expect(sentences.growth(told, span: span) == nil)
    }

    @Test func `fiscal years are named after the year in which they end`() {
        let years = CalendarPeriods(.year, fiscalYearMonth: 7)
        let day = CivilDate(iso: "2017-07-01") ?? CivilDate(daysSince1970: 0)
        let number = years.number(of: day)
        #expect(years.name(number) == "FY2018")
        #expect(years.firstDay(number) == day)
        #expect(years.number(of: CivilDate(daysSince1970: day.daysSince1970 - 1)) == number - 1)
        #expect(CalendarPeriods(.year).name(CalendarPeriods(.year).number(of: day)) == "2017")
        #expect(
            CalendarPeriods(.quarter, fiscalYearMonth: 7).name(CalendarPeriods(.quarter).number(of: day))
                == "2017Q3")
    }

    @Test func `when fiscal years begin is told with the months of the last`() {
        let history = made().history
        let years = PeriodSpan(history, by: .year, fiscalYearMonth: 7).fiscalYears(.english)
        #expect(
            years
                == "Fiscal years begin in July and are named after the year of their end. FY2022: July 2021 to June 2022."
        )
        #expect(PeriodSpan(history, by: .year).fiscalYears(.english) == nil)
        #expect(PeriodSpan(history, by: .quarter, fiscalYearMonth: 7).fiscalYears(.english) == nil)
    }

    @Test(arguments: PeriodKind.allCases)
    func `every day lies in the period of its first day, before 1970 too`(
        kind: PeriodKind
    ) {
        for month in [1, 7, 10] {
            let periods = CalendarPeriods(kind, fiscalYearMonth: month)
            for day in stride(from: -2000, to: 22_000, by: 13) {
                let date = CivilDate(daysSince1970: day)
                let number = periods.number(of: date)
                #expect(periods.firstDay(number) <= date && date < periods.firstDay(number + 1))
            }
        }
    }
}

struct AnomaliesTests {
    /// Made-up cities without any effect.
    private static let cities = LongTests.rounds(200, usually: 20)

    @Test func `where nothing happened at most one report in ten flags anything`() {
        var flagged = 0
        for seed in 0..<Self.cities {
            var generator = SeededGenerator(seed: UInt64(400 + seed))
            let seasons = (0..<20).map { 1 + 0.4 * (Double($0 % 4) - 1.5) / 1.5 }
            let counts = (0..<17).map { category in
                seasons.map { poisson((6 + 4 * Double(category)) * $0, &generator) }
            }
            if !Anomalies(counts).flags.isEmpty { flagged += 1 }
        }
        #expect(flagged <= Self.cities / 10, "\(flagged) of \(Self.cities)")
    }

    @Test func `a burst is flagged with its usual count`() {
        var counts = (0..<10).map { category in [Int](repeating: 20 + category, count: 12) }
        counts[3][7] = 70
        let flags = Anomalies(counts).flags
        #expect(flags.map(\.category) == [3])
        #expect(flags.first?.period == 7)
        #expect(abs((flags.first?.usual ?? 0) - 23) < 0.5)
    }

    @Test func `fewer than eight periods are not judged`() {
        #expect(Anomalies([[100, 1, 1, 1, 1, 1, 1]]).judged.isEmpty)
    }

    private func poisson(_ mean: Double, _ generator: inout SeededGenerator) -> Int {
        let limit = exp(-mean)
        var (count, product) = (0, generator.nextUnit())
        while product > limit {
            count += 1
            product *= generator.nextUnit()
        }
        return count
    }

}
