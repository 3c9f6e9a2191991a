import Foundation
import Testing

/// Drafts a city file and audits by it, untouched.
private func audit(
    _ requests: String, _ areas: [String], extra: [String] = []
) throws -> (counts: [String: Int], city: String) {
    let folder = try Wardline.scratchFolder()
    let (city, findings) = (
        folder.appending(path: "city.yaml").path, folder.appending(path: "findings.csv").path
    )
    let draft = try Wardline.run(["init", requests] + areas + ["-o", city] + extra)
    #expect(draft.status == 0, "\(draft.errors)")
    #expect(draft.output.contains("wardline audit"))
    let outcome = try Wardline.run("audit", requests, "--city", city, "--all", "-o", findings)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (
        tally(try String(contentsOfFile: findings, encoding: .utf8)),
        try String(contentsOfFile: city, encoding: .utf8)
    )
}

struct InitCommandTests {
    @Test func `the sample's city file is found again, and audits alike`() throws {
        let (counts, city) = try audit(
            "SampleData/requests.csv", ["Boundaries/council-districts.geojson"])
        let path = try Wardline.scratchFolder().appending(path: "findings.csv").path
        let own = try Wardline.run(
            "audit", "SampleData/requests.csv", "--layer", "district", "--all", "-o", path)
        #expect(own.status == 0, "\(own.errors)")
        #expect(city.contains("assigned: assigned_district"))
        #expect(
            counts["unknown_area"] == tally(try String(contentsOfFile: path, encoding: .utf8))["unknown_area"]
        )
        #expect((counts["correct"] ?? 0) > 0)
    }

    @Test func `an existing file is never replaced`() throws {
        let city = try Wardline.scratchFolder().appending(path: "city.yaml").path
        try Data("name: Mine\n".utf8).write(to: URL(filePath: city))
        let outcome = try Wardline.run("init", "SampleData/requests.csv", "-o", city)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("is there already"))
        #expect(try String(contentsOfFile: city, encoding: .utf8) == "name: Mine\n")
    }

    @Test func `a command without a city file names init`() throws {
        let folder = try Wardline.scratchFolder()
        try Data("id,category,opened\n1,a,2024-01-01\n".utf8).write(to: folder.appending(path: "r.csv"))
        for command in ["audit r.csv", "hotspots r.csv", "report r.csv", "map r.csv --area 1 -o m.svg"] {
            let outcome = try Wardline.shell("wardline \(command)", in: folder)
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains("wardline init"), "\(command): \(outcome.errors)")
        }
    }

    @Test func `with - the city file goes to standard output and what to look at to standard error`() throws {
        let outcome = try Wardline.run("init", "SampleData/requests.csv", "-o", "-")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("requests:\n"))
        #expect(outcome.errors.contains("Look at these"))
    }

    @Test func `a file that is no table is refused in words, and nothing is written`() throws {
        let folder = try Wardline.scratchFolder()
        try Data("<html><body>Not found</body></html>".utf8).write(to: folder.appending(path: "r.csv"))
        let outcome = try Wardline.shell("wardline init r.csv", in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("HTML"))
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "city.yaml").path))
    }
}

@Suite(
    .enabled(
        if: Wardline.realData != nil, "The real data are not there: name their folder in WARDLINE_REAL_DATA.")
)
struct InitRealDataTests {
    private let data = Wardline.realData ?? ""

    @Test func `Baltimore is audited by requests and districts alone`() throws {
        let (counts, _) = try audit(
            "\(data)/baltimore/baltimore_311_sample_10000.csv",
            ["\(data)/baltimore/council_districts_4326.geojson"])
        #expect(
            counts == [
                "correct": 8205, "uncertain": 38, "unassigned": 888, "unlocatable": 869,
                "unlocatable placeholder_position": 869,
            ])
    }

    @Test func `Washington is audited by requests and wards alone`() throws {
        let (counts, _) = try audit(
            "\(data)/washington-dc/dc_311_combined.csv", ["\(data)/washington-dc/ward-2012.geojson"])
        #expect(counts["uncertain"] == 35)
        #expect(counts["misrouted"] == nil)
    }

    @Test func `Baltimore's streets place its default points and accuse few`() throws {
        let (counts, city) = try audit(
            "\(data)/baltimore/baltimore_311_sample_10000.csv",
            ["\(data)/baltimore/council_districts_4326.geojson"],
            extra: ["--streets", "\(data)/baltimore/baltimore_street_centerlines.geojson"])
        #expect(city.contains("profile: baltimore"))
        #expect(counts["unassigned"] == 888)
        #expect((counts["unlocatable"] ?? 0) <= 9, "\(counts)")
        #expect((counts["misrouted"] ?? 0) <= 8, "\(counts)")
    }
}
