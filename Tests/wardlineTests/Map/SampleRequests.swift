import Foundation
import TestSupport

/// The sample city's requests as they stand in the file, read without Wardline.
enum SampleRequests {
    static let rows: [[String: String]] = {
        let file = Wardline.package.appending(path: "SampleData/requests.csv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let table = SmallTable(text)
        return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0)) }
    }()

    /// Those without a day of closing.
    static let open = rows.filter { $0["closed"] == "" && ["Open", "In Progress"].contains($0["status"]) }

    /// The house number and the word after it, in capitals, for addresses that begin with one. `200 BLOCK` is none.
    static func house(_ address: String) -> String? {
        let words = address.uppercased().split(separator: " ")
        guard words.count > 1, words[0].allSatisfy(\.isNumber), words[1] != "BLOCK" else { return nil }
        return "\(words[0]) \(words[1])"
    }
}

/// Files that `wardline map` wrote into a folder of their own, once for all tests that only look.
struct SampleAtlas {
    let folder: URL
    let summary: String

    /// The public edition in every form, and the internal one.
    static let open = Result { try SampleAtlas(["--layer", "district", "--all"] + formats) }
    static let restricted = Result {
        try SampleAtlas(["--layer", "district", "--all", "--edition", "internal"] + formats)
    }

    private static let formats = ["pdf", "svg", "png", "html", "geojson"].flatMap { ["--format", $0] }

    init(_ arguments: [String]) throws {
        folder = try Wardline.scratchFolder()
        let outcome = try Wardline.run(["map", "SampleData/requests.csv"] + arguments + ["-o", folder.path])
        guard outcome.status == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: ["errors": outcome.errors])
        }
        summary = outcome.output
    }

    /// Creates the atlas of files that are already there.
    init(reading folder: URL) {
        self.folder = folder
        summary = ""
    }

    func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    /// The case features of an area's GeoJSON.
    func cases(_ area: String) throws -> [MapCaseFeature] {
        try JSONDecoder().decode(MapCollection.self, from: try bytes("district-\(area).geojson")).features
            .compactMap(\.item)
    }
}

private struct MapCollection: Decodable {
    struct Feature: Decodable {
        let item: MapCaseFeature?

        private enum Keys: CodingKey { case properties, geometry }
        private enum PropertyKeys: CodingKey { case kind }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Keys.self)
            let kind = try values.nestedContainer(keyedBy: PropertyKeys.self, forKey: .properties)
                .decode(String.self, forKey: .kind)
            item = kind == "case" ? try MapCaseFeature(from: decoder) : nil
        }
    }

    let features: [Feature]
}

/// A case as GeoJSON has it.
struct MapCaseFeature: Decodable {
    struct Geometry: Decodable { let coordinates: [Double] }

    struct Properties: Decodable {
        let category: String
        let block: String?
        let address: String?
        let opened: String?
        let requestID: String?
        let age: Int?
        let repeated: Bool
        let misrouted: Bool

        private enum CodingKeys: String, CodingKey {
            case category, block, address, opened, repeated, misrouted
            case requestID = "request_id"
            case age = "age_days"
        }
    }

    let geometry: Geometry
    let properties: Properties
}

/// Programs that look at what was written, such as `qpdf`.
enum OutsideTool {
    static func areHere(_ names: String...) -> Bool {
        names.allSatisfy { (try? Wardline.shell("command -v \($0)"))?.status == 0 }
    }

    /// Returns all that a program says.
    static func run(_ name: String, _ arguments: [String]) throws -> String {
        let words = arguments.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
        let outcome = try Wardline.shell("\(name) \(words)")
        return outcome.output + outcome.errors
    }
}
