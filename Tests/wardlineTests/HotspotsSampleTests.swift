import Foundation
import Testing

/// The sample city's hotspots against what was planted there.
struct HotspotsSampleTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    /// Runs the command and returns the rows of what it wrote, each by its columns.
    private func rows(_ name: String, _ arguments: [String]) throws -> [[String: String]] {
        let path = folder.appending(path: name).path
        let outcome = try Wardline.run(["hotspots", "SampleData/requests.csv"] + arguments + [path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try Self.table(URL(filePath: path))
    }

    private static func table(_ file: URL) throws -> [[String: String]] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    /// The planted reports of the places that came back, by place.
    private static func planted() throws -> [String: [[String: String]]] {
        let file = Wardline.package.appending(path: "SampleData/truth-hotspots.csv")
        let comesBack: Set = ["new", "recurrence", "duplicate"]
        return Dictionary(
            grouping: try table(file).filter { comesBack.contains($0["role"] ?? "") },
            by: { $0["cluster"] ?? "" })
    }

    @Test func `every planted place that came back is found, with its episodes and recurrences`() throws {
        let assignments = Dictionary(
            uniqueKeysWithValues: try rows("assignments.csv", ["--assignments"]).map {
                ($0["request_id"] ?? "", $0)
            })
        let clusters = Dictionary(
            uniqueKeysWithValues: try rows("clusters.csv", ["-o"]).map { ($0["cluster"] ?? "", $0) })
        let planted = try Self.planted()
        #expect(planted.keys.count { $0.hasPrefix("pothole") } == 25 && planted.count == 35)
        for (place, all) in planted {
            // What was cancelled counts nowhere.
            let reports = all.filter { assignments[$0["request_id"] ?? ""]?["role"] != "ignored_status" }
            let found = reports.compactMap { assignments[$0["request_id"] ?? ""] }
            #expect(Set(found.map { $0["cluster"] }).count == 1, "\(place) is in one cluster")
            let episodes = reports.map { $0["episode"] ?? "" }
            let numbers = Dictionary(
                uniqueKeysWithValues: Set(episodes).sorted { Int($0) ?? 0 < Int($1) ?? 0 }.enumerated()
                    .map { ($1, String($0 + 1)) })
            #expect(found.map { $0["episode"] ?? "" } == episodes.map { numbers[$0] ?? "" }, "\(place)")
            // Without what was cancelled a place may have come back after its repair's life.
            let isWhole = reports.count == all.count
            if isWhole { #expect(found.map { $0["role"] } == reports.map { $0["role"] }, "\(place)") }
            let cluster = try #require(clusters[found.first?["cluster"] ?? ""], "\(place)")
            #expect(cluster["reports"] == String(reports.count), "\(place)")
            #expect(cluster["episodes"] == String(Set(reports.map { $0["episode"] }).count), "\(place)")
            let recurrences = String(reports.count { $0["role"] == "recurrence" })
            if isWhole { #expect(cluster["recurrences"] == recurrences, "\(place)") }
        }
    }

    @Test func `default points are no clusters, unless they are kept`() throws {
        func clustersThere(_ options: String...) throws -> Int {
            try rows("clusters.csv", options + ["-o"]).count {
                $0["longitude"] == "-70.8650960" && $0["latitude"] == "41.6235830"
            }
        }
        #expect(try clustersThere("--across-categories") == 0)
        #expect(try clustersThere("--across-categories", "--default-points", "keep") == 1)
        let summary = try Wardline.run("hotspots", "SampleData/requests.csv").output
        #expect(
            summary.contains("is a default point, no place: 65 requests; their addresses name 52 streets"))
    }

    @Test func `shuffled rows and one or two threads give the same bytes`() throws {
        let sample = Wardline.package.appending(path: "SampleData/requests.csv")
        let lines = try String(contentsOf: sample, encoding: .utf8).split(separator: "\n")
        let shuffled = folder.appending(path: "requests.csv")
        var numbers = SystemRandomNumberGenerator()
        let order = lines.dropFirst().shuffled(using: &numbers)
        try Data(([lines[0]] + order).joined(separator: "\n").utf8).write(to: shuffled)
        func bytes(_ requests: String, _ jobs: String, _ options: [String]) throws -> [Data] {
            try ["clusters.csv", "clusters.geojson"].flatMap { name -> [Data] in
                let output = folder.appending(path: name)
                let assignments = folder.appending(path: "assignments.csv")
                let outcome = try Wardline.run(
                    [
                        "hotspots", requests, "--city", "SampleData/city.yaml", "--jobs", jobs, "-o",
                        output.path, "--assignments", assignments.path,
                    ] + options)
                #expect(outcome.status == 0, "\(outcome.errors)")
                return try [Data(contentsOf: output), Data(contentsOf: assignments)]
            }
        }
        for options in [[], ["--across-categories", "--greatest-diameter", "100"], ["--method", "hdbscan"]] {
            let expected = try bytes(sample.path, "1", options)
            #expect(try bytes(sample.path, "2", options) == expected, "\(options)")
            #expect(try bytes(shuffled.path, "2", options) == expected, "\(options)")
        }
    }

    @Test func `every row that was read is in the assignments, with the reason where it takes no part`()
        throws
    {
        let rows = try rows(
            "assignments.csv", ["--category", "Pothole", "--since", "2024-01-01", "--assignments"])
        #expect(rows.count == 12_000)
        #expect(Set(rows.compactMap { $0["request_id"] }).count == 12_000)
        let potholes = rows.filter { $0["role"] != "other_category" }
        #expect(potholes.count == 819)
        let early = potholes.count { $0["role"] == "outside_dates" }
        #expect(early > 200 && early < 600)
        #expect(rows.allSatisfy { $0["role"]?.isEmpty == false })
        #expect(rows.allSatisfy { ($0["cluster"] == "-1") == ($0["episode"] ?? "").isEmpty })
    }

    @Test func `private categories take part only where they are named`() throws {
        let assigned = try rows("assignments.csv", ["--assignments"])
        #expect(assigned.count { $0["role"] == "private_category" } == 240)
        let named = try rows("assignments.csv", ["--category", "Encampment", "--assignments"])
        #expect(!named.contains { $0["role"] == "private_category" })
        #expect(named.contains { $0["role"] == "noise" })
    }

    @Test func `requests without a usable position are placed by their address`() throws {
        let summary = try Wardline.run("hotspots", "SampleData/requests.csv").output
        #expect(summary.contains(" taken in by their address, since their position is not usable"))
        let roles = Set(try rows("assignments.csv", ["--assignments"]).compactMap { $0["role"] })
        #expect(!roles.contains("default_point") && !roles.contains("zero_position"))
    }

    @Test func `outlines are closed polygons around their reports, counter-clockwise`() throws {
        let path = folder.appending(path: "clusters.geojson").path
        _ = try Wardline.run("hotspots", "SampleData/requests.csv", "--category", "Pothole", "-o", path)
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
        let features = try #require((json as? [String: Any])?["features"] as? [[String: Any]])
        #expect(features.count >= 25)
        for feature in features {
            let geometry = try #require(feature["geometry"] as? [String: Any])
            let polygons = try #require(geometry["coordinates"] as? [[[[Double]]]])
            let ring = try #require(polygons.first?.first)
            let properties = try #require(feature["properties"] as? [String: Any])
            let x = try #require(properties["longitude"] as? Double)
            let y = try #require(properties["latitude"] as? Double)
            #expect(ring.first == ring.last && ring.count >= 4)
            let area = zip(ring, ring.dropFirst()).reduce(0) {
                $0 + ($1.0[0] - x) * ($1.1[1] - y) - ($1.1[0] - x) * ($1.0[1] - y)
            }
            #expect(area > 0)
            #expect((ring.map { $0[0] }.min() ?? x) < x && (ring.map { $0[0] }.max() ?? x) > x)
            #expect((ring.map { $0[1] }.min() ?? y) < y && (ring.map { $0[1] }.max() ?? y) > y)
        }
    }

    @Test func `a cluster's story tells its episodes in order`() throws {
        let story = try Wardline.run(
            "hotspots", "SampleData/requests.csv", "--category", "Pothole", "--explain", "1"
        ).output
        #expect(story.hasPrefix("Cluster 1: Pothole, 600 block of Poplar St\n"))
        #expect(story.contains("7 episodes from 23 reports, 16 duplicates among them\n  came back 6 times, "))
        #expect(story.contains("  Episode 1, the first: opened "))
        #expect(story.contains("  Episode 7, came back "))
    }

    @Test func `places are named by the block, or by the streets that meet there`() throws {
        let places = try rows("clusters.csv", ["--across-categories", "-o"]).compactMap { $0["place"] }
        #expect(places.count { $0.contains(" block of ") } > 100)
        #expect(places.contains { $0.contains(" & ") })
        #expect(!places.contains(""))
    }

    @Test(arguments: [80, 120])
    func `the table fits the terminal`(columns: Int) throws {
        let outcome = try Wardline.shell(
            "COLUMNS=\(columns) \"$WARDLINE\" hotspots SampleData/requests.csv")
        let lines = outcome.output.split(separator: "\n")
        let table = lines.drop { !$0.contains("Category") }.prefix(21)
        #expect(table.count == 21)
        #expect(table.allSatisfy { $0.count <= columns })
        #expect(table.first?.contains("Came back") == true)
        #expect(table.first?.contains("Last") == (columns == 120))
    }
}
