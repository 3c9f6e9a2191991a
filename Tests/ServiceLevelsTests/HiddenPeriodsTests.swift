import Boundaries
import Chronology
import City
import Disclosure
import Foundation
import PageLanguage
import Testing
import WorkSharing

@testable import ServiceLevels

/// What somebody can calculate of the public rows of a report.
struct HiddenPeriodsTests {
    /// Cities of three areas, two kinds and two kinds of people, of which many counts are small; the last month has hardly begun.
    private func report(
        seed: UInt64, by kind: PeriodKind, rate: Double, emptyYears: Int = 0
    ) throws -> PeriodReport {
        var made = MadeUpHistory(seed: seed, days: 460, seenAfter: 366 * emptyYears)
        for area in 0..<3 {
            for (name, days) in [("Pothole", 5.0), ("Tree", 25)] {
                made.add(
                    name, area: area, due: 8, rate: { $0 > 420 ? 0.3 : rate * Double(1 + area) },
                    wait: { _ in days })
            }
        }
        return try PeriodReport(made.history, by: kind, areaCount: 3, listed: [0, 1], jobs: 1)
    }

    private static let cases = (0..<6).flatMap { seed in
        [(PeriodKind.month, 0.4), (.month, 1.2), (.quarter, 0.2), (.quarter, 1)].map {
            (UInt64(seed), $0.0, $0.1)
        }
    }

    // Beside the opened, the shares told the counts that the same row hid.
    @Test(arguments: cases)
    func `no share of the opened is one of a few, nor leaves a few`(
        seed: UInt64, kind: PeriodKind, rate: Double
    ) throws {
        let report = try report(seed: seed, by: kind, rate: rate)
        let hidden = HiddenPeriods(report, audience: .public)
        var seen = 0
        // Cells of an area and a kind are not told.
        for number in report.groups.indices where report.groups[number].scope != .areaCategory {
            let told = ToldSeries(report, group: number, hidden: hidden, audience: .public)
            for (index, level) in told.series.levels.enumerated() {
                let tells = (told.tells(.within7, at: index), told.tells(.within30, at: index))
                var counts: [Int] = []
                if tells.0 {
                    counts += [
                        level.closed7, level.followed7 - level.closed7, level.opened - level.followed7,
                    ]
                }
                if tells.1 {
                    counts += [
                        level.closed30, level.followed30 - level.closed30, level.opened - level.followed30,
                    ]
                }
                if tells.0, tells.1, level.followed7 == level.followed30 {
                    counts.append(level.closed30 - level.closed7)
                }
                let areFew = counts.contains { (1..<CountBand.threshold).contains($0) }
                #expect(!areFew, "\(number) \(index) \(counts)")
                seen += counts.count
            }
        }
        #expect(seen > 0 || rate < 1)
    }

    @Test(arguments: cases)
    func `no small count is what a sum leaves over areas, kinds or periods`(
        seed: UInt64, kind: PeriodKind, rate: Double
    ) throws {
        try expectNoSmallCount(report(seed: seed, by: kind, rate: rate))
    }

    // A day that is named lies long after the data, or one opening long before all others.
    @Test(arguments: cases)
    func `no small count is what a sum leaves where periods are empty`(
        seed: UInt64, kind: PeriodKind, rate: Double
    ) throws {
        try expectNoSmallCount(report(seed: seed, by: kind, rate: rate, emptyYears: 2))
    }

    private func expectNoSmallCount(_ report: PeriodReport) throws {
        let hidden = HiddenPeriods(report, audience: .public)
        let told = report.groups.indices.map {
            ToldSeries(report, group: $0, hidden: hidden, audience: .public)
        }
        let periods = 0..<report.span.numbers.count
        let figures: [(ToldSeries.Figure, (PeriodLevel) -> Int)] = [
            (.opened, \.opened), (.closed, \.closed), (.onTime, \.onTime), (.onTime, { $0.due - $0.onTime }),
            (.within7, \.closed7), (.within30, \.closed30), (.backlog, \.backlog),
        ]
        var small = 0
        for (figure, count) in figures {
            func isTold(_ group: Int, _ period: Int) -> Bool { told[group].tells(figure, at: period) }
            for scope in [PeriodReport.Scope.area, .category] {
                let groups = report.groups.indices.filter { report.groups[$0].scope == scope }
                for period in periods {
                    let line = [0] + groups
                    let unknown = line.filter { !isTold($0, period) }
                    // Of a sum and its parts one alone follows from the others.
                    #expect(unknown.count != 1, "\(figure) \(scope) \(period)")
                    small += unknown.count
                }
            }
            // All that were opened, closed, or on time are told of the whole city beside its periods.
            switch figure {
            case .opened, .closed, .onTime:
                let unknown = periods.filter { !isTold(0, $0) }
                #expect(unknown.count != 1, "\(figure)")
            default: break
            }
            for group in told.indices where report.groups[group].scope != .areaCategory {
                for period in periods where isTold(group, period) && figure != .within7 && figure != .within30
                {
                    let value = count(told[group].series.levels[period])
                    #expect(value >= CountBand.threshold, "\(figure) \(group) \(period)")
                }
            }
        }
        #expect(small > 0)
    }

