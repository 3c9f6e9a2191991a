import Foundation
import Testing

/// `Docs/columns.md` against what the commands write.
struct ColumnReferenceTests {
    private struct Section {
        let title: String
        let command: String
        let columns: [String]
    }

    @Test func `every output has the columns that the manual lists, in their order`() throws {
        let text = try String(
            contentsOf: Wardline.package.appending(path: "Docs/columns.md"), encoding: .utf8)
        let sections = text.components(separatedBy: "\n## ").dropFirst().map(Self.section)
        #expect(sections.count >= 14)
        let folder = try Wardline.scratchFolder()
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: name), to: folder.appending(path: name))
        }
        for section in sections {
            let outcome = try Wardline.shell(section.command, in: folder)
            #expect(outcome.status <= 1, "\(section.command): \(outcome.errors)")
            let file = try #require(section.command.split(separator: " ").last.map(String.init))
            let output = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            if file.hasSuffix(".geojson") {
                #expect(try Self.properties(output) == section.columns.sorted(), "\(section.title)")
                continue
            }
            let written = output.prefix { !$0.isNewline }.split(separator: ",").map(String.init)
            // Geocoding and locating append to the file's own columns.
            let appends = ["Geocoded rows", "Located rows"].contains(section.title)
            let own = appends ? written.suffix(section.columns.count) : written[...]
            #expect(Array(own) == section.columns, "\(section.title)")
        }
    }

    /// The names of the properties of a collection's last feature, sorted.
    private static func properties(_ json: String) throws -> [String] {
        struct Collection: Decodable { let features: [Feature] }
        struct Feature: Decodable { let properties: [String: Value?] }
        struct Value: Decodable { init(from decoder: any Decoder) {} }
        let collection = try JSONDecoder().decode(Collection.self, from: Data(json.utf8))
        return try #require(collection.features.last).properties.keys.sorted()
    }

    private static func section(_ text: String) -> Section {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let command = text.split(separator: "`").dropFirst().first.map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let rows = lines.filter { $0.hasPrefix("| `") }
        return Section(
            title: String(lines.first ?? ""), command: command ?? "",
            columns: rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) })
    }
}
