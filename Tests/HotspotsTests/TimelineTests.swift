import Chronology
import ServiceRequests
import Testing

@testable import Hotspots

/// A moment, in days from the beginning of a story.
func day(_ day: Double) -> Timestamp { Timestamp(secondsSince1970: 1_600_000_000 + Int64(day * 86_400)) }

func report(_ opened: Double, _ closed: Double?, link: Int? = nil, isParent: Bool = false) -> Report {
    Report(
        opened: day(opened), state: closed.map { .closed(day($0)) } ?? .open, link: link, isParent: isParent)
}

struct TimelineTests {
    private func story(_ reports: [Report], repairLife: Double = 365, gap: Double = 0) -> [String] {
        Timeline(reports, rule: EpisodeRule(repairLife: repairLife, gap: gap)).entries.map {
            "\($0.report) \($0.role) \($0.episode)"
        }
    }

    @Test func `several callers are one episode, and what comes back after each repair are several`() {
        let reports = [report(0, 10), report(2, 10), report(5, 6), report(40, 45), report(200, 201)]
        #expect(
            story(reports) == [
                "0 new 1", "1 duplicate 1", "2 duplicate 1", "3 recurrence 2", "4 recurrence 3",
            ])
    }

    @Test func `what comes back after the repair's life is new`() {
        let reports = [report(0, 10), report(40, 50), report(81, 82)]
        #expect(story(reports, repairLife: 30) == ["0 new 1", "1 recurrence 2", "2 new 3"])
        #expect(story(reports, repairLife: 29) == ["0 new 1", "1 new 2", "2 new 3"])
    }

    @Test func `a duplicate that stays open longer keeps the episode open`() {
        #expect(
            story([report(0, 10), report(5, 30), report(20, 21), report(30.1, 31)])
                == ["0 new 1", "1 duplicate 1", "2 duplicate 1", "3 recurrence 2"])
    }

    @Test func `after an open report all later ones are duplicates`() {
        #expect(story([report(0, nil), report(400, 401)]) == ["0 new 1", "1 duplicate 1"])
    }

    @Test func `reports of one moment are one episode, also where it was closed at once`() {
        #expect(
            story([report(3, 3), report(3, 3), report(4, 4)]) == [
                "0 new 1", "1 batch 1", "2 recurrence 2",
            ])
    }

    @Test func `callers of one day whose times nobody recorded are no list`() {
        let columns = {
            var columns = ReportColumns()
            let day: Int64 = 19_700 * 86_400
            columns.opened = [day, day, day, day + 600, day + 900, day + 1200]
            columns.closed = [
                day + 864_000, day + 864_000, day + 864_000, day + 864_000, day + 864_000, day + 864_000,
            ]
            return columns
        }()
        #expect(story((0..<3).map(columns.report)) == ["0 new 1", "1 duplicate 1", "2 duplicate 1"])
        #expect(story((3..<6).map(columns.report)) == ["0 new 1", "1 batch 1", "2 batch 1"])
    }

    @Test func `a link in the data wins over what the dates say`() {
        // The dates make the second a recurrence; the data say that it repeats the first.
        let linked = [report(0, 10, link: 7, isParent: true), report(20, 30, link: 7), report(25, 26)]
        #expect(story(linked) == ["0 new 1", "1 duplicate 1", "2 duplicate 1"])
    }

    @Test func `the request that others repeat begins the episode, also where it came later`() {
        let linked = [report(0, 10, link: 7), report(1, 10, link: 7, isParent: true)]
        #expect(story(linked) == ["0 duplicate 1", "1 new 1"])
    }

    @Test func `linked reports whose parent is not in the data are one episode`() {
        #expect(
            story([report(0, 1, link: 99), report(50, 51, link: 99), report(52, 53)])
                == ["0 new 1", "1 duplicate 1", "2 recurrence 2"])
    }

    @Test func `missing and impossible dates are counted, and no time open is made of them`() {
        let reports = [
            report(0, -5), Report(opened: day(20), state: .closed(nil)), Report(opened: nil, state: .open),
            report(21, 22),
        ]
        let timeline = Timeline(reports, rule: EpisodeRule(repairLife: 365))
        #expect(story(reports) == ["0 new 1", "1 duplicate 1", "3 duplicate 1", "2 undated 0"])
        #expect(
            timeline.faults == Timeline.Faults(undated: 1, closedWithoutDate: 1, closedBeforeOpened: 1))
        let history = ClusterHistory(timeline, of: reports, span: day(0)...day(100))
        #expect(history.daysOpen == 1 && history.recurrences == 0)
        #expect(history.closings == ClosingCount(open: 1, closed: 3, unusable: 2))
    }

    @Test func `what follows a closing at no known time is no return, beyond a repair's life it is new`() {
        let unknown = Report(opened: day(0), state: .closed(nil))
        #expect(
            story([unknown, report(20, 21), report(40, 41)]) == [
                "0 new 1", "1 duplicate 1", "2 recurrence 2",
            ])
        #expect(story([unknown, report(20, 21)], repairLife: 10) == ["0 new 1", "1 new 2"])
    }

    @Test func `a closing that is a day is at the opening where that was later on the day`() {
        var columns = ReportColumns()
        let day: Int64 = 19_700 * 86_400
        columns.opened = [day + 50_000, day + 50_000, day + 50_000]
        columns.closed = [day, day - 86_400, day + 86_400]
        let reports = (0..<3).map(columns.report)
        #expect(Timeline(reports, rule: EpisodeRule(repairLife: 10)).faults.closedBeforeOpened == 1)
        #expect(reports.map(\.isClosedUnknown) == [false, true, false])
    }

    @Test func `the day after a closing is a day later, also in the night in which clocks are set`() throws {
        let clock = try #require(CityClock(timeZone: "Europe/Madrid"))
        func story(from text: String) throws -> [String] {
            let first = try #require(CivilDate(iso: text)).daysSince1970
            func day(_ day: Int) -> Int64 {
                clock.startOfDay(CivilDate(daysSince1970: first + day)).secondsSince1970
            }
            var columns = ReportColumns()
            (columns.clock, columns.time) = (clock, TimeTaken(clock: clock))
            columns.opened = [day(-5), day(1), day(9)]
            columns.closed = [day(0), day(2), day(9)]
            let reports = (0..<3).map(columns.report)
            let history = ClusterHistory(
                Timeline(reports, rule: EpisodeRule(repairLife: 7, gap: 1)), of: reports,
                span: Timestamp(secondsSince1970: day(-5))...Timestamp(secondsSince1970: day(20)))
            #expect(history.daysOpen == 6)
            return self.story(reports, repairLife: 7, gap: 1)
        }
        // The first is closed on that day.
        for day in ["2024-10-27", "2024-03-31", "2024-07-01"] {
            #expect(try story(from: day) == ["0 new 1", "1 duplicate 1", "2 recurrence 2"])
        }
    }

    @Test func `a place was open until the middle of what was left of a closing's day`() {
        var columns = ReportColumns()
        let day: Int64 = 19_700 * 86_400
        columns.opened = [day + 43_200]
        columns.closed = [day]
        let report = columns.report(0)
        let history = ClusterHistory(
            Timeline([report], rule: EpisodeRule(repairLife: 10)), of: [report],
            span: Timestamp(secondsSince1970: day)...Timestamp(secondsSince1970: day + 864_000))
        #expect(history.daysOpen == 0.25 && !report.isClosedBeforeOpened)
    }

    @Test func `a hundred thousand repairs at one place take no longer than at many`() {
        let reports = (0..<100_000).map { report(Double($0), Double($0) + 0.5) }
        let rule = EpisodeRule(repairLife: 365, gap: 0)
        #expect(Timeline(reports, rule: rule).episodes.count == 100_000)
    }

    private func seconds(_ opened: Int64, closedAfter: Int64?) -> Report {
        let opened = Timestamp(secondsSince1970: 1_700_000_000 + opened)
        return Report(
            opened: opened,
            state: closedAfter.map {
                .closed(Timestamp(secondsSince1970: opened.secondsSince1970 + $0))
            } ?? .open)
    }

    /// Case 81.
    @Test func `a crew's list, each closed as soon as opened, is one episode and marked`() {
        let list = (0..<12).map { seconds(60 * $0, closedAfter: 1) }
        let expected = ["0 new 1"] + (1..<12).map { "\($0) batch 1" }
        #expect(story(list) == expected)
        #expect(story(list, gap: 1) == expected)
        // Also where hours lie between them, on one day.
        #expect(
            story((0..<4).map { seconds(10_000 * $0, closedAfter: 30) }, gap: 1)
                == ["0 new 1", "1 batch 1", "2 batch 1", "3 batch 1"])
    }

    @Test func `three reports within minutes are a list, two callers are not`() {
        #expect(
            story([0, 100, 200, 90_000].map { seconds($0, closedAfter: 400_000) })
                == ["0 new 1", "1 batch 1", "2 batch 1", "3 duplicate 1"])
        #expect(
            story([0, 100].map { seconds($0, closedAfter: 400_000) }) == ["0 new 1", "1 duplicate 1"])
    }

    @Test func `what is reported within the gap after a closing is the same occurrence`() {
        let day: Int64 = 86_400
        let reports = [
            seconds(0, closedAfter: day), seconds(2 * day, closedAfter: day),
            seconds(4 * day + 1, closedAfter: day),
        ]
        #expect(story(reports, gap: 1) == ["0 new 1", "1 duplicate 1", "2 recurrence 2"])
        #expect(story(reports, gap: 0) == ["0 new 1", "1 recurrence 2", "2 recurrence 3"])
        #expect(story(reports, gap: 3) == ["0 new 1", "1 duplicate 1", "2 duplicate 1"])
    }
}
