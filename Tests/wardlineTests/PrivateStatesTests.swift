import Foundation
import TestSupport
import Testing

/// A request that is private by another row, another file or another spelling of its id than the row that is at hand.
struct PrivateStatesTests {
    private static let city = Wardline.package.appending(path: "SampleData/city.yaml").path
    private let folder: URL
    private let header: String
    private let rows: [String]

    init() throws {
        folder = try Wardline.scratchFolder()
        let source = Wardline.package.appending(path: "SampleData/requests.csv")
        let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n").prefix(300)
        header = String(lines[0])
        rows = lines.dropFirst().map(String.init)
    }

    private static func row(_ category: String, id: String = "zz1") -> String {
        "\(id),,\(category),Open,App,2024-06-01 10:00:00,,,649 S Concord Ave,,,7,7,"
    }

    private func write(_ more: [String], _ name: String) throws {
        let text = ([header] + rows + more).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func run(_ command: String) throws {
        let words = command.split(separator: " ", maxSplits: 1)
        let outcome = try Wardline.shell(
            "\"$WARDLINE\" \(words[0]) \(words[1]) --city '\(Self.city)'", in: folder)
        try #require(outcome.status == 0, "\(command): \(outcome.errors)")
    }

    /// Returns what a report and the maps tell of a file with some rows more.
    private func told(_ more: [String], by facts: String? = nil) throws -> [String] {
        try write(more, "requests.csv")
        let known = facts.map { " --facts \($0)" } ?? ""
        try run("report requests.csv\(known) --layer district -o report.csv")
        try run("map requests.csv\(known) --layer district --all --format geojson -o maps")
        let maps = folder.appending(path: "maps")
        let names = try FileManager.default.contentsOfDirectory(atPath: maps.path).sorted()
        let texts = try ([folder.appending(path: "report.csv")] + names.map { maps.appending(path: $0) }).map
        {
            try String(contentsOf: $0, encoding: .utf8)
        }
        try FileManager.default.removeItem(at: maps)
        return texts
    }

    @Test func `an older file that facts or a workspace judge tells no request that either knows as private`()
        throws
    {
        let monday = [Self.row("Noise Complaint")]
        try write(monday, "monday.csv")
        try write([Self.row("Wellness Check")], "tuesday.csv")
        try run("facts tuesday.csv -o tuesday.json")
        for file in ["monday", "tuesday"] { try run("import \(file).csv --into both.gpkg") }
        try run("import tuesday.csv --into one.gpkg")
        try run("facts both.gpkg -o both.json")
        for facts in ["tuesday.json", "both.gpkg", "one.gpkg", "both.json"] {
            let (known, without) = (try told(monday, by: facts), try told([], by: facts))
            #expect(known == without, "\(facts)")
        }
        #expect(try told(monday) != told([]))
        let text = try String(contentsOf: folder.appending(path: "tuesday.json"), encoding: .utf8)
        #expect(!text.contains("zz1"))
    }

    @Test(arguments: [
        row("Wellness Check", id: "ｚｚ１"), row("Wellness Check", id: "zz1\u{a0}"),
        "zz1,,Wellness Check,Open", row("Wellness Check") + ",extra",
    ])
    func `a request is told by no row where another is private in any spelling, or cannot be read whole`(
        other: String
    ) throws {
        #expect(try told([Self.row("Noise Complaint"), other]) == told([]))
    }
}
