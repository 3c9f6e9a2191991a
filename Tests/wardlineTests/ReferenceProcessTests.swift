import Foundation
import Testing

/// The compiled reference under several processes at once.
struct ReferenceProcessTests {
    @Test func `processes that start at once all answer, and leave one whole file`() throws {
        let folder = try Wardline.scratchFolder()
        for name in ["streets.geojson", "addresses.csv"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: "SampleData/\(name)"), to: folder.appending(path: name))
        }
        let text = """
            name: Fairhaven
            timezone: America/New_York
            reference:
              streets: {file: streets.geojson, profile: tiger}
              addresses: {file: addresses.csv, profile: openaddresses}
            """
        let city = folder.appending(path: "city.yaml")
        try Data(text.utf8).write(to: city)

        let command = "\"$WARDLINE\" geocode '2319 S Main St' --city '\(city.path)'"
        // The reader of the pipe is done when the last of them has ended.
        let outcome = try Wardline.shell("{ for i in 1 2 3 4 5; do \(command) || echo failed & done; } | cat")
        #expect(outcome.errors.isEmpty, "\(outcome.errors)")
        let answers = outcome.output.split(separator: "\n").filter { $0.contains("match: 2319 S MAIN ST") }
        #expect(answers.count == 5 && !outcome.output.contains("failed"), "\(outcome.output)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files == [".wardline-reference.sqlite", "addresses.csv", "city.yaml", "streets.geojson"])
        #expect(try Wardline.shell(command).output.contains("match: 2319 S MAIN ST"))
    }
}
