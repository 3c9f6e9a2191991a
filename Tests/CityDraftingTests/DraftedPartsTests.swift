import City
import Testing
import TestSupport

@testable import CityDrafting

/// Dates in three columns, and workbooks whose first sheet holds no requests.
struct DraftedPartsTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private func draft(_ path: String) throws -> (draft: CityDraft, city: CityFile) {
        try generated.draft(path, areas: [try generated.areas { "\"CODE\": \"Z\($0 + 1)\"" }])
    }

    private func export(_ header: String, _ row: (Int) -> String) throws -> String {
        let rows = (0..<60).map { row($0) }
        return try generated.folder.write(
            ([header] + rows).joined(separator: "\n") + "\n", to: "requests.csv")
    }

    @Test func `a year, a month and a day in columns of their own are the opening`() throws {
        let path = try export(
            "CASE ID,CATEGORY,CREATION YEAR,CREATION MONTH,CREATION DAY,CREATION TIME,CLOSED YEAR,CLOSED MONTH,CLOSED DAY"
        ) {
            "A\($0),Kind \($0 % 4),2024,\($0 % 12 + 1),\($0 % 28 + 1),\(10 + $0 % 9):30,2025,\($0 % 12 + 1),\($0 % 28 + 1)"
        }
        let (draft, city) = try draft(path)
        #expect(city.requests.dateParts["opened"] == ["CREATION YEAR", "CREATION MONTH", "CREATION DAY"])
        #expect(city.requests.dateParts["closed"] == ["CLOSED YEAR", "CLOSED MONTH", "CLOSED DAY"])
        #expect(city.requests.timeColumns == ["opened": "CREATION TIME"])
        #expect(
            draft.text.contains(
                "by the names of its parts; 100 % of the rows have one, and 100 % of these are dates"))
    }

    @Test func `a day of the week is no part of a date`() throws {
        let path = try export("id,category,Year,Month,Day") {
            "A\($0),Kind \($0 % 4),2024,\($0 % 12 + 1),\(["Mon", "Tue", "Wed"][$0 % 3])"
        }
        let (draft, city) = try draft(path)
        #expect(city.requests.dateParts.isEmpty && city.requests.columns["opened"] == nil)
        #expect(draft.failure?.contains("date of opening") == true)
    }

    @Test func `a closing's hours go with it in German, and times of no date are told`() throws {
        let path = try export("Vorgang;Anliegen;Datum;Uhrzeit;Erledigt am;Erledigt um;Rundgang Uhrzeit") {
            "V\($0);Art \($0 % 4);\(10 + $0 % 18).03.2024;08:\(10 + $0 % 50);\(10 + $0 % 18).04.2024;14:\(10 + $0 % 50);07:\(10 + $0 % 50)"
        }
        let (_, city) = try draft(path)
        #expect(city.requests.timeColumns == ["opened": "Uhrzeit", "closed": "Erledigt um"])
        let other = try export("id,category,opened,closed,visit_slot") {
            "A\($0),Kind \($0 % 4),2024-03-\(10 + $0 % 18),2024-04-\(10 + $0 % 18),08:\(10 + $0 % 50)"
        }
        let (draft, _) = try draft(other)
        #expect(draft.doubts.contains { $0.hasPrefix("times: visit_slot holds times of day") })
    }

    private func workbook() throws -> String {
        func cells(_ texts: [String]) -> String {
            "<row>" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }
        let head = ["Case #", "Case Type", "Opened"]
        func requests(_ year: Int) -> String {
            cells(head)
                + (0..<60).map { cells(["\(year)-\($0)", "Kind \($0 % 4)", "\(year)-03-\(10 + $0 % 18)"]) }
                .joined()
        }
        let counts = cells(["Type", "Count"]) + cells(["Pothole", "3"]) + cells(["Litter", "4"])
        let bytes = ArchiveFixture.workbook([
            ("Pivot", counts), ("FY24", requests(2024)), ("FY25", requests(2025)),
        ])
        return try generated.folder.write(bytes, to: "book.xlsx")
    }

    @Test func `of a workbook the first sheet with columns of requests is taken, and it is told`() throws {
        let (draft, city) = try draft(try workbook())
        #expect(city.requests.sheet == "FY24" && city.requests.columns["opened"] == "Opened")
        #expect(draft.failure == nil)
        #expect(draft.doubts.contains { $0.contains("“Pivot”, “FY25”") && $0.contains("only “FY24” is") })
    }

    @Test func `the sheet that is asked for is taken`() throws {
        var sources = CityDraftSources(requests: try workbook(), cityFile: generated.folder("city.yaml"))
        sources.sheet = "FY25"
        let draft = try CityDrafter(sources, jobs: 1).draft()
        #expect(draft.text.contains("sheet: FY25  # as was asked for"))
        sources.sheet = "FY26"
        #expect(throws: (any Error).self) { try CityDrafter(sources, jobs: 1).draft() }
    }
}
