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

    @Test func `days that stand for no closing are counted in a line of their own`() throws {
        let folder = try Wardline.scratchFolder()
        try Data("name: T\ntimezone: America/New_York\n".utf8).write(to: folder.appending(path: "city.yaml"))
        let requests = folder.appending(path: "requests.csv")
        let closings = ["2024-03-21", "2099-12-31", "1900-01-01", "2024-03-22", ""]
        let rows = closings.enumerated().map { "R\($0),Pothole,2024-03-20,\($1),\($0) Oak St,-73.95,40.05\n" }
        try Data(("id,category,opened,closed,address,longitude,latitude\n" + rows.joined()).utf8)
            .write(to: requests)
        let outcome = try Wardline.run("hotspots", requests.path)
        #expect(
            outcome.output.contains("\n  2 dates taken for none, such as 1900-01-01 or 2099-12-31\n"),
            "\(outcome.output)\(outcome.errors)")
    }

    @Test func `statuses that are codes are shown`() throws {
        #expect(try summary(["10", "WO-311", "Phase 2"]).contains("10 1, Phase 2 1, WO-311 1"))
    }
}
