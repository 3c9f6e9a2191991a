import TestSupport
import Testing

@testable import DelimitedText
@testable import TableFiles

/// Gives nothing.
private final class EmptySource: ByteSource {
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableFileError) -> Int { 0 }
}

/// Tables out of archives, workbooks, JSON and XML, read as delimited text is.
struct TableFileTests {
    private let table = "id,category,opened\n007,Pothole,2024-03-01\n008,\"Light, out\",2024-03-02\n"
    private let rows = [["007", "Pothole", "2024-03-01"], ["008", "Light, out", "2024-03-02"]]

    private func read(_ bytes: [UInt8]) throws -> ReadText { try ReadText(try ScratchFile(bytes)) }

    private func failure(_ bytes: [UInt8]) throws -> String {
        let file = try ScratchFile(bytes)
        let error = #expect(throws: DelimitedTextError.self) { try ReadText(file) }
        return error?.description ?? ""
    }

    @Test func `features whose geometry is no point are told by their kinds`() throws {
        func feature(_ id: Int, _ geometry: String) -> String {
            "{\"type\":\"Feature\",\"properties\":{\"id\":\(id)},\"geometry\":\(geometry)}"
        }
        let geometries = [
            "{\"type\":\"Point\",\"coordinates\":[1,2]}", "null",
            "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}",
            "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,5]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4],[3,5],[1,2]]]}",
        ]
        func notes(_ geometries: [String]) throws -> [String] {
            let features = geometries.enumerated().map { feature($0.offset, $0.element) }
            let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
            let file = try ScratchFile(text)
            return try DelimitedFile(.file(file.path)).shape.notes
        }
        #expect(
            try notes(geometries) == [
                "the geometry of 3 features is no point, and gives no position: LineString 2, Polygon 1"
            ])
        #expect(try notes(Array(geometries.prefix(2))) == [])
        let esri =
            "{\"features\":[{\"attributes\":{\"id\":1},\"geometry\":{\"paths\":[[[1,2],[3,4]]]}},"
            + "{\"attributes\":{\"id\":2},\"geometry\":{\"x\":1,\"y\":2}}]}"
        let file = try ScratchFile(esri)
        #expect(
            try DelimitedFile(.file(file.path)).shape.notes == [
                "the geometry of 1 feature is no point, and gives no position: LineString 1"
            ])
    }

    // MARK: Archives

    @Test func `gzip is unpacked, in several members too`() throws {
        let bytes = Array(table.utf8)
        #expect(try read(ArchiveFixture.gzip(bytes)).rows == rows)
        let members = ArchiveFixture.gzip(Array(bytes[..<30])) + ArchiveFixture.gzip(Array(bytes[30...]))
        #expect(try read(members).rows == rows)
        // Tapes are filled up with blanks.
        #expect(try read(members + [UInt8](repeating: 0, count: 512)).rows == rows)
    }

    @Test func `a gzip that is cut off or damaged is refused whole`() throws {
        let packed = ArchiveFixture.gzip(Array(table.utf8))
        #expect(try failure(packed.dropLast(9)).contains("is a damaged archive: it is cut off"))
        var damaged = packed
        damaged[packed.count - 6] ^= 0xFF
        #expect(try failure(damaged).contains("is a damaged archive"))
    }

    @Test func `the one table of an archive is read`() throws {
        let archive = ArchiveFixture.zip([
            ("export/readme.txt", "hello"), ("export/r.csv", table), ("__MACOSX/export/._r.csv", "x"),
        ])
        let file = try ScratchFile(archive)
        #expect(try ReadText(file).rows == rows)
        let shape = try DelimitedFile(.file(file.path)).shape
        #expect(shape.title == "“export/r.csv” in the archive, comma-separated")
    }

    @Test func `an archive with several tables, none, or a password is refused with what it holds`() throws {
        #expect(
            try failure(ArchiveFixture.zip([("a.csv", table), ("b.csv", table)]))
                .hasSuffix("holds several tables: a.csv, b.csv; unpack it and name one of them"))
        #expect(try failure(ArchiveFixture.zip([("a.jpg", "x")])).contains("it holds a.jpg"))
        #expect(
            try failure(ArchiveFixture.zip([(name: "a.csv", bytes: Array(table.utf8))], isEncrypted: true))
                .contains("with a password"))
        #expect(try failure(ArchiveFixture.zip([("a.csv", table)]).dropLast(30)).contains("damaged archive"))
    }

    @Test func `archives that are made to fill a disk are refused`() throws {
        let bomb = [UInt8](repeating: 0x0A, count: 65 << 20)
        #expect(
            try failure(ArchiveFixture.zip([(name: "a.csv", bytes: bomb)])).contains("250 times its size"))
        let packed = ArchiveFixture.gzip(bomb)
        let content = try #require(
            try TableContent.open(beginning: packed, rest: EmptySource(), path: nil))
        #expect(throws: TableFileError.expandsTooFar) {
            while try !content.bytes.bytes(upTo: 1 << 20).isEmpty {}
        }
        let inner = ArchiveFixture.gzip(ArchiveFixture.gzip(Array(table.utf8)))
        #expect(try failure(inner).contains("compressed twice"))
    }

    // MARK: Line ends

    @Test(arguments: [("\n", "\r"), ("\r", "\n"), ("\r\n", "\r"), ("\r", "\r\n")])
    func `files put together of several, whose lines end otherwise, are read whole`(
        first: String, second: String
    ) throws {
        let head = "id,category,opened\n" + (1...9).map { "\($0),Pothole,2024-03-0\($0)\n" }.joined()
        let tail = (10...40).map { "\($0),Light,2024-03-05\n" }.joined()
        let bytes = Array((head.replacing("\n", with: first) + tail.replacing("\n", with: second)).utf8)
        let file = try ScratchFile(bytes)
        for blockLength in [64, 1 << 20] {
            let text = try ReadText(file, blockLength: blockLength)
            #expect(text.rows.map { $0[0] } == (1...40).map(String.init))
            #expect(text.lines == Array(2...41))
            #expect(text.faults.isEmpty && text.blankLines == 0)
        }
        #expect(
            try DelimitedFile(.file(file.path)).shape.title == "comma-separated, lines end in LF and in CR")
    }

    // MARK: Workbooks

    private let header =
        #"<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>opened</t></is></c></row>"#

    @Test func `a workbook's rows have their own numbers, texts, dates with their time, and blanks`() throws {
        let sheet =
            #"<row r="1"><c r="A1" t="str"><v>Requests of 2024</v></c></row>"# + header
            + #"<row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" t="s"><v>3</v></c><c r="D4" s="2"><v>45352.416666666664</v></c></row>"#
            + #"<row r="7"><c r="A7"><v>2.4000001234E+10</v></c><c r="D7" s="1"><v>45353</v></c></row>"#
            + #"<row r="8"><c r="A8"><v>9</v></c><c r="B8" t="b"><v>1</v></c><c r="C8" t="e"><v>#N/A</v></c></row>"#
        let file = try ScratchFile(
            ArchiveFixture.workbook(
                [("Notes", "<row><c><v>1</v></c></row>"), ("Requests", sheet)],
                texts: ["id", "category", "007", "Light &amp; pole_x000A_out"]))
        let text = try ReadText(file)
        #expect(text.header == ["id", "category", "", "opened"])
        #expect(
            text.rows == [
                ["007", "Light & pole\nout", "", "2024-03-01T10:00:00"],
                ["24000001234", "", "", "2024-03-02"],
                ["9", "TRUE", "#N/A", ""],
            ])
        #expect(text.lines == [4, 7, 8])
        #expect(text.blankLines == 2)
        #expect(text.faults.isEmpty)
        let shape = try DelimitedFile(.file(file.path)).shape
        #expect(shape.title == "Excel workbook, sheet “Requests”")
        #expect(shape.headerLine == 3)
    }

    @Test func `hidden sheets are no tables, and other tables are told`() throws {
        let sheet = header + #"<row r="4"><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c></row>"#
        let file = try ScratchFile(
            ArchiveFixture.workbook(
                [("Hidden", sheet), ("A", sheet), ("B", sheet)], texts: ["id", "category"],
                isHidden: ["Hidden"]))
        #expect(try DelimitedFile(.file(file.path)).shape.title == "Excel workbook, sheet “A”, not “B”")
    }

    @Test func `another sheet is read by its name, and one that is not there is refused with those that are`()
        throws
    {
        func sheet(_ number: Int) -> String {
            header + "<row r=\"4\"><c r=\"A4\"><v>\(number)</v></c><c r=\"B4\"><v>2</v></c></row>"
        }
        let file = try ScratchFile(
            ArchiveFixture.workbook([("A", sheet(1)), ("2024", sheet(7))], texts: ["id", "category"]))
        var known = KnownShape()
        known.text.sheet = "2024"
        let opened = try DelimitedFile(.file(file.path), known: known)
        #expect(opened.shape.title == "Excel workbook, sheet “2024”, not “A”")
        var ids: [String] = []
        _ = try opened.forEachRecord(requiredCount: 1) { ids.append($1[0]) }
        #expect(ids == ["7"])
        known.text.sheet = "2025"
        let error = #expect(throws: DelimitedTextError.self) {
            _ = try DelimitedFile(.file(file.path), known: known)
        }
        #expect(
            error?.description.hasSuffix(
                "has no sheet “2025” with a table; those that have one are “A”, “2024”") == true)
    }

    @Test func `days from 1904`() throws {
        let sheet = header + #"<row r="4"><c r="A4"><v>1</v></c><c r="D4" s="1"><v>43890</v></c></row>"#
        let text = try read(
            ArchiveFixture.workbook(
                [("A", sheet)], texts: ["id", "category"], properties: #"<workbookPr date1904="1"/>"#))
        #expect(text.rows == [["1", "", "", "2024-03-01"]])
    }

    @Test(arguments: [("date1904=\"1\"", true), ("", false)])
    func `a workbook says from when its days are counted`(property: String, isSaid: Bool) throws {
        let sheet = header + #"<row r="4"><c r="A4"><v>1</v></c><c r="D4"><v>43890</v></c></row>"#
        let file = try ScratchFile(
            ArchiveFixture.workbook(
                [("A", sheet)], texts: ["id", "category"], properties: "<workbookPr \(property)/>"))
        let shape = try DelimitedFile(.file(file.path)).shape
        #expect(shape.countsFrom1904 == isSaid)
    }

    private func text(_ place: String, _ text: String) -> String {
        "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    /// Returns a sheet with one row of cells for each list, and what stands behind its rows.
    private func sheet(_ rows: [String], behind: String) -> String {
        rows.enumerated().map { "<row r=\"\($0 + 1)\">\($1)</row>" }.joined()
            + "</sheetData>\(behind)<sheetData>"
    }

    @Test func `the text of merged cells stands in all of their rows, and is told`() throws {
        let rows = [
            text("A1", "ward") + text("B1", "id") + text("C1", "opened"),
            text("A2", "Ward 1") + text("B2", "1") + text("C2", "2024-03-01"),
            text("B3", "2") + text("C3", "2024-03-02"),
            "<c r=\"A4\"/>" + text("B4", "3") + text("C4", "2024-03-03"),
            text("A5", "Ward 2") + text("B5", "4"),
            "<c r=\"A6\"/><c r=\"B6\"/>",
            text("B7", "5"),
        ]
        let merged =
            #"<mergeCells><mergeCell ref="A5:A6"/><mergeCell ref="A2:A4"/><mergeCell ref="B1:C1"/></mergeCells>"#
        let file = try ScratchFile(ArchiveFixture.workbook([("A", sheet(rows, behind: merged))]))
        let read = try ReadText(file)
        #expect(
            read.rows == [
                ["Ward 1", "1", "2024-03-01"], ["Ward 1", "2", "2024-03-02"], ["Ward 1", "3", "2024-03-03"],
                ["Ward 2", "4", ""], ["", "5", ""],
            ])
        // A row of merged cells alone is blank.
        #expect(read.lines == [2, 3, 4, 5, 7])
        #expect(
            try DelimitedFile(.file(file.path)).shape.notes == [
                "merged cells: each text of A2:A4, A5:A6 stands in all of its rows, 3 of which hold none of their own"
            ])
    }

    @Test func `formulas that were saved without values are counted, and where the first is`() throws {
        let rows = [
            text("A1", "id") + text("B1", "ward"), text("A2", "1") + #"<c r="B2"><f>"Ward 1"</f><v/></c>"#,
            text("A3", "2") + #"<c r="B3" t="str"><f>A3</f><v>Ward 2</v></c>"#,
            text("A4", "3") + #"<c r="B4"><f t="shared" si="0"/></c>"#,
        ]
        let file = try ScratchFile(ArchiveFixture.workbook([("A", sheet(rows, behind: ""))]))
        #expect(try ReadText(file).rows == [["1", ""], ["2", "Ward 2"], ["3", ""]])
        let notes = try DelimitedFile(.file(file.path)).shape.notes
        #expect(notes.count == 1)
        #expect(
            notes.first?.hasPrefix(
                "2 cells hold formulas without a value, the first in B2, and are read as blank") == true)
    }

    @Test func `a row of coloured cells that crosses a piece of the sheet is blank`() throws {
        let colour = (1...200).map { "<c r=\"\(columnName($0))" }
        let rows = (1...700).map { row in
            row % 2 == 1
                ? text("A\(row)", "\(row)") + text("B\(row)", "x")
                : colour.map { "\($0)\(row)\" s=\"1\"/>" }.joined()
        }
        let file = try ScratchFile(ArchiveFixture.workbook([("A", sheet(rows, behind: ""))]))
        let read = try ReadText(file)
        #expect(read.rows.count == 349)
        #expect(read.rows.last == ["699", "x"])
    }

    private func columnName(_ number: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return number > 26
            ? "\(letters[(number - 1) / 26 - 1])\(letters[(number - 1) % 26])" : "\(letters[number - 1])"
    }

    @Test func `workbooks with macros, other spreadsheets and damaged ones are refused`() throws {
        let sheet = header + #"<row r="4"><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c></row>"#
        let texts = ["id", "category"]
        #expect(
            try failure(
                ArchiveFixture.workbook([("A", sheet)], texts: texts, more: [("xl/vbaProject.bin", "x")])
            ).contains("a workbook with macros, which is not opened"))
        #expect(try failure(ArchiveFixture.zip([("xl/workbook.bin", "x")])).contains(".xlsb"))
        #expect(
            try failure(
                ArchiveFixture.zip([
                    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"),
                ])
            ).contains("OpenDocument"))
        #expect(
            try failure(ArchiveFixture.workbook([("A", sheet)], texts: ["id"]))
                .contains("names a text that is not there"))
        #expect(
            try failure(ArchiveFixture.workbook([("A", "<row><c>")], texts: texts)).contains("damaged Excel"))
        #expect(try failure(ArchiveFixture.workbook([("A", "")])).contains("without a table"))
        #expect(
            try failure(ArchiveFixture.workbook([("A", header + header)], texts: texts))
                .contains("rows are not in order"))
    }

    // MARK: JSON and XML

    @Test func `GeoReport's JSON`() throws {
        let text = try read(
            Array(
                #"[{"service_request_id":638344,"status":null,"lat":39.10,"media":["a"],"a":{"b":"x\ty"}},{"lat":"1","extra":true}]"#
                    .utf8))
        #expect(text.header == ["service_request_id", "status", "lat", "media", "a.b", "extra"])
        #expect(
            text.rows == [["638344", "", "39.10", #"["a"]"#, "x\ty", ""], ["", "", "1", "", "", "true"]])
        #expect(text.lines == [1, 2])
    }

    @Test func `the longest list of an object is its records`() throws {
        let text = try read(
            Array(#"{"count":2,"pages":[{"n":1}],"requests":[{"id":1},{"id":2}]}"#.utf8))
        #expect(text.header == ["id"])
        #expect(text.rows == [["1"], ["2"]])
    }

    @Test(arguments: [
        #"{"success":true,"result":{"fields":[{"id":"a"},{"id":"b"},{"id":"c"}],"records":[{"id":1},{"id":2}]}}"#,
        #"{"d":{"page":{"results":[{"id":1},{"id":2}]}}}"#,
    ])
    func `records are found one and two objects down, and descriptions of columns are none`(json: String)
        throws
    {
        #expect(try read(Array(json.utf8)).rows == [["1"], ["2"]])
    }

    @Test(arguments: [
        (#"{"exceededTransferLimit":true,"records":[{"a":1},{"a":2}]}"#, true),
        (#"{"properties":{"exceededTransferLimit":true},"records":[{"a":1},{"a":2}]}"#, true),
        (#"{"@odata.nextLink":"https://x","value":[{"a":1},{"a":2}]}"#, true),
        (#"{"result":{"total":20000,"records":[{"a":1},{"a":2}]}}"#, true),
        (#"{"numberMatched":5000,"records":[{"a":1},{"a":2}]}"#, true),
        (#"{"has_more":true,"data":[{"a":1},{"a":2}]}"#, true),
        (#"{"links":[{"rel":"next","href":"x"}],"records":[{"a":1},{"a":2}]}"#, true),
        (#"{"exceededTransferLimit":false,"next":null,"total":2,"records":[{"a":1},{"a":2}]}"#, false),
        (#"{"result":{"_links":{"next":"/x"},"total":2,"records":[{"a":1},{"a":2}]}}"#, false),
    ])
    func `an answer that says itself that rows are missing is told`(json: String, isMissing: Bool) throws {
        let notes = try JSONRecords(Array(json.utf8)).remarks.notes
        #expect(notes.contains { $0.hasPrefix(TableRemarks.missingRows) } == isMissing)
    }

    @Test(arguments: [
        (#"{"fields":[{"id":"a"},{"id":"b"},{"id":"c"}],"records":[[1,2,3],[4,5,6]]}"#, "records"),
        (#"{"meta":{"view":{"columns":[{"id":"a"},{"id":"b"},{"id":"c"}]}},"data":[[1,2,3]]}"#, "data"),
    ])
    func `rows without names are none, and what describes them is not taken for them`(
        json: String, name: String
    ) throws {
        #expect(
            try failure(Array(json.utf8)).contains(
                "the rows of “\(name)” as lists whose columns have no names"))
    }

    @Test(arguments: [
        "<response><row><row><a>1</a><b>x</b></row><row><a>2</a><b>y</b></row></row></response>",
        "<E><Body><Cases><Case><a>1</a><b>x</b></Case><Case><a>2</a><b>y</b></Case></Cases></Body></E>",
    ])
    func `records of XML are found within the one element that holds them all`(xml: String) throws {
        #expect(try read(Array(xml.utf8)).rows == [["1", "x"], ["2", "y"]])
    }

    @Test func `one record of XML stays one, whatever it holds`() throws {
        let xml = "<r><q><a>1</a><p><x>1</x></p><p><x>2</x></p></q></r>"
        #expect(try read(Array(xml.utf8)).rows == [["1", "1; 2"]])
    }

    @Test func `objects on lines of their own, with a byte order mark and line ends within texts`() throws {
        let text = try read(
            Array("\u{FEFF}{\"id\":1,\"a\":\"x\\ny\"}\n{\"id\":2}\n\n{\"a\":\"z\"}".utf8))
        #expect(text.rows == [["1", "x\ny"], ["2", ""], ["", "z"]])
    }

    @Test func `an address that stands as an object in a text is columns too`() throws {
        let text = try read(
            Array(
                #"[{"id":"1","location":{"latitude":"39.9","human_address":"{\"address\": \"899 LINDEN ST\", \"zip\": \"19103\"}"}},"#
                    .utf8)
                + Array(#"{"id":"2","location":{"latitude":"40.0","human_address":"12 Elm St"}}]"#.utf8))
        #expect(
            text.header == [
                "id", "location.latitude", "location.human_address.address", "location.human_address.zip",
                "location.human_address",
            ])
        #expect(
            text.rows == [["1", "39.9", "899 LINDEN ST", "19103", ""], ["2", "40.0", "", "", "12 Elm St"]])
    }

    @Test func `GeoJSON's points and ids are columns, by names that are free`() throws {
        let text = try read(
            Array(
                #"{"type":"FeatureCollection","features":[{"type":"Feature","id":"a/1","properties":{"id":7},"geometry":{"type":"Point","coordinates":[-76.610,39.2,5]}},"#
                    .utf8)
                + Array(
                    #"{"geometry":null,"type":"Feature","properties":{"id":8}},{"type":"Feature","properties":null,"geometry":{"type":"MultiPoint","coordinates":[[1,2]]}},"#
                        .utf8)
                + Array(
                    #"{"type":"Feature","properties":{"id":9},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}"#
                        .utf8))
        #expect(text.header == ["id", "feature.id", "geometry"])
        #expect(
            text.rows == [
                ["7", "a/1", "POINT (-76.610 39.2)"], ["8", "", ""], ["", "", "POINT (1 2)"], ["9", "", ""],
            ])
    }

    @Test func `GeoJSON in another reference system is refused`() throws {
        let message = try failure(
            Array(
                #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2248"}},"features":[{"type":"Feature","properties":{"id":7},"geometry":null}]}"#
                    .utf8))
        #expect(message.contains("has positions in urn:ogc:def:crs:EPSG::2248 and not in degrees"))
    }

    @Test(arguments: [
        ("[]", "an empty list"), ("[[1,2]]", "a list of no objects"),
        (#"{"code":404}"#, "one object without a list"),
        (#"[{"id":1},"#, "is not valid JSON"),
    ])
    func `JSON without records is refused`(text: String, words: String) throws {
        #expect(try failure(Array(text.utf8)).contains(words))
    }

    @Test func `GeoReport's XML`() throws {
        let xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- made by a server -->
            <service_requests><request><service_request_id>007</service_request_id><status/>
            <address>1 Main &amp; 2nd St</address><p><lat>39.1</lat></p></request>
            <request><status>open</status><note>a</note><note>b</note></request></service_requests>
            """
        let text = try read(Array(xml.utf8))
        #expect(text.header == ["service_request_id", "status", "address", "p.lat", "note"])
        #expect(
            text.rows == [["007", "", "1 Main & 2nd St", "39.1", ""], ["", "open", "", "", "a; b"]])
    }

    @Test func `XML in Windows-1252 and in UTF-16 is read`() throws {
        let head = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><r><q><a>Pe".utf8)
        let tail = Array("a</a><b>1</b></q></r>".utf8)
        #expect(try read(head + [0xF1] + tail).rows == [["Peña", "1"]])
        let wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><r><q><a>Peña</a><b>1</b></q></r>"
        #expect(
            try read([0xFF, 0xFE] + wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).rows
                == [["Peña", "1"]])
    }

    @Test func `XML that is a map, is wrong, or grows by its entities is refused`() throws {
        #expect(
            try failure(Array("<kml><Document><NetworkLink><a>1</a></NetworkLink></Document></kml>".utf8))
                .contains("a map (kml)"))
        #expect(
            try failure(Array("<r><q><a>1</b></q></r>".utf8)).contains("is not valid XML: mismatched tag"))
        var entities = #"<!ENTITY a0 "lol">"#
        for level in 1..<30 {
            entities += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
        }
        #expect(
            try failure(
                Array("<?xml version=\"1.0\"?><!DOCTYPE r [\(entities)]><r><q><a>&a29;</a></q></r>".utf8)
            )
            .contains("is not valid XML"))
        // What a document type links to is not fetched: the entity stays empty.
        let text = try read(
            Array(
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r><q><a>1&x;</a><b>2</b></q></r>"
                    .utf8))
        #expect(text.rows == [["1", "2"]])
    }
}
