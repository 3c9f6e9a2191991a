import Foundation
import Testing

/// Every output of every command against every file that the command reads.
struct ReplacedInputTests {
    /// A command with what it reads, and its outputs: each option onto a file `@` with an ending that it can have.
    struct Run: Sendable, CustomTestStringConvertible {
        let line: String
        let reads: [String]
        let outputs: [String]
        /// Whether it has a city file, named or found.
        var hasCity = true

        var testDescription: String { line }

        /// The words before the first file or option.
        var command: String {
            line.split(separator: " ").prefix { $0.allSatisfy(\.isLetter) }.joined(separator: " ")
        }
    }

    private static let part = "--facts in/facts.json --header-from in/header.csv"
    private static let ofPart = ["in/facts.json", "in/header.csv"]
    private static let merged = ["in/part-1.json", "in/part-2.json"]

    static let runs = [
        Run(
            line: "audit in/r.csv \(part) --baseline in/baseline.csv",
            reads: ["in/r.csv", "in/baseline.csv"] + ofPart,
            outputs: [
                "-o @.csv", "--rejects @.csv", "--review @.csv", "--changes @.csv",
                "--repairs @.csv", "--undo @.csv --for plain --repairs free.csv", "--summary @.json",
            ]),
        Run(
            line: "audit in/r.csv --check-repairs in/repairs.csv --undo in/undo.csv",
            reads: ["in/r.csv", "in/repairs.csv", "in/undo.csv"], outputs: ["-o @.csv"]),
        Run(
            line: "boundaries check in/areas.geojson in/newer.geojson --requests in/r.csv",
            reads: ["in/areas.geojson", "in/newer.geojson", "in/r.csv"],
            outputs: ["-o @.geojson", "--summary @.json"]),
        Run(
            line: "boundaries check", reads: [], outputs: ["-o @.geojson", "--summary @.json"]),
        Run(
            line: "boundaries list in/areas.geojson", reads: ["in/areas.geojson"], outputs: ["-o @.csv"],
            hasCity: false),
        Run(line: "boundaries list", reads: [], outputs: ["-o @.csv"]),
        Run(
            line: "closures in/r.csv \(part)", reads: ["in/r.csv"] + ofPart,
            outputs: ["-o @.csv", "--measures @.csv", "--rejects @.csv", "--summary @.json"]),
        Run(
            line: "closures in/r.csv --language in/es.po", reads: ["in/es.po"], outputs: ["-o @.html"]),
        Run(
            line: "geocode in/r.csv \(part)", reads: ["in/r.csv"] + ofPart,
            outputs: ["-o @.csv", "--rejects @.csv", "--summary @.json"]),
        Run(line: "geocode --parse in/r.csv", reads: ["in/r.csv"], outputs: ["-o @.jsonl"]),
        Run(
            line: "hotspots in/r.csv \(part)", reads: ["in/r.csv"] + ofPart,
            outputs: ["-o @.csv", "--assignments @.csv", "--summary @.json"]),
        Run(
            line: "locate in/r.csv \(part)", reads: ["in/r.csv"] + ofPart,
            outputs: ["-o @.csv", "--summary @.json"]),
        Run(
            line: "map in/r.csv \(part) --area 7 --language in/es.po",
            reads: ["in/r.csv", "in/es.po"] + ofPart, outputs: ["-o @.html", "--summary @.json -o free.html"]),
        Run(
            line: "report in/r.csv \(part) --incomes in/incomes.csv",
            reads: ["in/r.csv", "in/incomes.csv"] + ofPart,
            outputs: ["-o @.csv", "--rejects @.csv", "--summary @.json"]),
        Run(
            line: "report in/r.csv --by month --language in/es.po", reads: ["in/es.po"],
            outputs: ["-o @.html"]),
        Run(
            line: "import in/r.csv \(part) --into in/w.gpkg", reads: ["in/r.csv", "in/w.gpkg"] + ofPart,
            outputs: ["--rejects @.csv"]),
        Run(line: "changes in/w.gpkg", reads: ["in/w.gpkg"], outputs: ["-o @.csv"]),
        Run(
            line: "decide in/w.gpkg in/answers.csv", reads: ["in/w.gpkg", "in/answers.csv"],
            outputs: ["--rejects @.csv"]),
        Run(line: "facts in/r.csv in/r-2.csv", reads: ["in/r.csv", "in/r-2.csv"], outputs: ["-o @.json"]),
        Run(line: "merge audit \(merged[0]) \(merged[1])", reads: merged, outputs: ["--summary @.json"]),
        Run(
            line: "merge report \(merged[0]) \(merged[1])", reads: merged,
            outputs: ["-o @.csv", "--summary @.json"]),
        Run(
            line: "merge closures \(merged[0]) \(merged[1])", reads: merged,
            outputs: ["-o @.csv", "--measures @.csv", "--summary @.json"]),
        Run(
            line: "merge hotspots \(merged[0]) \(merged[1])", reads: merged,
            outputs: ["-o @.csv", "--assignments @.csv", "--summary @.json"]),
        Run(
            line: "merge rows in/r.csv in/r-2.csv --facts in/facts.json",
            reads: ["in/r.csv", "in/r-2.csv", "in/facts.json"], outputs: ["-o @.csv"], hasCity: false),
    ]

