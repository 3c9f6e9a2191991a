import City
import TestSupport
import Testing

@testable import CityDrafting

/// Exports with two columns of one name, which no city file can tell apart.
struct TwinColumnsTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    // The first of two columns called Date was the day the request is due, and was taken for its opening.
    @Test func `of two columns of one name neither is taken, and both are named`() throws {
        let path = try generated.requests([
            ("id", .id), ("category", .category), ("Date", .due), ("Date", .opened), ("lon", .longitude),
            ("lat", .latitude),
        ])
        let (draft, city) = try generated.draft(path)
        #expect(city.requests.columns["opened"] == nil)
        #expect(draft.failure?.contains("date of opening") == true)
        #expect(
            draft.doubts.contains {
                $0.hasPrefix("opened: Date is only offered: columns 3 and 4 of the file are both called Date")
            }, "\(draft.doubts)")
    }

    @Test func `columns of one name and the same texts are one`() throws {
        let path = try generated.requests([
            ("id", .id), ("category", .category), ("Opened", .opened), ("Opened", .opened), ("id", .id),
            ("lon", .longitude), ("lat", .latitude),
        ])
        let (_, city) = try generated.draft(path)
        #expect(city.requests.columns["opened"] == "Opened" && city.requests.columns["id"] == "id")
    }

    @Test func `an assigned area whose name two columns have is only offered`() throws {
        let path = try generated.requests([
            ("id", .id), ("category", .category), ("opened", .opened), ("lon", .longitude),
            ("lat", .latitude), ("ward", .oldArea), ("ward", .area),
        ])
        let (draft, city) = try generated.draft(path, areas: [generated.areas { "\"CODE\": \"\($0 + 1)\"" }])
        #expect(city.layers.first?.assigned == nil)
        #expect(draft.doubts.contains { $0.contains("columns 6 and 7 of the file are both called ward") })
    }
}
