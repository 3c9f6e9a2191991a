import Foundation
import Records
import ServiceRequests
import TestSupport
import Testing

@testable import Workspace

/// Files of facts, as text and as a database.
struct FactsFileTests {
    private let folder: URL

    init() throws { folder = try ScratchSpace.folder() }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Facts of each kind, with values that text could spoil.
    private var facts: CityFacts {
        var facts = CityFacts(wardline: "1.0", city: "Fairhaven “South”")
        facts.rows = 12
        facts.days = CityFacts.Days(first: "2024-01-01", last: "2024-12-31", usual: nil)
        facts.files = ["a/b.csv", "c.csv"]
        facts.columns = CityFacts.Columns(
            header: ["id", "name \"x\"", "é"], profile: "baltimore", fields: ["id": "id"], address: ["No"])
        facts.dates = CityFacts.Dates(order: "day/month/year", form: ["opened": ["numbers"]], certain: false)
        facts.statuses = CityFacts.Statuses(open: ["Open"], closed: ["Closed"], unknown: ["?"])
        facts.defaultPoints = [
            .init(longitude: -76.60000000000001, latitude: 0.1 + 0.2, requests: 20, streets: 10)
        ]
        facts.places = .init(
            middle: .init(longitude: -76.605, latitude: 39.295), categories: ["", "Pothole \"x\""],
            catchAlls: [.init(longitude: -76.60000000000001, latitude: 0.1 + 0.2, categories: [-1, 0, 1])])
        facts.positionErrors = [
            .init(channel: nil, pairs: 300, radius: 15), .init(channel: "App", pairs: 200, radius: 25),
        ]
        facts.witnesses = [
            .init(
                layer: "zone", edition: nil, block: FactKey(value: 1), area: "Ward 7", requests: 3,
                addresses: [FactKey(value: .max)], places: [-76.6, 39.3])
        ]
        facts.stale = [
            .init(
                layer: "zone", edition: "2024-07-01", under: "old.geojson", assigned: "1", expected: "",
                requests: 4)
        ]
        facts.filling = .init(knots: [0, 0.5, 1], count: 100, evenError: 12.5, learntError: 3)
        facts.fullHundreds = .init(hundreds: 320, next: 310)
        facts.aliases = [.init(layer: "zone", recorded: "A", area: "1", requests: 4, agreeing: 4)]
        facts.answers = .init(
            channels: [.init(channel: nil, answers: 20, radius: 14)],
            streets: [.init(words: "OLD MILL", answers: 21, factor: 2)])
        return facts
    }

    @Test func `what is written is what is read, as text and as a database`() throws {
        for (longest, beginning) in [(FactsFile.longestText, "{\""), (100, "SQLite format 3")] {
            let path = path("\(longest).json")
            try FactsFile.write(facts, to: .file(path), longest: longest)
            let bytes = try Data(contentsOf: URL(filePath: path))
            #expect(bytes.starts(with: Data(beginning.utf8)))
            #expect(try FactsFile.read(path, city: facts.city, layers: ["zone"]) == facts)
            try FactsFile.write(facts, to: .file(path), longest: longest)
            #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
        }
    }

    @Test func `facts too long for text do not go to standard output`() {
        #expect(throws: FactsError.tooLongForPipe) {
            let output = OutputDestination.open(descriptor: STDOUT_FILENO, name: "standard output")
            try FactsFile.write(facts, to: output, longest: 10)
        }
    }

    @Test func `each value alone is the value that the whole text has`() throws {
        let values = try CityFacts.CodingKeys.allCases.map {
            (key: $0.rawValue, value: try FactsFile.text(of: $0, in: facts))
        }
        #expect(try FactsFile.facts(values, path: "facts") == facts)
    }

    @Test func `a file cut off anywhere is told as such`() throws {
        for longest in [FactsFile.longestText, 100] {
            let path = path("whole-\(longest).json")
            try FactsFile.write(facts, to: .file(path), longest: longest)
            let bytes = try Data(contentsOf: URL(filePath: path))
            let cut = self.path("cut.json")
            for length in stride(from: 1, to: bytes.count - 2, by: max(1, bytes.count / 40)) {
                try bytes.prefix(length).write(to: URL(filePath: cut))
                #expect(throws: FactsError.self, "\(length)") {
                    try FactsFile.read(cut, city: facts.city, layers: ["zone"])
                }
            }
        }
    }

    @Test func `another version and another city are refused by their names`() throws {
        var other = facts
        other.version = 2
        try FactsFile.write(other, to: .file(path("version.json")))
        #expect(throws: FactsError.otherVersion(path: path("version.json"), version: 2)) {
            try FactsFile.read(path("version.json"), city: facts.city, layers: ["zone"])
        }
        try FactsFile.write(facts, to: .file(path("city.json")))
        #expect(throws: FactsError.otherCity(path: path("city.json"), holds: facts.city, asked: "Salem")) {
            try FactsFile.read(path("city.json"), city: "Salem", layers: [])
        }
    }
}
