import Foundation
import TestSupport
import Testing

/// `wardline closures` over the sample city, and over what cannot be asked.
struct ClosuresSampleTests {
    private let folder: URL
    private let sample = Wardline.package.appending(path: "SampleData/requests.csv").path
    private let city = Wardline.package.appending(path: "SampleData/city.yaml").path

    init() throws { folder = try Wardline.scratchFolder() }

    private func file(_ name: String) -> String { folder.appending(path: name).path }
    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: file(name), encoding: .utf8)
    }

    private func closures(_ requests: String, _ prefix: String, _ more: String...) throws -> Wardline.Outcome
    {
        try Wardline.run(
            [
                "closures", requests, "--city", city, "--layer", "district", "-o", file("\(prefix).csv"),
                "--measures",
                file("\(prefix)-measures.csv"), "--since", "2022-01-01",
            ] + more)
    }

    @Test func `shuffled rows and any number of threads give the same bytes`() throws {
        let first = try closures(sample, "a", "--jobs", "1")
        #expect(first.status == 0, "\(first.errors)")
        let lines = try String(contentsOfFile: sample, encoding: .utf8).split(separator: "\n")
        var numbers = SeededNumbers(12)
        let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &numbers)
        try Data((shuffled.joined(separator: "\n") + "\n").utf8).write(
            to: URL(filePath: file("requests.csv")))
        let second = try closures(file("requests.csv"), "b", "--jobs", "3")
        #expect(second.status == 0, "\(second.errors)")
        #expect(try text("a.csv") == text("b.csv"))
        #expect(try text("a-measures.csv") == text("b-measures.csv"))
        #expect(try text("a.csv").split(separator: "\n").count > 20)
    }

    // A table of years alone stood there, with notes on a picture that was not.
    @Test func `a public page says in one sentence that no share on time of any year may be told`() throws {
        let outcome = try Wardline.run(
            ["closures", sample, "--city", city, "--layer", "district", "-o", file("page.html")])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try text("page.html")
        #expect(page.contains("Not shown, since they would tell small counts: shares of residents."))
        #expect(!page.contains("On time by the year of the due time"))
    }

    /// Two distances from one original, and a list of addresses, tell three houses.
    @Test func `everybody sees neither how far two requests lie from each other nor minutes`() throws {
        let outcome = try closures(sample, "p", "--edition", "public")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = try text("p.csv").split(separator: "\n")
        let names = lines[0].split(separator: ",").map(String.init)
        let (minutes, metres) = (
            try #require(names.firstIndex(of: "minutes_open")),
            try #require(names.firstIndex(of: "distance_m"))
        )
        #expect(lines.count > 20 && lines.contains { $0.contains("its original is still open") })
        for line in lines.dropFirst() {
            #expect(!line.contains(" m away") && !line.contains(" min;"), "\(line)")
            let cells = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .map { $0.offset % 2 == 0 ? String($0.element) : "" }.joined()
                .split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells[minutes].isEmpty && cells[metres].isEmpty, "\(line)")
        }
    }

    @Test func `public measures tell no count of private requests, and none of duplicates by subtraction`()
        throws
    {
        let outcome = try closures(sample, "p", "--edition", "public")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let measures = try text("p-measures.csv").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(!measures.contains { $0[0] == "share_of_running_numbers" })
        let states = measures.filter { $0[0] == "duplicates" }
        #expect(states.count == 5 && states.count { $0[3].isEmpty } == 2)
        #expect(states.contains { $0[2] == "open" && $0[3] == "52" })
        _ = try closures(sample, "a")
        #expect(try text("a-measures.csv").contains("share_of_running_numbers,ids,24-,"))
    }

    @Test func `each listed case has its evidence, and the summary its denominators`() throws {
        let outcome = try closures(sample, "a")
        let rows = try text("a.csv").split(separator: "\n").dropFirst()
        #expect(
            rows.allSatisfy {
                $0.contains("duplicate_of_open") || $0.contains("came_back") || $0.contains("fast_for")
            })
        #expect(outcome.output.contains("4  residents' requests only"))
        #expect(
            outcome.output.contains("What would have come anyway")
                || outcome.output.contains("Anyway: the same places"))
        // At most five sentences.
        #expect((2...5).contains(outcome.output.split(separator: "\n").count { $0.hasPrefix("  • ") }))
    }

    @Test func `a public list holds no id, no house number and no private category`() throws {
        let outcome = try closures(sample, "p", "--edition", "public")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let ids = try Set(
            String(contentsOfFile: sample, encoding: .utf8).split(separator: "\n").dropFirst().compactMap {
                $0.split(separator: ",").first
            })
        let list = try text("p.csv")
        #expect(list.split(separator: "\n").count > 20)
        for field in list.split(whereSeparator: { ",\n; ".contains($0) }) { #expect(!ids.contains(field)) }
        // One line gives their bands, and nothing else of them.
        let told = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("  Private, in no figure") }
        #expect(outcome.output.contains("Encampment 50 to 199, Wellness Check 50 to 199"))
        for name in ["Wellness Check", "Encampment"] {
            #expect(!list.contains(name) && !told.contains { $0.contains(name) })
            #expect(try !text("p-measures.csv").contains(name))
        }
        #expect(list.contains("block of"))
    }

    @Test func `a workbook, JSON and GeoPackage are written too`() throws {
        for ending in ["json", "jsonl", "xlsx", "gpkg"] {
            let outcome = try Wardline.run(
                "closures", sample, "--city", city, "-o", file("list.\(ending)"), "--measures",
                file("m.\(ending)"))
            #expect(outcome.status == 0, "\(ending): \(outcome.errors)")
            #expect(FileManager.default.fileExists(atPath: file("list.\(ending)")))
        }
    }

    @Test(arguments: [
        ["--within", "0"], ["--fast", "0"], ["--fast", "527041"],
        ["--fast", "-999999999999999999"], ["--fast", "999999999999999999"], ["--radius", "-3"],
        ["--apart", "-1"],
        ["--since", "2025-01-01", "--as-of", "2024-01-01"], ["-o", "list.geojson"],
    ])
    func `what cannot be asked is an error of usage`(options: [String]) throws {
        let outcome = try Wardline.run(["closures", sample, "--city", city] + options)
        #expect(outcome.status == 64, "\(outcome.errors)")
    }
}
