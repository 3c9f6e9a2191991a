import Foundation
import Testing

/// What a summary says of the rows that were read.
struct IntakeTextTests {
    private func summary(_ statuses: [String]) throws -> String {
        let folder = try Wardline.scratchFolder()
        try Data("name: T\ntimezone: America/New_York\n".utf8).write(to: folder.appending(path: "city.yaml"))
        let rows = statuses.enumerated().map {
            "R\($0),Pothole,\($1),2024-03-20 12:00:00,\($0) Oak St,-73.95,40.05\n"
        }
        let requests = folder.appending(path: "requests.csv")
        try Data(
            ("id,category,status,opened,address,longitude,latitude\n" + rows.joined()).utf8
        ).write(to: requests)
        let outcome = try Wardline.run("hotspots", requests.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test func `one row is no rows`() throws {
        #expect(try summary(["Open"]).contains("1 row in requests.csv (comma-separated): 1 request read"))
    }

    /// Case 97, on a terminal: a log keeps what is shown there.
    @Test func `a status that a clerk wrote as a sentence is counted and not shown`() throws {
        let text = try summary([
            "Open", "Open", "Open - neighbour 555-0199 at the corner", "Open; mail a@b.example",
            "Open: the resident says that the crew came and left again",
        ])
        #expect(text.contains("open by their status: Open 2, and 3 other texts 3"), "\(text)")
        #expect(!text.contains("555") && !text.contains("b.example") && !text.contains("resident"))
    }

    @Test func `statuses that are codes are shown`() throws {
        #expect(try summary(["10", "WO-311", "Phase 2"]).contains("10 1, Phase 2 1, WO-311 1"))
    }
}
