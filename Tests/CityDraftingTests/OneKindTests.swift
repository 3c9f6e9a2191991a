import City
import Testing

@testable import CityDrafting

/// A category that is the same in all rows, beside a column that tells kinds apart.
struct OneKindTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    @Test(arguments: ["Service Details", "Detail", "Issue", "Item", "Nature", "Problem Notes"])
    func `a category that is the same in all rows is only offered, and the kinds beside it are named`(
        name: String
    ) throws {
        let path = try generated.requests([
            ("Ticket Number", .id), ("Date Created", .opened), ("Request Status", .status),
            ("Service Category", .text("Roads")), (name, .category), ("Date Closed", .closed),
            ("Ward", .area), ("Lat", .latitude), ("Long", .longitude),
        ])
        let (draft, _) = try generated.draft(
            path, areas: [try generated.areas("wards.geojson") { "\"CODE\": \"\($0 + 1)\"" }])
        #expect(
            draft.text.contains("all rows have the same; or \(name)")
                || draft.text.contains("    category: \(name)"), "\(draft.text)")
        #expect(!draft.text.contains("    category: Service Category"))
    }

    @Test func `one kind alone stays, and people's notes are no kinds`() throws {
        let path = try generated.requests([
            ("Ticket Number", .id), ("Date Created", .opened), ("Request Status", .status),
            ("Service Category", .text("Roads")), ("Details", .note), ("Ward", .area), ("Lat", .latitude),
            ("Long", .longitude),
        ])
        let (_, city) = try generated.draft(
            path, areas: [try generated.areas("wards.geojson") { "\"CODE\": \"\($0 + 1)\"" }])
        #expect(city.requests.columns["category"] == "Service Category")
    }
}
