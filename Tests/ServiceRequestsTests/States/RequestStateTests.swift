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

    @Test func `a due date before the opening says nothing`() throws {
        let (early, opened) = (CivilDate(daysSince1970: 10), CivilDate(daysSince1970: 20))
        #expect(DueDay.day(due: early, opened: opened, target: .days(3)) == CivilDate(daysSince1970: 23))
        #expect(DueDay.day(due: opened, opened: early, target: .days(3)) == opened)
        #expect(DueDay.day(due: early, opened: nil, target: nil) == early)
        #expect(DueDay.day(due: nil, opened: opened, target: nil) == nil)
    }
}
