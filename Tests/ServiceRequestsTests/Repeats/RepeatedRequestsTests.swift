import Chronology
import TestSupport
import Testing

@testable import ServiceRequests

struct RepeatedRequestsTests {
    private let header = "id,category,status,opened,closed,address,changed\n"

    private func read(_ rows: String..., columns: [RequestField: String] = [:]) throws -> RequestTable {
        try read(lines: rows, columns: columns)
    }

    private func read(lines: [String], columns: [RequestField: String] = [:]) throws -> RequestTable {
        try ScratchFile(header + lines.map { $0 + "\n" }.joined()).read(
            columns: ColumnSelection(columns: columns))
    }

    // Cases 26 and 82: monthly exports overlap.
    @Test func `rows that say the same are one request`() throws {
        let row = "1,a,Open,2024-01-01,,x,"
        let table = try read(row, "2,a,Open,2024-01-01,,x,", row, row)
        #expect(table.count == 2)
        #expect(table.foldedRows.map(\.kind) == [.merged, .merged])
        #expect(table.foldedRows.map(\.line) == [4, 5])
        #expect(table.foldedRows.map(\.keptLine) == [2, 2])
        #expect(table.rowsInFile == 4)
        #expect(table.repeatedIDRows.isEmpty)
    }

    @Test func `of several states of a request the one closed later counts, else the later row`() throws {
        let table = try read(
            "1,a,Closed,2024-01-01,2024-01-05,x,", "1,a,Open,2024-01-01,,x,", "2,a,Open,2024-01-01,,x,",
            "2,a,In Progress,2024-01-01,,x,", "1,a,Closed,2024-01-01,2024-01-05,x,")
        #expect(table.count == 2)
        #expect((0..<2).map { table[$0].status } == ["Closed", "In Progress"])
        #expect(table.lines == [2, 5])
        #expect(table.foldedRows.map(\.kind) == [.superseded, .superseded, .merged])
    }

    @Test func `a column of changes decides which state is the last`() throws {
        let table = try read(
            "1,a,Reopened,2024-01-01,,x,2024-02-01", "1,a,Closed,2024-01-01,2024-01-05,x,2024-01-05",
            columns: [.updated: "changed"])
        #expect(table.count == 1)
        #expect(table[0].status == "Reopened")
        #expect(table.foldedRows.map(\.kind) == [.superseded])
    }

    @Test
    func `a row that says reopened supersedes the closing before it, and is superseded by one behind it`()
        throws
    {
        let closed = "1,a,Closed,2024-01-01,2024-01-05,x,"
        let reopened = "1,a,Reopened,2024-01-01,,x,"
        let table = try read(closed, reopened)
        #expect(table.count == 1)
        #expect(table[0].status == "Reopened")
        #expect(table.state(at: 0) == .open)
        let again = try read(closed, reopened, "1,a,Closed,2024-01-01,2024-02-01,x,")
        #expect(again.count == 1)
        #expect(again[0].closed == Timestamp(secondsSince1970: 1_706_763_600))
        #expect(again.foldedRows.count == 2)
    }

    @Test func `one id in two categories or on two days is two requests, and told`() throws {
        let table = try read(
            "9,a,Open,2024-01-01,,x,", "1,a,Open,2024-01-01,,x,", "9,b,Open,2024-01-01,,x,",
            "12345678901234567,a,Open,2024-01-01,,x,", "1,a,Open,2024-01-02,,x,", "3,a,Open,2024-01-02,,x,")
        #expect(table.count == 6)
        #expect(table.repeatedIDRows == [2, 4])
        #expect(table.row(id: "12345678901234567") == 3)
        #expect(table.row(id: "8") == nil)
    }

    @Test(arguments: [
        "1,POTHOLE ,Closed,2024-01-01 10:00:20,2024-01-05,x,", "1,Pothole,Closed,2024-01-01,2024-01-05,x,",
        "1,Pothole,Closed,2024-01-01 10:00,2024-01-05,x,",
        "1,Pothole,Closed,2024-01-01 15:00:20,2024-01-05,x,",
    ])
    func `another spelling of the category or the opening is no other request`(later: String) throws {
        let table = try read(
            "1,Pothole,Open,2024-01-01 10:00:20,,x,", "2,Pothole,Open,2024-01-01 10:00,,y,", later)
        #expect(table.count == 2 && table.foldedRows.map(\.kind) == [.superseded])
        #expect(table.repeatedIDRows.isEmpty)
    }

    @Test func `an id with another place and hour, or another day, is another request`() throws {
        let table = try read(
            "1,a,Open,2024-01-01 10:00:20,,x,", "1,a,Open,2024-01-01 15:00:20,,y,", "1,a,Open,2024-01-02,,x,")
        #expect(table.count == 3 && table.repeatedIDRows == [1, 2])
    }

    @Test func `one id in two spellings is told where category and opening are the same`() throws {
        let rest = "a,Open,2024-01-01 10:00:20,,x,"
        for (one, other) in [
            ("000101", "101"), ("101", "101.0"), ("1001", "1,001"), ("{ab-1}", "ab-1"), ("sr-1", "SR-1"),
        ] {
            let found = try read("\"\(one)\",\(rest)", "7,\(rest)", "\"\(other)\",\(rest)").respeltIDs()
            #expect(found?.count == 1)
        }
        let later = "a,Open,2024-01-02 10:00:20,,x,"
        #expect(try read("000101,\(rest)", "101,\(later)").respeltIDs() == nil)
        #expect(try read("SR-1,\(rest)", "SR-2,\(rest)").respeltIDs() == nil)
    }

