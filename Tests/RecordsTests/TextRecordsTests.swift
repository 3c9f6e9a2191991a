import Foundation
import Records
import Testing

struct TextRecordsTests {
    private func text(_ format: RecordFormat, style: DelimitedStyle = .plain) throws -> String {
        let folder = try ScratchFolder()
        let writer = RecordWriter(format: format, style: style)
        try writer.write(RecordFixtures.document(count: 3), to: .file(folder.path + "/out"))
        return try folder.text(of: "out")
    }

    @Test func `CSV has local times with their offset, and empty fields for what is not known`() throws {
        let lines = try text(.csv).split(separator: "\n")
        #expect(lines[0] == "request_id,reports,distance_m,opened,day,address")
        #expect(
            lines[1]
                == "0012345678901100000,-2,0.0,2024-07-03T05:46:40-04:00,2024-03-18,\"0 Main St, https://example.org/a\""
        )
    }

    @Test func `JSON lines have an object a line`() throws {
        let lines = try text(.jsonl).split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["opened"] as? String != nil)
        }
    }

    @Test func `GeoJSON has a feature a record`() throws {
        let object = try JSONSerialization.jsonObject(with: Data(text(.geojson).utf8)) as? [String: Any]
        let features = try #require(object?["features"] as? [[String: Any]])
        #expect(features.count == 3)
        #expect((features[0]["geometry"] as? [String: Any])?["type"] as? String == "Point")
    }

    @Test func `CSV for spreadsheets guards what would run as a formula, plain CSV leaves it as it is`()
        throws
    {
        let guarded = try text(.csv, style: .spreadsheet)
        #expect(guarded.hasPrefix("\u{FEFF}request_id"))
        #expect(guarded.contains("\n'=1+1,"))
        #expect(guarded.contains("\n0012345678901100000,-2,"))
        #expect(try text(.csv).contains("\n=1+1,"))
    }
}
