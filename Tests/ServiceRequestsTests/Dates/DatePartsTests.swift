import TestSupport
import Testing

@testable import ServiceRequests

/// Dates whose year, month and day stand in columns of their own, as some cities publish them.
struct DatePartsTests {
    @Test(arguments: [
        (["2024", "7", "1"], "2024-7-1"), (["2024.0", "7.0", "1.0"], "2024-7-1"),
        ([" 2024", "07 ", "01"], "2024-07-01"),
        (["2024", "July", "1"], "1 July 2024"), (["", "", ""], ""), (["NULL", "N/A", ""], ""),
    ])
    func `three parts are one date`(parts: [String], joined: String) {
        #expect(day(parts) == joined)
    }

    @Test(arguments: [
        ["1", "7", "2024"], ["24", "7", "1"], ["2024", "", "1"], ["2024", "7", "2024"], ["2024", "202", "1"],
    ])
    func `parts in another order, or too few, are no other date`(parts: [String]) throws {
        let table = try read("1,a,\(parts.joined(separator: ","))\n2,a,2024,1,1\n")
        #expect(table.opened[0] == nil && table.opened[1] != nil)
        #expect(table.notes.map(\.problem) == [.unreadableDate])
    }

    @Test func `a date in three columns is that of one, and it is told which they are`() throws {
        let rows = [("2023", "12", "31"), ("2024", "2", "29"), ("2024", "10", "3")]
        let parts = try read(rows.enumerated().map { "\($0),a,\($1.0),\($1.1),\($1.2)\n" }.joined())
        let whole = try ScratchFile(
            "id,category,date\n" + rows.enumerated().map { "\($0),a,\($1.1)/\($1.2)/\($1.0)\n" }.joined()
        ).read(columns: ColumnSelection(columns: [.id: "id", .category: "category", .opened: "date"]))
        #expect(parts.opened.seconds == whole.opened.seconds)
        #expect(parts.intake.names(of: .opened) == "y + m + d" && parts.intake.names(of: .id) == "id")
        #expect(parts.intake.remarks == ["opened: its year, month and day are those of y, m, d"])
    }

    @Test func `a time of day goes with a date in parts`() throws {
        let table = try read("1,a,2024,7,1,17:13\n", header: "id,category,y,m,d,t", time: "t")
        let whole = try ScratchFile("id,category,date\n1,a,2024-07-01 17:13\n")
            .read(columns: ColumnSelection(columns: [.id: "id", .category: "category", .opened: "date"]))
        #expect(table.opened.seconds == whole.opened.seconds)
    }

    @Test func `a part that no column has is an error`() throws {
        #expect(throws: RequestError.self) { try read("1,a,2024,7,1\n", header: "id,category,y,m,x") }
    }

    private func read(
        _ rows: String, header: String = "id,category,y,m,d", time: String? = nil
    ) throws -> RequestTable {
        var columns = ColumnSelection(columns: [.id: "id", .category: "category"])
        columns.dateParts = [.opened: ["y", "m", "d"]]
        if let time { columns.times = [.opened: time] }
        return try ScratchFile("\(header)\n\(rows)").read(columns: columns)
    }

    private func day(_ parts: [String]) -> String {
        String(decoding: DateAndTime.day(ofParts: parts.map { Array($0.utf8) }), as: UTF8.self)
    }
}
