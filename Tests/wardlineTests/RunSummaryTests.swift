import Foundation
import Testing

/// `--summary FILE.json` of every command that has it.
struct RunSummaryTests {
    private static let commands = [
        "audit SampleData/requests.csv", "locate SampleData/requests.csv", "geocode SampleData/requests.csv",
        "hotspots SampleData/requests.csv --category Pothole",
        "report SampleData/requests.csv --layer district",
        "closures SampleData/requests.csv",
        "map SampleData/requests.csv --layer district --area 7 -o FOLDER/map.svg",
        "boundaries check --city SampleData/city.yaml",
    ]

    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func summary(_ command: String) throws -> (object: [String: Any], outcome: Wardline.Outcome) {
        let path = folder.appending(path: "summary.json").path
        let words = command.replacing("FOLDER", with: folder.path).split(separator: " ").map(String.init)
        let outcome = try Wardline.run(words + ["--summary", path])
        #expect(outcome.status == 0, "\(command): \(outcome.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
        return (try #require(object as? [String: Any]), outcome)
    }

    @Test(arguments: commands)
    func `a summary has all its keys, says the text that people see, and its sums hold`(command: String)
        throws
    {
        let (object, outcome) = try summary(command)
        #expect(
            Set(object.keys) == [
                "schema", "wardline", "command", "sources", "taken_for_granted", "counts", "figures",
                "warnings",
                "sums", "text",
            ])
        #expect(object["schema"] as? String == "wardline-summary/1")
        let text = try #require(object["text"] as? [String])
        #expect(text.joined(separator: "\n") + "\n" == outcome.output)
        let sums = try #require(object["sums"] as? [[String: Any]])
        for sum in sums {
            let parts = try #require(sum["parts"] as? [String: Int])
            #expect(sum["holds"] as? Bool == true, "\(sum)")
            #expect(parts.values.reduce(0, +) == sum["total"] as? Int)
        }
        for figure in try #require(object["figures"] as? [[String: Any]]) {
            let part = try #require(figure["numerator"] as? Int)
            let whole = try #require(figure["denominator"] as? Int)
            let value = try #require(figure["value"] as? Double)
            #expect(abs(value - Double(part) / Double(whole)) < 1e-6)
        }
    }

    /// A status that one request has may be what a clerk wrote.
    @Test(arguments: ["map --area 7 -o FOLDER/map.svg", "report", "closures", "hotspots"])
    func `the summary of a public edition names no rare status`(command: String) throws {
        let sample = Wardline.package.appending(path: "SampleData/requests.csv")
        var lines = try String(contentsOf: sample, encoding: .utf8).split(separator: "\n").map(String.init)
        let open = try #require(lines.firstIndex { $0.contains(",Open,") })
        lines[open] = lines[open].replacing(",Open,", with: ",Open per Jane Roe,")
        let requests = folder.appending(path: "requests.csv")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: requests)
        let words = command.split(separator: " ").map(String.init)
        let city = Wardline.package.appending(path: "SampleData/city.yaml").path
        let layer = words[0] == "hotspots" ? [] : ["--layer", "district"]
        func text(_ edition: String) throws -> String {
            let path = folder.appending(path: "rare.json").path
            let outcome = try Wardline.run(
                [words[0], requests.path, "--city", city, "--edition", edition, "--summary", path] + layer
                    + words.dropFirst().map { $0.replacing("FOLDER", with: folder.path) })
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try String(contentsOfFile: path, encoding: .utf8)
        }
        #expect(try !text("public").contains("Jane Roe"))
        #expect(try text("internal").contains("Open per Jane Roe"))
    }

    @Test func `the counts of an audit are those of its findings`() throws {
        let (object, _) = try summary("audit SampleData/requests.csv -o \(folder.path)/findings.csv")
        let counts = try #require(object["counts"] as? [String: Int])
        let lines = try String(contentsOf: folder.appending(path: "findings.csv"), encoding: .utf8)
            .split(separator: "\n").dropFirst()
        var found: [String: Int] = [:]
        for line in lines {
            let fields = line.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false)
            found["\(fields[1]).\(fields[4])", default: 0] += 1
        }
        #expect(found.count > 6)
        for (name, count) in found { #expect(counts[name] == count, "\(name)") }
        #expect(counts["rows"] == 12_000 && counts["judged"] == 12_000)
        let taken = try #require(object["taken_for_granted"] as? [[String: Any]])
        #expect(taken.contains { $0["what"] as? String == "placeholder" })
        #expect(
            taken.contains { $0["what"] as? String == "column.id" && $0["value"] as? String == "sr_number" })
    }
}
