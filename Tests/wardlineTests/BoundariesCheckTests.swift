import Foundation
import Testing

/// A hundredth of a degree at 41.6° north is 834 m from west to east and 1,111 m from south to north.
struct BoundariesCheckTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    /// Two areas side by side at the sample city; the second begins at a longitude.
    private func pair(from middle: Double = -70.85, name: String = "areas.geojson") throws -> String {
        try BoundaryFixtures.write(
            [
                ("1", BoundaryFixtures.box(-70.88, 41.6, -70.85, 41.64)),
                ("2", BoundaryFixtures.box(middle, 41.6, -70.82, 41.64)),
            ], in: folder, name: name)
    }

    private func check(_ arguments: String...) throws -> Wardline.Outcome {
        try Wardline.run(["boundaries", "check"] + arguments)
    }

    @Test func `the sample city's boundaries have no error, and its second edition moved three zones`() throws
    {
        let outcome = try check("--city", "SampleData/city.yaml", "--requests", "SampleData/requests.csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("0 errors, 0 warnings, 3 notices in 3 editions."))
        for zone in ["6", "7", "11"] { #expect(outcome.output.contains("notice: area \(zone) gained ")) }
        #expect(outcome.errors.isEmpty)
    }

    /// 0.0001° by 0.04° there is 37,025.8 m² by pyproj 3.7, `Geod(ellps="WGS84").geometry_area_perimeter`.
    @Test func `an overlap is an error: exit 1, and the ground that both claim as GeoJSON`() throws {
        let output = folder.appending(path: "problems.geojson").path
        let outcome = try check(try pair(from: -70.8501), "-o", output)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("error: areas 1 and 2 overlap by 37,0"), "\(outcome.output)")
        let collection = try json(String(contentsOfFile: output, encoding: .utf8)) as? [String: Any]
        let feature = try #require((collection?["features"] as? [[String: Any]])?.first)
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(properties["kind"] as? String == "overlap")
        #expect(properties["codes"] as? [String] == ["1", "2"])
        #expect(abs((properties["area_m2"] as? Double ?? 0) - 37025.8) < 2)
        let geometry = try #require(feature["geometry"] as? [String: Any])
        let ring = try #require((geometry["coordinates"] as? [[[[Double]]]])?.first?.first)
        #expect(ring.allSatisfy { $0[0] >= -70.8501 && $0[0] <= -70.85 })
        let turns = zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
        #expect(turns > 0, "outer rings run counter-clockwise")
    }

    @Test func `a gap is a warning, and tolerances leave it out`() throws {
        let path = try pair(from: -70.84997)
        let outcome = try check(path, "--format", "csv")
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(
            lines.first == "layer,edition,severity,kind,codes,features,area_m2,longitude,latitude,message")
        #expect(lines.count == 2)
        #expect(
            lines.last?.hasPrefix("areas.geojson,areas.geojson,warning,gap,1; 2,,111") == true, "\(lines)")
        #expect(outcome.errors.contains("0 errors, 1 warning, 0 notices in 1 edition."))
        #expect(try check(path, "--gap-width", "2").output.contains("nothing found"))
        #expect(try check(path, "--least-area", "20000").output.contains("nothing found"))
    }

    @Test func `areas with latitude first are found by the requests and by other layers`() throws {
        let swapped = try BoundaryFixtures.write(
            [("1", BoundaryFixtures.box(41.6, -70.88, 41.64, -70.82))], in: folder, name: "swapped.geojson")
        let byRequests = try check(
            swapped, "--requests", "SampleData/requests.csv", "--city", "SampleData/city.yaml")
        #expect(byRequests.status == 1)
        #expect(byRequests.output.contains("its numbers would fit as latitude and longitude, swapped"))
        let byLayers = try check(swapped, try pair())
        #expect(byLayers.status == 1)
        #expect(byLayers.output.contains("km from areas, around"), "\(byLayers.output)")
        #expect(byLayers.output.contains("its numbers would fit as latitude and longitude, swapped"))
    }

    /// The corners -70.8817 41.5962 and -70.8171 41.6428 in EPSG:26986, by pyproj 3.7.
    @Test func `numbers without a reference system are matched with the systems of the region`() throws {
        let metres = try BoundaryFixtures.write(
            [("1", BoundaryFixtures.box(251550, 816407, 256894, 821623))], in: folder)
        let outcome = try check(
            metres, "--requests", "SampleData/requests.csv", "--city", "SampleData/city.yaml")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("are no degrees"))
        #expect(outcome.output.contains("EPSG:26986 (NAD83 / Massachusetts Mainland)"), "\(outcome.output)")
    }

    @Test
    func `invalid, doubled and empty codes are named, and one file that cannot be read spares the others`()
        throws
    {
        let mended = try BoundaryFixtures.write(
            [
                ("1", [(-70.88, 41.6), (-70.86, 41.62), (-70.86, 41.6), (-70.88, 41.62)]),
                ("2", BoundaryFixtures.box(-70.85, 41.6, -70.84, 41.61)),
                ("2", BoundaryFixtures.box(-70.84, 41.6, -70.83, 41.61)),
                ("", BoundaryFixtures.box(-70.83, 41.6, -70.82, 41.61)),
            ], in: folder)
        let outcome = try check(mended, "nowhere.geojson")
        #expect(outcome.status == 1)
        for words in [
            "error: 1 without a code, left out (feature 4)",
            "area 1 (feature 1) was invalid: Self-intersection at -70.8700000, 41.6100000; repaired",
            "warning: code 2 stands at 2 features, joined into one area (features 2, 3)",
            "error: nowhere.geojson: there is no such file",
        ] { #expect(outcome.output.contains(words), "\(words) in \(outcome.output)") }
    }

    @Test func `an alias for an area that is not there is a warning`() throws {
        let areas = try pair()
        let text = """
            name: Test
            timezone: America/New_York
            layers:
              - name: zone
                aliases: {Downtown: "1", Uptown: "9"}
                editions: [{file: \(areas)}]
            """
        let city = folder.appending(path: "city.yaml").path
        try Data(text.utf8).write(to: URL(filePath: city))
        let outcome = try check("--city", city)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("warning: the alias Uptown stands for 9, which no area is called"))
        #expect(!outcome.output.contains("Downtown"))
    }

    @Test func `files may be editions of one layer`() throws {
        let old = try pair(name: "old.geojson")
        let new = try BoundaryFixtures.write(
            [
                ("1", BoundaryFixtures.box(-70.88, 41.6, -70.847, 41.64)),
                ("3", BoundaryFixtures.box(-70.847, 41.6, -70.82, 41.64)),
            ], in: folder, name: "new.geojson")
        let outcome = try check("--editions", old, new)
        #expect(outcome.status == 0)
        for words in [
            "area 1 gained 1.11 km² (10.0 %) and lost 0.0 m² (0.0 %)", "area 3 is new", "area 2 is gone",
        ] {
            #expect(outcome.output.contains(words), "\(words) in \(outcome.output)")
        }
    }

    @Test func `one or two threads write the same bytes`() throws {
        let outputs = try ["1", "2"].map {
            try check("--city", "SampleData/city.yaml", "--format", "geojson", "--jobs", $0).output
        }
        #expect(outputs[0] == outputs[1])
        #expect(outputs[0].contains("area_changed"))
    }

    @Test(arguments: [
        ["--code", "zone"], ["--editions"], ["--least-area", "-1"], ["--gap-width", "0"], ["--jobs", "0"],
        ["--format", "shp"],
    ])
    func `wrong usage exits with 64`(arguments: [String]) throws {
        #expect(
            try Wardline.run(["boundaries", "check", "--city", "SampleData/city.yaml"] + arguments).status
                == 64)
    }

    @Test func `without files and city file the way to name one is said`() throws {
        let outcome = try check()
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("name one with --city"))
        let layer = try check("--city", "SampleData/city.yaml", "--layer", "zones")
        #expect(layer.status == 64)
        #expect(layer.errors.contains("did you mean zone?"))
    }
}

/// Skipped where the public extracts of Washington are not there.
@Suite(
    .enabled(
        if: Wardline.realData != nil, "The real data are not there: name their folder in WARDLINE_REAL_DATA.")
)
struct RealBoundariesCheckTests {
    /// The places are GEOS's own: `explain_validity` of geopandas 1.1.
    @Test func `the two self-intersections of Washington's trash routes are named and repaired`() throws {
        let path = "\(Wardline.realData ?? "")/washington-dc/trash-pickup-days-for-2015.geojson"
        let outcome = try Wardline.run("boundaries", "check", path, "--format", "json")
        #expect(outcome.status == 1, "its routes overlap")
        let findings = try #require(try json(outcome.output) as? [[String: Any]])
        let invalid = findings.filter { $0["kind"] as? String == "invalid_polygon" }
        #expect(Set(invalid.compactMap { ($0["codes"] as? [String])?.first }) == ["203_2", "605_1"])
        for finding in invalid {
            let message = try #require(finding["message"] as? String)
            #expect(message.contains("Ring Self-intersection at -77.0"))
            #expect(message.contains("repaired, its surface changed by 0.0 m²"))
        }
    }
}
