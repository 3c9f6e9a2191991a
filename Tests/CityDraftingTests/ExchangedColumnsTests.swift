import City
import Geometry
import GeometryEngine
import TestSupport
import Testing

@testable import CityDrafting

/// Columns whose numbers are exchanged, or of two kinds.
struct ExchangedColumnsTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private func draft(
        _ names: String, place: (Int) throws -> [String]
    ) throws -> (draft: CityDraft, city: CityFile) {
        let places = try (0..<120).map(place)
        let path = try generated.export("id,category,status,opened,closed,\(names),ward") { row in
            GeneratedCity.plain(row) + places[row] + [String(row % 6 + 1)]
        }
        return try generated.draft(path, areas: [generated.areas { "\"CODE\": \"\($0 + 1)\"" }])
    }

    /// A request's place in Maryland's feet: east and north.
    private func feet(_ row: Int) throws -> [String] {
        let transformation = try CoordinateTransformation(
            from: .wgs84, to: CoordinateReferenceSystem("EPSG:2248"))
        let place = GeneratedCity.position(row)
        let moved = try #require(transformation.transformed(MapPoint(x: place.longitude, y: place.latitude)))
        return ["\(Int(moved.x.rounded()))", "\(Int(moved.y.rounded()))"]
    }

    @Test func `eastings and northings whose names are exchanged are put right, and that is said`() throws {
        let (draft, city) = try draft("Y_COORD,X_COORD", place: feet)
        #expect(city.requests.columns["x"] == "Y_COORD" && city.requests.columns["y"] == "X_COORD")
        #expect(city.requests.referenceSystem == "EPSG:2248")
        #expect(draft.doubts.contains { $0.hasPrefix("x, y: X_COORD holds the northing") }, "\(draft.doubts)")
    }

    @Test func `columns of degrees in some rows and of feet in others are named`() throws {
        let (draft, city) = try draft("X,Y") {
            try $0.isMultiple(of: 2) ? GeneratedCity.degrees($0) : feet($0)
        }
        #expect(city.requests.columns["longitude"] == nil && city.requests.columns["x"] == nil)
        #expect(
            draft.doubts.contains { $0.hasPrefix("longitude: X is only offered") && $0.contains("50 %") },
            "\(draft.doubts)")
    }

    @Test func `latitudes and longitudes that are exchanged in all rows are told`() throws {
        let (exchanged, city) = try draft("Latitude,Longitude") { GeneratedCity.degrees($0) }
        #expect(city.timeZone == "America/New_York")
        #expect(
            exchanged.doubts.contains {
                $0.hasPrefix("longitude, latitude: exchanged, 100 % of the positions lie where the areas are")
            }, "\(exchanged.doubts)")
        let (right, _) = try draft("Longitude,Latitude") { GeneratedCity.degrees($0) }
        #expect(!right.doubts.contains { $0.contains("exchanged") })
    }
}