    @Test func `of requests of one id the row that counts is told, though its first one is an earlier state`()
        throws
    {
        let table = try read(
            "5,a,Open,2024-01-01,,x,", "6,a,Open,2024-01-01,,x,", "5,b,Open,2024-01-01,,x,",
            "5,b,Closed,2024-01-01,2024-01-05,x,")
        #expect(table.lines == [2, 3, 5])
        #expect(table.repeatedIDRows == [2])
        // The first request's last state may stand behind the other request.
        let between = try read(
            "5,a,Open,2024-01-01,,x,", "5,b,Open,2024-01-01,,x,", "5,a,Closed,2024-01-01,2024-01-05,x,")
        #expect(between.lines == [3, 4])
        #expect(between.repeatedIDRows == [1])
    }

    // Case 24
    @Test func `ids that a spreadsheet rewrote are told and stand for no request`() throws {
        let table = try read(
            "1.23E+11,a,Open,2024-01-01,,x,", "1.23E+11,a,Open,2024-01-01,,x,",
            "1.5e+10,a,Open,2024-01-01,,x,",
            "123000000001,a,Open,2024-01-01,,x,", "2E3,a,Open,2024-01-01,,x,")
        #expect(table.count == 5)
        #expect(table.intake.spreadsheetIDs == 3)
        #expect((0..<5).map(table.hasDamagedID) == [true, true, true, false, false])
        #expect(table.repeatedIDRows == [1])
        #expect(table.foldedRows.isEmpty)
    }

    @Test func `ids that a spreadsheet took for days are told, and ids with a word in them are not`() throws {
        let table = try read(
            "24-Mar,a,Open,2024-01-01,,x,", "Mar-24,a,Open,2024-01-01,,x,", "1-Jan,a,Open,2024-01-01,,x,",
            "24-0012,a,Open,2024-01-01,,x,", "24-POT,a,Open,2024-01-01,,x,", "SR-24,a,Open,2024-01-01,,x,")
        #expect((0..<6).map(table.hasDamagedID) == [true, true, true, false, false, false])
        #expect(table.intake.spreadsheetIDs == 3)
    }

    @Test func `days with a year and small numbers are told too, and ids that look like them are not`() throws
    {
        let damaged = ["1-Mar-24", "01-Mar-2024", "31-Dec-99", "1.23E-05", "4.00E-12"]
        let own = [
            "24-Mar-0012", "1-Mar-243", "2-POT-24", "24E-0017", "12E-05", "1.2E-005", "1-MAR-24",
            "100-Mar-24",
        ]
        let table = try read(lines: (damaged + own).map { "\($0),a,Open,2024-01-01,,x," })
        #expect(
            (0..<damaged.count + own.count).map(table.hasDamagedID) == damaged.map { _ in true }
                + own.map { _ in false })
        #expect(table.intake.spreadsheetIDs == damaged.count)
    }

    @Test func `ids of which a spreadsheet kept fifteen digits are told where all end so`() throws {
        let rounded = try read(
            "123456789012340000,a,Open,2024-01-01,,x,", "123456789012340000,a,Open,2024-01-01,,x,",
            "123456789012350000,a,Open,2024-01-01,,x,")
        #expect(rounded.intake.spreadsheetIDs == 3 && rounded.count == 3)
        #expect(rounded.hasDamagedID(at: 0))
        let whole = try read(
            "123456789012340000,a,Open,2024-01-01,,x,", "123456789012340001,a,Open,2024-01-01,,x,")
        #expect(whole.intake.spreadsheetIDs == 0 && !whole.hasRewrittenID(at: 0))
    }

    @Test func `ids of a column that was too narrow are told`() throws {
        let table = try read(
            "########,a,Open,2024-01-01,,x,", "########,a,Open,2024-01-01,,x,", "#1,a,Open,2024-01-01,,x,")
        #expect((0..<3).map(table.hasDamagedID) == [true, true, false])
    }

    @Test func `ids that are decimals in every row are told, and are ids all the same`() throws {
        let table = try read(
            "1001.0,a,Open,2024-01-01,,x,", "1001.0,a,Open,2024-01-01,,x,", "1002.0,a,Open,2024-01-01,,x,")
        #expect(table.count == 2 && table.intake.spreadsheetIDs > 0)
        #expect(table.hasRewrittenID(at: 0) && !table.hasDamagedID(at: 0))
        let mixed = try read(
            "1.0,a,Open,2024-01-01,,x,", "2.0,a,Open,2024-01-01,,x,", "2.1,a,Open,2024-01-01,,x,")
        #expect(mixed.intake.spreadsheetIDs == 0)
    }

    @Test func `a column in which more than one row in five repeats another's id is no id`() throws {
        let rows = (0..<40).map { "\($0 / 2),a,Open,2024-01-\($0 % 28 + 1),,x,c\($0)\n" }.joined()
        let file = try ScratchFile("id,category,status,opened,closed,address,case_no\n" + rows)
        #expect {
            try file.read()
        } throws: { error in
            "\(error)".contains("20 of 40 rows have an id in the column id that another request has")
                && "\(error)".contains("no text repeats in case_no")
        }
    }

    @Test func `without a column of ids nothing is merged`() throws {
        let rows = String(repeating: "2024-01-01,Open,York (01),Noise,A St\n", count: 5)
        let table = try ScratchFile(
            "Creation Date,Status,Ward,Service Request Type,Intersection Street 1\n" + rows
        ).read()
        #expect(table.count == 5)
    }
}
