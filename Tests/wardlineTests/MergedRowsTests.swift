import Foundation
import TestSupport
import Testing

/// `wardline merge rows`: the rows that parts gave, joined to one file.
struct MergedRowsTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Returns what joining files that do not belong together says.
    private func refusal(_ arguments: [String]) throws -> String {
        let outcome = try Wardline.run(["merge", "rows"] + arguments)
        #expect(outcome.status != 0 && outcome.output.isEmpty)
        return outcome.errors
    }

    @Test func `rows are joined whole, whichever part has a byte order mark, and under no other ending`()
        throws
    {
        let parts = (1...3).map { path("rows-\($0).csv") }
        func write(_ texts: [String]) throws {
            for (part, text) in zip(parts, texts) { try Data(text.utf8).write(to: URL(filePath: part)) }
        }
        let mark = "\u{FEFF}"
        for marked in 0..<3 {
            try write((0..<3).map { ($0 == marked ? mark : "") + "id,area\n\($0),a\n" })
            _ = try Wardline.succeed(["merge", "rows"] + parts + ["-o", path("joined.csv")])
            #expect(
                try Data(contentsOf: URL(filePath: path("joined.csv")))
                    == Data("\(mark)id,area\n0,a\n1,a\n2,a\n".utf8))
        }
        try write(["id,area\n0,a\n", "id,area\n1,", "id,area\n2,a\n"])
        #expect(try refusal(parts + ["-o", path("cut.csv")]).contains("no line's end"))
        #expect(!FileManager.default.fileExists(atPath: path("cut.csv")))
        try write((0..<3).map { "id,area\n\($0),a\n" })
        let late = try refusal(parts.dropFirst() + ["-o", path("late.csv")])
        #expect(late.contains("part 1, before rows-2.csv, is missing"), "\(late)")
        _ = try Wardline.succeed(
            ["merge", "rows", "--as-given"] + parts.dropFirst() + ["-o", path("late.csv")])
        for ending in ["xlsx", "json", "gpkg", "txt"] {
            for format in [[], ["--format", "csv"]] {
                let other = try Wardline.run(
                    ["merge", "rows"] + parts + ["-o", path("x.\(ending)")] + format)
                #expect(other.status == 64 && other.errors.contains("x.\(ending)"), "\(other.errors)")
                #expect(!FileManager.default.fileExists(atPath: path("x.\(ending)")))
            }
        }
    }

    @Test func `a request and layer in two parts of rows is an error that names both and the first`() throws {
        let sample = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        let part = path("part.csv")
        try Data(sample.split(separator: "\n").prefix(151).map { $0 + "\n" }.joined().utf8).write(
            to: URL(filePath: part))
        for ending in ["csv", "jsonl"] {
            _ = try Wardline.succeed([
                "audit", part, "--city", Wardline.package.appending(path: "SampleData/city.yaml").path,
                "-o", path("f.\(ending)"), "--repairs", path("r.\(ending)"),
            ])
            for name in ["f", "r"] {
                let lines = try String(contentsOfFile: path("\(name).\(ending)"), encoding: .utf8)
                    .split(separator: "\n").map(String.init)
                let head = ending == "csv" ? [lines[0]] : []
                let rows = Array(lines.dropFirst(head.count))
                let parts = [path("\(name)-1.\(ending)"), path("\(name)-2.\(ending)")]
                for (part, range) in zip(parts, [0..<2, 1..<rows.count]) {
                    try Data(((head + rows[range]).joined(separator: "\n") + "\n").utf8).write(
                        to: URL(filePath: part))
                }
                let id = try #require(rows[1].firstMatch(of: #/\d\d-\d+/#)).output
                let error = try refusal(parts + ["-o", path("joined.\(ending)")])
                #expect(
                    error.contains("request \(id) in ")
                        && error.contains("is in \(parts[0]) and in \(parts[1])"),
                    "\(error)")
                #expect(!FileManager.default.fileExists(atPath: path("joined.\(ending)")))
            }
        }
    }

    @Test func `of joined rows nothing but the number of parts tells that the last is missing`() throws {
        let parts = try (1...3).map { index in
            try Data("request_id,layer\nA\(index),zone\n".utf8).write(
                to: URL(filePath: path("f-\(index).csv")))
            return path("f-\(index).csv")
        }
        let missing = try Wardline.run(["merge", "rows", "--of", "3"] + parts.prefix(2))
        #expect(missing.status == 1 && missing.output.isEmpty)
        #expect(missing.errors.contains("2 parts named, where there have to be 3: a part is missing"))
        #expect(try Wardline.run(["merge", "rows", "--of", "2"] + parts).status == 1)
        let whole = try Wardline.run(["merge", "rows", "--of", "3"] + parts)
        #expect(whole.status == 0 && whole.errors.isEmpty)
        let unsaid = try Wardline.run(["merge", "rows"] + parts.prefix(2))
        #expect(
            unsaid.status == 0 && unsaid.errors.contains("that there are no more, nobody says; --of 2 does"))
    }

    @Test func `requests that share an id are told, and are no part given twice`() throws {
        let header = "request_id,layer,category,opened,verdict\n"
        let rows = [
            "A,zone,Pothole,2024-01-01,outside\n", "A,zone,Graffiti,2024-01-02,outside\nB,zone,,,outside\n",
        ]
        let parts = try rows.enumerated().map { index, rows in
            try Data((header + rows).utf8).write(to: URL(filePath: path("f-\(index + 1).csv")))
            return path("f-\(index + 1).csv")
        }
        let outcome = try Wardline.run(["merge", "rows"] + parts)
        #expect(outcome.status == 0 && outcome.output == header + rows.joined())
        #expect(
            outcome.errors.contains(
                "1 pair of request and layer is in two parts with other values, the first A in zone"))
    }
}
