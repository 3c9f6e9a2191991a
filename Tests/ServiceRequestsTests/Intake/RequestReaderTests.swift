import Chronology
import DelimitedText
import Geometry
import TestSupport
import Testing
import Wording

@testable import ServiceRequests

struct RequestReaderTests {
    private let header = "id,category,status,opened,closed,address,longitude,latitude,assigned_zone\n"

    private func read(_ rows: String, jobs: Int = 1) throws -> RequestTable {
        try ScratchFile(header + rows).read(layers: ["assigned_zone"], jobs: jobs)
    }

    @Test func `a row becomes a request with all its fields`() throws {
        let table = try read(
            "7,Pothole,Open,2024-07-01 09:30:00,,\"12 MAIN ST, APT 2\",-76.61225,39.29,Z01\n")
        let request = table[0]
        #expect(request.id == "7")
        #expect(request.category == "Pothole")
        #expect(request.status == "Open")
        #expect(request.opened?.secondsSince1970 == 1_719_840_600)
        #expect(request.closed == nil)
        #expect(request.address == "12 MAIN ST, APT 2")
        #expect(request.position == Coordinate(longitude: -76.61225, latitude: 39.29))
        #expect(request.positionState == .recorded)
        #expect(request.positionDecimals == 5)
        #expect(request.assigned == ["Z01"])
        #expect(request.line == 2)
    }

    @Test(arguments: [
        "", " ", "NULL", "null", "N/A", "NA", "na", "Unspecified", "none", "-", ".", "\"\"", "\\N", "[null]",
        "NaN", "--", "\u{A0}", "\u{A0}\u{2009}", "\u{3000}", "\u{200B}",
    ])
    func `a blank by any spelling is blank in codes, addresses, dates and positions`(blank: String) throws {
        let table = try read("1,Pothole,Open,\(blank),\(blank),\(blank),\(blank),\(blank),\(blank)\n")
        #expect(table.opened[0] == nil)
        #expect(table.address(at: 0) == nil)
        #expect(table.positionStates == [.blank])
        #expect(table.longitudes[0].isNaN)
        #expect(table.assigned[0].indices == [-1])
        #expect(table.notes.isEmpty)
    }

    @Test func `the header again is rejected and told, and names alone are a row`() throws {
        let table = try read("1,a,b,2024-01-01,,,,,\n" + header + "id,Pothole,b,2024-01-01,,,,,\n")
        #expect(Array(table.rejections) == [Rejection(line: 3, reason: .header)])
        #expect(table.count == 2)
    }

    @Test(arguments: [1, 40, 4096], [1, 2])
    func `rows below a header in another order are rejected, up to the file's own header`(
        blockLength: Int, jobs: Int
    ) throws {
        let other = "id,status,category,closed,opened,address,latitude,longitude,assigned_zone\n"
        let rows = (1...9).map { "\($0),a,Open,2024-01-0\($0),,x,-76.6,39.3,Z\n" }
        let others = (10...30).map { "\($0),Open,a,,2024-01-01,x,39.3,-76.6,Z\n" }
        let text =
            header + rows.joined() + other + others.joined() + header
            + "31,a,Open,2024-01-01,,x,-76.6,39.3,Z\n"
        let table = try ScratchFile(text).read(
            layers: ["assigned_zone"], jobs: jobs, blockLength: blockLength)
        #expect((0..<table.count).map(table.id) == (1...9).map(String.init) + ["31"])
        #expect(table.lines == (2...10).map { UInt32($0) } + [34])
        #expect(table.notes.isEmpty)
        let rejections = Array(table.rejections)
        #expect(rejections.map(\.line) == Array(11...33))
        #expect(rejections.map(\.reason).first == .otherHeader && rejections.map(\.reason).last == .header)
        #expect(rejections.count { $0.reason == .belowOtherHeader } == 21)
    }

