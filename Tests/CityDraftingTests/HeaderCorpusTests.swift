import City
import Foundation
import Testing

@testable import CityDrafting

/// Exports of real systems with made-up rows and what their columns are, where they are at hand: beside the real data, in
/// `headers`.
private enum HeaderCorpus {
    static let folder: URL? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["WARDLINE_REAL_DATA"].map { URL(filePath: $0) }
        let data = named ?? package.deletingLastPathComponent().appending(path: "shared/data")
        let folder = data.deletingLastPathComponent().appending(path: "headers")
        return FileManager.default.fileExists(atPath: folder.appending(path: "truth.jsonl").path)
            ? folder : nil
    }()

    typealias Truth = [String: Any]

    static func truths() throws -> [Truth] {
        let folder = try #require(folder)
        return try String(contentsOf: folder.appending(path: "truth.jsonl"), encoding: .utf8).split(
            separator: "\n"
        )
        .compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? Truth }
    }
}

@Suite(
    .enabled(if: HeaderCorpus.folder != nil, "WARDLINE_REAL_DATA or ../shared/data has no headers beside it"))
struct HeaderCorpusTests {
    private static let fields = [
        "id", "category", "status", "opened", "closed", "due", "address", "longitude", "latitude", "channel",
        "parent",
        "zip", "city", "description",
    ]

    private static func key(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != "\u{FEFF}" }
    }

    /// A column, or the columns of an address in parts.
    private static func names(_ value: Any?) -> [String]? {
        if let text = value as? String { return [key(text)] }
        return (value as? [String])?.map(key)
    }

    private struct Tally {
        var (right, wrong, missing) = (0, 0, 0)

        mutating func add(_ got: [String]?, wanted: [String]?, also: [[String]]) -> Bool {
            switch (got, wanted) {
            case (nil, nil): return true
            case (nil, _): missing += 1
            default:
                if let got, got == wanted || also.contains(got) {
                    right += 1
                } else {
                    wrong += 1
                    return false
                }
            }
            return true
        }
    }

    @Test func `nine in ten columns of real systems' exports are right, and next to none is wrong`() throws {
        let folder = try #require(HeaderCorpus.folder)
        let truths = try HeaderCorpus.truths()
        var (columns, layers) = (Tally(), Tally())
        var faults: [String] = []
        for truth in truths where truth["kind"] as? String == "requests" {
            let areas = truths.filter {
                $0["kind"] as? String == "areas" && $0["case"] as? String == truth["case"] as? String
            }
            let file = try #require(truth["file"] as? String)
            var sources = CityDraftSources(
                requests: folder.appending(path: file).path,
                cityFile: folder.appending(path: "city.yaml").path)
            sources.areas = areas.compactMap { $0["file"] as? String }.map { folder.appending(path: $0).path }
            var text = try CityDrafter(sources, jobs: 2).draft().text
            // Without positions no zone can be known.
            if !text.contains("\ntimezone:") { text += "timezone: Etc/UTC\n" }
            let city = try CityFile.parse(text, path: sources.cityFile)
            let wanted = try #require(truth["columns"] as? [String: Any])
            let also = truth["also"] as? [String: Any] ?? [:]
            for field in Self.fields {
                let parts = city.requests.addressParts.map(Self.key)
                let own = city.requests.columns[field].map { [Self.key($0)] }
                let got = field == "address" && !parts.isEmpty ? parts : own
                let others = (also[field] as? [Any] ?? []).compactMap(Self.names)
                if !columns.add(got, wanted: Self.names(wanted[field]), also: others) {
                    faults.append("\(file): \(field) is \(got ?? [])")
                    #expect(
                        !["id", "category", "opened", "longitude", "latitude"].contains(field), "\(faults)")
                }
            }
            for area in areas {
                let name = try #require(area["file"] as? String)
                let layer = city.layers.first { $0.editions.contains { $0.file.hasSuffix(name) } }
                let assigned = layer?.assigned.map { [Self.key($0)] }
                if !layers.add(assigned, wanted: Self.names(area["assigned"]), also: []) {
                    faults.append("\(name): assigned is \(assigned ?? [])")
                }
            }
        }
        let asked = columns.right + columns.wrong + columns.missing
        #expect(columns.right * 100 >= asked * 95, "\(columns) \(faults)")
        #expect(columns.wrong * 100 <= asked, "\(columns) \(faults)")
        #expect(
            layers.right * 10 >= (layers.right + layers.wrong + layers.missing) * 9, "\(layers) \(faults)")
    }
}
