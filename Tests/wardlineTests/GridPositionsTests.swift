import Foundation
import Testing

/// Positions made of eastings and northings that are in another order, sign or unit than their reference system.
struct GridPositionsTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        let ring = "[[-76.62,39.29],[-76.61,39.29],[-76.61,39.3],[-76.62,39.3],[-76.62,39.29]]"
        try write(
            "b.geojson",
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"district":"1"},"geometry":"#
                + #"{"type":"Polygon","coordinates":[\#(ring)]}}]}"#)
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func audit(_ points: [(x: String, y: String)], system: String) throws -> (
        table: String, errors: String
    ) {
        let city = """
            name: T
            timezone: America/New_York
            requests:
              columns: {id: id, category: category, opened: opened, x: x, y: y}
              crs: \(system)
            layers:
              - {name: district, assigned: district, editions: [{file: b.geojson, code: district}]}

            """
        try write("city.yaml", city)
        let rows = points.enumerated().map { "R\($0),Pothole,2024-03-01,\($1.x),\($1.y),1\n" }
        try write("r.csv", "id,category,opened,x,y,district\n" + rows.joined())
        let outcome = try Wardline.shell("wardline audit r.csv --all -o -", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (outcome.output, outcome.errors)
    }

    /// -76.615, 39.295 in EPSG:2248, by pyproj.
    private static let point = (x: "1421294.3", y: "593258.0")

    @Test(arguments: [
        ("EPSG:2248", point.y, point.x, "swapped_axes", "x and y exchanged"),
        ("EPSG:2248", "-" + point.x, point.y, "lost_sign", "the other sign of x"),
        ("EPSG:26985", point.x, point.y, "wrong_crs", "x and y read as feet"),
        ("EPSG:2248", "433211.4", "180825.4", "wrong_crs", "x and y read as metres"),
        ("EPSG:2248", "-76.615", "39.295", "wrong_crs", "x and y read as degrees"),
    ])
    func `eastings and northings that lie in the city when they are read otherwise have that as their cause`(
        system: String, x: String, y: String, cause: String, words: String
    ) throws {
        let (table, errors) = try audit(Array(repeating: (x, y), count: 4), system: system)
        let rows = table.split(separator: "\n").dropFirst()
        #expect(rows.count == 4)
        #expect(
            rows.allSatisfy { $0.contains(cause) && $0.contains("with \(words) it lies in district 1") },
            "\(table)")
        // It is not the map that is wrong.
        #expect(errors.contains("With \(words) 4 of 4 lie there"), "\(errors)")
        #expect(!errors.contains("badly converted"), "\(errors)")
    }

    @Test func `a few exchanged among right ones are told apart`() throws {
        let right = Self.point
        let (table, _) = try audit([right, (right.y, right.x), right, right], system: "EPSG:2248")
        #expect(table.split(separator: "\n").count { $0.contains("swapped_axes") } == 1, "\(table)")
    }
}
