import City
import Testing

@testable import CityDrafting

/// Days that may be the opening of a request, and days of the trouble or of the work.
struct OpeningNamesTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private func opened(_ first: String, _ second: String, isFirstEarlier: Bool) throws -> String? {
        let path = try generated.requests(
            [
                ("requestid", .id), ("requesttype", .category), ("status", .status),
                (first, isFirstEarlier ? .opened : .closedOrDue),
                (second, isFirstEarlier ? .closedOrDue : .opened),
                ("longitude", .longitude), ("latitude", .latitude),
            ], dates: .iso)
        return try generated.draft(path).city.requests.columns["opened"]
    }

    @Test(arguments: [
        ("Start Date", "Request Date"), ("Work Start Date", "Call Date"), ("Started On", "Requested On"),
        ("Start", "Reported"),
    ])
    func `the start of the work is no opening where the day of the request is there`(
        start: String, report: String
    ) throws {
        #expect(try opened(report, start, isFirstEarlier: true) == report)
        #expect(try opened(start, report, isFirstEarlier: false) == report)
    }

    @Test func `the start of the trouble is no opening, though it lies before the report`() throws {
        #expect(try opened("incident_date_start", "created_at", isFirstEarlier: true) == "created_at")
        #expect(try opened("Incident Date", "Date Reported", isFirstEarlier: true) == "Date Reported")
    }

    @Test func `a start alone is the opening`() throws {
        #expect(try opened("Start Date", "Photo Date", isFirstEarlier: true) == "Start Date")
    }

    @Test func `of two full dates of a request the one that never lies later is the opening`() throws {
        #expect(try opened("Created Date", "Request Date", isFirstEarlier: false) == "Request Date")
        #expect(try opened("Created Date", "Request Date", isFirstEarlier: true) == "Created Date")
    }

    @Test func `a category that is the same in all rows is offered beside one that tells kinds apart`() throws
    {
        let path = try generated.requests(
            [
                ("Numer", .id), ("Typ zgłoszenia", .text("Interwencja")), ("Podkategoria", .category),
                ("Status", .status), ("Data utworzenia", .opened), ("created", .opened),
                ("longitude", .longitude), ("latitude", .latitude),
            ], dates: .iso)
        let (draft, city) = try generated.draft(path)
        #expect(city.requests.columns["category"] == nil)
        #expect(draft.text.contains("Podkategoria"))
        #expect(draft.doubts.contains { $0.hasPrefix("category: Typ zgłoszenia") })
    }

    @Test func `an export of one kind keeps its category`() throws {
        let path = try generated.requests(
            [
                ("id", .id), ("type", .text("Pothole")), ("created", .opened), ("longitude", .longitude),
                ("latitude", .latitude),
            ], dates: .iso)
        #expect(try generated.draft(path).city.requests.columns["category"] == "type")
    }

    @Test func `a column that is called a number sign is offered for the id`() throws {
        let path = try generated.requests(
            [
                ("#", .row), ("type", .category), ("created", .opened), ("longitude", .longitude),
                ("latitude", .latitude),
            ], dates: .iso)
        let (draft, city) = try generated.draft(path)
        #expect(city.requests.columns["id"] == nil)
        #expect(draft.text.contains("# id: \"#\""))
    }
}
