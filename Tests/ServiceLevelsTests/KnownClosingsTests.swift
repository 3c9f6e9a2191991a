import Boundaries
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
                .hasPrefix("Too many closed requests have no closing time that can be") == true)
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
        #expect(whole.count.closed == 400 && whole.tellWaits && whole.tellOpenings)
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

    /// Closed requests of one of some kinds or areas lose their time.
    private func requests(_ count: Int, area: Int, open: Int, undated: Int) -> (
        [ServedRequest], [UnusableClosing]
    ) {
        let served = (0..<count - undated).map { index in
            let wait =
                index < open ? Wait(days: 300, end: .stillOpen) : Wait(days: Double(index % 20), end: .closed)
            return ServedRequest(
                row: index, category: 0, area: Ordinal(area), wait: wait,
                outcome: wait.days > 12 ? .late : .onTime)
        }
        return (served, (0..<undated).map { _ in UnusableClosing(category: 0, area: Ordinal(area)) })
    }

    @Test
    func
        `an area that leaves out closing times is neither slower nor later than others, nor are they faster`()
        throws
    {
        let parts = (0..<7).map { requests(600, area: $0, open: 150, undated: $0 == 3 ? 200 : 0) }
        let table = try ServiceLevelTable(
            ServiceSelection(parts.flatMap { $0.0 }, names: ["Pothole"], unusable: parts.flatMap { $0.1 }),
            listed: [0],
            areaCount: 7)
        for levels in table.judged {
            let own = levels.areas[3]
            #expect(!own.tellsWaits && own.median == nil && own.tally.known == 0 && own.funnel == nil)
            #expect(!own.isMostlyOpen && own.closings.closed == 450)
            #expect(
                levels.areas.indices.allSatisfy {
                    !levels.areas[$0].isShareApart && !levels.areas[$0].isWaitApart
                })
            #expect(levels.areas[0].tellsWaits && levels.areas[0].funnel != nil)
        }
    }

    @Test func `the part of all that open ones seem to be decides whether waits are told and compared`() {
        // Of 914, 79 open and 804 of the closed without a time, they seem to be 72 %.
        #expect(!ClosingCount(open: 79, closed: 835, unusable: 804).tellsWaits)
        // 45 % without a time where 2 % are open: 2 % would seem to be 3.6 %.
        #expect(ClosingCount(open: 20, closed: 980, unusable: 441).isComparable)
        // 30 % would seem to be 44 %, 20 % 21.7 %, 20 % 23.8 %.
        #expect(!ClosingCount(open: 300, closed: 700, unusable: 315).tellsWaits)
        #expect(ClosingCount(open: 200, closed: 800, unusable: 80).isComparable)
        let some = ClosingCount(open: 200, closed: 800, unusable: 160)
        #expect(some.tellsWaits && !some.isComparable && some.lacksMany)
        #expect(ClosingCount(open: 9, closed: 9, unusable: 4).tellsWaits)
        #expect(!ClosingCount(open: 0, closed: 1, unusable: 1).tellsWaits)
    }

    @Test func `a few open requests beside closed ones, or closed ones beside open, make no whole file`() {
        func withOpen(_ count: Int) -> RequestTable {
            let rows = (0..<800).map { day in (day, (day * 37) % 160) }.map {
                day, wait -> (status: String?, closed: Int64?) in
                if day + wait <= 799 { return ("Closed", Int64(wait) * 86_400 + 9) }
                return (day >= 800 - count ? "Open" : "Void", nil)
            }
            return table(rows)
        }
        let few = KnownClosings(withOpen(4), clock: .utc)
        #expect(few.holdsClosedOnly && !few.tellWaits)
        #expect(gap(withOpen(4))?.hasPrefix("Hardly any request is open, where by the waits") == true)
        #expect(KnownClosings(withOpen(160), clock: .utc).tellWaits)
        let open = [(status: String?, closed: Int64?)](repeating: ("Open", nil), count: 300)
        #expect(gap(table(open + [("Closed", 9)]))?.hasPrefix("Hardly any request is closed") == true)
        #expect(
            gap(table(open + [(status: String?, closed: Int64?)](repeating: ("Closed", 9), count: 12))) == nil
        )
    }

    @Test func `what was closed on a day is on time on that day, and takes until its middle`() {
        let day: Int64 = 19_700 * 86_400
        let own = ServiceCase(
            row: 0, category: 0, opened: day - 43_200, closed: day, end: .closed, due: day,
            marks: .closedByDay, secondsTaken: 86_400)
        #expect(own.secondsOpen == 86_400 && own.isClosedInMiddle && own.isOnTime)
    }

    @Test func `hotspots and maps tell what came back and was closed where closings have times`() {
        let half = table((0..<40).map { ("Closed", $0 % 2 == 0 ? nil : 9) })
        let closings = KnownClosings(half, clock: .utc)
        #expect(!closings.tellClosings(of: ClosingCount(open: 0, closed: 3, unusable: 1)))
        #expect(closings.tellClosings(of: ClosingCount(open: 0, closed: 3, unusable: 0)))
        let whole = KnownClosings(table((0..<40).map { _ in ("Closed", 9) }), clock: .utc)
        #expect(whole.tellClosings(of: ClosingCount(open: 0, closed: 9, unusable: 3)))
        #expect(!whole.tellClosings(of: ClosingCount(open: 0, closed: 9, unusable: 5)))
        #expect(
            !KnownClosings(table([(nil, nil), (nil, nil)]), clock: .utc).tellClosings(of: ClosingCount()))
    }

    @Test func `a closing before the opening in the night when clocks are set may be after it`() throws {
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        func end(_ closing: Int64, _ opened: Int64) -> RequestEnd {
            RequestEnd(
                closing: Timestamp(secondsSince1970: closing), opened: Timestamp(secondsSince1970: opened),
                clock: clock, before: Timestamp(secondsSince1970: .max))
        }
        // 2024-11-03, 1:50 and 1:10 in summer time; an hour is there again.
        let opened: Int64 = 1_730_613_000
        #expect(end(opened - 2400, opened) == .closed(Timestamp(secondsSince1970: opened)))
        #expect(end(opened - 2400 - 86_400, opened - 86_400) == .closedBeforeOpened)
        #expect(end(opened - 7200, opened) == .closedBeforeOpened)
    }

    @Test
    func
        `an export of what is open and of what was closed since a day is told as one, and a whole file is not`()
    {
        func rows(since first: Int) -> RequestTable {
            table(
                (0..<800).map { day in (day, (day * 37) % 80) }.map {
                    day, wait -> (status: String?, closed: Int64?) in
                    let closed = day + wait
                    if closed >= 800 { return ("Open", nil) }
                    return closed < first ? ("Void", nil) : ("Closed", Int64(wait) * 86_400 + 9)
                })
        }
        #expect(ClosedSince(rows(since: 0), clock: .utc) == nil)
        let found = ClosedSince(rows(since: 400), clock: .utc)
        #expect(found.map { (10...40).contains($0.missing) } == true)
        #expect(found?.day.daysSince1970 == 400)
    }
}
