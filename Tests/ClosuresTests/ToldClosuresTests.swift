import Chronology
import Disclosure
import Geometry
import Records
import ServiceLevels
import ServiceRequests
import Testing

@testable import Closures

/// What everybody is told of closures: tables and measures have the same, from which no small count follows.
struct ToldClosuresTests {
    private static let minute = 1.0 / 1440

    /// Residents' requests and staff's, a few of which are open past due, fast for their kind, or late.
    private func survey() throws -> ClosureSurvey {
        var city = MadeUpCity()
        func add(_ count: Int, _ category: String, days: Double?, channel: String = "Phone") {
            for _ in 0..<count {
                let opened = 2.3 + Double(city.requests.count % 440)
                city.add(
                    category,
                    Coordinate(longitude: -76 + 0.01 * Double(city.requests.count), latitude: 39),
                    opened: opened, closed: days.map { opened + $0 }
                ) {
                    $0.channel = channel
                    $0.due = $0.opened.map { .init(secondsSince1970: $0.secondsSince1970 + 5 * 86_400) }
                }
            }
        }
        add(900, "Pothole", days: 2)
        add(100, "Pothole", days: 9)
        add(7, "Pothole", days: nil)
        add(6, "Pothole", days: Self.minute)
        add(300, "Letter", days: 3 * Self.minute)
        add(60, "Sign", days: 3 * Self.minute)
        add(40, "Sign", days: 3)
        add(75, "Sweep", days: 2, channel: "Internal")
        add(20, "Sweep", days: 9, channel: "Internal")
        add(5, "Sweep", days: Self.minute, channel: "Internal")
        return try city.survey()
    }

    private func privacy(_ survey: ClosureSurvey, _ audience: Audience) throws -> PrivateCategories {
        try PrivateCategories(city: survey.city, categories: survey.history.names, audience: audience)
    }

    // A report hides residents' share of a year in which few of staff's were late, since that of all stands beside it; the pages of
    // closures told it.
    @Test func `the years of residents are told where a report tells them too`() throws {
        var city = MadeUpCity()
        city.days = 1200
        func add(_ count: Int, year: Int, days: Double, channel: String) {
            for _ in 0..<count {
                let opened = 365 * Double(year) + 2.3 + Double(city.requests.count % 340)
                city.add(
                    "Pothole", Coordinate(longitude: -76 + 0.01 * Double(city.requests.count), latitude: 39),
                    opened: opened, closed: opened + days
                ) {
                    $0.channel = channel
                    $0.due = $0.opened.map { .init(secondsSince1970: $0.secondsSince1970 + 5 * 86_400) }
                }
            }
        }
        for (year, late) in [30, 5, 30].enumerated() {
            add(200, year: year, days: 2, channel: "Phone")
            add(40, year: year, days: 9, channel: "Phone")
            add(100, year: year, days: 2, channel: "Internal")
            add(late, year: year, days: 9, channel: "Internal")
        }
        let survey = try city.survey()
        let report = try PeriodReport(survey.history, by: .year, areaCount: 0, listed: [], jobs: 1)
        let group = try #require(report.groups.firstIndex { $0.kind == .residents })
        for audience in [Audience.public, .internal] {
            let own = survey.toldYears(to: audience)
            let hidden = HiddenPeriods(report, audience: audience)
            let told = ToldSeries(report, group: group, hidden: hidden, audience: audience)
            let years = own.series.levels.indices
            #expect(years.map { own.tells(.onTime, at: $0) } == years.map { told.tells(.onTime, at: $0) })
            #expect(own.tells(.onTime, at: 1) == (audience == .internal))
        }
        let cases = try CaseSentences(
            survey.history, city: survey.city, privacy: privacy(survey, .internal))
        let text = cases.yearsOnTime(survey.toldYears(to: .internal), span: survey.yearSpan)
        #expect(text?.contains("83.3 % (2024), 83.3, 83.3 % (2026)") == true, "\(text ?? "none")")
    }

