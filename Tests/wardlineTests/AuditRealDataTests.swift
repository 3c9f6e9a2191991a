import Foundation
import Testing

/// Skipped where the public extracts of Baltimore and Washington are not there.
private func audit(_ requests: String, city: String) throws -> [String: Int] {
    let path = try Wardline.scratchFolder().appending(path: "findings.csv").path
    let outcome = try Wardline.run("audit", requests, "--city", city, "--all", "-o", path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return tally(try String(contentsOfFile: path, encoding: .utf8))
}

@Suite(
    .enabled(
        if: Wardline.realData != nil, "The real data are not there: name their folder in WARDLINE_REAL_DATA.")
)
struct RealCities {
    private let data = Wardline.realData ?? ""

    @Test(arguments: ["council_districts_4326.geojson, code: id", "council_districts_epsg2804.shp"])
    func `Baltimore has 38 requests to ask about and none to accuse, from GeoJSON and Shapefile`(file: String)
        throws
    {
        let city = try Wardline.city(
            assigned: "CouncilDistrict", editions: ["file: \(data)/baltimore/\(file)"],
            columns: .profile("baltimore"))
        let counts = try audit("\(data)/baltimore/baltimore_311_sample_10000.csv", city: city)
        #expect(
            counts == [
                "correct": 8205, "uncertain": 38, "unassigned": 888, "unlocatable": 869,
                "unlocatable placeholder_position": 869,
            ])
    }

    @Test func `Baltimore's addresses place its default points, and accuse one request in a thousand`() throws
    {
        let city = try Wardline.city(
            assigned: "CouncilDistrict",
            editions: ["file: \(data)/baltimore/council_districts_4326.geojson, code: id"],
            columns: .profile("baltimore"),
            streets: "file: \(data)/baltimore/baltimore_street_centerlines.geojson, profile: baltimore")
        let path = try Wardline.scratchFolder().appending(path: "findings.jsonl").path
        let outcome = try Wardline.run(
            "audit", "\(data)/baltimore/baltimore_311_sample_10000.csv", "--city", city, "--all", "-o", path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        var counts: [String: Int] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let finding = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let verdict = finding["verdict"] as? String ?? ""
            counts[verdict, default: 0] += 1
            guard finding["address"] as? String != nil else { continue }
            counts["with address", default: 0] += 1
            if finding["longitude"] as? Double != nil { counts["placed", default: 0] += 1 }
        }
        let addressed = try #require(counts["with address"])
        #expect(addressed > 9000)
        #expect(Double(counts["placed"] ?? 0) >= 0.98 * Double(addressed), "\(counts)")
        // Of 869 requests at the default point in an assigned district, all but a few agree with it by their address.
        #expect(counts["unlocatable"] ?? 0 <= 9, "\(counts)")
        #expect(counts["misrouted"] ?? 0 <= 10, "\(counts)")
        #expect(counts["correct"] ?? 0 >= 9040, "\(counts)")
    }

    @Test func `Washington under the wards in force has 35 requests to ask about`() throws {
        let counts = try washington(["file: \(data)/washington-dc/ward-2012.geojson, code: WARD_ID"])
        #expect(counts["uncertain"] == 35)
        #expect(counts["misrouted"] == nil)
    }

    @Test func `Washington under the old wards has 844 disagreements, of which 67 are uncertain`() throws {
        let counts = try washington(["file: \(data)/washington-dc/ward-2002.geojson, code: WARD_ID"])
        // 64 by distance; against three more speak the other requests of their blocks. All three are right under the wards in
        // force, 262 to 680 m from a border: it was the old map that accused them.
        #expect(counts["uncertain"] == 67)
        #expect(counts["misrouted unexplained"] == 777)
    }

    @Test func `the later wards explain what the old ones accuse`() throws {
        let counts = try washington([
            "file: \(data)/washington-dc/ward-2002.geojson, code: WARD_ID, from: 2002-01-01",
            "file: \(data)/washington-dc/ward-2012.geojson, code: WARD_ID, from: 2017-01-01",
        ])
        #expect(counts["misrouted"] == 780)
        #expect(counts["misrouted stale_edition"] == 780)
    }

    private func washington(_ editions: [String]) throws -> [String: Int] {
        let city = try Wardline.city(assigned: "WARD", editions: editions)
        return try audit("\(data)/washington-dc/dc_311_combined.csv", city: city)
    }
}
