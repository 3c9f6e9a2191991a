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
