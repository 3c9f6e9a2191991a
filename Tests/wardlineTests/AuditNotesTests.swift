import Foundation
import Testing

/// What an audit tells beside its verdicts, as text and as data.
struct AuditNotesTests {
    private let folder: URL

    /// Two districts side by side, the second edition of which exchanges them.
    init() throws {
        folder = try Wardline.scratchFolder()
        func areas(_ codes: [String]) -> String {
            let features = codes.enumerated().map { index, code in
                let (west, east) = (-76.62 + 0.01 * Double(index), -76.61 + 0.01 * Double(index))
                return """
                    {"type":"Feature","properties":{"district":"\(code)"},"geometry":{"type":"Polygon","coordinates":\
                    [[[\(west),39.29],[\(east),39.29],[\(east),39.3],[\(west),39.3],[\(west),39.29]]]}}
                    """
            }
            return #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
        }
        try write(areas(["1", "2"]), "old.geojson")
        try write(areas(["2", "1"]), "new.geojson")
        try write(
            """
            name: Testville
            timezone: America/New_York
            layers:
              - name: district
                assigned: district
                aliases:
                  East: "2"
                  Downtown: "17"
                accepted:
                  - {from: "1", to: "23", why: agreed}
                editions:
                  - {file: old.geojson, code: district, from: 2024-01-01}
                  - {file: new.geojson, code: district, from: 2024-07-01}

            """, "city.yaml")
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func audit(_ rows: [String], _ options: String...) throws -> Wardline.Outcome {
        let header = "id,category,status,opened,closed,longitude,latitude,district"
        try write(([header] + rows).joined(separator: "\n") + "\n", "r.csv")
        return try Wardline.succeed(["audit", folder.appending(path: "r.csv").path] + options)
    }

    @Test func `requests without a readable opening are told where days are asked for`() throws {
        let rows = ["R1,Pothole,Open,2024-03-01,,-76.615,39.295,1", "R2,Pothole,Open,,,-76.615,39.295,1"]
        let asked = try audit(rows, "--since", "2024-02-01", "--until", "2024-04-01")
        #expect(
            asked.errors.contains(
                "--since and --until: 1 request without a readable date of opening is not among"),
            "\(asked.errors)")
        #expect(try !audit(rows).errors.contains("--since"))
    }

    @Test func `names of the city file that mean no area of any edition are noted with their lines`() throws {
        let outcome = try audit(["R1,Pothole,Open,2024-03-01,,-76.615,39.295,Downtown"])
        #expect(
            outcome.errors.contains(
                "city.yaml line 8: layer district: the alias Downtown stands for 17, which is no area of any edition"
            ),
            "\(outcome.errors)")
        #expect(
            outcome.errors.contains("city.yaml line 10: layer district: accepted: to: 23, which is no area"))
        #expect(!outcome.errors.contains("East") && !outcome.errors.contains("from: 1,"))
    }

    @Test(arguments: [
        ("Closed,2024-03-01,", "and is closed; when, was not recorded."),
        ("Closed,2024-03-01,2024-03-05", "and closed 2024-03-05T00:00:00-05:00."),
        ("Open,2024-03-01,", "and is not closed."),
        ("Reopened,2024-03-01,2024-03-05", "and is open again; it was closed 2024-03-05T00:00:00-05:00."),
        ("Void,2024-03-01,", "and counts nowhere, as void, cancelled or a test by its status."),
    ])
    func `the story of a request says of its state what all commands say`(request: String, words: String)
        throws
    {
        let outcome = try audit(["R1,Pothole,\(request),-76.615,39.295,1"], "--explain", "R1")
        #expect(outcome.output.contains(words), "\(outcome.output)")
    }

    @Test func `texts that were encoded twice are told with what mends it`() throws {
        let outcome = try audit(["R1,CafÃ© noise,Open,2024-03-01,,-76.615,39.295,1"])
        #expect(
            outcome.output.contains(
                "1 text encoded twice, such as CafÃ© for Café, and taken as they stand; an export as UTF-8"),
            "\(outcome.output)")
        let right = try audit(["R1,Café noise,Open,2024-03-01,,-76.615,39.295,1"])
        #expect(!right.output.contains("encoded twice"))
    }

    @Test func `the summary as data counts what the text says was set aside`() throws {
        let path = folder.appending(path: "sums.json").path
        let outcome = try audit(
            [
                "R1,Pothole,Open,2023-03-01,,-76.615,39.295,1", "R2,Pothole,Open,,,-76.615,39.295,1",
                "R3,Pothole,Open,,,-76.615,39.295,1", "R4,Pothole,Open,2024-08-01,,-76.615,39.295,2",
            ], "--summary", path)
        #expect(outcome.output.contains("1 request was opened before 2024-01-01"), "\(outcome.output)")
        #expect(outcome.output.contains("2 requests have no date and would be right under"))
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
        let counts = try #require((object as? [String: Any])?["counts"] as? [String: Int])
        #expect(counts["district.before_first_edition"] == 1)
        #expect(counts["district.undated"] == 2)
        #expect(counts["district.exchanged_sides"] == 0)
        #expect(counts["district.accepted"] == 0)
    }
}