    /// Files that were joined, the second with a header of its own.
    @Test(arguments: [
        (
            "ID,CATEGORY,STATUS,CLOSED,OPENED,ADDRESS,LONGITUDE,LATITUDE,ASSIGNED ZONE",
            Rejection.Reason.otherHeader
        ),
        ("Id,Category,Status,Opened,Closed,Address,Latitude,Longitude,Assigned-Zone", .otherHeader),
        ("ID,Category,Status,Opened,Closed,Address,Longitude,Latitude,Assigned Zone", .header),
        ("Case,Kind,Status,Created,Closed,Address,X,Y,Ward", .foreignHeader),
    ])
    func `a header in another spelling is one, and its rows are read where it has the file's order`(
        second: String, reason: Rejection.Reason
    ) throws {
        let rows = (1...9).map { "\($0),a,Open,2024-01-0\($0),,x,-76.6,39.3,Z\n" }
        let others = (10...20).map { "\($0),a,Open,2024-01-02,2024-01-03,x,-76.6,39.3,Z\n" }
        let file = try ScratchFile(header + rows.joined() + second + "\n" + others.joined())
        for blockLength in [1, 60, 4096] {
            let table = try file.read(layers: ["assigned_zone"], blockLength: blockLength)
            #expect(table.count == (reason == .header ? 20 : 9))
            let reasons = table.rejections.map(\.reason)
            #expect(reasons.first == reason)
            #expect(reasons.dropFirst().allSatisfy { $0 == .belowOtherHeader })
        }
    }

    @Test(arguments: [
        "Request ID,Type,Status,Opened at,Closed at,Street address,Longitude,Latitude,Council district",
        "text,text,text,timestamp,timestamp,text,float,float,int",
    ])
    func `a second line of labels or types is passed, and the rows below it are read`(line: String) throws {
        let rows = (1...9).map { "\($0),a,Open,2024-01-0\($0),,x,-76.6,39.3,Z\n" }
        for blockLength in [1, 60, 4096] {
            let table = try ScratchFile(header + line + "\n" + rows.joined()).read(
                layers: ["assigned_zone"], blockLength: blockLength)
            #expect(table.count == 9 && table.rejections.map(\.reason) == [.labels])
        }
        // Of other files that were joined none stands directly below the header with rows like the file's.
        let joined = try ScratchFile(header + rows[0] + line + "\n" + rows[1]).read(layers: ["assigned_zone"])
        #expect(joined.count == 1)
    }

