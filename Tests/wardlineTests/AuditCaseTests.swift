import Foundation
import Testing

/// A made-up city in a folder of its own: zones beside each other, and what a test adds.
private struct Place {
    let folder: URL

    /// - Parameters:
    ///   - layer: Further keys of the layer, such as `from:` of its edition.
    ///   - reference: The lines under `reference:`; empty for none.
    init(
        zones: [BoundaryFixtures.Area], layer: String = "", edition: String = "", more: String = "",
        reference: String = ""
    ) throws {
        folder = try Wardline.scratchFolder()
        _ = try BoundaryFixtures.write(zones, in: folder, name: "zones.geojson")
        let yaml = """
            name: Testville
            timezone: UTC
            requests:
              columns: {id: id, category: category, opened: opened, closed: closed, address: address,
                        longitude: lon, latitude: lat}
            layers:
              - name: zone
                assigned: zone
                editions: [{file: zones.geojson, code: code\(edition)}]
            \(layer)
            \(more)
            \(reference)
            """
        try write(yaml, "city.yaml")
    }

    func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// Writes potholes with the columns id, opened, address, lon, lat, zone; none is closed.
    func requests(_ rows: [String]) throws {
        let lines = ["id,opened,address,lon,lat,zone"] + rows
        let more = lines.enumerated().map { $1 + ($0 == 0 ? ",category,closed" : ",Pothole,") }
        try write(more.joined(separator: "\n") + "\n", "requests.csv")
    }

    func audit(_ options: String = "") throws -> Wardline.Outcome {
        let outcome = try Wardline.shell("wardline audit requests.csv \(options)", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome
    }

    /// Returns verdict and cause of each request.
    func verdicts() throws -> [String: String] {
        let lines = try audit("--all --format jsonl -o -").output.split(separator: "\n")
        return try lines.reduce(into: [:]) { all, line in
            let finding = try #require(try json(String(line)) as? [String: Any])
            let cause = (finding["cause"] as? String).map { " \($0)" } ?? ""
            all[finding["request_id"] as? String ?? ""] = "\(finding["verdict"] ?? "")\(cause)"
        }
    }

    func repairs(_ options: String) throws -> [String] {
        _ = try audit("--repairs repairs.csv \(options)")
        return try String(contentsOf: folder.appending(path: "repairs.csv"), encoding: .utf8)
            .split(separator: "\n").dropFirst().map(String.init)
    }
}

private let westAndEast: [BoundaryFixtures.Area] = [
    ("1", BoundaryFixtures.box(-95.02, 38.98, -95, 39.02)),
    ("2", BoundaryFixtures.box(-95, 38.98, -94.98, 39.02)),
]

/// Main St is the border; Long Ln lies over a kilometre away in zone 2.
private func townOfTwoStreets() throws -> Place {
    let place = try Place(
        zones: westAndEast,
        reference: """
            reference:
              streets: {file: streets.geojson, profile: tiger}
              addresses: {file: points.csv, profile: openaddresses}
            """)
    func street(_ name: String, _ x: Double, _ y: Double) -> String {
        #"{"type":"Feature","properties":{"FULLNAME":"\#(name)","LFROMHN":"101","LTOHN":"199","RFROMHN":"100","#
            + #""RTOHN":"198","PARITYL":"O","PARITYR":"E"},"geometry":{"type":"LineString","coordinates":"#
            + "[[\(x),\(y)],[\(x),\(y + 0.001)]]}}"
    }
    try place.write(
        #"{"type":"FeatureCollection","features":[\#(street("Main St", -95, 39)),\#(street("Long Ln", -94.99, 38.99))]}"#,
        "streets.geojson")
    try place.write(
        """
        LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH
        -95.0002,39.0005,151,Main St,,,,,,A1,
        -94.9898,38.9905,150,Long Ln,,,,,,A2,

        """, "points.csv")
    return place
}

@Suite struct AuditCaseTests {
    // Case 73.
    @Test
    func `an address's own range excuses no wrong side, and a position far from its address frees nobody`()
        throws
    {
        let place = try townOfTwoStreets()
        try place.requests([
            "side,2024-05-05,151 Main St,-94.9998037,39.0005,2",
            "far,2024-05-05,150 Long,-95.005,39.0005,1",
            "doubt,2024-05-05,151 Main St,-94.9999538,39.0005,1",
        ])
        #expect(
            try place.verdicts() == [
                "side": "misrouted wrong_side", "far": "uncertain", "doubt": "uncertain",
            ])
        let repairs = try place.repairs("--all-repairs")
        #expect(repairs.count == 1)
        #expect(repairs.allSatisfy { $0.hasPrefix("side,zone,2,1,") })
    }

