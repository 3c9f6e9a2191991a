import City
import Testing

@testable import CityDrafting

/// When software made a row, beside when somebody reported something.
struct SoftwareDatesTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private typealias Cell = GeneratedCity.Cell

    /// Long after all requests, when the rows were loaded.
    private let loaded = Cell.text("2026-06-01T10:00:00")

    private func draft(_ columns: [(String, Cell)]) throws -> (draft: CityDraft, city: CityFile) {
        try generated.draft(
            generated.requests(
                [("requestid", .id), ("requesttype", .category), ("status", .status)] + columns
                    + [("longitude", .longitude), ("latitude", .latitude)], dates: .iso))
    }

    // ArcGIS's editor tracking: the opening was CreationDate, and the closings were dropped without a word.
    @Test(arguments: [
        ["CreationDate", "EditDate", "Creator"], ["created_date", "last_edited_date", "created_user"],
        ["CreationDate", "GlobalID", "Editor"],
    ])
    func `what software notes of a row is weaker than any other opening`(names: [String]) throws {
        let (_, city) = try draft([
            (names[0], .opened), ("submitdt", .opened), ("resolutiondt", .closed), (names[1], loaded),
            (names[2], .person),
        ])
        #expect(city.requests.columns["opened"] == "submitdt")
        #expect(city.requests.columns["closed"] == "resolutiondt")
    }

    @Test func `a created date without editors is the opening, as in many cities`() throws {
        let (_, city) = try draft([("Created Date", .opened), ("Closed Date", .closed), ("Due Date", .due)])
        #expect(city.requests.columns["opened"] == "Created Date")
        #expect(city.requests.columns["closed"] == "Closed Date")
    }

    @Test func `an opening that lies after the closings gives way to one that does not, which is named`()
        throws
    {
        let (draft, city) = try draft([
            ("Opened Date", loaded), ("Request Date", .opened), ("Closed Date", .closed),
        ])
        #expect(city.requests.columns["opened"] == "Request Date")
        #expect(city.requests.columns["closed"] == "Closed Date")
        #expect(draft.text.contains("or Opened Date"))
    }

    @Test func `where software's date is the only one by name it is offered, with the other dates`() throws {
        let (draft, city) = try draft([("CreationDate", loaded), ("f9", .opened), ("Closed Date", .closed)])
        #expect(city.requests.columns["opened"] == nil)
        #expect(city.requests.columns["closed"] == "Closed Date")
        #expect(draft.text.contains("# opened: CreationDate"))
        #expect(draft.text.replacing("\n", with: " ").contains("f9"))
        #expect(draft.failure?.contains("the date of opening") == true)
    }

    @Test func `closings that lie before the only opening are offered, and told`() throws {
        let (draft, city) = try draft([("Opened Date", loaded), ("Closed Date", .closed)])
        #expect(city.requests.columns["opened"] == "Opened Date")
        #expect(
            draft.text.contains("# closed: \"Closed Date\"") || draft.text.contains("# closed: Closed Date"))
        #expect(draft.text.contains("45 of 45 lie before Opened Date"))
    }

    @Test func `a date and a time of day in two columns are joined`() throws {
        let (draft, city) = try draft([
            ("Datum melding", .text("2024-03-01")), ("Tijd melding", .text("09:02")),
            ("Datum afgehandeld", .text("2024-03-04")), ("Tijd afgehandeld", .text("17:13")),
        ])
        #expect(city.requests.columns["opened"] == "Datum melding")
        #expect(
            city.requests.timeColumns == ["opened": "Tijd melding", "closed": "Tijd afgehandeld"])
        #expect(draft.text.contains("opened: Tijd melding  # times of day, of which Datum melding has none"))
    }

    @Test func `a length of time is no time of day of a date`() throws {
        let (_, city) = try draft([
            ("Opened", .text("2024-03-01")), ("Closed", .text("2024-03-04")),
            ("Response Time", .text("4:30")),
            ("Minutes Elapsed", .text("2:15")),
        ])
        #expect(city.requests.timeColumns.isEmpty)
    }
}
