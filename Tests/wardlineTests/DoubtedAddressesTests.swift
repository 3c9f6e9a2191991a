import Foundation
import Testing

/// Requests beside which the addresses of other places stand, such as the homes of who reported.
struct DoubtedAddressesTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        let sample = Wardline.package.appending(path: "SampleData")
        let lines = try String(contentsOf: sample.appending(path: "requests.csv"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.contains("\"") }.prefix(3_001)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let column = try #require(lines[0].firstIndex(of: "address"))
        let rows = Array(lines[1...])
        let moved = rows.indices.map { index in
            var row = rows[index]
            row[column] = rows[(index + 1_300) % rows.count][column]
            return row.joined(separator: ",")
        }
        let header = lines[0].joined(separator: ",")
        for (name, rows) in [("homes.csv", moved), ("own.csv", rows.map { $0.joined(separator: ",") })] {
            try Data(([header] + rows).joined(separator: "\n").appending("\n").utf8)
                .write(to: folder.appending(path: name))
        }
        let day = [header] + moved.suffix(40)
        try Data(day.joined(separator: "\n").appending("\n").utf8).write(
            to: folder.appending(path: "day.csv"))
    }

    /// Returns the repairs of a file, and what the audit says.
    private func audit(
        _ name: String, _ options: String...
    ) throws -> (repairs: [[String: String]], summary: String) {
        let (file, repairs) = (folder.appending(path: name).path, folder.appending(path: "repairs.csv").path)
        let outcome = try Wardline.succeed(
            ["audit", file, "--city", "SampleData/city.yaml", "--repairs", repairs] + options)
        let lines = try String(contentsOfFile: repairs, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return (
            lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }, outcome.output
        )
    }

    private static let doubt = "The column of addresses is doubtful: of "

    // Three in four repairs of such a file were certain, by the homes of who reported.
    @Test func `no certain repair rests on them, and the summary says so`() throws {
        let homes = try audit("homes.csv")
        #expect(homes.summary.contains(Self.doubt), "\(homes.summary)")
        #expect(homes.repairs.allSatisfy { $0["cause"] == "stale_edition" && $0["longitude"] == "" })
        let all = try audit("homes.csv", "--all-repairs")
        #expect(all.repairs.allSatisfy { $0["longitude"] == "" }, "none is moved to a home")
        let own = try audit("own.csv")
        #expect(!own.summary.contains(Self.doubt))
        #expect(own.repairs.contains { $0["cause"] == "geocoding_error" && $0["longitude"] != "" })
    }

    // Two thirds of the right requests were accused by the homes of who reported.
    @Test func `they accuse nobody, and tell where a request without a position is with that said`() throws {
        let (own, homes) = (try findings("own.csv"), try findings("homes.csv"))
        #expect(own.keys == homes.keys)
        let accused = homes.values.filter { $0["verdict"] == "misrouted" || $0["verdict"] == "outside" }
        #expect(accused.allSatisfy { $0["position_source"] == "recorded" })
        let freed = own.filter {
            $0.value["verdict"] == "correct" && $0.value["position_source"] == "recorded"
        }
        #expect(freed.keys.allSatisfy { homes[$0]?["verdict"] == "correct" })
        // What the positions themselves tell is found, unless the home lies in the assigned area.
        let told = own.filter {
            $0.value["verdict"] == "misrouted" && $0.value["position_source"] == "recorded"
        }
        let found = told.keys.filter { homes[$0]?["verdict"] == "misrouted" }
        #expect(!told.isEmpty && found.count * 10 >= told.count * 7, "\(found.count) of \(told.count)")
        let placed = homes.values.filter { $0["position_source"] == "address_point" }
        #expect(!placed.isEmpty)
        #expect(placed.allSatisfy { $0["evidence"]?.contains("the column of addresses is doubtful") == true })
    }

    /// Returns the findings of a file by request and layer.
    private func findings(_ name: String) throws -> [String: [String: String]] {
        let (file, output) = (folder.appending(path: name).path, folder.appending(path: "\(name).jsonl").path)
        _ = try Wardline.succeed(["audit", file, "--city", "SampleData/city.yaml", "--all", "-o", output])
        let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: try lines.map { line in
                let fields = try #require(
                    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                let texts = fields.compactMapValues { $0 as? String }
                return ("\(texts["request_id"] ?? "") \(texts["layer"] ?? "")", texts)
            })
    }

    @Test func `a part is doubted as the whole is, by its facts and in the sum`() throws {
        let facts = folder.appending(path: "facts.json").path
        let made = try Wardline.succeed(
            [
                "facts", folder.appending(path: "homes.csv").path, "--city", "SampleData/city.yaml", "-o",
                facts,
            ])
        #expect(made.output.contains(Self.doubt), "\(made.output)")
        let day = try audit("day.csv", "--facts", facts, "--all-repairs")
        #expect(day.summary.contains(Self.doubt), "\(day.summary)")
        #expect(day.repairs.allSatisfy { $0["longitude"] == "" })
        let part = folder.appending(path: "part.json").path
        _ = try audit("homes.csv", "--summary", part, "--sums")
        let merged = try Wardline.succeed(["merge", "audit", part, "--city", "SampleData/city.yaml"])
        #expect(merged.output.contains(Self.doubt), "\(merged.output)")
    }
}
