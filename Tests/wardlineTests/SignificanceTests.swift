import Foundation
import Testing

/// The planted outbreaks of the sample city are told from chance.
struct SignificanceTests {
    private func rows(_ test: String, _ options: String...) throws -> [[String: String]] {
        let path = try Wardline.scratchFolder().appending(path: "found.csv").path
        let outcome = try Wardline.run(
            ["hotspots", "SampleData/requests.csv", "--significance", test, "-o", path] + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    @Test func `a scan finds the planted outbreak of rats, all of it and nothing else`() throws {
        let found = try rows(
            "scan", "--category", "Rodent Activity", "--until", "2023-10-31", "--cell-size", "500",
            "--replications", "99")
        let first = try #require(found.first)
        #expect(first["p"] == "0.010000")
        #expect(first["requests"] == "70")
        #expect(first["from"]?.hasPrefix("2023-06") == true)
        #expect(found.dropFirst().allSatisfy { Double($0["p"] ?? "") ?? 0 > 0.05 })
    }

    @Test func `the planted wave of graffiti is an emerging hot spot, and each place has a pattern or none`()
        throws
    {
        let found = try rows("emerging", "--category", "Graffiti", "--slice-days", "90")
        let hot = found.filter { $0["pattern"] != "none" }
        #expect((10...25).contains(hot.count) && found.count == 448)
        #expect(hot.count { $0["pattern"] == "consecutive hot spot" } >= 8)
        #expect(hot.allSatisfy { $0["pattern"]?.hasSuffix("hot spot") == true })
    }

    /// Slices of time would begin in 1970, and nearly all would be empty.
    @Test func `an opening of 1970 begins no slices of time, and is told`() throws {
        let folder = try Wardline.scratchFolder()
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        let row = try #require(text.split(separator: "\n").first { $0.contains(",Graffiti,Closed,") })
        let old = row.replacing(/,20\d\d-/, with: ",1970-").replacing(/^[^,]*/, with: "70-000001")
        let requests = folder.appending(path: "requests.csv").path
        try (text + (text.hasSuffix("\n") ? "" : "\n") + old + "\n").write(
            toFile: requests, atomically: true, encoding: .utf8)
        for test in [
            ["emerging", "--category", "Graffiti", "--slice-days", "90"],
            ["scan", "--category", "Graffiti", "--cell-size", "1000", "--replications", "9"],
            ["near-repeats", "--category", "Graffiti", "--replications", "9"],
        ] {
            func run(_ path: String) throws -> Wardline.Outcome {
                try Wardline.run(
                    ["hotspots", path, "--city", "SampleData/city.yaml", "--format", "csv", "-o", "-"]
                        + ["--significance"] + test)
            }
            let (usual, found) = (try run("SampleData/requests.csv"), try run(requests))
            #expect(found.status == 0 && found.output == usual.output, "\(test[0])")
            #expect(found.errors.contains("1 request was opened on 1970-"), "\(found.errors)")
            #expect(found.errors.contains("the test begins there and leaves it out"))
            #expect(!usual.errors.contains("years before all others"))
        }
    }

    @Test func `hot spots of potholes have small adjusted p-values, hottest first`() throws {
        let found = try rows("gi-star", "--category", "Pothole")
        let z = found.compactMap { Double($0["z"] ?? "") }
        #expect(z.count == 448 && z == z.sorted(by: >))
        for place in found {
            let isHot =
                (Double(place["adjusted_p"] ?? "") ?? 1) <= 0.05 && (Double(place["z"] ?? "") ?? 0) > 0
            #expect((place["spot"] == "hot") == isHot)
        }
        #expect(found.contains { $0["spot"] == "hot" })
    }

    @Test func `potholes come back nearby within a week more often than chance, by any seed`() throws {
        let first = try rows("near-repeats", "--category", "Pothole", "--replications", "99")
        let again = try rows("near-repeats", "--category", "Pothole", "--replications", "99")
        let other = try rows("near-repeats", "--category", "Pothole", "--replications", "99", "--seed", "7")
        #expect(first.count == 25 && first == again && first != other)
        let week = first.first { $0["metres_to"] == "25" && $0["days_to"] == "7" }
        #expect(week?["p"] == "0.010000" && Double(week?["ratio"] ?? "") ?? 0 > 5)
    }

    @Test func `each test states its formula and its source`() throws {
        for (test, words) in [
            ("gi-star", ["z = (Σwx − X̄Σw)", "Getis and Ord", "Benjamini and Hochberg"]),
            ("emerging", ["S = ΣΣ sgn", "Mann", "Kendall"]),
            ("near-repeats", ["N(distance) · N(time) / N", "Knox"]),
            ("scan", ["Bernoulli model: LLR = c ln(c/n)", "Kulldorff", "seed 311"]),
        ] {
            let output = try Wardline.run(
                "hotspots", "SampleData/requests.csv", "--significance", test, "--category", "Pothole",
                "--replications", "9", "--cell-size", "1000", "--slice-days", "90"
            ).output
            for word in words { #expect(output.contains(word), "\(test): \(word)") }
        }
    }

    @Test func `cells and circles are polygons in GeoJSON`() throws {
        for test in ["gi-star", "scan"] {
            let outcome = try Wardline.run(
                "hotspots", "SampleData/requests.csv", "--significance", test, "--category", "Pothole",
                "--replications", "9", "--cell-size", "1000", "--slice-days", "90", "-o", "-", "--format",
                "geojson")
            let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            let features = try #require(json?["features"] as? [[String: Any]])
            #expect(!features.isEmpty)
            #expect(
                features.allSatisfy {
                    ($0["geometry"] as? [String: Any])?["type"] as? String == "MultiPolygon"
                })
        }
    }
}
