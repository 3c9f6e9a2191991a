import Foundation
import TestSupport
import Testing

/// `wardline merge hotspots`: parts that hold all requests of some categories give the clusters of one run over all.
struct MergedHotspotsTests {
    private let city: SplitCity

    init() throws { city = try SplitCity() }

    private func path(_ name: String) -> String { city.path(name) }
    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

    /// Writes the requests as parts by category, the rows of each in another order, and returns the parts' names without endings.
    private func split(_ requests: [[Substring]], into count: Int, by numbers: inout SeededNumbers) throws
        -> [String]
    {
        let categories = Set(requests.map { $0[2] }).sorted().shuffled(using: &numbers)
        let part = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0 % count) })
        return try (0..<count).map { index in
            let own = requests.filter { part[$0[2]] == index }.shuffled(using: &numbers)
            let name = path("part-\(index + 1)")
            try write(own, to: "\(name).csv")
            return name
        }
    }

    private func write(_ requests: [[Substring]], to path: String) throws {
        let lines = [city.rows.header] + requests.map { $0.joined(separator: ",") }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
    }

    private var requests: [[Substring]] {
        city.rows.rows.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    private func makeFacts(of requests: String) throws {
        _ = try Wardline.succeed(["facts", requests, "--city", city.cityFile, "-o", path("facts.json")])
    }

    private func sums(of parts: [String], _ options: [String] = []) throws -> [String] {
        try parts.map { part in
            _ = try Wardline.succeed(
                [
                    "hotspots", "\(part).csv", "--city", city.cityFile, "--facts", path("facts.json"),
                    "--sums",
                    "--summary", "\(part).json",
                ] + options)
            return "\(part).json"
        }
    }

    /// Holds the merge of parts to one run over all: the table, outlines, assignments, the summary as text and as data.
    private func expectWhole(
        of requests: String, _ parts: [String], _ options: [String] = [], outlines: Bool = false
    ) throws {
        func outputs(_ name: String) -> [String] {
            [
                "-o", path("\(name).csv"), "--assignments", path("\(name)-rows.csv"), "--summary",
                path("\(name).json"),
            ]
        }
        let one = ["hotspots", requests, "--city", city.cityFile, "--facts", path("facts.json")] + options
        let whole = try Wardline.succeed(one + outputs("whole"))
        let merge =
            ["merge", "hotspots"] + (try sums(of: parts, options)).reversed() + [
                "--city", city.cityFile, "--name", URL(filePath: requests).lastPathComponent,
            ]
        let merged = try Wardline.succeed(merge + outputs("merged"))
        #expect(merged.output == whole.output)
        for ending in [".csv", "-rows.csv", ".json"] {
            #expect(try bytes("merged\(ending)") == bytes("whole\(ending)"), "\(options) \(ending)")
        }
        guard outlines else { return }
        _ = try Wardline.succeed(one + ["-o", path("whole.geojson")])
        _ = try Wardline.succeed(merge + ["-o", path("merged.geojson")])
        #expect(try bytes("merged.geojson") == bytes("whole.geojson"))
        #expect(
            try Wardline.succeed(merge + ["--explain", "2"]).output
                == Wardline.succeed(one + ["--explain", "2"]).output)
    }

    @Test(arguments: LongTests.arguments([7, 1, 2], usually: 1))
    func `parts by category give the clusters of one run over all, in whatever order rows and parts are`(
        count: Int
    ) throws {
        try makeFacts(of: city.requests)
        var numbers = SeededNumbers(UInt64(count))
        let parts = try split(requests, into: count, by: &numbers)
        try expectWhole(of: city.requests, parts, outlines: true)
        // Facts change nothing where they are of the requests themselves.
        _ = try Wardline.succeed(
            ["hotspots", city.requests, "-o", path("plain.csv"), "--assignments", path("plain-rows.csv")])
        #expect(try bytes("plain.csv") == bytes("whole.csv"))
        #expect(try bytes("plain-rows.csv") == bytes("whole-rows.csv"))
    }

    /// Requests that repeat requests of other categories, whose ids stand at other categories, that have no category, and of
    /// which hundreds lie at one address.
    private func tangled(_ numbers: inout SeededNumbers) throws -> [[Substring]] {
        var requests = requests
        let place = try #require(requests.first { !$0[9].isEmpty })[8...10]
        func any() -> Int { Int.random(in: requests.indices, using: &numbers) }
        for _ in 0..<1500 { requests[any()][1] = requests[any()][0] }
        for _ in 0..<300 { requests[any()][2] = "" }
        for _ in 0..<400 { requests[any()][8...10] = place }
        let private_ = any()
        for _ in 0..<100 { requests[any()][2] = requests[private_][2] }
        for _ in 0..<60 {
            var other = requests[any()]
            other[2] = requests[any()][2]
            requests.append(other)
        }
        return requests.shuffled(using: &numbers)
    }

    private static let choices = [
        [], ["--since", "2024-01-01", "--until", "2025-03-01", "--area", "zone=3"], ["--method", "hdbscan"],
        ["--greatest-diameter", "60", "--rank", "days-open"],
        ["--category", "Pothole", "--category", "Graffiti"],
        ["--default-points", "keep", "--radius", "80", "--minimum", "4"],
    ]

    @Test(arguments: LongTests.arguments(choices, usually: 2))
    func `links, ids and addresses that categories share are told as one run tells them`(options: [String])
        throws
    {
        var numbers = SeededNumbers(3)
        let requests = try tangled(&numbers)
        let all = path("SampleData/tangled.csv")
        try write(requests, to: all)
        try makeFacts(of: all)
        let parts = try split(requests, into: 5, by: &numbers)
        try expectWhole(of: all, parts, options, outlines: options.isEmpty)
        guard options.isEmpty else { return }
        // A part alone knows fewer categories of an address.
        _ = try Wardline.succeed([
            "hotspots", "\(parts[0]).csv", "--city", city.cityFile, "-o", path("alone.csv"),
        ])
        #expect(try mostCategories("alone.csv") < mostCategories("whole.csv"))
    }

    /// The most categories that the address of a cluster holds.
    private func mostCategories(_ name: String) throws -> Int {
        try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n").compactMap { row in
            row.split(separator: ",", omittingEmptySubsequences: false).last.flatMap { Int($0) }
        }.max() ?? 0
    }

    @Test func `parts that are not whole categories, or know too little of each other, are refused in words`()
        throws
    {
        try makeFacts(of: city.requests)
        var numbers = SeededNumbers(1)
        let parts = try split(requests, into: 3, by: &numbers)
        let sums = try sums(of: parts)
        func error(_ arguments: [String], status: Int32 = 1) throws -> String {
            let outcome = try Wardline.run(arguments + ["--city", city.cityFile])
            #expect(outcome.status == status, "\(arguments): \(outcome.output)")
            return outcome.errors
        }
        let merge = ["merge", "hotspots"]
        let missing = try error(merge + sums.dropLast() + ["--as-given"])
        #expect(missing.contains("a part is missing"), "\(missing)")
        let twice = path("part-4.json")
        try FileManager.default.copyItem(atPath: sums[0], toPath: twice)
        let shared = try error(merge + sums + [twice])
        #expect(
            shared.contains("part-1.json and part-4.json")
                && shared.contains("split the requests by category"))
        try FileManager.default.removeItem(atPath: twice)
        // Cut by lines, as for an audit.
        let halves = [requests.prefix(6000), requests.dropFirst(6000)].map(Array.init)
        for (index, half) in halves.enumerated() {
            let part = path("half-\(index + 1)")
            try write(half, to: "\(part).csv")
            _ = try self.sums(of: [part])
        }
        let cut = try error(merge + [path("half-1.json"), path("half-2.json")])
        #expect(cut.contains("split the requests by category"), "\(cut)")
        let part = ["hotspots", "\(parts[0]).csv", "--sums", "--summary", path("x.json")]
        #expect(try error(part).contains("wardline facts"))
        let known = part + ["--facts", path("facts.json")]
        #expect(try error(known + ["--edition", "public"]).contains("--edition internal"))
        #expect(try error(known + ["--across-categories"]).contains("one run over all"))
        _ = try self.sums(of: [parts[1]], ["--radius", "70"])
        #expect(try error(merge + sums).contains("what was asked"))
        #expect(try error(["merge", "report"] + sums).contains("wardline hotspots"))
        let facts = try JSONSerialization.jsonObject(with: bytes("facts.json"))
        var values = try #require(facts as? [String: Any])
        values["places"] = nil
        try JSONSerialization.data(withJSONObject: values).write(to: URL(filePath: path("facts.json")))
        #expect(try error(known).contains("make it anew with wardline facts"))
        #expect(!FileManager.default.fileExists(atPath: path("x.json")))
    }

    @Test func `rows without ids are not put together by lines that a part does not have`() throws {
        let header = city.rows.header.split(separator: ",").dropFirst().joined(separator: ",")
        let rows = requests.prefix(500).map { $0.dropFirst().joined(separator: ",") }
        let part = path("SampleData/lines.csv")
        try Data((([header] + rows).joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: part))
        let sample = try String(contentsOfFile: city.cityFile, encoding: .utf8)
        let file = path("SampleData/lines.yaml")
        try sample.replacing("id: sr_number, ", with: "").replacing(
            "requests:\n", with: "requests:\n  ids: line number\n"
        ).write(toFile: file, atomically: true, encoding: .utf8)
        _ = try Wardline.succeed(["facts", part, "--city", file, "-o", path("facts.json")])
        let outcome = try Wardline.run(
            "hotspots", part, "--city", file, "--facts", path("facts.json"), "--sums", "--summary",
            path("x.json"))
        #expect(outcome.status == 1 && outcome.errors.contains("has no ids"), "\(outcome.errors)")
    }
}
