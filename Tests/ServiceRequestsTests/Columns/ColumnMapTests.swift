import Testing

@testable import ServiceRequests

struct ColumnMapTests {
    private let header = [
        "ServiceRequestNum", "SRType", "CreatedDate", "Latitude", "Longitude", "CouncilDistrict", "Note",
        "SRStatus",
        "CloseDate", "Address",
    ]

    private func map(_ selection: ColumnSelection = ColumnSelection(), layers: [String] = []) throws
        -> ColumnMap
    {
        try ColumnMap(header: header, line: 1, source: "x.csv", selection: selection, layers: layers)
    }

    @Test func `columns that are spelled out come before the profile's`() throws {
        let map = try map(ColumnSelection(columns: [.category: "note"]), layers: ["councildistrict"])
        #expect(map.profile?.name == "baltimore")
        #expect(map.columns[.category] == 6)
        #expect(map.columns[.id] == 0)
        #expect(map.assigned == [5])
    }

    @Test func `columns that are all spelled out need no profile`() throws {
        let map = try map(
            ColumnSelection(columns: [.id: "Note", .category: "SRType", .opened: "CreatedDate"]))
        #expect(map.profile == nil)
        #expect(map.columns == [.id: 6, .category: 1, .opened: 2])
    }

    @Test func `a wrong name says the nearest ones`() {
        #expect {
            try map(layers: ["CouncilDistict"])
        } throws: { error in
            "\(error)".contains(
                "x.csv has no column CouncilDistict for assigned (did you mean CouncilDistrict?)")
        }
    }

    @Test func `an unknown header says its columns and what to do`() {
        #expect {
            try ColumnMap(
                header: ["name", "b"], line: 3, source: "x.csv", selection: ColumnSelection(), layers: [])
        } throws: { error in
            "\(error)".hasPrefix("x.csv line 3: no known city has these columns: name, b; spell them out")
        }
    }

    @Test func `a named profile that lacks an essential column says which`() {
        #expect(throws: RequestError.missingField(.id, source: "x.csv", header: ["SRType"])) {
            try ColumnMap(
                header: ["SRType"], line: 1, source: "x.csv",
                selection: ColumnSelection(profile: "baltimore"), layers: [])
        }
    }

    @Test func `x and y need a coordinate system`() {
        let columns: [RequestField: String] = [.id: "a", .category: "b", .opened: "c", .x: "x", .y: "y"]
        #expect(throws: RequestError.missingCoordinateSystem(source: "x.csv")) {
            try ColumnMap(
                header: ["a", "b", "c", "x", "y"], line: 1, source: "x.csv",
                selection: ColumnSelection(columns: columns),
                layers: [])
        }
    }

    // Case 61: what was taken for a header may be a request.
    @Test(arguments: [
        ["F0", "Pothole", "Closed", "2024-03-01 10:00:00", "100 Main St", "-76.615", "1"],
        ["F0", "Pothole", "Closed", "Main & Oak St"], ["Jane Roe", "410-555-0199", "street light"],
        ["id", "12 Elm Ave"], ["type", "jane@example.org"],
    ])
    func `an error shows no row that may be a request's`(row: [String]) {
        #expect(!HeaderEvidence.isPlausible(row))
        #expect {
            try ColumnMap(
                header: row, line: 1, source: "x.csv",
                selection: ColumnSelection(columns: [.id: "nosuch"]),
                layers: [])
        } throws: { error in
            !row.contains { "\(error)".contains($0) && $0.count > 2 }
                && "\(error)".contains("is there a header?")
        }
    }

    @Test(arguments: [
        ["ID Segnalazione", "Data inserimento", "Argomento", "Quartiere"],
        ["Palautenumero", "Vastaanotettu", "Aihe", "Kaupunginosa"],
        ["FITXA_ID", "DIA_DATA_ALTA", "ELEMENT", "BARRI"],
        ["QMNUM", "ERDAT", "KATTXT", "STTXT"], ["bango", "uketsuke", "shurui", "chiku"],
    ])
    func `names in any language are a header by what stands below them`(header: [String]) {
        let rows = [
            ["10021", "10022", "10023"], ["2024-03-01", "2024-03-02", "2024-03-03"],
            ["Buche", "Buche", "Rifiuti"],
            ["Navile", "Savena", ""],
        ]
        #expect(HeaderEvidence.isPlausible(header, above: rows))
        // A first request is like those below it.
        #expect(!HeaderEvidence.isPlausible(["10020", "2024-02-28", "Buche", "Navile"], above: rows))
        #expect(!HeaderEvidence.isPlausible(["", "", "Buche", "Pat Smith"], above: rows))
    }

    @Test func `headers of cities are plausible ones`() {
        for profile in ColumnProfile.known {
            #expect(HeaderEvidence.isPlausible(profile.columns.values.map { $0[0] }), "\(profile.name)")
        }
        #expect(HeaderEvidence.isPlausible(["311 Request Type", "Fecha de cierre", "2010 Census Zone"]))
    }
}