    /// With its columns reversed a request has words where numbers stand, or a blank id, and is no header.
    @Test(arguments: [1, 60, 4096])
    func `whatever a row below another header looks like, it is told as one`(blockLength: Int) throws {
        let names = header.dropLast().split(separator: ",")
        let other = names.reversed().joined(separator: ",") + "\n"
        let others = [
            "Z,39.3,-76.6,x,,2024-01-02,Open,a,10\n", ",,,,,,Open,a,11\n",
            "Zone,Nord,West,Elm,,today,Open,a,12\n",
        ]
        let text =
            header + "1,a,Open,2024-01-01,,x,-76.6,39.3,Z\n" + other + others.joined() + others.joined()
            + header + "2,a,Open,2024-01-01,,x,-76.6,39.3,Z\n"
        let table = try ScratchFile(text).read(layers: ["assigned_zone"], blockLength: blockLength)
        #expect((0..<table.count).map(table.id) == ["1", "2"])
        let reasons = table.rejections.map(\.reason)
        #expect(reasons.first == .otherHeader && reasons.last == .header)
        #expect(
            reasons.dropFirst().dropLast() == [Rejection.Reason](repeating: .belowOtherHeader, count: 6)[...])
    }

    @Test(arguments: ["NA", "None", "-", "N/A", "n/a"])
    func `a code that is blank elsewhere is that of an area where the map has it`(code: String) throws {
        let file = try ScratchFile(header + "1,a,b,2024-01-01,,x,1,2,\(code)\n2,a,b,2024-01-01,,x,1,2,NULL\n")
        var reader = RequestReader(source: .file(file.path), layers: ["assigned_zone"], clock: .utc)
        reader.isArea = { layer, asked in layer == 0 && asked == code }
        #expect(try reader.read()[0].assigned == [code])
        #expect(try reader.read()[1].assigned == [nil])
        reader.isArea = { _, _ in false }
        #expect(try reader.read()[0].assigned == [nil])
    }

    @Test func `None and Unspecified may be categories`() throws {
        #expect(try read("1,None,Unspecified,2024-01-01,,,,,\n").categories.values == ["None"])
    }

    @Test(arguments: [
        ("-76.6,39.3", PositionState.recorded, []), ("0,0", .zero, []), ("0.0,-0.000", .zero, []),
        ("0,39", .zero, []), ("-76,0.0", .zero, []), ("-76.6,", .blank, [RowNote.Problem.halfPosition]),
        ("west,39.3", .unreadable, [.unreadablePosition]), ("-766,39.3", .outOfRange, [.positionOutOfRange]),
        ("1e999,39", .outOfRange, [.positionOutOfRange]), ("-180,90", .recorded, []),
        ("283.39,39.3", .recorded, [.longitudeOfFullCircle]),
        ("360.5,39.3", .outOfRange, [.positionOutOfRange]),
        ("200,95", .outOfRange, [.positionOutOfRange, .positionOutOfRange]),
    ])
    func `a position is judged by itself and the row is kept`(
        position: String, state: PositionState, problems: [RowNote.Problem]
    ) throws {
        let table = try read("1,a,b,2024-01-01,,x,\(position),Z\n")
        #expect(table.positionStates == [state])
        #expect(table.notes.map(\.problem) == problems)
    }

    @Test func `a position of one column that is out of range is told once`() throws {
        let table = try ScratchFile("id,type,opened,place\n1,a,2024-01-01,\"(4761000, -8528000)\"\n").read(
            columns: ColumnSelection(
                columns: [.id: "id", .category: "type", .opened: "opened", .location: "place"]))
        #expect(table.notes.map(\.description) == ["location is out of range"])
    }

    @Test func `a workbook whose first sheet holds no requests is told with the sheets that were not read`()
        throws
    {
        func cells(_ texts: [String]) -> String {
            "<row>" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }
        let notes = cells(["Report", "311 requests"]) + cells(["From", "2024-03-01"])
        let data = cells(["id", "type", "opened"]) + cells(["1", "Pothole", "2024-03-01"])
        let book = ArchiveFixture.workbook([("About", notes), ("Data", data)])
        let columns = ColumnSelection(columns: [.id: "id", .category: "type", .opened: "opened"])
        do {
            _ = try ScratchFile(book).read(columns: columns)
            Issue.record("the sheet of notes was read")
        } catch {
            #expect(
                "\(error)".contains("and not “Data”: name the right one as sheet: under requests:"),
                "\(error)")
        }
    }

    @Test func `a longitude that counts from 0 to 360 is the same place, and told`() throws {
        let table = try read("1,a,b,2024-01-01,,x,240.5,36.7,Z\n2,a,b,2024-01-01,,x,180,36.7,Z\n")
        #expect(table[0].position == Coordinate(longitude: -119.5, latitude: 36.7))
        #expect(table[1].position == Coordinate(longitude: 180, latitude: 36.7))
        #expect(table.notes.map(\.description) == ["longitude counts from 0 to 360; 360 was taken off"])
    }

    @Test(arguments: [("39,-77", 0), ("39.1,-77.123", 3), ("-76.123456,39.1234567", 7)])
    func `the decimals are the more that were written, for zeros at the end are lost`(
        position: String, decimals: Int
    ) throws {
        #expect(try read("1,a,b,2024-01-01,,x,\(position),Z\n").positionDecimals == [UInt8(decimals)])
    }

    @Test func `rows that are no requests are rejected with line and reason`() throws {
        let table = try read(
            "1,a,b,2024-01-01,,x,1,2,Z\n ,a,b,2024-01-01,,x,1,2,Z\n3,a,b,2024-01-01,,12, MAIN ST,1,2,Z\n(2 rows)\n5,a,b,2024-01-01,\"x\n"
        )
        #expect(table.ids[0] == "1")
        #expect(table.count == 1)
        #expect(
            Array(table.rejections) == [
                Rejection(line: 3, reason: .noID),
                Rejection(line: 4, reason: .tooManyFields(found: 10, expected: 9)),
                Rejection(line: 5, reason: .remark),
                Rejection(line: 6, reason: .unclosedQuote),
            ])
        #expect(table.rowsInFile == 5)
    }

    @Test(
        arguments: [
            ("Total: 8", .total), ("Total", .total), ("(8 rows affected)", .remark),
            ("-- end of report --", .remark), ("\"Printed by the CRM\"", .remark),
            ("8 rows were exported today", .remark), ("2024", .tooFewFields(found: 1, expected: 9)),
            ("SR 20", .tooFewFields(found: 1, expected: 9)), ("SR-", .tooFewFields(found: 1, expected: 9)),
        ] as [(String, Rejection.Reason)])
    func `a line of notes without delimiters is no row that was cut off`(
        line: String, reason: Rejection.Reason
    ) throws {
        let table = try read("1,a,b,2024-01-01,,x,1,2,Z\n\(line)\n")
        #expect(Array(table.rejections) == [Rejection(line: 3, reason: reason)])
    }

    @Test func `a row that ends early is read as far as it goes, and noted`() throws {
        let table = try read("1,a,b,2024-01-01,,x\n2,a,b,2024-01-01,,x,1,2,Z\n")
        #expect(table.count == 2)
        #expect(table.notes == [RowNote(row: 0, field: .id, problem: .missingFields)])
        #expect(table[0].address == "x")
        #expect(table[0].assigned == [nil])
    }

    @Test func `a date that cannot be read is noted and missing`() throws {
        let table = try read("1,a,b,soon,01/01/1900,x,1,2,Z\n2,a,b,2024-01-01,1803-01-01,x,1,2,Z\n")
        #expect(table.opened[0] == nil)
        #expect(table.intake.sentinelDates == 1)
        #expect(
            table.notes == [
                RowNote(row: 0, field: .opened, problem: .unreadableDate),
                RowNote(row: 1, field: .closed, problem: .implausibleDate),
            ])
    }

    @Test func `ids that a spreadsheet rewrote are counted`() throws {
        #expect(
            try read("1.01E+11,a,b,2024-01-01,,x,1,2,Z\n101000000001,a,b,2024-01-01,,x,1,2,Z\n").intake
                .spreadsheetIDs == 1)
    }

    @Test func `text in Windows-1252 becomes UTF-8`() throws {
        let bytes =
            Array((header + "1,Caf").utf8) + [0xE9] + Array(",b,2024-01-01,,Rue C".utf8) + [0xF4]
            + Array("te,1,2,Z\n".utf8)
        let table = try ScratchFile(bytes).read(layers: ["assigned_zone"])
        #expect(table.categories.values == ["Café"])
        #expect(table.addresses[0] == "Rue Côte")
        #expect(table.intake.oddTexts.windows1252 == 2)
    }

    @Test(arguments: [
        ("Café", "Rue Côte", 0), ("CafÃ©", "Rue Côte", 1), ("CafÃ©", "Rue CÃ´te", 2),
        ("Lâ€™Ã‰cole", "1 Main", 1),
        ("Ð¯Ð¼Ð°", "São João", 1), ("MANHÃ\u{A0}DO", "AÇÃO", 0), ("Â«ok", "Â", 1), ("Яма", "道路", 0),
    ])
    func `text that was encoded twice is counted, and stays as it stands`(
        category: String, address: String, count: Int
    ) throws {
        let table = try read("1,\(category),b,2024-01-01,,\(address),1,2,Z\n")
        #expect(table.intake.oddTexts == OddTexts(encodedTwice: count))
        #expect(table.categories.values == [category] && table.addresses[0] == address)
    }

    @Test func `a file without ids has its lines for ids`() throws {
        let table = try ScratchFile(
            "Creation Date,Status,Ward,Service Request Type,Intersection Street 1\n2024-01-01,Open,York (01),Noise,A St\n2024-01-02,Open,York (01),Noise,A St\n"
        ).read(layers: ["Ward"])
        #expect(table.intake.profile == "toronto")
        #expect([table.ids[0], table.ids[1]] == ["2", "3"])
        #expect(table.positionStates == [.blank, .blank])
    }

    @Test func `eastings and northings become degrees`() throws {
        let table = try ScratchFile(
            "SERVICEREQUESTID,SERVICECODEDESCRIPTION,ADDDATE,XCOORD,YCOORD\n1,a,2016-08-03,397000.5,136000.25\n2,a,2016-08-03,,\n3,a,2016-08-03,1e999,5\n"
        ).read(columns: ColumnSelection(profile: "washington-dc"))
        #expect(abs(table.longitudes[0] - -77.0345749) < 1e-7)
        #expect(abs(table.latitudes[0] - 38.8918418) < 1e-7)
        #expect(table.positionStates == [.recorded, .blank, .outOfRange])
        #expect(table.positionDecimals[0] == 7)
    }

    @Test func `descriptions are read only where they are asked for`() throws {
        let file = try ScratchFile("id,category,opened,description\n1,a,2024-01-01,\"my words\"\n")
        #expect(try file.read().descriptions.isEmpty)
        #expect(try file.read(descriptions: .read).descriptions[0] == "my words")
    }

    @Test
    func
        `a header alone is no requests since the file was written, and one of which nothing can be read an error`()
        throws
    {
        let alone = try ScratchFile(header).read()
        #expect(alone.count == 0 && alone.rejections.isEmpty && alone.intake.emptySince != nil)
        #expect(try ScratchFile(header + "1,a,Open,2024-01-01,,,,,\n").read().intake.emptySince == nil)
        let broken = try ScratchFile(header + "1,2\n1,2\n")
        #expect {
            try broken.read()
        } throws: { error in
            "\(error)".contains("none of its 2 rows could be read; line 2: 2 of 9 fields")
        }
    }

    @Test(arguments: [1, 2, 3])
    func `random files give the same for any number of threads and blocks of any length, and no row is lost`(
        seed: UInt64
    ) throws {
        let file = try ScratchFile(RandomRequests(seed: seed, rows: 3000).text)
        let whole = try file.read(layers: ["assigned_zone"], blockLength: 1 << 20)
        #expect(whole.rowsInFile == 3000)
        for (jobs, blockLength) in [(1, 200), (2, 1000), (3, 5000)] {
            let table = try file.read(layers: ["assigned_zone"], jobs: jobs, blockLength: blockLength)
            #expect(table.isSame(as: whole))
        }
    }
}