    /// What the sample's city file names, with the reference that is compiled beside it.
    private static let ofCity = [
        "Boundaries/collection-zones-2023.geojson", "Boundaries/council-districts.geojson",
        "Boundaries/water.geojson", "SampleData/streets.geojson", "SampleData/addresses.csv",
        "SampleData/.wardline-reference.sqlite",
    ]

    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    /// Makes a file of some bytes that are its own.
    private func make(_ name: String) throws {
        let file = folder.appending(path: name)
        guard !FileManager.default.fileExists(atPath: file.path) else { return }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("what stands in \(name)\n".utf8).write(to: file)
    }

    /// Runs a command with each of its outputs onto each of the files, linked by a name that the output can have.
    private func expectRefusals(_ run: Run, _ files: [String], city: String?) throws {
        for name in files { try make(name) }
        let kept = try files.map { try Data(contentsOf: folder.appending(path: $0)) }
        let named = city.map { " --city \($0)" } ?? ""
        for output in run.outputs {
            let ending = try #require(output.firstMatch(of: /@\.(\w+)/)).1
            for (number, name) in files.enumerated() {
                let link = folder.appending(path: "link-\(number).\(ending)")
                if !FileManager.default.fileExists(atPath: link.path) {
                    try FileManager.default.linkItem(at: folder.appending(path: name), to: link)
                }
                let line = "\(run.line)\(named) \(output.replacing("@", with: "link-\(number)"))"
                let outcome = try Wardline.shell("wardline \(line)", in: folder)
                #expect(outcome.status == 64, "\(line), which is \(name): \(outcome.errors)")
                #expect(
                    outcome.errors.contains("would write over what is read"),
                    "\(line), which is \(name): \(outcome.errors)")
            }
        }
        for (name, bytes) in zip(files, kept) {
            #expect(try Data(contentsOf: folder.appending(path: name)) == bytes, "\(run.line): \(name)")
        }
    }

    @Test(arguments: runs)
    func `no output replaces a file that its command reads`(run: Run) throws {
        try expectRefusals(run, run.reads, city: nil)
    }

    /// The city file's name does not end as such files do, and it lies where none is looked for.
    @Test(arguments: runs.filter(\.hasCity))
    func `no output replaces a city file that is named, nor what it names`(run: Run) throws {
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: name), to: folder.appending(path: name))
        }
        let city = "SampleData/fairhaven.txt"
        try FileManager.default.moveItem(
            at: folder.appending(path: "SampleData/city.yaml"), to: folder.appending(path: city))
        for name in run.reads { try make(name) }
        try expectRefusals(run, [city] + Self.ofCity, city: city)
    }

    @Test func `a draft of a city file replaces nothing that is there`() throws {
        try make("in/r.csv")
        let outcome = try Wardline.shell("wardline init in/r.csv -o in/r.csv", in: folder)
        #expect(outcome.status != 0)
        #expect(
            try String(contentsOf: folder.appending(path: "in/r.csv"), encoding: .utf8)
                == "what stands in in/r.csv\n")
    }

    /// By the command's own description of its options, so that a new output is not forgotten here.
    @Test func `all outputs of all commands are tried`() throws {
        let dump = try Wardline.succeed(["--experimental-dump-help"]).output
        let described = try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any]
        var found: Set<String> = []
        func look(at command: [String: Any], _ above: [String]) throws {
            let names = above + [try #require(command["commandName"] as? String)]
            for argument in command["arguments"] as? [[String: Any]] ?? [] {
                guard argument["kind"] as? String == "option" else { continue }
                let text = argument["abstract"] as? String ?? ""
                guard ["Write ", "Where ", "Also write "].contains(where: text.hasPrefix) else { continue }
                let name = (argument["preferredName"] as? [String: Any])?["name"] as? String ?? ""
                found.insert(
                    (names.dropFirst() + [name == "output" ? "-o" : "--" + name]).joined(separator: " "))
            }
            for below in command["subcommands"] as? [[String: Any]] ?? [] { try look(at: below, names) }
        }
        try look(at: try #require(described?["command"] as? [String: Any]), [])
        let tried = Set(
            Self.runs.flatMap { run in run.outputs.map { "\(run.command) \($0.prefix { $0 != " " })" } })
        #expect(found == tried)
    }
}
