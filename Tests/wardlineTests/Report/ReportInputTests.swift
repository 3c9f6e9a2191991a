import Foundation
import Testing

/// `wardline report` over small made-up cities, and over what cannot be reported on.
struct ReportInputTests {
    private let folder: URL
    private let city: String

    /// Two areas side by side, west and east of −76.6.
    init() throws {
        folder = try Wardline.scratchFolder()
        let areas = try BoundaryFixtures.write(
            [
                ("W", BoundaryFixtures.box(-76.7, 39.2, -76.6, 39.3)),
                ("E", BoundaryFixtures.box(-76.6, 39.2, -76.5, 39.3)),
            ], in: folder)
        city = try Wardline.city(assigned: "district", editions: ["file: \(areas), code: code"])
    }

    private func report(_ rows: String, _ more: String...) throws -> Wardline.Outcome {
        let path = folder.appending(path: "requests.csv").path
        let header = "id,category,status,opened,closed,due,longitude,latitude,district\n"
        try Data((header + rows).utf8).write(to: URL(filePath: path))
        return try Wardline.run(["report", path, "--city", city] + more)
    }

    private static let west = "-76.65,39.25"

    @Test func `a request is on time until its due day ends, late from then on, closed or open`() throws {
        let rows = """
            1,Pothole,Closed,2024-05-01 10:00,2024-05-03 23:00,2024-05-03 09:00,\(Self.west),W
            2,Pothole,Closed,2024-05-01 10:00,2024-05-04 00:30,2024-05-03 09:00,\(Self.west),W
            3,Pothole,Open,2024-05-01 10:00,,2024-05-03 09:00,\(Self.west),W
            4,Pothole,Open,2024-05-09 10:00,,2024-05-12 09:00,\(Self.west),W
            5,Pothole,Closed,2024-05-01 10:00,2024-05-02 10:00,,\(Self.west),W
            """
        let outcome = try report(rows, "--as-of", "2024-05-10", "-o", "-")
        let west = try #require(outcome.output.split(separator: "\n").first { $0.hasPrefix("district,W,") })
        // Closed after 1.0, 2.54 and 2.60 days of five: the curve passes one half at the last.
        let values = west.split(separator: ",", omittingEmptySubsequences: false).dropFirst(4).prefix(8)
        #expect(Array(values) == ["5", "2", "2.60", "", "1", "2", "1", "0.3333"])
    }

    @Test
    func `what cannot be counted is left out with its reason, and what lies nowhere counts for the city`()
        throws
    {
        let rows = """
            1,Pothole,Closed,2024-05-01,2024-05-03,,\(Self.west),W
            2,Pothole,Closed,2024-05-01,,,\(Self.west),W
            3,Pothole,Closed,2024-05-04,2024-05-02,,\(Self.west),W
            4,Pothole,Open,,,,\(Self.west),W
            5,Pothole,Open,2024-06-01,,,\(Self.west),W
            6,Pothole,Open,2024-05-01,,,-76.0,39.25,
            7,Pothole,Open,2024-05-01,,,,,E
            """
        let outcome = try report(rows, "--as-of", "2024-05-10")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for text in [
            "7 rows in requests.csv (comma-separated): 3 requests counted",
            "1 left out: closed without a date", "1 left out: closed before they were opened",
            "1 left out: without a date of opening", "1 left out: opened after the report's day",
            "1 of them in no district, counted for the city only",
            "Nothing says when requests are due",
        ] {
            #expect(outcome.output.contains(text), "\(text) is not in \(outcome.output)")
        }
        let east = try #require(outcome.output.split(separator: "\n").first { $0.contains(" E ") })
        #expect(east.split(separator: " ").dropFirst(2).prefix(2) == ["1", "1"], "\(east)")
    }

    @Test(arguments: [
        ("code,income,people\nW,10,1\nX,20,1\n", "line 3: areas has no area “X”; its areas are E, W"),
        ("code,income,people\nW,10,1\nW,20,1\n", "line 3: area W is there twice"),
        ("code,income,people\nW,10,1\n", "says nothing of E; give every area a row"),
        (
            "code,income,people\nW,10,1\nE,much,1\n",
            "line 3: “much” in column income is no number of 0 or more"
        ),
        ("code,people\nW,1\nE,2\n", "has no column for the income"),
        ("code,income,people\nW,10\nE,20,1\n", "line 2 does not fit the header code, income, people"),
    ])
    func `a table of incomes that says too little or too much is refused with the line`(
        _ table: String, _ message: String
    ) throws {
        let path = folder.appending(path: "incomes.csv").path
        try Data(table.utf8).write(to: URL(filePath: path))
        let outcome = try report("1,Pothole,Open,2024-05-01,,,\(Self.west),W\n", "--incomes", path)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func `no requests, no dates and wrong usage say what to do`() throws {
        let undated = try report("1,Pothole,Open,,,,\(Self.west),W\n")
        #expect(
            undated.errors.contains("no request has a date of opening; name the report's day with --as-of"))
        let empty = try report("1,Pothole,Open,,,,\(Self.west),W\n", "--as-of", "2024-05-10")
        #expect(empty.status == 0 && empty.output.contains(": 0 requests counted"), "\(empty.errors)")
        let backwards = try report("", "--since", "2024-05-10", "--until", "2024-05-01")
        #expect(backwards.errors.contains("did you mean them the other way round?"))
        let layers = try Wardline.run("report", "SampleData/requests.csv")
        #expect(layers.errors.contains("name the layer with --layer: zone or district"))
        let misspelt = try Wardline.run("report", "SampleData/requests.csv", "--layer", "distrct")
        #expect(misspelt.errors.contains("did you mean district?"))
    }
}
