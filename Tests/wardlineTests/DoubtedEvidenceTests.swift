import Foundation
import Testing

/// Requests that speak against others, or for them, and must not: each accused somebody with a certain repair.
struct DoubtedEvidenceTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private static let header = "id,category,status,opened,closed,address,lon,lat,district\n"
    /// Two districts side by side; the border runs along -76.61.
    private static let districts = areas(west: "1", east: "2")
    private static let layer = """
        name: Testville
        timezone: America/New_York
        requests:
          columns: {id: id, category: category, status: status, opened: opened, closed: closed, address: address,
                    longitude: lon, latitude: lat}
        layers:
          - name: district
            assigned: district
            uncertainty: 10 m
            editions:
              - {file: b.geojson, code: district}

        """

    private static func areas(west: String, east: String) -> String {
        let features = [(west, -76.62, -76.61), (east, -76.61, -76.6)].map { code, left, right in
            """
            {"type":"Feature","properties":{"district":"\(code)"},"geometry":{"type":"Polygon","coordinates":
            [[[\(left),39.29],[\(right),39.29],[\(right),39.3],[\(left),39.3],[\(left),39.29]]]}}
            """
        }
        return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    private func audit(
        _ rows: String, city: String = layer, files: [String: String] = [:]
    ) throws -> (summary: String, findings: String, repairs: String) {
        var files = files
        files["b.geojson"] = files["b.geojson"] ?? Self.districts
        (files["city.yaml"], files["r.csv"]) = (city, Self.header + rows)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let outcome = try Wardline.shell(
            "wardline audit r.csv --city city.yaml --all -o f.csv --repairs repairs.csv", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        return (outcome.output, try text("f.csv"), try text("repairs.csv"))
    }

    /// A street along the border whose ranges have the odd numbers on the wrong side.
    private func street(left: ClosedRange<Int>, right: ClosedRange<Int>) -> String {
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"FULLNAME":"Pine St",
        "LFROMHN":"\(left.lowerBound)","LTOHN":"\(left.upperBound)","RFROMHN":"\(right.lowerBound)",
        "RTOHN":"\(right.upperBound)","ZIPL":"","ZIPR":""},"geometry":{"type":"LineString",
        "coordinates":[[-76.61,39.294],[-76.61,39.295]]}}]}
        """
    }

    /// Requests of the 500 block, odd numbers in the west, even ones in the east, as the CRM has them too.
    private static let block = (0..<8).map { index in
        let isOdd = index % 2 == 1
        return "\(index),Pothole,Closed,2024-02-02 11:00,,\(510 + 3 * index) Pine St,"
            + "\(isOdd ? -76.61012 : -76.60988),\(39.2941 + 0.0001 * Double(index)),\(isOdd ? 1 : 2)\n"
    }

    private static let withStreets =
        layer + "reference:\n  towns: [Testville]\n  streets: {file: streets.geojson, profile: tiger}\n"

    @Test func `a whole block across its border street doubts the street's sides, and accuses nobody`() throws
    {
        let found = try audit(
            Self.block.joined(), city: Self.withStreets,
            files: ["streets.geojson": street(left: 500...598, right: 501...599)])
        #expect(tally(found.findings) == ["uncertain": 8])
        #expect(found.findings.contains("7 others of its block lie across from their numbers too"))
        #expect(found.summary.contains("8 requests lie across the border street from their house numbers"))
        #expect(found.repairs.split(separator: "\n").count == 1)
    }

    @Test func `one of a block across its border street is on the wrong side`() throws {
        let stray = "9,Pothole,Closed,2024-02-02 11:00,,533 Pine St,-76.60988,39.2945,2\n"
        let found = try audit(
            Self.block.joined() + stray, city: Self.withStreets,
            files: ["streets.geojson": street(left: 501...599, right: 500...598)])
        #expect(tally(found.findings) == ["correct": 8, "misrouted": 1, "misrouted wrong_side": 1])
    }

    @Test func `a request without a date that is right under another edition is uncertain`() throws {
        let rows =
            "1,Pothole,Closed,,,,-76.615,39.295,1\n2,Pothole,Closed,someday,,,-76.615,39.295,1\n"
            + "3,Pothole,Closed,2024-08-01,,,-76.615,39.295,2\n"
        let found = try audit(
            rows,
            city: Self.layer + "      - {file: c.geojson, code: district, from: 2024-07-01}\n",
            files: ["c.geojson": Self.areas(west: "2", east: "1")])
        #expect(tally(found.findings) == ["uncertain": 2, "correct": 1])
        #expect(found.findings.contains("the request has no date; right under b.geojson: district 1"))
        #expect(found.summary.contains("2 requests have no date and would be right under another edition"))
        #expect(found.repairs.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        ("\"107 Main St, Southtown, MD 21201\"", "Closed", 1),
        ("\"107 Main St, Northtown, MD 21299\"", "Closed", 0),
        ("\"107 Main St, Southtown, MD 21201\"", "Test", 0),
    ])
    func `witnesses of another town, and tests, make no repair certain`(
        address: String, status: String, repairs: Int
    ) throws {
        let witnesses = [101, 103, 105].map {
            "\($0),Pothole,\(status),2024-03-02,,\"\($0) Main St, Southtown, MD 21201\",-76.605,39.295,2\n"
        }
        let found = try audit(
            "1,Pothole,Closed,2024-03-01,,\(address),-76.605,39.295,1\n" + witnesses.joined())
        #expect(tally(found.findings)["misrouted"] == 1)
        #expect(found.repairs.split(separator: "\n").count == 1 + repairs)
    }
}