extension RequestTable {
    /// Whether all columns are the same, also where both have no number.
    func isSame(as other: RequestTable) -> Bool {
        ids == other.ids && addresses == other.addresses && categories == other.categories
            && statuses == other.statuses && assigned == other.assigned && opened == other.opened
            && closed == other.closed && longitudes.map(\.bitPattern) == other.longitudes.map(\.bitPattern)
            && latitudes.map(\.bitPattern) == other.latitudes.map(\.bitPattern) && lines == other.lines
            && positionStates == other.positionStates && positionDecimals == other.positionDecimals
            && rejections == other.rejections && notes == other.notes
            && repeatedIDRows == other.repeatedIDRows && foldedRows == other.foldedRows
            && intake == other.intake
    }
}

/// Rows with everything that goes wrong in real files, one line each but for line breaks in quotes.
private struct RandomRequests {
    let text: String

    init(seed: UInt64, rows: Int) {
        var numbers = SeededNumbers(seed)
        func pick(_ texts: [String]) -> String { texts.randomElement(using: &numbers) ?? "" }
        var text = "id,category,status,opened,closed,address,longitude,latitude,assigned_zone\n"
        for row in 0..<rows {
            let cells = [
                pick(["\(row)", "\(row)", "\(row / 3)", " ", "a\(row)"]),
                pick(["Pothole", "Noise", "Café", "NULL", "c\(row % 700)"]),
                pick(["Open", "Closed", ""]),
                pick(["2024-01-02 03:04:05", "01/02/2024 03:04:05 PM", "x", ""]),
                pick(["2024-01-05", "", "01/01/1900"]),
                pick(["12 MAIN ST", "\"A, B\"", "\"two\nlines\"", "\"q \"\"x\"\"\"", "N/A"]),
                pick(["-76.6", "0", "x", "", "-766"]), pick(["39.3", "0", ""]),
                pick(["Z1", "Z2", "n/a", "Ward 07"]),
            ]
            let broken = pick(["", "", "", "", "", "", "", "more", "less"])
            switch broken {
            case "more": text += (cells + ["extra"]).joined(separator: ",")
            case "less": text += cells.prefix(3).joined(separator: ",")
            default: text += cells.joined(separator: ",")
            }
            text += pick(["\n", "\r\n", "\n\n"])
        }
        self.text = text
    }
}