    @Test func `who reads a public page is not told what to write into a city file`() throws {
        let survey = try survey()
        func remarks(_ advises: Bool) throws -> String {
            try ClosureTables(survey, privacy: privacy(survey, .public), longest: 12, advises: advises)
                .remarks.joined()
        }
        #expect(try remarks(true).contains("under `returning` in the city file"))
        let told = try remarks(false)
        #expect(!told.contains("city file") && !told.isEmpty)
    }

    // Where most cells said `fewer than 11` they were set as words, from the left.
    @Test func `columns of numbers are no words, whatever their cells say`() throws {
        let survey = try survey()
        let tables = try ClosureTables(survey, privacy: privacy(survey, .public), longest: 12)
        #expect(tables.fast?.wordColumns == [0] && tables.onTime?.wordColumns == [0])
        #expect(try #require(tables.returns).wordColumns == [0, 6])
    }

    @Test func `lines of what was on time that lie a few apart are not both told`() throws {
        let survey = try survey()
        #expect(survey.onTime.openPastDue == 7)
        let table = try #require(
            ClosureTables(survey, privacy: privacy(survey, .public), longest: 12).onTime)
        let cells = table.rows.map { Array($0.dropFirst()) }
        #expect(cells[0] == ["1,386", "1,506", "92.0 %"])
        // Seven open cases more, and still so where those are left out that are not due.
        #expect(cells[1] == ["not shown", "not shown", "–"] && cells[2] == cells[1])
        // Twenty late ones of staff less as well: the seven do not follow.
        #expect(cells[3] == ["1,306", "1,413", "92.4 %"])
        // Line 5 is six below line 4.
        #expect(cells[4] == cells[1])
        let within = try #require(
            ClosureTables(survey, privacy: privacy(survey, .internal), longest: 12).onTime)
        #expect(within.rows[1].dropFirst() == ["1,386", "1,513", "91.6 %"])
    }

    @Test func `staff's few fast ones do not follow from all and residents'`() throws {
        let survey = try survey()
        let table = try #require(ClosureTables(survey, privacy: privacy(survey, .public), longest: 12).fast)
        let fast = Dictionary(table.rows.map { ($0[0], $0[1]) }) { first, _ in first }
        #expect(fast["staff"] == "fewer than 11")
        #expect(fast["all"] == "not shown" || fast["residents"] == "not shown")
    }

    @Test(arguments: [Audience.public, .internal])
    func `measures tell what tables tell`(audience: Audience) throws {
        let survey = try survey()
        let privacy = try privacy(survey, audience)
        let list = CallBackList(survey)
        let records = Array(
            ClosureMeasures(survey, list: list, privacy: privacy).table.records.map(\.values))
        func whole(_ value: RecordValue) -> Int? {
            if case .whole(let number) = value { number } else { nil }
        }
        func text(_ value: RecordValue) -> String? { if case .text(let text) = value { text } else { nil } }
        let lines = records.filter { text($0[0])?.hasPrefix("on_time_") ?? false }
        let told = ToldClosures(survey, audience: audience)
        #expect(lines.map { whole($0[3]) != nil } == (0..<6).map(told.tellsLine))
        if audience == .internal { #expect(lines.allSatisfy { whole($0[3]) != nil }) }
        let table = try #require(ClosureTables(survey, privacy: privacy, longest: 12).fast)
        for (subset, name) in [("all", "all"), ("resident", "residents"), ("staff", "staff")] {
            let record = try #require(
                records.first { text($0[0]) == "closed_fast" && text($0[1]) == subset })
            let row = try #require(table.rows.first { $0[0] == name })
            #expect((whole(record[3]) != nil) == (row.last != "–"), "\(subset)")
        }
        // Those fast for their kind, six, are counted by two measures, and by no other.
        for measure in ["fast_for_its_kind", "call_back"] {
            let record = try #require(records.first { text($0[0]) == measure })
            #expect(whole(record[3]) == (audience == .public ? nil : 6))
        }
    }
}