    // Case 78.
    @Test func `a recorded position alone makes no certain repair, and its block may speak against it`()
        throws
    {
        let place = try Place(zones: westAndEast)
        let block = (0..<4).map { "N\($0),2024-01-02,\(600 + 2 * $0) Alder St,-95.0\(50 + $0)1,39.0012345,1" }
            .map { $0.replacing("-95.05", with: "-95.015") }
        try place.requests(
            block + [
                "bad,2024-01-02,604 Alder St,-94.9851234,39.0012345,1",
                "lone,2024-01-02,17 Birch St,-94.9851234,39.0012345,1",
            ])
        let verdicts = try place.verdicts()
        #expect(verdicts["bad"] == "uncertain")
        #expect(verdicts["lone"] == "misrouted unexplained")
        #expect(try place.repairs("").isEmpty)
        #expect(try place.repairs("--all-repairs").map { $0.contains("likely") } == [true])
        #expect(try place.audit().output.contains("nothing says which of the two is wrong"))
    }

    // Issue 13, point 1: three requests of a block that agree are a second source.
    @Test func `three other requests of a block make a repair certain`() throws {
        let place = try Place(zones: westAndEast)
        try place.requests(
            (0..<3).map { "N\($0),2024-01-02,\(600 + 2 * $0) Alder St,-94.98512\(3 + $0)4,39.0012345,2" }
                + ["wrong,2024-01-02,610 Alder St,-94.9852234,39.0012345,1"])
        #expect(try place.repairs("").map { $0.hasPrefix("wrong,zone,1,2,") } == [true])
        // Nor is it told as an open question.
        let summary = try place.audit().output
        #expect(!summary.contains("nothing says which"), "\(summary)")
        #expect(
            summary.contains("1  by other requests of their block or another second source"), "\(summary)")
        let story = try place.audit("--explain wrong").output
        #expect(story.contains("no cause is known, and a second source says the same as the map"), "\(story)")
    }

    @Test func `others of the block that were assigned as it was leave a repair likely, also by facts`()
        throws
    {
        let place = try Place(zones: westAndEast)
        let rows = (0..<8).map {
            "N\($0),2024-01-02,\(600 + 2 * $0) Alder St,-94.98512\($0)4,39.0012345,\($0 < 3 ? 2 : 1)"
        }
        try place.requests(rows)
        #expect(try place.repairs("").isEmpty)
        #expect(try place.repairs("--all-repairs").count == 5)
        let facts = try Wardline.run(
            "facts", place.folder.appending(path: "requests.csv").path, "-o",
            place.folder.appending(path: "facts.json").path)
        #expect(facts.status == 0, "\(facts.errors)")
        try place.requests(Array(rows.suffix(1)))
        let known = "--facts '\(place.folder.path)/facts.json'"
        #expect(try place.repairs(known).isEmpty)
        #expect(try place.repairs("\(known) --all-repairs").count == 1)
    }

    // Case 80.
    @Test func `a match in another ZIP code than the request names asks and does not accuse`() throws {
        let place = try Place(
            zones: westAndEast,
            reference: """
                reference:
                  addresses: {file: points.csv, columns: {number: number, street: street, zip: zip, longitude: lon, latitude: lat}}
                """)
        try place.write(
            "number,street,zip,lon,lat\n121,Alder St,00002,-94.985,39.001\n5,Birch St,00001,-95.015,39.001\n",
            "points.csv")
        try place.write(
            """
            id,category,opened,closed,address,lon,lat,zone,zip
            column,Pothole,2024-01-02,,121 Alder St,,,1,00001
            line,Pothole,2024-01-02,,"121 Alder St, 00001",,,1,
            right,Pothole,2024-01-02,,121 Alder St,,,1,00002

            """, "requests.csv")
        let yaml = try String(contentsOf: place.folder.appending(path: "city.yaml"), encoding: .utf8)
        try place.write(
            yaml.replacing("latitude: lat}\nlayers", with: "latitude: lat, zip: zip}\nlayers"), "city.yaml")
        let verdicts = try place.verdicts()
        #expect(verdicts["column"] == "uncertain")
        #expect(verdicts["line"] == "unlocatable")
        #expect(verdicts["right"]?.hasPrefix("misrouted") == true)
    }

    // Case 77.
    @Test func `no days are lost where misrouted requests took as long as others`() throws {
        let place = try Place(zones: westAndEast)
        func rows(from start: Int, count: Int, zone: String) -> [String] {
            (start..<start + count).map { index in
                // One in five takes two months, in both groups.
                let closed = index % 5 == 0 ? "2024-03-01" : "2024-01-02"
                return "R\(index),Pothole,2024-01-01,\(closed),,-95.01\(10 + index)234,39.0012345,\(zone)"
            }
        }
        func audit(_ rows: [String]) throws -> String {
            try place.write(
                (["id,category,opened,closed,address,lon,lat,zone"] + rows).joined(separator: "\n") + "\n",
                "requests.csv")
            return try place.audit().output
        }
        let alike = try audit(rows(from: 0, count: 60, zone: "1") + rows(from: 60, count: 10, zone: "2"))
        #expect(!alike.contains("days lost"))
        #expect(alike.contains("may be chance"))
        let slow = rows(from: 60, count: 20, zone: "2").map { $0.replacing("2024-01-02", with: "2024-03-05") }
        #expect(try audit(rows(from: 0, count: 60, zone: "1") + slow).contains("days lost in all (between"))
    }

    // Case 12.
    @Test func `requests from before the first edition are told as such, not as unknown codes`() throws {
        let place = try Place(zones: westAndEast, edition: ", from: 2024-07-01")
        try place.requests([
            "a,2024-03-01,1 Elm St,-95.011234,39.001234,1", "b,2024-08-01,,-95.011234,39.001234,1",
        ])
        let output = try place.audit().output
        #expect(output.contains("1 request was opened before 2024-07-01, when the first edition begins"))
        #expect(!output.contains("Recorded codes that are no area"))
    }

    // Case 84.
    @Test func `a layer without a column of the requests is left out by name`() throws {
        let place = try Place(
            zones: westAndEast, layer: "  - name: ward\n    editions: [{file: zones.geojson, code: code}]")
        try place.requests(["a,2024-03-01,1 Elm St,-95.011234,39.001234,1"])
        let outcome = try place.audit()
        #expect(outcome.output.contains("Layer ward is not audited"))
        #expect(outcome.output.contains("correct  1  100.0 %"))
    }

    // Case 24.
    @Test func `an id that a spreadsheet rewrote gets no repair, and that is said`() throws {
        let place = try Place(zones: westAndEast)
        try place.requests([
            "1.23E+11,2024-03-01,1 Elm St,-95.011234,39.001234,2",
            "R2,2024-03-01,1 Elm St,-95.011234,39.001234,2",
        ])
        #expect(try place.repairs("--all-repairs").map { $0.hasPrefix("R2,") } == [true])
        let output = try place.audit("--repairs repairs.csv --all-repairs").output
        #expect(output.contains("1 left out, whose ids a spreadsheet rewrote"))
    }

    // Issue 13, point 3.
    @Test func `a map with areas that nobody is assigned to is told, and what was agreed is counted apart`()
        throws
    {
        let zones = westAndEast + [("127", BoundaryFixtures.box(-94.98, 38.98, -94.96, 39.02))]
        let place = try Place(
            zones: zones, layer: "    accepted: [{from: 2, to: 1, why: the depot's side}]")
        try place.requests(
            (0..<6).map { "n\($0),2024-03-01,,-94.97\($0)234,39.001234,2" }
                + ["ok,2024-03-01,,-95.011234,39.001234,1", "agreed,2024-03-01,,-95.011234,39.001234,2"])
        let output = try place.audit().output
        #expect(output.contains("6 of 6 disagreements lie in 127, which no request is assigned to"))
        #expect(output.contains("1 request counted as correct differ as agreed: 2 → 1 (the depot's side)"))
        #expect(try place.verdicts()["agreed"] == "correct")
    }

    // Case 38.
    @Test(arguments: ["'39.001, -95.011'", "'-95.011, 39.001'", "-95.011 39.001", "-95.011,39.001"])
    func `a pasted pair of numbers is a position, and exchanged ones are told`(pair: String) throws {
        let place = try Place(zones: westAndEast)
        let outcome = try Wardline.shell("wardline locate \(pair) --city city.yaml", in: place.folder)
        // No place has the latitude -95.
        let isExchanged = pair.contains("39.001, -95.011")
        #expect(outcome.status == (isExchanged ? 64 : 0), "\(outcome.errors)")
        #expect(outcome.errors.contains("longitude comes first") == isExchanged)
        #expect(outcome.output.contains("outside") == false)
    }

    @Test func `locating an address that is not found ends with 2`() throws {
        let place = try townOfTwoStreets()
        let outcome = try Wardline.shell(
            "wardline locate '1 Nowhere Blvd' --city city.yaml", in: place.folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.contains("cannot be located"))
    }
}
