import Foundation
import Testing

/// What everybody is shown of two cities that differ in nothing but their private requests.
///
/// Stronger than an attack by programs over published tables: where no byte differs, no arithmetic over any tables can tell
/// anything of private requests but their bands.
@Suite struct `Of private requests a public output` {
    private static let privateCategories = ["Encampment", "Wellness Check"]
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    /// The sample, and the sample with its private requests elsewhere, in another state, from other channels, and fewer.
    private func cities() throws -> (one: URL, other: URL) {
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        let table = try SmallTable(text)
        var other = table
        func place(_ name: String) throws -> Int { try #require(table.header.firstIndex(of: name)) }
        let category = try place("sr_type")
        let (status, created, closed) = (try place("status"), try place("created"), try place("closed"))
        let moved = try ["address", "lon", "lat", "assigned_zone", "assigned_district"].map(place)
        let channel = try place("channel")
        let rows = table.rows.indices.filter { Self.privateCategories.contains(table.rows[$0][category]) }
        #expect(rows.count > 200)
        for (count, (row, source)) in zip(rows, rows.reversed()).enumerated() {
            for column in moved { other.rows[row][column] = table.rows[source][column] }
            other.rows[row][channel] = count.isMultiple(of: 2) ? "App" : "Council Office"
            let isClosed = !table.rows[row][closed].isEmpty
            if isClosed, count.isMultiple(of: 3) {
                (other.rows[row][status], other.rows[row][closed]) = ("Open", "")
            } else if !isClosed {
                (other.rows[row][status], other.rows[row][closed]) = (
                    "Closed", "\(table.rows[row][created].prefix(10)) 23:59:59"
                )
            }
        }
        // As few fewer as leave the bands.
        let dropped = Set(rows.enumerated().filter { $0.offset.isMultiple(of: 10) }.map(\.element))
        other.rows = other.rows.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
        return (try write(table, "one"), try write(other, "other"))
    }

    private func write(_ table: SmallTable, _ name: String) throws -> URL {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(table.text.utf8).write(to: place.appending(path: "requests.csv"))
        return place
    }

    @Test(arguments: [
        "map --layer district --all --format geojson --format html --format svg -o maps --summary out.json",
        "hotspots --edition public -o out.csv --summary out.json",
        "report --layer district -o out.csv --summary out.json",
        "report --layer district --by quarter -o out.csv --ahead 3",
        "report --layer district -o out.html --check-targets",
        "closures --layer district --edition public -o out.csv --measures measures.csv",
        "closures --layer district -o out.html --measures measures.csv",
    ])
    func `tells nothing but a band: elsewhere, in another state and fewer they leave every byte as it is`(
        command: String
    ) throws {
        let (one, other) = try cities()
        let city = Wardline.package.appending(path: "SampleData/city.yaml").path
        let words = command.split(separator: " ", maxSplits: 1)
        for place in [one, other] {
            let outcome = try Wardline.shell(
                "\"$WARDLINE\" \(words[0]) requests.csv --city \(city) \(words[1]) > summary.txt", in: place)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        func files(_ place: URL) throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted()
        }
        #expect(try files(one) == files(other))
        var compared = 0
        for name in try files(one) where name != "requests.csv" {
            let path = one.appending(path: name).path
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            let isSame = FileManager.default.contentsEqual(
                atPath: path, andPath: other.appending(path: name).path)
            #expect(isSame, "\(name)")
            compared += 1
        }
        #expect(compared > 1)
        let summary = try String(contentsOf: one.appending(path: "summary.txt"), encoding: .utf8)
        #expect(summary.contains("Encampment 50 to 199, Wellness Check 50 to 199"))
    }

    @Test(arguments: [
        "map --layer district --all -o maps", "report --layer district", "report --layer district --by month",
        "report --layer district --change 2024-07-01 --of Pothole", "hotspots --edition public",
    ])
    func `by name needs the internal edition, everywhere`(command: String) throws {
        let path = Wardline.package.appending(path: "SampleData/requests.csv").path
        let words = command.split(separator: " ", maxSplits: 1)
        let outcome = try Wardline.shell(
            "\"$WARDLINE\" \(words[0]) \(path) \(words[1]) --category 'wellness check'", in: folder)
        #expect(outcome.status == 1 && outcome.errors.contains("--edition internal"), "\(outcome.errors)")
    }

    @Test func `as what changed is no category of a public report`() throws {
        let outcome = try Wardline.run(
            "report", "SampleData/requests.csv", "--layer", "district", "--change", "2024-07-01", "--of",
            "Wellness Check")
        #expect(outcome.status == 1 && !outcome.output.contains("Before and after"), "\(outcome.errors)")
    }
}
