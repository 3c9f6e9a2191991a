import TestSupport
import Testing

@testable import ServiceRequests

/// Dates and times of day in columns of their own.
struct DateAndTimeTests {
    @Test(arguments: [
        ("01-01-2024", "09:02", "01-01-2024 09:02"),
        ("2024-01-01 00:00:00", "09:02:00", "2024-01-01 09:02:00"),
        ("1/1/2024 12:00:00 AM", "5:13 PM", "1/1/2024 5:13 PM"),
        ("2024-01-01T00:00:00.000Z", "1899-12-30 17:53:00", "2024-01-01 17:53:00"),
        ("01.01.2024", "14h30", "01.01.2024 14h30"), ("2024-01-01", "902", "2024-01-01 9:02"),
        ("2024-01-01", "", "2024-01-01"), ("", "09:02", ""), ("20240101", "1713", "20240101 17:13"),
    ])
    func `a date and a time of day are one moment`(date: String, time: String, joined: String) {
        let bytes = DateAndTime.joined(Array(date.utf8), Array(time.utf8))
        #expect(String(decoding: bytes, as: UTF8.self) == joined)
    }

    @Test func `requests have the hours that a second column says, and it is told which`() throws {
        let rows = [("1", "13-01-2024", "09:02"), ("2", "02-01-2024", "17:13"), ("3", "03-01-2024", "")]
        func read(_ lines: [String], _ times: [RequestField: String]) throws -> RequestTable {
            var columns = ColumnSelection(columns: [.id: "id", .category: "category", .opened: "date"])
            columns.times = times
            return try ScratchFile("id,category,date,time\n" + lines.joined(separator: "\n") + "\n")
                .read(columns: columns)
        }
        let table = try read(rows.map { "\($0.0),a,\($0.1),\($0.2)" }, [.opened: "time"])
        let whole = try read(rows.map { "\($0.0),a,\($0.1) \($0.2)," }, [:])
        #expect(table.opened.seconds == whole.opened.seconds)
        #expect(table.intake.remarks == ["opened: its times of day are those of time"])
    }

    @Test func `a year, a month and a day in Chinese characters are a date`() throws {
        let dates = ["2024年3月5日", "2024年3月5日 9時05分", "2024年03月05日9時05分30秒", "２０２４年３月５日", "2024년 3월 5일"]
        let plain = ["2024-03-05", "2024-03-05 09:05", "2024-03-05 09:05:30", "2024-03-05", "2024-03-05"]
        func opened(_ dates: [String]) throws -> MomentSeconds {
            try ScratchFile(
                "id,category,date\n" + dates.enumerated().map { "\($0),a,\($1)\n" }.joined()
            ).read(columns: ColumnSelection(columns: [.id: "id", .category: "category", .opened: "date"]))
                .opened.seconds
        }
        #expect(try opened(dates) == opened(plain))
    }

    @Test func `a time that is none is a note, and not midnight`() throws {
        var columns = ColumnSelection(columns: [.id: "id", .category: "category", .opened: "date"])
        columns.times = [.opened: "time"]
        let table = try ScratchFile(
            "id,category,date,time\n1,a,2024-01-01,09:02\n2,a,2024-01-02,morning\n"
        ).read(columns: columns)
        #expect(table.opened[1] == nil)
        #expect(table.notes.map(\.problem) == [.unreadableDate])
    }

    @Test func `times of a date that has no column are an error`() throws {
        var columns = ColumnSelection(columns: [.id: "id", .category: "category", .opened: "date"])
        columns.times = [.due: "time"]
        let file = try ScratchFile("id,category,date,time\n1,a,2024-01-01,09:02\n")
        #expect(throws: RequestError.self) { try file.read(columns: columns) }
    }
}
