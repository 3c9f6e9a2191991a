import Foundation
import TestSupport
import Testing
import Wording
import WardlineKit

/// Whatever a file of requests holds, an audit of it says what became of each row.
struct AuditReconciliationTests {
    private let folder: ScratchFolder
    private let city: String

    init() throws {
        folder = try ScratchFolder()
        let areas = (0..<4).map { code in
            let (west, east) = (-76.62 + 0.01 * Double(code), -76.61 + 0.01 * Double(code))
            return
                #"{"type":"Feature","properties":{"code":"\#(code)"},"geometry":{"type":"Polygon","coordinates":"#
                + "[[[\(west),39.2],[\(east),39.2],[\(east),39.4],[\(west),39.4],[\(west),39.2]]]}}"
        }
        _ = try folder.write(
            #"{"type":"FeatureCollection","features":[\#(areas.joined(separator: ","))]}"#,
            to: "zones.geojson")
        city = try folder.write(
            """
            name: T
            timezone: America/New_York
            layers:
              - {name: zone, assigned: assigned_zone, editions: [{file: zones.geojson, code: code}]}

            """, to: "city.yaml")
    }

    /// Audits a file, and returns the audit, `nil` where the file is refused with a reason.
    @discardableResult
    private func audit(_ path: String, city: String, _ what: String) async throws -> CityAudit? {
        let audit: CityAudit
        do {
            audit = try await WardlineCity.open(city).audit(path, listing: .all)
        } catch let error as WardlineError {
            #expect(!error.description.isEmpty, "\(what)")
            return nil
        }
        #expect(
            audit.rowCount
                == audit.requestCount + audit.rejectedCount + audit.mergedCount + audit.supersededCount,
            "\(what)")
        for layer in audit.layers {
            #expect(layer.counts.values.reduce(0, +) == audit.requestCount, "\(what): \(layer.name)")
        }
        #expect(audit.count == audit.requestCount * audit.layers.count, "\(what)")
        return audit
    }

    @Test(arguments: 0..<4)
    func `an audit of a broken table tells what became of each row`(part: Int) async throws {
        for run in 0..<LongTests.rounds(500, usually: 25) {
            let seed = UInt64(100_000 + part * 10_000 + run)
            let path = folder("requests.csv")
            try Data(BrokenTable.bytes(seed: seed)).write(to: URL(filePath: path))
            try await audit(path, city: city, "seed \(seed)")
        }
    }

    private static let header =
        "id,category,status,opened,closed,address,longitude,latitude,assigned_zone\n"
    private static func row(
        _ id: String, address: String = "1 Main St", opened: String = "2024-03-01"
    ) -> String {
        "\(id),Pothole,Closed,\(opened),2024-04-01,\(address),-76.615,39.295,0\n"
    }
    private static func rows(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { row("A\($0)") }.joined()
    }

    /// The kinds of the cases that were met, each with the rows that the file has for a reader of it.
    private static let kinds: [(name: String, text: String, rows: Int)] = [
        (
            "16: two stray quotes",
            rows(1...3) + row("B", address: "\"5 Main") + rows(4...6) + row("C", address: "7 Oak\" St")
                + rows(7...9), 11
        ),
        ("18: NUL bytes", rows(1...9).replacing("Pothole", with: "Pot\0hole") + "\0\0", 9),
        ("20: spaces before quotes", rows(1...8).replacing(",Closed,", with: ", \"Closed\","), 8),
        ("22: other blanks", rows(1...8).replacing(",0\n", with: ",\\N\n"), 8),
        (
            "24: ids of a spreadsheet",
            (1...8).map { row("1.23E+11", opened: "2024-03-0\($0)") }.joined(), 8
        ),
        ("26, 82: rows that repeat", rows(1...20) + rows(2...4) + row("A7", address: "7 Elm St"), 24),
        ("61: a stray return", rows(1...20) + row("B", address: "12 Main\rSt") + rows(21...40), 41),
        (
            "a text of several lines", rows(1...9) + row("B", address: "\"a\nb, c\nd\"") + rows(10...12),
            13
        ),
        (
            "parts with other line ends",
            rows(1...9) + rows(10...19).replacing("\n", with: "\r") + rows(20...22), 22
        ),
        ("a row that is cut off", rows(1...9) + "A10,Pothole", 10),
        ("blank lines", rows(1...9).replacing("\n", with: "\n\n"), 9),
        ("dates that are none", rows(1...9).replacing("2024-03-01", with: "soon"), 9),
    ]

    @Test(arguments: kinds.indices)
    func `each kind of damage is read, rejected or folded, and no row lost`(kind: Int) async throws {
        let (name, text, rows) = Self.kinds[kind]
        let path = try folder.write(Self.header + text, to: "requests.csv")
        let audit = try #require(try await audit(path, city: city, name))
        #expect(audit.rowCount == rows, "\(name)")
        #expect(audit.rejectedCount <= 1, "\(name)")
    }

    /// All tables among the real data, and all that is none: refused with a reason.
    @Test(.enabled(if: RealFiles.folder != nil, "WARDLINE_REAL_DATA or ../shared/data is missing"))
    func `an audit of each real file tells what became of each row`() async throws {
        let data = try #require(RealFiles.folder)
        let layers = [
            "baltimore": ("CouncilDistrict", "baltimore/council_districts_4326.geojson", "name"),
            "washington-dc": ("WARD", "washington-dc/ward-2012.geojson", "WARD"),
        ]
        var rows: [String: Int] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: data).sorted() {
            let name = String(path.split(separator: "/")[0])
            let (column, file, code) = layers[name] ?? layers["baltimore", default: ("", "", "")]
            let city = try folder.write(
                """
                name: T
                timezone: America/New_York
                layers:
                  - {name: district, assigned: \(column), editions: [{file: "\(data)/\(file)", code: \(code)}]}

                """, to: "real.yaml")
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(data)/\(path)", isDirectory: &isFolder)
            guard !isFolder.boolValue else { continue }
            if let audit = try await audit("\(data)/\(path)", city: city, path) {
                rows[path] = audit.rowCount
            }
        }
        #expect(rows["baltimore/baltimore_311_sample_10000.csv"] == 10_000)
        #expect(rows["washington-dc/dc_311_combined.csv"] == 22_576)
    }
}

private enum RealFiles {
    static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["WARDLINE_REAL_DATA"]
        let path =
            named
            ?? WardlineCityTests.package.deletingLastPathComponent().appending(path: "shared/data").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()
}
