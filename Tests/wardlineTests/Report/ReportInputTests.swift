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
        #expect(outcome.errors.contains("1 of them not yet due, neither on time nor late"))
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
            8,Pothole,Open,2024-05-01,,,,,
            """
        let outcome = try report(rows, "--as-of", "2024-05-10")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for text in [
            "8 rows in requests.csv (comma-separated): 8 requests read, 0 rejected", "4 requests counted",
            "1 left out: closed without a date", "1 left out: closed before they were opened",
            "1 left out: without a date of opening", "1 left out: opened after the report's day",
            "1 of them outside every district, counted for the city only",
            "1 of them without a position and a code, counted for the city only",
            "2 of 3 closed requests have no closing time, or one before their opening",
        ] {
            #expect(outcome.output.contains(text), "\(text) is not in \(outcome.output)")
        }
        let east = try #require(outcome.output.split(separator: "\n").first { $0.contains(" E ") })
        #expect(east.split(separator: " ").dropFirst(2).prefix(2) == ["1", "1"], "\(east)")
    }

    @Test func `what a file of closings without times cannot say stands in no output`() throws {
        let undated = (0..<30).map { "\($0),Pothole,Closed,2024-05-01,,2024-05-05,\(Self.west),W\n" }
        let dated = (30..<50).map {
            "\($0),Pothole,Closed,2024-05-01,2024-05-0\(2 + $0 % 7),2024-05-05,\(Self.west),W\n"
        }
        let rows = (undated + dated).joined() + "50,Pothole,Open,2024-05-08,,,\(Self.west),W\n"
        let outcome = try report(rows, "-o", "-")
        #expect(outcome.errors.contains("30 of 50 closed requests have no closing time: nothing is said"))
        #expect(!outcome.errors.contains(" % of ") && !outcome.errors.contains("Nothing says when"))
        let west = try #require(outcome.output.split(separator: "\n").first { $0.hasPrefix("district,W,") })
        let values = west.split(separator: ",", omittingEmptySubsequences: false).dropFirst(4)
        let measured = values.dropFirst(2).filter { !$0.isEmpty }
        #expect(values.prefix(2) == ["21", "1"] && measured.isEmpty, "\(west)")
        let path = folder.appending(path: "months.csv").path
        let months = try report(rows, "--by", "month", "--edition", "internal", "-o", path)
        #expect(months.status == 0, "\(months.errors)")
        let city = try #require(
            String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").first {
                $0.hasPrefix("city,")
            })
        let figures = city.split(separator: ",", omittingEmptySubsequences: false).dropFirst(8)
        #expect(figures.first == "51")
        let untold = figures.dropFirst().prefix(10).filter { !$0.isEmpty }
        #expect(untold.isEmpty, "\(city)")
    }

    @Test func `rows that are not counted are listed with line and reason, chosen ones are not`() throws {
        let path = folder.appending(path: "rejects.csv").path
        let rows = """
            1,Pothole,Closed,2024-05-01,,,\(Self.west),W
            2,Graffiti,Open,2024-05-01,,,\(Self.west),W
            3,Pothole,Open,2024-05-01,,,\(Self.west),W
            """
        let outcome = try report(rows, "--category", "Pothole", "--rejects", path)
        #expect(outcome.output.contains("1 request counted"))
        let rejects = try String(contentsOfFile: path, encoding: .utf8)
        #expect(rejects == "line,request_id,kind,reason\n2,1,left_out,closed without a date\n")
    }

    @Test
    func `the last day is that of the last opening or closing, and closing on the day of opening counts`()
        throws
    {
        let rows = """
            1,Pothole,Closed,2024-05-01 10:00,2024-05-04,,\(Self.west),W
            2,Pothole,Closed,2024-05-01 10:00,2024-05-01,,\(Self.west),W
            """
        let outcome = try report(rows, "-o", "-")
        #expect(outcome.errors.contains("May 4, 2024"))
        let west = try #require(outcome.output.split(separator: "\n").first { $0.hasPrefix("district,W,") })
        let values = west.split(separator: ",", omittingEmptySubsequences: false).dropFirst(4).prefix(4)
        // A day without a time ends in the middle of what was left of it.
        #expect(Array(values) == ["2", "0", "0.29", "3.08"])
    }

    @Test func `a last day that stands alone, as a mistyped year does, is warned of`() throws {
        let usual = (1...1_200).map {
            "\($0),Pothole,Open,2024-05-\(String(10 + $0 % 20)),,,\(Self.west),W\n"
        }.joined()
        #expect(try report(usual).errors.isEmpty)
        let warning =
            "999 in 1,000 dates lie by 2024-05-29; if that date is a mistake, name the day with --as-of 2024-05-29"
        #expect(
            try report(usual + "1201,Pothole,Open,2025-05-01,,,\(Self.west),W\n").errors.contains(warning))
        let beyond = try report(usual + "1201,Pothole,Open,2042-05-01,,,\(Self.west),W\n")
        #expect(
            beyond.errors.contains("a date up to 2042-05-01 (request 1201) lies after the file was written"))
        #expect(beyond.output.contains("May 29, 2024"))
    }

    @Test func `a day long after the data is warned of`() throws {
        let rows = "1,Pothole,Open,2024-05-01,,,\(Self.west),W\n"
        #expect(try report(rows, "--as-of", "2025-05-01").errors.contains("the data end on 2024-05-01"))
        #expect(try report(rows, "--as-of", "2024-05-20").errors.isEmpty)
    }

    @Test func `areas that differ only in their kinds of requests are no outliers`() throws {
        // The same service everywhere: potholes on time, dumping late in half of the cases; the west has more dumping.
        var rows = ""
        var number = 0
        for (place, area, dumping) in [("-76.65,39.25", "W", 80), ("-76.55,39.25", "E", 20)] {
            for index in 0..<100 {
                number += 1
                let isDumping = index < dumping
                let closed = isDumping && index % 2 == 0 ? "2024-05-09" : "2024-05-02"
                rows +=
                    "\(number),\(isDumping ? "Dumping" : "Pothole"),Closed,2024-05-01,\(closed),2024-05-04,\(place),\(area)\n"
            }
        }
        let lines = try report(rows, "-o", "-").output.split(separator: "\n").map(String.init)
        let west = try #require(lines.first { $0.hasPrefix("district,W,") })
        #expect(west.contains(",0.6000,") && west.contains(",0.00,within,"), "\(west)")
    }

    @Test func `incomes that make no thirds are said to`() throws {
        let path = folder.appending(path: "incomes.csv").path
        try Data("code,income,people\nW,10,1\nE,10,1\n".utf8).write(to: URL(filePath: path))
        let outcome = try report("1,Pothole,Open,2024-05-01,,,\(Self.west),W\n", "--incomes", path)
        #expect(outcome.output.contains("The incomes make no low and high third to compare."))
    }

    @Test(arguments: [
        ("code,income,people\nW,10,1\nX,20,1\n", "line 3: areas has no area “X”; its areas are E, W"),
        ("code,income,people\nW,10,1\nW,20,1\n", "line 3: area W is there twice"),
        ("code,income,people\nW,10,1\n", "says nothing of E; give every area a row"),
        (
            "code,income,people\nW,10,1\nE,much,1\n",
            "line 3: “much” in column income is no number of 0 or more"
        ),
        ("code,people\nW,1\nE,2\n", "has no column for the income; call one income"),
        ("code,income,people\nW,10,0\nE,20,0\n", "column people has nobody in any area"),
        (
            "code,low_income,high_income,people\nW,1,2,1\nE,1,2,1\n",
            "several columns that may hold the income: low_income, high_income; call one income"
        ),
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
        #expect(empty.status == 0 && empty.output.contains("\n0 requests counted"), "\(empty.errors)")
        let backwards = try report("", "--since", "2024-05-10", "--until", "2024-05-01")
        #expect(backwards.errors.contains("did you mean them the other way round?"))
        let layers = try Wardline.run("report", "SampleData/requests.csv")
        #expect(layers.errors.contains("name the layer with --layer: zone or district"))
        let misspelt = try Wardline.run("report", "SampleData/requests.csv", "--layer", "distrct")
        #expect(misspelt.errors.contains("did you mean district?"))
    }
}
