import TestSupport
import Foundation
import Testing

struct BoundariesListTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func list(_ arguments: String...) throws -> Wardline.Outcome {
        try Wardline.run(["boundaries", "list"] + arguments)
    }

    @Test func `the sample city's layers are listed with their editions in force`() throws {
        let outcome = try list("--city", "SampleData/city.yaml", "--format", "csv")
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(
            lines[1].hasPrefix(
                "zone,collection-zones-2023.geojson,,2024-07-01,EPSG:4326,WGS 84,zone,name,12,"))
        #expect(lines[2].hasPrefix("zone,collection-zones-2024.geojson,2024-07-01,,EPSG:4326,"))
        #expect(lines[3].hasPrefix("district,council-districts.geojson,,,EPSG:4326,WGS 84,district,name,9,"))
        #expect(outcome.errors.contains("before 2024-07-01"), "the summary goes where no records go")
    }

    @Test func `vertices and extent are those of the file`() throws {
        let path = try BoundaryFixtures.write(
            [("1", BoundaryFixtures.box(-71, 41, -70, 42)), ("2", BoundaryFixtures.box(-70, 41, -69.5, 42))],
            in: folder)
        let outcome = try list(path)
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains("2        10  -71.0000 to -69.5000, 41.0000 to 42.0000"),
            "\(outcome.output)")
        let features = try #require(
            (try json(list(path, "--format", "geojson").output) as? [String: Any])?["features"]
                as? [[String: Any]])
        let geometry = features.first?["geometry"] as? [String: Any]
        let ring = (geometry?["coordinates"] as? [[[[Double]]]])?.first?.first
        #expect(ring == [[-71, 41], [-69.5, 41], [-69.5, 42], [-71, 42], [-71, 41]])
    }

    /// MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0))) and its move by 5, by shapely 2.2's `to_wkb(…, hex=True)`.
    @Test func `a GeoPackage is listed layer by layer, and one of them by its name`() throws {
        let low =
            "0106000000010000000103000000010000000400000000000000000000000000000000000000000000000000F03F"
            + "0000000000000000000000000000F03F000000000000F03F00000000000000000000000000000000"
        let path = folder.appending(path: "city.gpkg").path
        try GeoPackageFixture.write(
            [.init("wards", rows: [("1", low)]), .init("zones", rows: [("A", low)])], to: path)
        let all = try list(path)
        #expect(all.status == 0, "\(all.output)")
        #expect(all.output.contains("city.gpkg: wards"))
        #expect(all.output.contains("city.gpkg: zones"))
        let one = try list(path, "--layer", "zones")
        #expect(!one.output.contains("wards"))
        let wrong = try list(path, "--layer", "zone")
        #expect(wrong.status == 1)
        #expect(wrong.output.contains("its layers: wards, zones"))
    }

    @Test func `a file that cannot be read is listed with its reason, exit 1`() throws {
        let outcome = try list("SampleData/requests.csv", "Boundaries/council-districts.geojson")
        #expect(outcome.status == 1)
        #expect(
            outcome.output.contains(
                "SampleData/requests.csv: is neither GeoJSON nor a shapefile nor a GeoPackage"))
        #expect(outcome.output.contains("council-districts.geojson  WGS 84 (EPSG:4326)      9"))
        #expect(
            try list("--city", "SampleData/city.yaml", "Boundaries/council-districts.geojson").status == 64)
    }
}
