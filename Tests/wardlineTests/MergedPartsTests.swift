import Foundation
import TestSupport
import Testing

/// `wardline merge`: what parts gave is put together to the bytes of one run over all.
struct MergedPartsTests {
    private let folder: URL
    private let city: String
    private let header: String
    private let rows: [String]

    /// Requests of which a part tells as much as the whole: none at the default point. A third of them has all kinds.
    init() throws {
        folder = try Wardline.scratchFolder()
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: name), to: folder.appending(path: name))
        }
        city = folder.appending(path: "SampleData/city.yaml").path
        let file = folder.appending(path: "SampleData/requests.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let placed = lines.dropFirst().filter { !$0.contains("-70.865096,41.623583") }
        (header, rows) = (lines[0], stride(from: 0, to: placed.count, by: 3).map { placed[$0] })
        try Data(([header] + rows).joined(separator: "\n").appending("\n").utf8).write(to: file)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes the rows as parts of uneven lengths, and returns their names without endings.
    private func split(into count: Int) throws -> [String] {
        var numbers = SeededNumbers(UInt64(count))
        let cuts = (1..<count).map { _ in Int.random(in: 1..<rows.count, using: &numbers) }
        let bounds = [0] + Set(cuts).sorted() + [rows.count]
        return try zip(bounds, bounds.dropFirst()).enumerated().map { index, bounds in
            let name = path("part-\(index + 1)")
            let part = [header] + rows[bounds.0..<bounds.1]
            try Data((part.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: "\(name).csv"))
            return name
        }
    }

    private func daysOpenLeftOut(_ name: String) throws -> [[Substring]] {
        try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n").map { line in
            var fields = line.split(separator: ",", omittingEmptySubsequences: false)
            fields.remove(at: fields.count - 2)
            return fields
        }
    }

    /// A summary without the warning that parts knew nothing of each other.
    private func summary(_ name: String) throws -> NSDictionary {
        let read = try JSONSerialization.jsonObject(with: bytes(path(name)))
        var summary = try #require(read as? [String: Any])
        summary["warnings"] = (summary["warnings"] as? [String])?.filter { !$0.contains("each by itself") }
        return summary as NSDictionary
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

    @Test(arguments: LongTests.arguments([7, 1, 2], usually: 1))
    func `parts give the summary and the rows of one run over all, in whatever order they are named`(
        count: Int
    ) throws {
        let whole = try Wardline.succeed([
            "audit", path("SampleData/requests.csv"), "-o", path("all.csv"), "--summary", path("all.json"),
            "--repairs", path("all-repairs.csv"),
        ])
        let parts = try split(into: count)
        for part in parts {
            _ = try Wardline.succeed([
                "audit", "\(part).csv", "--city", city, "-o", "\(part)-findings.csv", "--sums", "--summary",
                "\(part).json", "--repairs", "\(part)-repairs.csv",
            ])
        }
        let shuffled = Array(parts.reversed())
        let merged = try Wardline.succeed(
            ["merge", "audit"] + shuffled.map { "\($0).json" } + [
                "--city", city, "--name", "requests.csv", "--summary", path("merged.json"),
            ])
        // Repairs are told of by who writes them.
        let told = try Wardline.succeed([
            "audit", path("SampleData/requests.csv"), "--summary", path("all.json"),
        ])
        #expect(merged.output == told.output)
        #expect(try summary("merged.json") == summary("all.json"))
        for kind in ["findings", "repairs"] {
            _ = try Wardline.succeed(
                ["merge", "rows"] + shuffled.map { "\($0)-\(kind).csv" } + ["-o", path("merged-\(kind).csv")])
        }
        // The days that a request is open go to the last day, which a part does not know.
        #expect(try daysOpenLeftOut("merged-findings.csv") == daysOpenLeftOut("all.csv"))
        #expect(try bytes(path("merged-repairs.csv")) == bytes(path("all-repairs.csv")))
        #expect(whole.output.hasPrefix("Routing audit"))
    }

    @Test func `ids that come again in parts that know nothing of each other are told as counted by part`()
        throws
    {
        var rows = try String(contentsOfFile: path("SampleData/requests.csv"), encoding: .utf8).split(
            separator: "\n"
        ).map(String.init)
        rows = Array(rows.prefix(41))
        let other = rows[1...20].map { $0.replacing(/^([^,]*,[^,]*),[^,]*,/) { "\($0.output.1),Lost Cat," } }
        let parts = [rows + other.prefix(5), [rows[0]] + other]
        var merged: [String] = []
        for (number, part) in parts.enumerated() {
            let name = path("part-\(number + 1)")
            try Data((part.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: name + ".csv"))
            _ = try Wardline.succeed(
                ["audit", name + ".csv", "--city", city, "--sums", "--summary", name + ".json"])
            merged.append(name + ".json")
        }
        let text = try Wardline.succeed(["merge", "audit"] + merged + ["--city", city]).output
        #expect(text.contains("  5 rows with an id that an earlier row has"), "\(text)")
        #expect(
            text.contains("ids that come again were counted in each of the 2 parts by itself"), "\(text)")
    }

    @Test func `parts without header, judged by facts, give the bytes of one run over all by the same facts`()
        throws
    {
        let all = path("SampleData/requests.csv")
        try FileManager.default.removeItem(atPath: all)
        try FileManager.default.copyItem(
            at: Wardline.package.appending(path: "SampleData/requests.csv"), to: URL(filePath: all))
        let lines = try String(contentsOfFile: all, encoding: .utf8).split(separator: "\n")
        let facts = ["--city", city, "--facts", path("facts.json")]
        _ = try Wardline.succeed(["facts", all, "--city", city, "-o", path("facts.json")])
        let whole = try Wardline.succeed(
            [
                "audit", all, "-o", path("all.csv"), "--summary", path("all.json"), "--rejects",
                path("all-rejects.csv"),
            ]
                + facts)
        let bounds = [1, 2000, 7777, 9000, lines.count]
        var parts: [String] = []
        for (first, end) in zip(bounds, bounds.dropFirst()) {
            // No number in the name tells the order: the lines do.
            let name = path("part-\(String(end * 7919 % 10_007, radix: 36))")
            try Data((lines[first..<end].joined(separator: "\n") + "\n").utf8).write(
                to: URL(filePath: name + ".csv"))
            _ = try Wardline.succeed(
                [
                    "audit", "\(name).csv", "--no-header", "--first-line", "\(first + 1)", "-o",
                    "\(name)-f.csv",
                    "--sums", "--summary", "\(name).json", "--rejects", "\(name)-r.csv",
                ] + facts)
            parts.append(name)
        }
        let sums = parts.shuffled().map { "\($0).json" }
        let asked = ["--city", city, "--name", "requests.csv"]
        let merged = try Wardline.succeed(
            ["merge", "audit"] + sums + asked + ["--summary", path("merged.json")])
        #expect(merged.output == whole.output)
        #expect(try bytes(path("merged.json")) == bytes(path("all.json")))
        for (kind, name) in [("f", "all.csv"), ("r", "all-rejects.csv")] {
            _ = try Wardline.succeed(
                ["merge", "rows", "--as-given"] + parts.map { "\($0)-\(kind).csv" } + [
                    "-o", path("merged.csv"),
                ])
            #expect(try bytes(path("merged.csv")) == bytes(path(name)), "\(name)")
        }
        let missing = try Wardline.run(["merge", "audit", "\(parts[0]).json", "\(parts[2]).json"] + asked)
        #expect(missing.status == 1)
        #expect(missing.errors.contains("lines 2001 to 7777"), "\(missing.errors)")
    }

    @Test func `a choice of requests is put together with what the others say of it`() throws {
        let choice = ["--since", "2024-07-01", "--category", "Missed Trash Pickup"]
        let whole = try Wardline.succeed(["audit", path("SampleData/requests.csv")] + choice)
        let parts = try split(into: 3)
        for part in parts {
            _ = try Wardline.succeed(
                ["audit", "\(part).csv", "--city", city, "--sums", "--summary", "\(part).json"] + choice)
        }
        let merged = try Wardline.succeed(
            ["merge", "audit"] + parts.map { "\($0).json" } + ["--city", city, "--name", "requests.csv"])
        #expect(merged.output == whole.output)
    }

    private static let reports = [
        ["--layer", "zone", "--by", "quarter", "--edition", "public", "--check-targets"],
        ["--layer", "district"], ["--layer", "district", "--by", "month", "--since", "2024-03-01"],
    ]

    @Test(arguments: LongTests.arguments(reports, usually: 1))
    func `parts give the report of one run over all: text, summary, tables and pages`(asked: [String]) throws
    {
        let all = path("SampleData/requests.csv")
        let incomes =
            asked.contains("district") ? ["--incomes", path("SampleData/incomes.csv")] : []
        let outputs = ["csv", "json"] + (asked.contains("--edition") ? ["html"] : [])
        var whole: Wardline.Outcome?
        for ending in outputs {
            whole = try Wardline.succeed(
                ["report", all] + asked + incomes + [
                    "-o", path("all.\(ending)"), "--summary", path("sums.json"),
                ])
        }
        // In more parts one would end before the edition by which the whole is counted.
        let parts = try split(into: 3)
        for part in parts {
            _ = try Wardline.succeed(
                ["report", "\(part).csv", "--city", city, "--sums", "--summary", "\(part).json"] + asked
                    + incomes)
        }
        for ending in outputs {
            let merged = try Wardline.succeed(
                ["merge", "report"] + parts.shuffled().map { "\($0).json" } + [
                    "--city", city, "--name", "requests.csv", "-o", path("merged.\(ending)"), "--summary",
                    path("merged-sums.json"),
                ])
            #expect(merged.output == whole?.output)
            #expect(try bytes(path("merged.\(ending)")) == bytes(path("all.\(ending)")), "\(ending)")
        }
        #expect(try summary("merged-sums.json") == summary("sums.json"))
    }

    @Test func `parts that are missing, there twice, without sums or of another question are refused`() throws
    {
        let parts = try split(into: 4)
        for (index, part) in parts.enumerated() {
            let layer = index == 1 ? ["--layer", "zone"] : []
            _ = try Wardline.succeed(
                [
                    "audit", "\(part).csv", "--city", city, "-o", "\(part)-f.csv", "--sums", "--summary",
                    "\(part).json",
                ]
                    + layer)
        }
        func error(_ arguments: [String]) throws -> String {
            let outcome = try Wardline.run(["merge"] + arguments)
            #expect(outcome.status == 1)
            return outcome.errors
        }
        let city = ["--city", city]
        #expect(try error(["audit", "\(parts[0]).json", "\(parts[2]).json"] + city).contains("part 2"))
        #expect(try error(["audit", "\(parts[0]).json", "\(parts[0]).json"] + city).contains("named twice"))
        #expect(try error(["audit", "\(parts[0]).json", "\(parts[1]).json"] + city).contains("the layers"))
        try FileManager.default.copyItem(atPath: "\(parts[2]).json", toPath: path("part-4.json.copy"))
        #expect(
            try error(["audit", "\(parts[2]).json", path("part-4.json.copy")] + city).contains("there twice"))
        _ = try Wardline.succeed(["audit", "\(parts[0]).csv"] + city + ["--summary", path("plain.json")])
        #expect(try error(["audit", path("plain.json")] + city).contains("--sums"))
        let cut = try bytes("\(parts[0]).json").prefix(4000)
        try cut.write(to: URL(filePath: path("cut.json")))
        #expect(try error(["audit", path("cut.json")] + city).contains("cut off"))
        #expect(try error(["rows", "\(parts[0])-f.csv", "\(parts[2])-f.csv"]).contains("part 2"))
        #expect(
            try error(["rows", "\(parts[0])-f.csv", "\(parts[1]).csv", "--as-given"]).contains("columns"))
    }

    /// The parts' sums, each judged by facts of all requests.
    private func sums(of parts: [String], _ options: [String] = []) throws -> [String] {
        if !FileManager.default.fileExists(atPath: path("facts.json")) {
            _ = try Wardline.succeed(
                ["facts", path("SampleData/requests.csv"), "--city", city, "-o", path("facts.json")])
        }
        return try parts.map { part in
            _ = try Wardline.succeed(
                [
                    "audit", "\(part).csv", "--city", city, "--facts", path("facts.json"), "--sums",
                    "--summary",
                    "\(part).json",
                ] + options)
            return "\(part).json"
        }
    }

    private func mergeError(_ arguments: [String]) throws -> String {
        let outcome = try Wardline.run(["merge"] + arguments)
        #expect(outcome.status != 0, "\(arguments)")
        return outcome.errors
    }

    @Test func `a part that misses at the end is an error where facts tell how many requests there are`()
        throws
    {
        let sums = try sums(of: split(into: 3))
        let asked = ["--city", city, "--name", "requests.csv"]
        let error = try mergeError(["audit"] + sums.dropLast() + asked)
        #expect(error.contains("a part is missing") && error.contains("\(rows.count)"), "\(error)")
        #expect(try mergeError(["audit"] + sums.dropFirst() + asked).contains("part 1, before part-2"))
        _ = try Wardline.succeed(["merge", "audit"] + sums + asked)
        _ = try Wardline.succeed(["merge", "audit", "--other-facts"] + sums.dropLast() + asked)
    }

    @Test
    func
        `parts with a header of their own fold ids across parts by the line of their first row, or are refused`()
        throws
    {
        let all = URL(filePath: path("SampleData/requests.csv"))
        // The last rows are the first ones again.
        let doubled = rows + rows.prefix(50)
        try Data(([header] + doubled).joined(separator: "\n").appending("\n").utf8).write(to: all)
        let bounds = [0, 1500, 3000, doubled.count]
        let parts = try zip(bounds, bounds.dropFirst()).enumerated().map { index, bounds in
            let name = path("part-\(index + 1)")
            let part = [header] + doubled[bounds.0..<bounds.1]
            try Data((part.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: "\(name).csv"))
            return name
        }
        let asked = ["--city", city, "--name", "requests.csv"]
        let twice = try mergeError(["audit"] + sums(of: parts) + asked)
        #expect(twice.contains("--first-line"), "\(twice)")
        let whole = try Wardline.succeed(
            ["audit", all.path, "--city", city, "--facts", path("facts.json"), "--summary", path("all.json")])
        for (part, first) in zip(parts, bounds) where first > 0 {
            _ = try sums(of: [part], ["--first-line", "\(first + 2)"])
        }
        let merged = try Wardline.succeed(
            ["merge", "audit"] + parts.map { "\($0).json" } + asked + ["--summary", path("merged.json")])
        #expect(merged.output == whole.output)
        #expect(try bytes(path("merged.json")) == bytes(path("all.json")))
        #expect(whole.output.contains("50 "))
    }

    @Test func `parts that know nothing of each other are put together with a warning`() throws {
        let parts = try split(into: 2)
        for part in parts {
            _ = try Wardline.succeed([
                "audit", "\(part).csv", "--city", city, "--sums", "--summary", "\(part).json",
            ])
        }
        let merged = try Wardline.succeed(
            ["merge", "audit"] + parts.map { "\($0).json" } + ["--city", city])
        #expect(merged.errors.contains("warning: the parts were judged each by itself"))
        let alone = try Wardline.succeed(["merge", "audit", "\(parts[0]).json", "--city", city])
        #expect(!alone.errors.contains("each by itself"))
    }

    /// Writes two parts of 150 rows each, for what hundreds of rows show as well.
    private func smallParts() throws -> [String] {
        try (0..<2).map { index in
            let name = path("part-\(index + 1)")
            let part = [header] + rows[150 * index..<150 * (index + 1)]
            try Data((part.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: "\(name).csv"))
            return name
        }
    }

    @Test(arguments: [
        ("timezone: America/New_York", "timezone: America/Chicago", "timezone"),
        ("uncertainty: 10 m", "uncertainty: 3 m", "layers.district.uncertainty"),
        ("private: true", "private: false", "categories.privacy"),
        ("assigned: assigned_district", "assigned: assigned_zone", "layers.district.assigned"),
    ])
    func `parts of other settings are refused with the setting, and so is another city file of the whole`(
        before: String, after: String, setting: String
    ) throws {
        let parts = try smallParts()
        let text = try String(contentsOfFile: city, encoding: .utf8)
        #expect(text.contains(before))
        let other = path("SampleData/other.yaml")
        try Data(text.replacing(before, with: after).utf8).write(to: URL(filePath: other))
        for command in [["audit"], ["report", "--layer", "district"], ["closures"]] {
            for (part, city) in zip(parts, [city, other]) {
                _ = try Wardline.succeed(
                    [command[0], "\(part).csv", "--city", city, "--sums", "--summary", "\(part).json"]
                        + command.dropFirst())
            }
            let mixed = try mergeError([command[0]] + parts.map { "\($0).json" } + ["--city", city])
            #expect(
                mixed.contains("part-1.json and part-2.json do not belong together: \(setting) "), "\(mixed)")
            let whole = try mergeError([command[0], "\(parts[0]).json", "--city", other])
            #expect(whole.contains("do not belong together: \(setting) "), "\(whole)")
            _ = try Wardline.succeed(["merge", command[0], "\(parts[0]).json", "--city", city])
        }
    }

    @Test func `parts of other boundaries or facts under the same name are refused`() throws {
        let parts = try smallParts()
        let sums = try sums(of: parts)
        _ = try Wardline.succeed(["merge", "audit", "--other-facts"] + sums + ["--city", city])
        let facts = URL(filePath: path("facts.json"))
        try (bytes(facts.path) + Data("\n".utf8)).write(to: facts)
        _ = try self.sums(of: [parts[1]])
        #expect(try mergeError(["audit"] + sums + ["--city", city]).contains("together: facts "))
        _ = try self.sums(of: parts)
        let areas = path("Boundaries/council-districts.geojson")
        try (bytes(areas) + Data("\n".utf8)).write(to: URL(filePath: areas))
        #expect(
            try mergeError(["audit"] + sums + ["--city", city]).contains(
                "together: layers.district.editions (contents) "))
    }

    @Test func `a limit of a layer that the parts do not know is an error of usage`() throws {
        let part = try #require(try smallParts().first)
        _ = try Wardline.succeed([
            "audit", "\(part).csv", "--city", city, "--layer", "zone", "--sums", "--summary", "\(part).json",
        ])
        for layer in ["district", "zon"] {
            let outcome = try Wardline.run(
                "merge", "audit", "\(part).json", "--city", city, "--fail-over", "\(layer):misrouted=0")
            #expect(outcome.status == 64 && outcome.output.isEmpty)
            #expect(outcome.errors.contains("no layer \(layer) is judged"), "\(outcome.errors)")
        }
    }
}
