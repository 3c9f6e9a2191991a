import City
import DelimitedText
import TestSupport
import Testing

@testable import ServiceRequests

/// Lines of notes and sums below the rows, padded to the header's number of fields as spreadsheets write them.
struct FooterRowsTests {
    private static let rows = "1,Pothole,2024-01-02,-76.6\n2,Pothole,2024-01-03,-76.6\n"

    @Test(arguments: [
        "Total: 2311 records,,,", "\"Total: 2,311 records\",,,", "Report run 11/28/2026 by jdoe,,,",
        "Source: 311 CRM,N/A,,",
    ])
    func `one text and nothing else is no request, and is told`(footer: String) throws {
        let table = try read(Self.rows + footer + "\n")
        #expect(table.count == 2)
        #expect(table.rejections.map(\.reason) == [.remark])
        #expect(table.rejections.map(\.line) == [4])
    }

    @Test(arguments: ["Total,60,,", "Grand Total,\"1,234\",,", "Summe,60.0,,"])
    func `a count beside the word for a sum is no category`(footer: String) throws {
        let table = try read(Self.rows + footer + "\n")
        #expect(table.rejections.map(\.reason) == [.total])
        #expect(try read(Self.rows + "Total,60,2024-01-04,\nTotal,Pothole,,\n").count == 4)
    }

    @Test func `lines stand for ids, and a footer under the first column is no request`() throws {
        let columns = ColumnSelection(
            columns: [.category: "type", .opened: "opened", .longitude: "lon"], identification: .lineNumber)
        let table = try ScratchFile(
            "type,opened,lon\nPothole,2024-01-02,-76.6\nTotal: 1 record,,\nTotal,,\nPothole,,\n"
        ).read(columns: columns)
        #expect(table.rejections.map(\.reason) == [.remark, .total])
        #expect(table.count == 2)
    }

    @Test(arguments: ["3,,,", "3 B,,2024-01-04,", "3 B,Pothole,,", "3 B,,,-76.6"])
    func `an id alone, and a row that says anything else, stay requests`(row: String) throws {
        let table = try read(Self.rows + row + "\n")
        #expect(table.count == 3 && table.rejections.isEmpty)
    }

    private static let wide =
        "id,type,opened,address,lon,lat\n1,Pothole,2024-01-02,1 Elm St,-76.6,39.2\n2,Litter,2024-01-03,2 Elm St,-76.6,39.2\n"

    private func readWide(_ rows: String, id: String? = "id") throws -> RequestTable {
        var columns: [RequestField: String] = [
            .category: "type", .opened: "opened", .address: "address", .longitude: "lon", .latitude: "lat",
        ]
        columns[.id] = id
        return try ScratchFile(Self.wide + rows).read(
            columns: ColumnSelection(columns: columns, identification: id == nil ? .lineNumber : .column))
    }

    @Test(arguments: [
        ("Total,60 complaints,,,,", Rejection.Reason.total), ("March total,20,,,,", .total),
        ("Prepared by,Pat Smith,,,,", .note), ("Printed,,01/03/2025,,,", .note),
        ("Checked,,,Pat Smith,,", .note), ("Pothole,,,,,", .remark),
    ])
    func `a title, or two cells of which the first has no digit, as ids have, are no request, and are told`(
        footer: String, reason: Rejection.Reason
    ) throws {
        let table = try readWide(footer + "\n")
        #expect(table.count == 2 && table.rejections.map(\.reason) == [reason])
        #expect(table.rejections.map(\.line) == [4])
    }

    @Test(arguments: [
        ("Confidential Information - Do Not Distribute", Rejection.Reason.remark), ("Grand Total", .total),
        ("900 Elm St North East", .tooFewFields(found: 1, expected: 7)),
        ("Ward 1", .tooFewFields(found: 1, expected: 7)),
    ])
    func
        `a sentence without delimiters is a line of notes where another column than the ids' is the first too`(
            footer: String, reason: Rejection.Reason
        ) throws
    {
        let table = try ScratchFile(
            "ward,id,opened,type,address,lon,lat\nWard 1,1,2024-01-02,Pothole,1 Elm St,-76.6,39.2\n\(footer)\n"
        ).read(
            columns: ColumnSelection(columns: [
                .id: "id", .category: "type", .opened: "opened", .address: "address", .longitude: "lon",
                .latitude: "lat",
            ]), layers: ["ward"])
        #expect(table.rejections.map(\.reason) == [reason])
    }