    // A mistyped year: 2,160 months took minutes.
    @Test(.timeLimit(.minutes(1)))
    func `many empty periods take little time, and all of them are hidden`() throws {
        let report = try report(seed: 1, by: .month, rate: 1.2, emptyYears: 180)
        let hidden = report.hidden(from: .public)
        let levels = report.city.levels
        let empty = levels.indices.filter { levels[$0].opened == 0 && levels[$0].closed == 0 }
        #expect(empty.count > 2000)
        for group in report.groups.indices where report.groups[group].scope != .areaCategory {
            #expect(empty.allSatisfy { hidden.contains(group, $0) }, "\(group)")
        }
        #expect(levels.indices.contains { !hidden.contains(0, $0) })
    }

    @Test func `what is hidden is found once, and not where nobody waits for it`() throws {
        var report = try report(seed: 1, by: .month, rate: 0.4)
        let cancelled = Cancellation()
        cancelled.cancel()
        #expect(throws: CancellationError.self) {
            try cancelled.perform { try report.hide(from: .public) }
        }
        let hidden = report.hidden(from: .public)
        try report.hide(from: .public)
        for group in report.groups.indices {
            for period in report.city.levels.indices {
                #expect(
                    report.hidden(from: .public).contains(group, period) == hidden.contains(group, period))
                #expect(!report.hidden(from: .internal).contains(group, period))
            }
        }
    }

    @Test func `the rest of a period of which the same days are compared is not a few`() throws {
        // The first quarter of 2020 ends in a few requests after the days that the unfinished one of 2021 has.
        let start = Int64(MadeUpHistory.start.daysSince1970) * 86_400
        let days =
            [Int](repeating: 0, count: 40) + [Int](repeating: 89, count: 3) + [Int](repeating: 380, count: 40)
        let cases = days.enumerated().map { row, day in
            ServiceCase(
                row: row, category: 0, area: Ordinal(0), opened: start + Int64(day) * 86_400,
                closed: start + Int64(day + 1) * 86_400, end: .closed)
        }
        let history = CaseHistory(
            cases, names: ["Pothole"],
            asOf: CivilDate(daysSince1970: MadeUpHistory.start.daysSince1970 + 452),
            city: CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC"))
        let span = PeriodSpan(history, by: .quarter)
        let series = try PeriodSeries(history.cases, of: history, span: span)
        let last = try #require(series.levels.last)
        #expect(!last.isFinished && last.previousYear == 40 && series.levels[0].opened == 43)
        let told = ToldSeries(series, span: span, audience: .public)
        #expect(!told.tells(.yearBefore, at: series.levels.count - 1))
        #expect(
            ToldSeries(series, span: span, audience: .internal).tells(
                .yearBefore, at: series.levels.count - 1))
    }

    // The backlog shrank, or grew, from fewer than 11 to fewer than 11.
    @Test func `of two hidden counts it is not said which is larger`() throws {
        var made = MadeUpHistory(seed: 2, days: 700)
        made.add("Pothole", rate: { _ in 1 }, wait: { _ in 4 })
        let history = made.history
        let span = PeriodSpan(history, by: .quarter)
        let series = try PeriodSeries(history.cases, of: history, span: span)
        #expect(series.comparableStocks.allSatisfy { $0.backlog < CountBand.threshold })
        let city = CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC")
        func sentences(_ audience: Audience) throws -> (growth: String?, backlog: String?) {
            let privacy = try PrivateCategories(city: city, categories: [], audience: audience)
            let sentences = CaseSentences(history, city: city, privacy: privacy)
            let told = ToldSeries(series, span: span, audience: audience)
            return (sentences.growth(told, span: span), sentences.backlog(told, span: span, pastDue: 0))
        }
        #expect(try sentences(.internal).growth != nil)
        #expect(try sentences(.public).growth == nil)
        #expect(try sentences(.public).backlog == "Fewer than 11 are open.")
    }
}
