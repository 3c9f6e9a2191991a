import Foundation
import TestSupport
import Testing

/// `wardline merge closures`: parts of a file give the closures of one run over all.
struct MergedClosuresTests {
    private let city: SplitCity

    init() throws { city = try SplitCity() }

    private func path(_ name: String) -> String { city.path(name) }
    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

    /// Judges parts cut anywhere by facts of all, and returns their summaries, not in order.
    private func sums(_ count: Int, _ options: [String]) throws -> [String] {
        _ = try Wardline.succeed(["facts", city.requests, "--city", city.cityFile, "-o", path("facts.json")])
        var numbers = SeededNumbers(UInt64(count))
        return try city.parts(count, by: &numbers).enumerated().map { index, part in
            let name = path("part-\(index)")
            try Data(part.text.utf8).write(to: URL(filePath: "\(name).csv"))
            let header = part.line > 1 ? ["--no-header"] : []
            _ = try Wardline.succeed(
                [
                    "closures", "\(name).csv", "--city", city.cityFile, "--facts", path("facts.json"),
                    "--first-line", "\(part.line)", "--sums", "--summary", "\(name).json",
                ] + header + options)
            return "\(name).json"
        }.shuffled(using: &numbers)
    }

    private static let choices = [
        (7, ["--layer", "district", "--edition", "public", "--radius", "60"]),
        (2, ["--layer", "zone", "--since", "2024-01-01"]), (1, []),
        (3, ["--edition", "internal", "--as-of", "2025-03-01"]),
    ]

    @Test(arguments: LongTests.arguments(choices, usually: 2))
    func `parts give the closures of one run over all: text, summary, list, measures and pages`(
        count: Int, options: [String]
    ) throws {
        let parts = try sums(count, options)
        func outputs(_ name: String, _ ending: String) -> [String] {
            [
                "-o", path("\(name).\(ending)"), "--measures", path("\(name)-measures.csv"), "--summary",
                path("\(name)-\(ending).json"),
            ]
        }
        let endings = ["csv", "jsonl"] + (options.contains("--edition") ? ["html"] : [])
        for ending in endings {
            let whole = try Wardline.succeed(
                [
                    "closures", city.requests, "--city", city.cityFile, "--facts", path("facts.json"),
                ] + options + outputs("whole", ending))
            let merged = try Wardline.succeed(
                ["merge", "closures"] + parts + ["--city", city.cityFile, "--name", "requests.csv"]
                    + outputs("merged", ending))
            #expect(merged.output == whole.output)
            for name in [".\(ending)", "-measures.csv", "-\(ending).json"] {
                #expect(try bytes("merged\(name)") == bytes("whole\(name)"), "\(options) \(name)")
            }
        }
        let list = try String(contentsOfFile: path("whole.csv"), encoding: .utf8)
        #expect(list.split(separator: "\n").count > 5)
        // What only other parts can tell is in the list.
        #expect(list.contains("reported again") || options.contains("--edition"))
    }

    @Test func `pages are for nobody for whom the parts were not asked, and other questions are refused`()
        throws
    {
        let parts = try sums(2, [])
        let merge = ["merge", "closures"] + parts + ["--city", city.cityFile]
        let pages = try Wardline.run(merge + ["-o", path("pages.html")])
        #expect(pages.status == 64 && pages.errors.contains("--edition"), "\(pages.errors)")
        #expect(!FileManager.default.fileExists(atPath: path("pages.html")))
        let cut = try Wardline.run(["merge", "closures", parts[0], "--city", city.cityFile])
        #expect(cut.status == 1)
        let other = try Wardline.run(["merge", "report"] + parts + ["--city", city.cityFile])
        #expect(other.status == 1 && other.errors.contains("wardline closures"), "\(other.errors)")
        let first = try bytes("part-0.json")
        _ = try sums(2, ["--within", "20"])
        try first.write(to: URL(filePath: path("part-0.json")))
        let asked = try Wardline.run(merge)
        #expect(asked.status == 1 && asked.errors.contains("what was asked"), "\(asked.errors)")
    }
}