    @Test(arguments: [
        "Subtotal,Count,195,,,,,", "Total,Count,\"1,900\",,,,,", "Total,900,,,,,,", "Grand Total,900,,,,,,",
    ])
    func `a line of sums of a report with groups is no request, though its counts stand under other names`(
        footer: String
    ) throws {
        let table = try ScratchFile(
            "ward,id,opened,type,status,address,lon,lat\nWard 1,1,2024-01-02,Pothole,Open,1 Elm St,-76.6,39.2\n"
                + "\(footer)\nWard 2,3,,,,,,\n"
        ).read(
            columns: ColumnSelection(columns: [
                .id: "id", .category: "type", .status: "status", .opened: "opened", .address: "address",
                .longitude: "lon", .latitude: "lat",
            ]), layers: ["ward"])
        #expect(table.count == 2 && table.rejections.map(\.reason) == [.total])
        #expect(table[1].assigned == ["Ward 2"])
    }

    @Test(arguments: [
        ("Page 1 of 3,,,,,", Rejection.Reason.nothing), ("Total,60,,,,", .total), ("Total,,,60,,", .total),
        ("Printed,,01/03/2025,,,", .note), ("By,,Pat Smith,,,", .note), ("By,Pat Smith,,,,", .remark),
        (",Pothole,,,,", .remark),
    ])
    func `a line of which the columns of requests hold one cell at most is none where lines stand for ids`(
        footer: String, reason: Rejection.Reason
    ) throws {
        let table = try readWide(footer + "\n", id: nil)
        #expect(table.count == 2 && table.rejections.map(\.reason) == [reason])
    }

    @Test(arguments: [
        ("Subtotal,Pothole,57,,,,", Rejection.Reason.total), ("Pothole total,57,57,,,,", .total),
        ("Sous-total,Nid-de-poule,57,,,,", .total), ("Zwischensumme,57,12.5,,,,", .total),
        ("Count,57,57,,,,", .total), ("Average days,7.5,7.5,,,,", .total),
    ])
    func `a line of sums is none, whatever it repeats or counts, where it has neither day nor place`(
        footer: String, reason: Rejection.Reason
    ) throws {
        let table = try ScratchFile(
            "id,type,status,opened,address,lon,lat\n1,Pothole,Open,2024-01-02,1 Elm St,-76.6,39.2\n\(footer)\n"
                + "Subtotal,Pothole,Open,2024-01-02,1 Elm St,-76.6,39.2\n"
        ).read(
            columns: ColumnSelection(columns: [
                .id: "id", .category: "type", .status: "status", .opened: "opened", .address: "address",
                .longitude: "lon", .latitude: "lat",
            ]))
        #expect(table.count == 2 && table.rejections.map(\.reason) == [reason])
    }

    @Test(arguments: [
        "ABC,Pothole,2024-01-04,,,", "R-3,Pothole,,,,", "3,,2024-01-04,,,", "ABC,,,5 Elm St,-76.6,39.2",
    ])
    func `a request that says little stays one`(row: String) throws {
        #expect(try readWide(row + "\n").count == 3)
    }

    @Test(arguments: [",Pothole,,5 Elm St,,", ",,2024-01-04,5 Elm St,,"])
    func `a request that says little stays one where lines stand for ids`(row: String) throws {
        #expect(try readWide(row + "\n", id: nil).count == 3)
    }

    @Test func `a header of names that are not the file's is no request, nor are the rows below it`() throws {
        let table = try read(
            Self.rows + "service_request_id,problem_type,open_dt,x\n3,Litter,2024-02-01,-76.5\n")
        #expect(table.count == 2)
        #expect(table.rejections.map(\.reason) == [.foreignHeader, .belowOtherHeader])
        let odd = try read(Self.rows + "X,Litter,yesterday,-76.5\nA,Litter,soon,\nB,Litter,soon,n/a\n")
        #expect(odd.count == 5 && odd.rejections.isEmpty)
    }

    // Qualtrics, KoBo and Dynamics write labels below their own names, databases types. No row below them was read.
    @Test(arguments: [
        "Request ID,Type,Opened at,Longitude", "text,text,timestamp(6),float8",
        "Folio,Tipo,Fecha de apertura,Longitud",
        "varchar(20),varchar(40),datetime,\"numeric(9,6)\"",
    ])
    func `a second line of labels or types below the header is no request, and the rows below it are`(
        labels: String
    )
        throws
    {
        let table = try read(labels + "\n" + Self.rows)
        #expect(table.count == 2)
        #expect(table.rejections.map(\.reason) == [.labels] && table.rejections.map(\.line) == [2])
        let odd = try read("A,Litter,soon,n/a\nB,Litter,today,n/a\n" + Self.rows)
        #expect(odd.count == 4 && odd.rejections.isEmpty)
    }

    private func read(_ rows: String) throws -> RequestTable {
        try ScratchFile("id,type,opened,lon\n" + rows).read(
            columns: ColumnSelection(
                columns: [.id: "id", .category: "type", .opened: "opened", .longitude: "lon"]))
    }
}
