import FeatureFiles
import Foundation
import Geometry
import GeometryEngine
import Testing

@testable import Boundaries

/// Public extracts that are no part of the package; without them these tests report themselves as skipped.
enum RealData {
    static let folder =
        ProcessInfo.processInfo.environment["WARDLINE_REAL_DATA"]
        ?? URL(filePath: #filePath).appending(path: "../../../../shared/data").standardized.path()
    static let isThere = FileManager.default.fileExists(atPath: folder)

    static func edition(_ path: String, code: String? = nil) throws(BoundaryError) -> Edition {
        try Edition.load(EditionSource(path: "\(folder)/\(path)", codeField: code), jobs: 2)
    }
}

/// Expected answers were made with geopandas 1.1 over GEOS: `is_valid`, `explain_validity`, `make_valid`, `total_bounds`,
/// and pyproj's `Geod.geometry_area_perimeter`.
@Suite(.enabled(if: RealData.isThere, "the real data is not beside the package"))
struct RealBoundariesTests {
    private func repairs(_ edition: Edition) -> [EditionNote.Repair] {
        edition.notes.compactMap { note in
            if case .repaired(let repair) = note { repair } else { nil }
        }
    }

    @Test func `the two self-intersections of the trash routes are named and repaired`() throws {
        let routes = try RealData.edition("washington-dc/trash-pickup-days-for-2015.geojson")
        #expect(routes.fields.code == "ROUTE_ID")
        #expect(routes.areas.count == 141)
        let repairs = repairs(routes)
        #expect(repairs.map(\.code) == ["203_2", "605_1"])
        #expect(repairs.map(\.feature) == [117, 139])
        #expect(repairs.allSatisfy { $0.reason == "Ring Self-intersection" })
        let places = repairs.map { $0.place.map { "\($0.longitude.decimals(9)) \($0.latitude.decimals(9))" } }
        #expect(places == ["-77.051950876 38.911769059", "-77.003567430 38.900214505"])
        #expect(repairs.allSatisfy { abs($0.areaAfter - $0.areaBefore) < 0.01 })
    }

    @Test func `the one invalid recycling day is repaired`() throws {
        let days = try RealData.edition("washington-dc/conventional-recycling-days.geojson")
        #expect(days.codes == ["Friday", "Monday", "Thursday", "Tuesday"])
        #expect(repairs(days).map(\.feature) == [3])
    }

    @Test(arguments: [
        ("washington-dc/ward-1990.geojson", "WARD_ID", "NAME", 8),
        ("washington-dc/ward-2002.geojson", "WARD_ID", "NAME", 8),
        ("baltimore/council_districts_4326.geojson", "id", "name", 14),
        ("baltimore/police_districts_4326.geojson", "number", "name", 9),
    ])
    func `codes and titles are found by looking`(path: String, code: String, title: String, count: Int) throws
    {
        let edition = try RealData.edition(path)
        #expect([edition.fields.code, edition.fields.title] == [code, title])
        #expect(edition.fields.choice == .found)
        #expect(edition.codes == (1...count).map(String.init))
        #expect(edition.notes == [])
    }

    @Test func `the shapefile in state plane metres equals the GeoJSON within centimetres`() throws {
        let degrees = try RealData.edition("baltimore/council_districts_4326.geojson")
        let metres = try RealData.edition("baltimore/council_districts_epsg2804.shp")
        #expect(metres.referenceSystem.name == "NAD83(HARN) / Maryland")
        #expect(metres.codes == degrees.codes)
        #expect(metres.areas.map(\.title) == degrees.areas.map(\.title))
        let projection = LocalProjection(covering: degrees.extent)
        let local = try projection.makeTransformation()
        let measures = try [metres, degrees].map {
            try GroundMeasure($0.referenceSystem)
        }
        for (left, right) in zip(metres.areas, degrees.areas) {
            let sets = [measures[0].coordinates(left.shape), measures[1].coordinates(right.shape)]
                .map { $0.map(local.project) }.map {
                    $0.polygons.map { $0.exterior.positions.dropLast() }.flatMap(\.self)
                }
            #expect(sets[0].count == sets[1].count)
            for point in sets[0] {
                #expect(sets[1].contains { $0.distance(to: point) < 0.02 }, "\(left.code) \(point)")
            }
        }
    }

    /// Edges are straight in degrees: cut with shapely's `segmentize(0.0005)` before pyproj, which takes geodesics.
    @Test func `surfaces in square metres equal those on the ellipsoid`() throws {
        let wards = try RealData.edition("washington-dc/ward-2012.geojson", code: "WARD")
        let measure = try GroundMeasure(wards.referenceSystem)
        let expected = [
            6568597.339, 22495076.079, 28321332.912, 23314101.702, 26910928.782, 16066539.946, 22822755.486,
            30978456.582,
        ]
        for (area, surface) in zip(wards.areas, expected) {
            #expect(abs(try measure.area(area.shape) - surface) < surface * 1e-5)
        }
    }

    @Test(arguments: [
        ("null_geom.geojson", "no polygons: 1 line, 1 without geometry; areas are needed"),
        ("school-crossing-guards.geojson", "no polygons: 175 points, 3 without geometry"),
        ("snow-last-30-days.geojson", "it says “Processing”"),
        ("not-geojson-62-bytes.geojson", "it begins with “Cannot GET"),
        ("html_page_saved_as_311.csv", "is a web page"), ("Polygon_Holes.dbf", "name the .shp file"),
        ("nowhere.geojson", "no such file"), ("", "folder"),
    ])
    func `files that hold no areas are refused with the reason`(name: String, message: String) throws {
        let error = try #require(throws: BoundaryError.self) { try RealData.edition("malformed/\(name)") }
        #expect(error.description.contains(message), "\(error)")
    }

    @Test func `null geometries and a missing reference system are counted and noted`() throws {
        let zones = try RealData.edition("malformed/enterprise-and-empowerment-zones.geojson")
        #expect(zones.notes.contains(.noSurface(kind: .null, features: [123, 124, 125])))
        let face = try RealData.edition("malformed/Polygon_Holes.shp")
        #expect(face.notes.contains(.assumedDegrees))
        #expect(face.areas.count == 3)
    }
}
