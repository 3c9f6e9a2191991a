import Foundation
import Testing

private struct Truth {
    let story: String
    let verdict: String
    let cause: String
    let byPosition: String
}

/// The planted truth, by request and layer.
private func plantedTruth() throws -> [String: Truth] {
    let file = Wardline.package.appending(path: "SampleData/truth.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    var truth: [String: Truth] = [:]
    for line in lines.dropFirst() {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let row = Dictionary(uniqueKeysWithValues: zip(names, fields))
        truth["\(row["request_id"] ?? "") \(row["layer"] ?? "")"] = Truth(
            story: row["story"] ?? "", verdict: row["verdict"] ?? "", cause: row["cause"] ?? "",
            byPosition: row["verdict_by_position"] ?? "")
    }
    return truth
}

private typealias Judgement = (verdict: String, cause: String)

private func findings(city: String = "SampleData/city.yaml") throws -> [String: Judgement] {
    let path = try Wardline.scratchFolder().appending(path: "findings.csv").path
    let outcome = try Wardline.run("audit", "SampleData/requests.csv", "--city", city, "-o", path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    var findings: [String: Judgement] = [:]
    for line in lines.dropFirst() {
        let fields = line.split(separator: ",", maxSplits: 6, omittingEmptySubsequences: false).map(
            String.init)
        findings["\(fields[0]) \(fields[1])"] = (fields[4], fields[5])
    }
    return findings
}

/// The sample's city file without its streets and addresses.
private func cityWithoutReference() throws -> String {
    let text = try String(
        contentsOf: Wardline.package.appending(path: "SampleData/city.yaml"), encoding: .utf8
    ).replacing("../Boundaries", with: Wardline.package.appending(path: "Boundaries").path)
    let start = try #require(text.range(of: "reference:"))
    let end = try #require(text.range(of: "categories:"))
    let city = try Wardline.scratchFolder().appending(path: "city.yaml")
    try Data((text[..<start.lowerBound] + text[end.lowerBound...]).utf8).write(to: city)
    return city.path
}

@Test func `without streets the audit of the sample finds what was planted, as far as positions tell it`()
    throws
{
    let truth = try plantedTruth()
    let found = try findings(city: cityWithoutReference())
    for (key, truth) in truth {
        #expect(found[key]?.verdict ?? "correct" == truth.byPosition, "\(key) \(truth.story)")
    }
    // Nothing is accused that was not planted.
    for (key, finding) in found where truth[key] == nil { Issue.record("\(key) is \(finding.verdict)") }
}

@Test func `causes that need no address are all found, and found only where they were planted`() throws {
    let truth = try plantedTruth()
    let found = try findings(city: cityWithoutReference())
    let stories = [
        "stale_edition": "stale_edition", "default_point": "placeholder_position",
        "swapped_axes": "swapped_axes",
        "state_plane_feet": "wrong_crs", "web_mercator": "wrong_crs",
    ]
    for (key, truth) in truth {
        let expected = stories[truth.story]
        let cause = found[key]?.cause ?? ""
        if let expected {
            #expect(cause == expected, "\(key)")
        } else {
            #expect(!stories.values.contains(cause), "\(key) \(truth.story) is called \(cause)")
        }
    }
}

@Test func `with streets every planted verdict of the sample is found, and no other`() throws {
    let truth = try plantedTruth()
    let found = try findings()
    for (key, truth) in truth {
        #expect(found[key]?.verdict ?? "correct" == truth.verdict, "\(key) \(truth.story)")
    }
    for (key, finding) in found where truth[key] == nil { Issue.record("\(key) is \(finding.verdict)") }
}

@Test(arguments: ["zone", "district"])
func `each planted cause is recovered with precision and recall of 0.95 and more`(layer: String) throws {
    let truth = try plantedTruth().filter { $0.key.hasSuffix(" \(layer)") }
    let found = try findings().filter { $0.key.hasSuffix(" \(layer)") }
    let causes = Set(truth.values.map(\.cause)).subtracting([""])
    #expect(causes.count >= 5)
    for cause in causes {
        let planted = Set(truth.filter { $0.value.cause == cause }.keys)
        let named = Set(found.filter { $0.value.verdict == "misrouted" && $0.value.cause == cause }.keys)
        let right = Double(planted.intersection(named).count)
        #expect(right >= 0.95 * Double(planted.count), "\(cause): \(Int(right)) of \(planted.count) found")
        #expect(
            right >= 0.95 * Double(named.count), "\(cause): \(Int(right)) of \(named.count) named rightly")
    }
}

@Test func `the summary of the sample tells the planted story`() throws {
    let outcome = try Wardline.run("audit", "SampleData/requests.csv")
    #expect(outcome.status == 0)
    for words in [
        "12,000 rows in requests.csv", "stale_edition", "placeholder_position", "Missed Trash Pickup",
        "days to close", "against",
    ] { #expect(outcome.output.contains(words), "\(words)") }
}

@Test func `one or two threads write the same bytes`() throws {
    let folder = try Wardline.scratchFolder()
    var bytes: [Data] = []
    for jobs in ["1", "2"] {
        let path = folder.appending(path: "\(jobs).csv").path
        _ = try Wardline.run("audit", "SampleData/requests.csv", "--all", "--jobs", jobs, "-o", path)
        bytes.append(try Data(contentsOf: URL(filePath: path)))
    }
    #expect(bytes[0] == bytes[1])
    // Each request in each of two layers, and the header.
    #expect(bytes[0].count { $0 == 0x0A } == 24_001)
}

@Test func `GeoJSON and JSON lines hold the same findings as CSV`() throws {
    let csv = try Wardline.run("audit", "SampleData/requests.csv", "-o", "-")
    let lines = try Wardline.run("audit", "SampleData/requests.csv", "-o", "-", "--format", "jsonl")
    let geojson = try Wardline.run("audit", "SampleData/requests.csv", "-o", "-", "--format", "geojson")
    let count = csv.output.split(separator: "\n").count - 1
    #expect(lines.output.split(separator: "\n").count == count)
    for line in lines.output.split(separator: "\n") {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
    let collection = try JSONSerialization.jsonObject(with: Data(geojson.output.utf8)) as? [String: Any]
    #expect((collection?["features"] as? [Any])?.count == count)
    #expect(csv.errors.contains("Routing audit of Fairhaven"))
}

@Test func `requests from standard input give the same findings`() throws {
    let text = try String(
        contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
    let piped = try Wardline.run(
        "audit", "-", "--city", "SampleData/city.yaml", "-o", "-", input: text)
    let read = try Wardline.run("audit", "SampleData/requests.csv", "-o", "-")
    #expect(piped.output == read.output)
}

@Test func `one request's story is told in sentences`() throws {
    let outcome = try Wardline.run("audit", "SampleData/requests.csv", "--explain", "22-000002")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Collection zone: misrouted."))
    #expect(outcome.output.contains("Looked up, the address is 378 E Southern Blvd by address_point"))
    #expect(outcome.output.contains("is a default point"))
    let unknown = try Wardline.run("audit", "SampleData/requests.csv", "--explain", "0")
    #expect(unknown.status == 1)
}
