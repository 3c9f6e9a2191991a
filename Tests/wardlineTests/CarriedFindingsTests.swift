import Foundation
import Testing

/// The columns of findings after the sixteen that say what was found.
struct CarriedFindingsTests {
    private let folder: URL
    private func path(_ name: String) -> String { folder.appending(path: name).path }

    init() throws { folder = try Wardline.scratchFolder() }

    private func table(_ file: String) throws -> [[String: String]] {
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        let names = try #require(lines.first).split(separator: ",").map(String.init)
        return lines.dropFirst().filter { !$0.contains("\"") }.map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(names, cells))
        }
    }

    @Test func `findings tell status, closing, days and channel, and carry what was asked for`() throws {
        let outcome = try Wardline.run(
            "audit", "SampleData/requests.csv", "--all", "-o", path("f.csv"), "--carry", "due", "--carry",
            "parent_sr")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let requests = Dictionary(
            uniqueKeysWithValues: try table(Wardline.package.path + "/SampleData/requests.csv").compactMap {
                row in row["sr_number"].map { ($0, row) }
            })
        var compared = 0
        for finding in try table(path("f.csv")) {
            guard let request = requests[finding["request_id"] ?? ""] else { continue }
            compared += 1
            for (own, theirs) in [
                ("status", "status"), ("channel", "channel"), ("due", "due"), ("parent_sr", "parent_sr"),
            ] {
                #expect(finding[own] == request[theirs])
            }
            let closed = request["closed"]?.replacing(" ", with: "T") ?? ""
            // What other words mean is the status's own rule.
            guard let status = request["status"], status == "Closed" || status == "Open" else { continue }
            let isClosed = status == "Closed"
            #expect(finding["closed"]?.dropLast(6) ?? "" == (isClosed ? closed : ""), "\(finding)")
            #expect(finding["days_open"]?.isEmpty == (isClosed && closed.isEmpty), "\(finding)")
        }
        #expect(compared > 19_000)
    }

    @Test func `each format carries the same`() throws {
        for ending in ["jsonl", "geojson", "csv", "gpkg", "xlsx"] {
            let outcome = try Wardline.run(
                "audit", "SampleData/requests.csv", "-o", path("f.\(ending)"), "--carry", "due")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let due = try table(path("f.csv")).map { $0["due"] ?? "" }
        #expect(due.contains { !$0.isEmpty })
        let lines = try String(contentsOfFile: path("f.jsonl"), encoding: .utf8).split(separator: "\n")
        let objects = try lines.map { try json(String($0)) as? [String: Any] ?? [:] }
        #expect(objects.map { $0["due"] as? String ?? "" }.filter(due.contains).count >= due.count)
        #expect(objects.allSatisfy { $0["days_open"] is Int || $0["days_open"] is NSNull })
        let collection =
            try json(String(contentsOfFile: path("f.geojson"), encoding: .utf8)) as? [String: Any]
        let features = try #require(collection?["features"] as? [[String: Any]])
        let properties = features.compactMap { $0["properties"] as? [String: Any] }
        #expect(properties.count == objects.count)
        #expect(zip(properties, objects).allSatisfy { $0 as NSDictionary == $1 as NSDictionary })
    }

    @Test func `a column of the findings' own, or without a file to carry to, is refused before any work`()
        throws
    {
        let own = try Wardline.run(
            "audit", "SampleData/requests.csv", "-o", path("f.csv"), "--carry", "Channel")
        #expect(own.status == 64)
        #expect(own.errors.contains("--carry Channel: findings have a column of that name already"))
        let none = try Wardline.run("audit", "SampleData/requests.csv", "--carry", "due")
        #expect(none.status == 64)
        #expect(none.errors.contains("--carry goes with -o FILE"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
