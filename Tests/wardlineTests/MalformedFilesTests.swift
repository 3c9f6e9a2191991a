import TestSupport
import Foundation
import Testing

/// Files as servers and people leave them: each gives a clear error and exit 1, or a warning that counts.
struct MalformedFilesTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func write(_ text: String, to name: String) throws -> String {
        let path = folder.appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    /// Audits the sample's requests by a file of districts.
    private func audit(layer file: String) throws -> Wardline.Outcome {
        let city = try Wardline.city(
            assigned: "assigned_district", editions: ["file: \(file)"], columns: .sample)
        let output = folder.appending(path: "findings.csv").path
        let outcome = try Wardline.run("audit", "SampleData/requests.csv", "--city", city, "-o", output)
        #expect((outcome.status == 0) == FileManager.default.fileExists(atPath: output), "no partial output")
        return outcome
    }

    @Test(arguments: [
        ("a.geojson", "Cannot GET /datasets/0.geojson\n", "it begins with “Cannot GET”"),
        ("a.geojson", #"{"processingTime":"0","status":"Processing"}"#, "it says “Processing”"),
        ("a.geojson", "<!DOCTYPE html>\n<html><body>Sign in</body></html>", "is a web page"),
        ("a.geojson", #"{"type":"FeatureCollection","features":[]}"#, "no polygons: no features"),
        (
            "a.geojson",
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null},"#
                + #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#,
            "no polygons: 1 point, 1 without geometry"
        ),
        (
            "a.geojson", #"{"type":"FeatureCollection","features":[{"type":"Fea"#,
            "is not valid JSON: the text ends too early"
        ),
        ("a.dbf", "x", "name the .shp file beside it"), ("a.csv", "id,ward\n1,2\n", "is neither GeoJSON"),
    ])
    func `a layer file that holds no areas ends the audit with the reason`(
        name: String, text: String, words: String
    )
        throws
    {
        let outcome = try audit(layer: write(text, to: name))
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.errors.contains(name))
    }

    @Test func `features without geometry among others are counted in a warning`() throws {
        let box = "[[[-70.88,41.59],[-70.82,41.59],[-70.82,41.65],[-70.88,41.65],[-70.88,41.59]]]"
        let outcome = try audit(
            layer: write(
                #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1"},"geometry":null},"#
                    + #"{"type":"Feature","properties":{"code":"2"},"geometry":{"type":"Polygon","coordinates":\#(box)}}]}"#,
                to: "a.geojson"))
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("warning: a.geojson: 1 without geometry, left out (feature 1)"))
    }

    @Test func `plausible degrees in the wrong place are warned of, with the distance`() throws {
        let path = try BoundaryFixtures.write(
            [("1", BoundaryFixtures.box(-66.4, 41.2, -66.1, 41.4))], in: folder)
        let outcome = try audit(layer: path)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("warning: areas.geojson lies about 38"), "\(outcome.errors)")
        #expect(outcome.errors.contains("km from the requests"))
    }

    @Test func `a shapefile without projection file is taken as degrees, holes and all, and says so`() throws
    {
        let path = folder.appending(path: "face.shp").path
        try ShapefileFixture.write(
            .polygon,
            [
                .init(
                    [
                        [(-70.9, 41.5), (-70.9, 41.7), (-70.8, 41.7), (-70.8, 41.5), (-70.9, 41.5)],
                        [(-70.85, 41.6), (-70.84, 41.6), (-70.84, 41.61), (-70.85, 41.61), (-70.85, 41.6)],
                    ], text: Array("1".utf8))
            ], to: path)
        let outcome = try audit(layer: path)
        #expect(outcome.status == 0)
        #expect(
            outcome.errors.contains(
                "no reference system is named; the positions were taken as longitude and latitude"))
    }

    @Test(arguments: [
        (
            "Cannot GET /datasets/0.csv\n",
            "is no table: line 1 holds one column; export the requests as CSV"
        ),
        ("<!DOCTYPE html>\n<html><body>Sign in</body></html>", "is an HTML page"),
        (#"{"error":{"code":500}}"#, "is JSON without a list of records"), ("%PDF-1.7\n", "is a PDF"),
        ("PK\u{3}\u{4}xl/workbook.xml", "is a damaged archive"),
        ("SQLite format 3\u{0}", "is an SQLite database"),
        ("<?xml version=\"1.0\"?>\n<requests/>", "is XML"), ("\n \n\t\n", "is empty"),
        ((0..<300_000).map { "c\($0)" }.joined(separator: ","), "its first line is longer than a MiB"),
    ])
    func `requests that are something else end the audit with the reason`(text: String, words: String) throws
    {
        let output = folder.appending(path: "findings.csv").path
        let outcome = try Wardline.run(
            "audit", write(text, to: "requests.csv"), "--city", "SampleData/city.yaml", "-o", output)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: output))
    }
}

/// Skipped where the public extracts are not there.
@Suite(
    .enabled(
        if: Wardline.realData != nil, "The real data are not there: name their folder in WARDLINE_REAL_DATA.")
)
struct RealMalformedFilesTests {
    private let data = Wardline.realData ?? ""

    @Test(arguments: [
        ("Polygon_Holes.dbf", 1, "name the .shp file beside it"),
        ("Polygon_Holes.shx", 1, "name the .shp file beside it"),
        ("Polygon_Holes.shp", 0, "no reference system is named"),
        ("campus-areas-zoning.geojson", 0, "lies about 957 km from the requests"),
        ("planned-unit-development-puds.geojson", 0, "lies about 962 km from the requests"),
        (
            "enterprise-and-empowerment-zones.geojson", 0,
            "3 without geometry, left out (features 123, 124, 125)"
        ),
        ("html_page_saved_as_311.csv", 1, "is a web page"),
        ("not-geojson-62-bytes.geojson", 1, "it begins with “Cannot GET"),
        ("null_geom.geojson", 1, "no polygons: 1 line, 1 without geometry"),
        ("school-crossing-guards.geojson", 1, "no polygons: 175 points, 3 without geometry"),
        ("snow-last-30-days.geojson", 1, "it says “Processing”"),
    ])
    func `a malformed boundary file is named with what is wrong`(file: String, status: Int32, words: String)
        throws
    {
        let city = try Wardline.city(assigned: "WARD", editions: ["file: \(data)/malformed/\(file)"])
        let outcome = try Wardline.run("audit", "\(data)/washington-dc/dc_311_combined.csv", "--city", city)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.errors.contains(file))
    }

    @Test(arguments: [
        ("Polygon_Holes.dbf", "is binary data"), ("Polygon_Holes.shp", "is a shapefile"),
        ("Polygon_Holes.shx", "is a shapefile"),
        // Features are rows: what is wrong is that they are no requests.
        ("campus-areas-zoning.geojson", "has no column"),
        ("enterprise-and-empowerment-zones.geojson", "has no column"),
        ("planned-unit-development-puds.geojson", "has no column"), ("null_geom.geojson", "is no table"),
        ("school-crossing-guards.geojson", "has no column"), ("snow-last-30-days.geojson", "is JSON"),
        ("html_page_saved_as_311.csv", "is an HTML page"), ("not-geojson-62-bytes.geojson", "is no table"),
    ])
    func `a malformed file in the place of the requests is named with what it is`(file: String, words: String)
        throws
    {
        let outcome = try Wardline.run("audit", "\(data)/malformed/\(file)", "--city", "SampleData/city.yaml")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.errors.contains(file))
        #expect(outcome.output.isEmpty)
    }
}
