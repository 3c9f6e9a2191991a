import City
import Foundation
import Geometry
import GeometryEngine
import TestSupport
import Testing

@testable import CityDrafting

/// Reference systems that put the same numbers some hundred metres apart.
struct DatumComparisonTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    /// Writes requests close to the borders of their areas, in a reference system.
    private func requests(in system: String, isAssigned: Bool = true) throws -> String {
        let transformation = try CoordinateTransformation(
            from: .wgs84, to: CoordinateReferenceSystem(system))
        let rows = try (0..<120).map { row in
            let area = row % 6
            let point = MapPoint(
                x: -76.70 + 0.02 * Double(area % 3) + 0.01,
                y: 39.20 + 0.02 * Double(area / 3) + (row % 4 < 2 ? 0.0008 : 0.0192))
            let moved = try #require(transformation.transformed(point))
            return
                "R\(row),Pothole,Open,2024-03-0\(row % 9 + 1),\(String(format: "%.2f,%.2f", moved.x, moved.y))"
                + (isAssigned ? ",\(area + 1)" : ",x")
        }
        return try generated.folder.write(
            "id,category,status,opened,x,y,ward\n" + rows.joined(separator: "\n") + "\n", to: "grid.csv")
    }

    private func areas() throws -> String {
        try generated.areas { "\"CODE\": \"\($0 + 1)\"" }
    }

    /// Writes the areas in a projected system, which the file names.
    private func areas(in system: String) throws -> String {
        let transformation = try CoordinateTransformation(
            from: .wgs84, to: CoordinateReferenceSystem(system))
        let features = try (0..<6).map { area in
            let (west, south) = (-76.70 + 0.02 * Double(area % 3), 39.20 + 0.02 * Double(area / 3))
            let ring = try [(0, 0), (0.02, 0), (0.02, 0.02), (0, 0.02), (0, 0)].map { x, y in
                let moved = try #require(transformation.transformed(MapPoint(x: west + x, y: south + y)))
                return "[\(moved.x), \(moved.y)]"
            }
            return
                "{\"type\": \"Feature\", \"properties\": {\"CODE\": \"\(area + 1)\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[\(ring.joined(separator: ","))]]}}"
        }
        return try generated.folder.write(
            "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"\(system)\"}}, \"features\": [\(features.joined(separator: ","))]}",
            to: "old.geojson")
    }

    // Requests and map in NAD27 were put 214 m off, since nothing but the map's own file tells the datum.
    @Test func `the system that the areas' own file names goes before the usual one`() throws {
        let path = try requests(in: "EPSG:26718", isAssigned: false)
        let (draft, city) = try generated.draft(path, areas: [areas(in: "EPSG:26718")])
        #expect(city.requests.referenceSystem == "EPSG:26718", "\(draft.doubts)")
        #expect(draft.doubts.contains { $0.contains("only the areas' own file tells it from others") })
    }

    private func words(_ draft: CityDraft) -> String {
        draft.text.split { $0.isWhitespace || $0 == "#" }.joined(separator: " ")
    }

    @Test func `the system by which most positions agree with the assigned areas is taken, and told`() throws
    {
        let (draft, city) = try generated.draft(requests(in: "EPSG:26718"), areas: [areas()])
        #expect(city.requests.referenceSystem == "EPSG:26718")
        #expect(
            words(draft).contains(
                "By it 120 of 120 positions agree with ward; by EPSG:26918 (NAD83 / UTM zone 18N)"))
        #expect(draft.doubts.contains { $0.hasPrefix("crs: EPSG:26718") && $0.contains("elsewhere") })
    }

    @Test func `the usual system stays where it agrees best`() throws {
        let (draft, city) = try generated.draft(requests(in: "EPSG:26918"), areas: [areas()])
        #expect(city.requests.referenceSystem == "EPSG:26918")
        #expect(words(draft).contains("by EPSG:26718 (NAD27 / UTM zone 18N)"))
        #expect(draft.doubts.contains("crs: EPSG:26918 was taken for the columns x and y; check it"))
    }

    @Test func `where no assigned areas tell systems apart, that is said`() throws {
        let (draft, city) = try generated.draft(
            requests(in: "EPSG:26718", isAssigned: false), areas: [areas()])
        #expect(city.requests.referenceSystem == "EPSG:26918")
        #expect(
            draft.doubts.contains {
                $0.contains("no assigned areas tell it from others, which move the requests: EPSG:26718")
            })
    }
}
