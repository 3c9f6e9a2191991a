import Foundation
import Testing

/// Dates of which nothing settles whether day or month comes first: the guess goes with all that is made of them.
struct UnsettledDatesTests {
    private let folder: URL

    /// Three requests of eight days or less, whose dates may be read both ways: as day first half of them take six days.
    private static let open = ["R1,01/02/2024", "R2,02/02/2024", "R3,03/02/2024"]
    private static let settling = ["R4,13/02/2024", "R5,14/02/2024"]

    init() throws {
        folder = try Wardline.scratchFolder()
        try write("city.yaml", city())
        try write(
            "b.geojson",
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"district":"1"},"geometry":"#
                + #"{"type":"Polygon","coordinates":[[[-76.7,39.2],[-76.5,39.2],[-76.5,39.4],[-76.7,39.4],[-76.7,39.2]]]}}]}"#
        )
        try requests("jan.csv", Self.open, closed: "09/02/2024")
        try requests("feb.csv", Self.open + Self.settling, closed: "09/02/2024", settled: "15/02/2024")
        try requests("march.csv", ["R7,04/02/2024", "R8,05/02/2024"], closed: "09/02/2024")
    }

    private func city(_ more: String = "") -> String {
        """
        name: T
        timezone: America/New_York
        requests:
          columns: {id: id, category: category, status: status, opened: opened, closed: closed, longitude: lon, latitude: lat}
        \(more)
        layers:
          - {name: district, assigned: district, editions: [{file: b.geojson, code: district}]}

        """
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func requests(_ name: String, _ rows: [String], closed: String, settled: String? = nil) throws {
        let rows = rows.map { row in
            let fields = row.split(separator: ",")
            let last = Self.settling.contains(row) ? settled ?? closed : closed
            return "\(fields[0]),Pothole,Closed,\(fields[1]),\(last),-76.6,39.3,1\n"
        }
        try write(name, "id,category,status,opened,closed,lon,lat,district\n" + rows.joined())
    }

    private func run(_ line: String) throws -> (status: Int32, text: String) {
        let outcome = try Wardline.shell("wardline \(line)", in: folder)
        return (outcome.status, outcome.output + outcome.errors)
    }

    private func succeed(_ line: String) throws -> String {
        let (status, text) = try run(line)
        try #require(status == 0, "\(text)")
        return text
    }

    private static let doubt = "whether day or month comes first in the dates of import 1 (jan.csv)"

    @Test(arguments: ["report w.gpkg", "hotspots w.gpkg", "closures w.gpkg", "facts w.gpkg -o f.json"])
    func `a workspace says of each import whose order of dates was a guess that it was`(_ line: String) throws
    {
        _ = try succeed("import jan.csv --into w.gpkg")
        #expect(try succeed(line).contains(Self.doubt))
    }

    @Test func `a file that settles the other order is not put beside what was guessed, and says what to do`()
        throws
    {
        _ = try succeed("import jan.csv --into w.gpkg")
        let before = try Data(contentsOf: folder.appending(path: "w.gpkg"))
        let refused = try run("import feb.csv --into w.gpkg")
        #expect(refused.status == 1)
        #expect(
            refused.text.contains(
                "day/month/year, and import 1 (jan.csv) into w.gpkg was read as month/day/year"))
        #expect(refused.text.contains("Import all files anew"))
        #expect(try Data(contentsOf: folder.appending(path: "w.gpkg")) == before)
        // What it says to do.
        _ = try succeed("import feb.csv --into new.gpkg")
        #expect(
            try succeed("import jan.csv --into new.gpkg").contains(
                "as in the files that were imported before"))
        let report = try succeed("report new.gpkg")
        #expect(report.contains("5 requests counted") && report.contains("6.0 d"))
        #expect(!report.contains("not certain"))
    }

    @Test func `the city file's order settles a guess that was right, with no request changed`() throws {
        _ = try succeed("import jan.csv --into w.gpkg")
        try write("city.yaml", city("  dates: month first"))
        let text = try succeed("import jan.csv --into w.gpkg")
        #expect(text.contains("3 as they were") && text.contains("is now settled"))
        #expect(try !succeed("report w.gpkg").contains("not certain"))
        try write("city.yaml", city("  dates: day first"))
        _ = try succeed("import march.csv --into other.gpkg")
        try write("city.yaml", city())
        #expect(try !succeed("import jan.csv --into other.gpkg").contains("not certain"))
    }

    @Test func `facts of a guessed order are as uncertain as it is`() throws {
        _ = try succeed("facts jan.csv -o f.json")
        let report = try succeed("report march.csv --facts f.json")
        #expect(
            report.contains("not certain: whether day or month comes first; the facts took month/day/year"))
        _ = try succeed("import jan.csv --into w.gpkg")
        #expect(
            try succeed("facts w.gpkg -o w.json").contains("Dates: month/day/year, which nothing settled"))
    }

    @Test func `a guess of the facts gives way to dates that have one reading`() throws {
        _ = try succeed("facts jan.csv -o f.json")
        try requests("p3.csv", Self.settling, closed: "19/02/2024")
        let report = try succeed("report p3.csv --facts f.json")
        #expect(report.contains("2 requests counted"))
        #expect(report.contains("since 4 dates can be read in no other order"))
        #expect(report.contains("took month/day/year for its dates, which nothing settled"))
        #expect(!report.contains("left out"))
    }
}
