import Foundation
import TestSupport
import Testing

/// Runs that are killed while they write: the old file or the new, and nothing left after the next run.
///
/// `make test-long` kills 200 runs, `make test` a tenth of them.
struct KilledRunTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        let sample = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        let lines = sample.split(separator: "\n")
        for (name, count) in [("requests.csv", 400), ("few.csv", 200)] {
            try write(lines.prefix(count).joined(separator: "\n") + "\n", to: name)
        }
    }

    private static let city = "--city '\(Wardline.package.path)/SampleData/city.yaml'"
    /// Each kind of output: the command, and the file or the folder that it writes.
    private static let kinds: [(command: String, outputs: [String])] =
        ["csv", "jsonl", "geojson", "xlsx", "gpkg"].map {
            ("audit requests.csv \(city) --all -o findings.\($0)", ["findings.\($0)"])
        } + [
            (
                "audit requests.csv \(city) --repairs repairs.csv --rejects rejects.csv -o findings.json",
                ["repairs.csv", "rejects.csv", "findings.json"]
            ),
            (
                "hotspots requests.csv \(city) -o spots.csv --assignments assignments.csv",
                ["spots.csv", "assignments.csv"]
            ),
            ("report requests.csv \(city) --layer district -o levels.csv", ["levels.csv"]),
            ("locate requests.csv \(city) -o located.csv", ["located.csv"]),
            (
                "map requests.csv \(city) --layer district --all --format pdf --format html -o maps",
                ["maps"]
            ),
        ]
        + ["pdf", "svg", "png", "html", "geojson"].map {
            ("map requests.csv \(city) --layer district --area 1 -o map.\($0)", ["map.\($0)"])
        }

    private func write(_ text: String, to name: String) throws {
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }

    /// Kills a run at a random moment of the time that a whole one takes.
    private func kill(_ command: String, within seconds: Double, _ numbers: inout SeededNumbers) throws {
        let moment = Double.random(in: 0.2...1.1, using: &numbers) * max(seconds, 0.05)
        _ = try Wardline.shell(
            "timeout --foreground --signal=KILL \(moment) wardline \(command) >/dev/null 2>&1; true",
            in: folder)
    }

    private func runWhole(_ command: String) throws -> Double {
        let start = ContinuousClock.now
        let run = try Wardline.shell("wardline \(command)", in: folder)
        #expect(run.status == 0, "\(command): \(run.errors)")
        return Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    }

    /// The folder's files and what they hold, also those of folders in it.
    private func files() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            var isFolder: ObjCBool = false
            let url = folder.appending(path: path)
            _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            if !isFolder.boolValue { found[path] = try Data(contentsOf: url) }
        }
        return found
    }

    @Test(arguments: kinds.indices)
    func `a run that is killed leaves the old file or the new, and the next run nothing else`(
        kind: Int
    ) throws {
        let (command, outputs) = Self.kinds[kind]
        let seconds = try runWhole(command)
        let new = try files()
        let written = new.keys.filter { name in outputs.contains { name == $0 || name.hasPrefix("\($0)/") } }
        #expect(written.count >= outputs.count)
        let old = Data("old\n".utf8)
        var numbers = SeededNumbers(UInt64(kind) + 9)
        for _ in 0..<LongTests.rounds(12, usually: 1) {
            for name in written { try old.write(to: folder.appending(path: name)) }
            try kill(command, within: seconds, &numbers)
            let found = try files()
            for name in written { #expect(found[name] == old || found[name] == new[name], "\(name)") }
        }
        for name in outputs where name.contains(".") {
            try write("", to: ".\(name).999999999-1x.part")
        }
        _ = try runWhole(command)
        let last = try files()
        #expect(last == new, "\(last.keys.sorted())")
    }

    @Test func `an import that is killed leaves the workspace as it was or as it is to be`() throws {
        func requests() throws -> Int {
            let run = try Wardline.shell(
                "wardline audit city.gpkg \(Self.city) --all -o - 2>/dev/null | wc -l", in: folder)
            return try #require(Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        }
        _ = try runWhole("import few.csv --into city.gpkg \(Self.city)")
        let workspace = folder.appending(path: "city.gpkg")
        let old = try Data(contentsOf: workspace)
        let few = try requests()
        let seconds = try runWhole("import requests.csv --into city.gpkg \(Self.city)")
        let all = try requests()
        #expect(few < all)
        var numbers = SeededNumbers(10)
        for round in 0..<LongTests.rounds(20, usually: 3) {
            // A journal of the run before belongs to the file that it was written for.
            for name in try files().keys where name.hasPrefix("city.gpkg") {
                try FileManager.default.removeItem(at: folder.appending(path: name))
            }
            // Each second time into a workspace that is not there yet, whose rows are then none or all.
            let isNew = round % 2 == 1
            if !isNew { try old.write(to: workspace) }
            try kill("import requests.csv --into city.gpkg \(Self.city)", within: seconds, &numbers)
            #expect(try [isNew ? 0 : few, all].contains(requests()), "round \(round)")
        }
        _ = try runWhole("import requests.csv --into city.gpkg \(Self.city)")
        #expect(try requests() == all)
        #expect(try Set(files().keys) == ["requests.csv", "few.csv", "city.gpkg"])
    }
}
