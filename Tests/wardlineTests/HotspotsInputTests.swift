import Foundation
import Testing

/// What an analyst may get wrong: each is answered with the nearest that is right.
struct HotspotsInputTests {
    @Test(arguments: [
        ("--radius 0", 64, "the nearest is 1 m"), ("--radius -5", 64, "the nearest is 1 m"),
        ("--radius 200000", 64, "the nearest is 100000 m"), ("--minimum 1", 64, "the nearest is 2"),
        ("--radius 50 --greatest-diameter 20", 1, "the nearest is 50 m"),
        ("--category Pothol", 1, "did you mean “Pothole”?"),
        ("--since 2025-01-01 --until 2024-01-01", 64, "did you mean them the other way round?"),
        ("--since 2025-13-01", 64, "--since"), ("--area zone=99", 1, "did you mean"),
        ("--area zon=7", 64, "did you mean zone?"), ("--area 7", 64, "such as zone=7"),
        ("--explain 100000", 1, "the nearest is"), ("--rank worst", 64, "--rank"),
        ("--top -1", 64, "the nearest is 0"),
        ("-o - --assignments -", 64, "both go to standard output"),
        ("--method hdbscan --radius 50", 64, "--radius is not used"),
        ("--significance chance", 64, "--significance"), ("--significance scan", 1, "with --category NAME"),
        ("--significance scan --category Pothole --cell-size 50", 1, "at most 1,000 places"),
        ("--significance emerging --slice-days 400", 1, "the nearest is 109"),
        ("--significance gi-star --cell-size 0", 64, "the nearest is 1"),
        ("--significance gi-star --explain 1", 64, "--explain is about clusters"),
        ("--significance near-repeats --format geojson", 64, "--format csv, json or xlsx"),
        ("--significance near-repeats --replications -1", 64, "the nearest is 0"),
    ])
    func `bad settings get a clear error`(options: String, status: Int32, words: String) throws {
        let outcome = try Wardline.run(
            ["hotspots", "SampleData/requests.csv"] + options.split(separator: " ").map(String.init))
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    /// They take about 70 MB, and were refused below 104 MB.
    @Test(arguments: ["hotspots", "closures"])
    func `the sample's hotspots and closures are found where little memory may be taken`(command: String)
        throws
    {
        let outcome = try Wardline.run(command, "SampleData/requests.csv", "--memory", "90M")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let refused = try Wardline.run(command, "SampleData/requests.csv", "--memory", "70M")
        #expect(refused.status == 1 && refused.errors.contains("it takes about 80 MB of memory"))
    }

    @Test func `requests without dates have clusters and no episodes of its own`() throws {
        let folder = try Wardline.scratchFolder()
        let requests = folder.appending(path: "requests.csv")
        let city = folder.appending(path: "city.yaml")
        let rows = (0..<5).map { "\($0),Pothole,,-70.87,41.62" }
        try Data((["id,category,opened,longitude,latitude"] + rows).joined(separator: "\n").utf8).write(
            to: requests)
        try Data(
            """
            name: Test
            timezone: America/New_York
            requests:
              columns: {id: id, category: category, opened: opened, longitude: longitude, latitude: latitude}
            """.utf8
        ).write(to: city)
        let output = folder.appending(path: "clusters.csv")
        let outcome = try Wardline.run("hotspots", requests.path, "-o", output.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2 && lines[1].hasPrefix("1,Pothole,,5,,,,"))
        #expect(outcome.output.contains("5 of the clustered requests have no date of opening"))
        #expect(outcome.output.contains("since nothing says which requests are closed"))
    }

    @Test func `two reports are no cluster, and the summary says what to try`() throws {
        let outcome = try Wardline.run(
            "hotspots", "SampleData/requests.csv", "--category", "Pothole", "--minimum", "500")
        #expect(outcome.output.contains("Try a larger --radius or a smaller --minimum."))
    }
}
