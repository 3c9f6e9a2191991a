import City
import Foundation
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

    // ServiceNow's `value` is UTC, and what it displays the city's time.
    @Test func `of a time in UTC and the same as the city shows it the city's is taken`() throws {
        func draft(hours: (Int) -> Int) throws -> CityFile {
            let path = try generated.export(
                "id,category,status,opened_at.display_value,opened_at.value,closed,lon,lat"
            ) { row in
                let plain = GeneratedCity.plain(row)
                let day = String(format: "2024-%02d-%02d", row % 12 + 1, row % 28 + 1)
                return plain[..<3] + ["\(day) 10:00", "\(day) \(10 + hours(row % 12 + 1)):00", plain[4]]
                    + GeneratedCity.degrees(row)
            }
            return try generated.draft(path).city
        }
        // Four hours in summer, and five in winter.
        let shifted = try draft { (4...10).contains($0) ? 4 : 5 }
        #expect(shifted.requests.columns["opened"] == "opened_at.display_value")
        #expect(try draft { _ in 0 }.requests.columns["opened"] == "opened_at.value")
    }

    @Test func `degrees of two decimals are taken where the names say that they are degrees`() throws {
        func draft(_ names: String) throws -> CityFile {
            let path = try generated.export("id,category,status,opened,closed,\(names)") { row in
                let place = GeneratedCity.position(row)
                return GeneratedCity.plain(row) + [
                    String(format: "%.2f", place.longitude), String(format: "%.2f", place.latitude),
                ]
            }
            let areas = try generated.areas { "\"CODE\": \"\(301 + $0 * 7)\"" }
            return try generated.draft(path, areas: [areas]).city
        }
        #expect(try draft("Lon,Lat").requests.columns["longitude"] == "Lon")
        #expect(try draft("Length,Width").requests.columns["longitude"] == nil)
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
