import Chronology
import Testing

@testable import ServiceRequests

struct RequestStateTests {
    private func table(_ rows: (status: String?, closed: Int64?)...) -> RequestTable {
        RequestTable(
            rows.enumerated().map { index, row in
                var request = ServiceRequest(id: "\(index)")
                request.status = row.status
                request.opened = Timestamp(secondsSince1970: 0)
                request.closed = row.closed.map { Timestamp(secondsSince1970: $0) }
                return request
            }, layerCount: 0)
    }

    // Case 41: a reopened request has a closing time and is open.
    @Test func `the status decides before the closing time does`() {
        let table = table(
            ("Reopened", 5), ("Closed", 5), ("Closed", nil), ("Abandoned", 5), ("Abandoned", nil), (nil, 5))
        #expect((0..<6).map(table.state) == [.open, .closed, .closed, .closed, .open, .closed])
        #expect((0..<6).map { table.closing(at: $0)?.secondsSince1970 } == [nil, 5, nil, 5, nil, 5])
        #expect((0..<6).map { table.closedOnce(at: $0)?.secondsSince1970 } == [5, nil, nil, nil, nil, nil])
    }

    @Test func `a table tells which statuses were taken for what`() {
        let tally = StatusTally(
            table(("Reopened", 5), ("Open", nil), ("Voided", 1), ("Odd", nil), ("Open", nil), (nil, nil)))
        #expect(tally.entries(.open).map(\.status) == ["Open", "Reopened"])
        #expect(tally.entries(.ignored).map(\.count) == [1])
        #expect(Set(tally.entries(nil).map(\.status)) == ["Odd", nil])
        #expect(tally.closedOnce == 1)
    }

    @Test func `a file in which nothing says what is closed is told, and one of open requests is not`() {
        #expect(StatusTally(table((nil, nil), ("Odd", nil), (nil, nil))).unsaid == 3)
        #expect(StatusTally(table((nil, nil), (nil, 5))).unsaid == 0)
        #expect(StatusTally(table(("Open", nil), (nil, nil))).unsaid == 0)
        #expect(StatusTally(table(("Closed", nil))).unsaid == 0)
    }

    @Test func `the last day is that of the last date, be it of an opening or a closing`() {
        let table = table(("Closed", 86_400 * 3), ("Open", nil))
        #expect(LastDay(of: table, clock: .utc)?.day.description == "1970-01-04")
        #expect(LastDay(of: RequestTable([], layerCount: 0), clock: .utc) == nil)
    }

    private func dated(_ days: [Int64], written: Int64? = nil) -> RequestTable {
        var table = RequestTable(
            days.enumerated().map { index, day in
                var request = ServiceRequest(id: "R\(index)")
                request.opened = Timestamp(secondsSince1970: day * 86_400)
                return request
            }, layerCount: 0)
        table.intake.written = written.map { Timestamp(secondsSince1970: $0 * 86_400) }
        return table
    }

    @Test func `a date after the file was written is not its last day, and is told by name`() throws {
        let days = (1...12).map(Int64.init) + [9_000]
        let last = try #require(LastDay(of: dated(days, written: 12), clock: .utc))
        #expect(last.day == CivilDate(daysSince1970: 12))
        #expect(last.beyond?.count == 1 && last.beyond?.id == "R12")
        #expect(last.beyond?.written == CivilDate(daysSince1970: 12))
        #expect(LastDay(of: dated(days), clock: .utc)?.day == CivilDate(daysSince1970: 9_000))
        // All or most of them after it: then it is no export's day.
        #expect(LastDay(of: dated(days, written: 5), clock: .utc)?.day == CivilDate(daysSince1970: 9_000))
    }

    @Test func `closings after the file was written are no day of the data, however many there are`() throws {
        var table = dated((1...20).map(Int64.init), written: 30)
        let day: Int64 = 86_400
        let closings: [Int64] = (1...20).map { index in
            index.isMultiple(of: 2) ? 9_000 * day : (index + 5) * day
        }
        table.closed = TimestampColumn(seconds: closings)
        let last = try #require(LastDay(of: table, clock: .utc))
        #expect(last.day == CivilDate(daysSince1970: 24) && last.beyond?.count == 10)
        table.closed.seconds[0] = 9_999 * day
        #expect(table.setAsideClosingsToCome() == 10)
        #expect(table.closed[1] == nil && table.closed[0] != nil && table.closed[2] != nil)
    }

    @Test func `a date years after all others is not the file's last day`() throws {
        let days = (1...60).map(Int64.init)
        let last = try #require(LastDay(of: dated(days + [900]), clock: .utc))
        #expect(last.day == CivilDate(daysSince1970: 60))
        #expect(last.beyond?.latest == CivilDate(daysSince1970: 900) && last.beyond?.written == nil)
        #expect(LastDay(of: dated(days + [400]), clock: .utc)?.beyond == nil)
        #expect(LastDay(of: dated(days + [900, 901]), clock: .utc)?.beyond == nil)
    }

    @Test func `days leave out requests that nobody knows the opening of, and count them`() {
        var choice = RequestChoice()
        let requests = table(("Open", nil))
        var undated = ServiceRequest(id: "1")
        undated.status = "Open"
        let some = RequestTable([undated], layerCount: 0)
        #expect(choice.undated(in: some) == 0)
        choice.since = CivilDate(daysSince1970: 0)
        #expect(choice.undated(in: some) == 1 && choice.undated(in: requests) == 0)
    }

    @Test func `a due date before the opening says nothing`() throws {
        let (early, opened) = (CivilDate(daysSince1970: 10), CivilDate(daysSince1970: 20))
        #expect(DueDay.day(due: early, opened: opened, target: .days(3)) == CivilDate(daysSince1970: 23))
        #expect(DueDay.day(due: opened, opened: early, target: .days(3)) == opened)
        #expect(DueDay.day(due: early, opened: nil, target: nil) == early)
        #expect(DueDay.day(due: nil, opened: opened, target: nil) == nil)
    }
}
