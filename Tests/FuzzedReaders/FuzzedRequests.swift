import Chronology
import DelimitedText
import ServiceRequests
import TestSupport

/// Requests, in any form that a table may have: rows in are rows out.
class FuzzedRequests: FuzzedReader {
    let folder: InputFolder
    var name: String { "requests" }

    init() throws { folder = try InputFolder() }

    static let table = #"""
        id,category,status,opened,closed,address,longitude,latitude,assigned_zone
        007,Pothole,Closed,2024-03-01 10:00:00,03/04/2024,"1 Main St, Apt 2",-76.61,39.29,1
        008,"Light ""out"" there",Open,45352.5,,2 Main St,"(39.29, -76.61)",,0 Unspecified
        008,Light,Open,3/2/24 5:00 PM,,2 Main St,76° 36' 9" W,39,\N

        """#
    var seeds: [[UInt8]] {
        [
            Array(Self.table.utf8),
            Array(Self.table.replacing(",", with: ";").replacing("\n", with: "\r\n").utf8),
            Array(Self.table.replacing("\n", with: "\r").utf8),
            [0xFF, 0xFE] + Self.table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            Array("Report of March\n\n\(Self.table.replacing("\"", with: "'"))\n\nTotal,3\n".utf8),
        ]
    }

    /// Returns the input as a file's bytes.
    func file(_ input: [UInt8]) -> [UInt8] { input }

    func read(_ input: [UInt8]) throws {
        let path = try folder.write(file(input), to: "requests")
        guard let clock = CityClock(timeZone: "America/New_York") else { return }
        let table = try RequestReader(
            source: .file(path), layers: ["assigned_zone"], clock: clock, descriptions: .read
        ).read()
        try Self.check(table)
    }

    /// Rows in are rows out, each on a line of its own, and positions lie on the Earth.
    static func check(_ table: RequestTable) throws {
        try Contradiction.unless(
            table.ids.count == table.count && table.opened.seconds.count == table.count, "a column is short")
        let lines = table.lines.map(Int.init) + table.rejections.map(\.line) + table.foldedRows.map(\.line)
        try Contradiction.unless(
            lines.count == table.rowsInFile && Set(lines).count == lines.count
                && lines.allSatisfy { $0 > 0 && $0 <= table.intake.lineCount },
            "rows share a line, or lie beyond the last")
        for row in 0..<table.count where table.positionStates[row] == .recorded {
            try Contradiction.unless(
                abs(table.longitudes[row]) <= 360 && abs(table.latitudes[row]) <= 360,
                "a position beyond the Earth")
        }
    }
}

/// Requests in archives and workbooks.
final class FuzzedArchives: FuzzedRequests {
    override var name: String { "archives" }
    override var seeds: [[UInt8]] {
        let bytes = Array(Self.table.utf8)
        return [
            ArchiveFixture.gzip(bytes), ArchiveFixture.zip([(name: "r.csv", bytes: bytes)]),
            ArchiveFixture.workbook([("A", FuzzedSheets.rows)], texts: ["id", "category", "opened"]),
        ]
    }
}

/// The sheets of workbooks. What they are packed into is changed as archives are.
final class FuzzedSheets: FuzzedRequests {
    static let rows = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><r><t>assigned_zone</t></r></is></c></row>
        <row r="3"><c r="A3" t="str"><v>007</v></c><c r="B3"><v>2.4E+10</v></c><c r="C3" s="2"><v>45352.416666666664</v></c></row>
        <row r="4"><c><v>39.295000000000002</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2024-01-01</v></c></row>
        """
    override var name: String { "sheets" }
    override var seeds: [[UInt8]] { [Array(Self.rows.utf8)] }
    override func file(_ input: [UInt8]) -> [UInt8] {
        ArchiveFixture.workbook(
            [("A", String(decoding: input, as: UTF8.self))], texts: ["id", "category", "opened"])
    }
}

/// Records in JSON and XML.
final class FuzzedRecords: FuzzedRequests {
    override var name: String { "records" }
    override var seeds: [[UInt8]] {
        [
            #"[{"service_request_id":"7","service_name":"A","requested_datetime":"2024-01-01T10:00:00Z","lat":39.1,"long":-76,"assigned_zone":"1","more":{"a":[1,"\u00e9"]}}]"#,
            #"{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"properties":{"id":1,"category":"A","opened":"2024-01-01","assigned_zone":1},"geometry":{"type":"Point","coordinates":[-76.1,39.2]}}]}"#,
            "{\"id\":1,\"category\":null,\"opened\":\"x\",\"assigned_zone\":\"\"}\n{\"id\":2}",
            "<r><q><id>1</id><category>A &amp; B</category><opened>2024-01-01</opened><assigned_zone>1</assigned_zone></q></r>",
        ].map { Array($0.utf8) }
    }
}
