import City
import TestSupport
import Testing

@testable import CityDrafting

/// What `init` proposes for reports and closures.
struct ServiceHabitsTests {
    private func draft(_ rows: [String]) throws -> CityDraft {
        let folder = try ScratchFolder()
        let header = "Service Request Number,Type,Status,Created,Closed,Channel,Latitude,Longitude"
        let path = try folder.write(
            ([header] + rows).joined(separator: "\n") + "\n", to: "requests.csv")
        return try CityDrafter(
            CityDraftSources(requests: path, cityFile: path.replacing("requests.csv", with: "city.yaml")),
            jobs: 1
        ).draft()
    }

    /// Requests of Washington's, an hour apart from nine in the morning on, with a Z.
    private func rows(firstHour: Int) -> [String] {
        (0..<120).map { number in
            let hour = firstHour + number % 8
            let day = number / 8 + 1
            let time = "2024-03-\(day < 10 ? "0" : "")\(day)T\(hour < 10 ? "0" : "")\(hour):30:00Z"
            let kinds = ["Pothole", "Missed Trash Collection", "Graffiti Proactive", "Tree"]
            let channels = ["Phone", "Council Office", "Internal", "Web"]
            return
                "24-\(1000 + number),\(kinds[number % 4]),Closed,\(time),\(time),\(channels[number % 4]),\(38.88 + 0.0003 * Double(number)),\(-77.02 + 0.0002 * Double(number))"
        }
    }

    @Test func `staff's entries are told by usual names, and what only names tell is offered`() throws {
        let draft = try draft(rows(firstHour: 10))
        #expect(draft.text.contains("\nstaff:"))
        #expect(
            draft.text.contains("channels: [Internal]")
                && draft.text.contains("categories: [Graffiti Proactive]"))
        #expect(draft.text.contains("# returning: [Missed Trash Collection]"))
        #expect(draft.text.contains("# referrals: {channels: [Council Office]}"))
        #expect(draft.text.contains("# business:") && draft.text.contains("# fiscal_year: July"))
        #expect(draft.doubts.contains { $0.hasPrefix("staff: Internal 30, Graffiti Proactive 30") })
    }

    @Test func `a Z is local where only that gives hours at which people call`() throws {
        // Ten to five in the afternoon as written; read as UTC they are from five in the morning on.
        #expect(try draft(rows(firstHour: 10)).text.contains("zulu: local"))
        // From three in the afternoon UTC on, which is ten in the city.
        #expect(try !draft(rows(firstHour: 15)).text.contains("zulu:"))
    }

    // Seven in the morning to four in the afternoon in Washington, rightly written in UTC, was set to `zulu: local`.
    @Test func `a Z is only offered as local where people are awake by both readings`() throws {
        let draft = try draft(rows(firstHour: 11))
        #expect(!draft.text.contains("\n  zulu: local") && draft.text.contains("# zulu: local"))
        #expect(
            draft.doubts.contains {
                $0.hasPrefix("zulu: the Z of times is read as UTC") && $0.contains("11 to 16 h is usual")
            })
        // From one in the morning on, were they UTC.
        #expect(
            try self.draft(rows(firstHour: 9)).doubts.contains { $0.contains("% between midnight and six") })
    }

    @Test func `the draft with what is proposed is read by every command's reader`() throws {
        let folder = try ScratchFolder()
        let draft = try draft(rows(firstHour: 10))
        let city = try CityFile.read(try folder.write(draft.text, to: "city.yaml"))
        #expect(city.staff.channels == ["Internal"] && city.staff.categories == ["Graffiti Proactive"])
        #expect(city.requests.zulu == .local)
        #expect(city.returning.isEmpty)
    }
}
