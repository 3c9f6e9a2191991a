import Foundation
import Testing

/// What the audit makes of boundary files and layers as the wild has them.
struct WildBoundariesTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func write(_ text: String, _ name: String) throws -> String {
        let path = folder.appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    /// Two areas side by side, and what else is asked for.
    private func areas(_ more: String = "") throws -> String {
        try write(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"d":"1"},"geometry":{"type":"Polygon","coordinates":[[[-70.9,41.5],[-70.8,41.5],[-70.8,41.6],[-70.9,41.6],[-70.9,41.5]]]}},
            {"type":"Feature","properties":{"d":"2"},"geometry":{"type":"Polygon","coordinates":[[[-70.8,41.5],[-70.7,41.5],[-70.7,41.6],[-70.8,41.6],[-70.8,41.5]]]}}\(more)]}
            """, "areas.geojson")
    }

    private func city(_ layers: String) throws -> String {
        try write(
            """
            name: Testville
            timezone: America/New_York
            requests:
              columns: {id: id, category: category, status: status, opened: opened, longitude: lon, latitude: lat}
            layers:
            \(layers)

            """, "city.yaml")
    }

    /// Requests of the first of March 2024, each with a longitude, a latitude and a code.
    private func requests(_ rows: [(x: String, y: String, code: String)]) throws -> String {
        let lines = rows.enumerated().map { index, row in
            "R\(index + 1),Pothole,Open,2024-03-01 10:00:00,\(row.x),\(row.y),\(row.code)"
        }
        return try write(
            (["id,category,status,opened,lon,lat,district"] + lines).joined(separator: "\n") + "\n",
            "requests.csv")
    }

    private func audit(_ requests: String, _ city: String, _ more: String...) throws -> Wardline.Outcome {
        try Wardline.run(["audit", requests, "--city", city] + more)
    }

    private let wild = """
        ,
        {"type":"Feature","properties":{"d":"3"},"geometry":{"type":"Polygon","coordinates":[[[-70.9,41.6],[-70.8,41.6],[-708.0,41.7],[-70.9,41.7],[-70.9,41.6]]]}}
        """

    /// Case 95 in the audit: nobody is accused by an area that cannot be read, and nothing is said of what lies in it.
    @Test func `requests of an area that cannot be read are unlocatable, and the summary begins with it`()
        throws
    {
        let layer = "  - {name: d, assigned: district, editions: [{file: \(try areas(wild)), code: d}]}"
        let rows = try requests([
            ("-70.85000", "41.55000", "1"), ("-70.85000", "41.65000", "3"), ("-70.85000", "41.66000", "1"),
            ("-70.75000", "41.55000", "1"),
        ])
        let outcome = try audit(rows, try city(layer), "--all", "-o", "-")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let verdicts = outcome.output.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)[4]
        }
        #expect(verdicts == ["correct", "unlocatable", "unlocatable", "misrouted"])
        #expect(outcome.output.contains("area 3 of areas.geojson cannot be read"))
        let summary = try audit(rows, try city(layer)).output.split(separator: "\n")
        #expect(
            summary[1].hasPrefix(
                "Area 3 of areas.geojson cannot be read, so that 1 request assigned to it could not be judged: vertex 3 of"
            ),
            "\(summary)")
    }

    /// Case 95 of one place: "outside" was said of what may lie in the area that cannot be read.
    @Test func `a place in no area that can be read is not called outside, and a list names what cannot`()
        throws
    {
        let city = try city(
            "  - {name: d, assigned: district, editions: [{file: \(try areas(wild)), code: d}]}")
        let place = try Wardline.run("locate", "-70.85", "41.65", "--city", city)
        #expect(place.status == 0 && place.output.contains("in no area that can be read"), "\(place.output)")
        #expect(place.errors.contains("area 3 (feature 3) cannot be read"))
        let record = try Wardline.run("locate", "-70.85", "41.65", "--city", city, "--format", "json")
        #expect(record.output.contains("\"doubt\":\"unreadable_area\""))
        let inside = try Wardline.run("locate", "-70.85", "41.55", "--city", city, "--format", "json")
        #expect(inside.output.contains("\"doubt\":null"))
        let list = try Wardline.run("boundaries", "list", "--city", city)
        #expect(list.output.contains("areas.geojson: area 3 (feature 3) cannot be read"), "\(list.output)")
    }

    @Test func `a map of an area that cannot be read says so, and not that there is none`() throws {
        let layers = """
              - {name: d, assigned: district, editions: [{file: \(try areas(wild)), code: d}]}
              - {name: ward, editions: [{file: \(try areas(wild)), code: d}]}
            """
        let (city, rows) = (try city(layers), try requests([("-70.85000", "41.55000", "1")]))
        let page = folder.appending(path: "page.svg").path
        let broken = try Wardline.run("map", rows, "--city", city, "--area", "d=3", "-o", page)
        #expect(broken.status == 1)
        #expect(
            broken.errors.contains("the area is in areas, but cannot be read: vertex 3"),
            "\(broken.errors)")
        let whole = try Wardline.run("map", rows, "--city", city, "--area", "d=1", "-o", page)
        #expect(whole.status == 0, "\(whole.errors)")
        let bare = try Wardline.run("map", rows, "--city", city, "--area", "1", "-o", page)
        #expect(bare.errors.contains("name the layer with --layer: d or ward"))
    }

    /// A position on another continent was in an area, and not outside.
    @Test func `a mask of the world among a city's areas is told`() throws {
        let mask = """
            ,
            {"type":"Feature","properties":{"d":"W"},"geometry":{"type":"Polygon","coordinates":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]],[[-70.9,41.5],[-70.9,41.6],[-70.7,41.6],[-70.7,41.5],[-70.9,41.5]]]}}
            """
        let check = try Wardline.run("boundaries", "check", try areas(mask), "--code", "d")
        #expect(
            check.output.contains("warning: area W (feature 3) covers much of the earth"), "\(check.output)")
        #expect(
            try !Wardline.run("boundaries", "check", try areas(), "--code", "d").output.contains(
                "much of the earth"))
    }

    /// Case 79: a ring that crosses itself measured next to nothing.
    @Test func `what a crossing ring measures once it is mended is told without what it was`() throws {
        let bowtie = """
            ,
            {"type":"Feature","properties":{"d":"3"},"geometry":{"type":"Polygon","coordinates":[[[-70.9,41.6],[-70.8,41.7],[-70.8,41.6],[-70.9,41.7],[-70.9,41.6]]]}}
            """
        let check = try Wardline.run("boundaries", "check", try areas(bowtie), "--code", "d")
        #expect(check.output.contains("whose parts counted against each other before"), "\(check.output)")
        #expect(!check.output.contains("of 0.0 m²"))
    }

    /// Case 12.
    @Test func `requests from before the first edition are told as such`() throws {
        let layer =
            "  - {name: d, assigned: district, editions: [{file: \(try areas()), code: d, from: 2024-07-01}]}"
        let outcome = try audit(
            try requests([("-70.85000", "41.55000", "1"), ("-70.75000", "41.55000", "2")]), try city(layer))
        #expect(
            outcome.output.contains("2 requests were opened before 2024-07-01, when the first edition begins")
        )
        #expect(!outcome.output.contains("Recorded codes that are no area"))
    }

    /// Case 84.
    @Test func `a layer without assigned: is named as not audited, and the others are audited`() throws {
        let file = try areas()
        let layers = """
              - {name: d, assigned: district, editions: [{file: \(file), code: d}]}
              - {name: ward, editions: [{file: \(file), code: d}]}
            """
        let outcome = try audit(try requests([("-70.85000", "41.55000", "1")]), try city(layers))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Layer ward is not audited"))
        #expect(outcome.output.contains("correct  1  100.0 %"))
    }

    @Test func `words for no area are no codes`() throws {
        let layer = "  - {name: d, assigned: district, editions: [{file: \(try areas()), code: d}]}"
        let words = [
            "Unspecified BRONX", "0 Unspecified", "0", "Not assigned", "TBD", "?", "sin asignar",
            "Non attribué",
        ]
        let outcome = try audit(
            try requests(words.map { ("-70.85000", "41.55000", $0) } + [("-70.85000", "41.55000", "9")]),
            try city(layer))
        #expect(outcome.output.contains("unassigned    8"), "\(outcome.output)")
        #expect(
            outcome.output.contains("Taken to say that no area was assigned: 0 (1), 0 Unspecified (1), ? (1)")
        )
        #expect(outcome.output.contains("unknown_area  1"))
    }

    @Test func `where no code is known, the positions propose aliases`() throws {
        let layer = "  - {name: d, assigned: district, editions: [{file: \(try areas()), code: d}]}"
        let rows = (0..<4).flatMap { _ in
            [("-70.85000", "41.55000", "West"), ("-70.75000", "41.55000", "East")]
        }
        let outcome = try audit(try requests(rows.map { (x: $0.0, y: $0.1, code: $0.2) }), try city(layer))
        #expect(outcome.output.contains(#"aliases: {"West": "1", "East": "2"}"#), "\(outcome.output)")
        let mended = layer.replacing(
            "assigned: district,", with: #"assigned: district, aliases: {"West": "1", "East": "2"},"#)
        #expect(
            try audit(try requests(rows.map { (x: $0.0, y: $0.1, code: $0.2) }), try city(mended)).output
                .contains("correct  8"))
    }

    /// Case 06, the message: curved borders are named as such, with what to do.
    @Test func `a file of which no shape can be read says why`() throws {
        let path = try write(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"d":"1"},"geometry":{"type":"Polygon","coordinates":[[[-70.9,41.5],["x",41.5],[-70.8,41.6],[-70.9,41.5]]]}}]}"#,
            "broken.geojson")
        let outcome = try Wardline.run(["boundaries", "check", path])
        #expect(outcome.status == 1)
        #expect(
            outcome.output.contains("feature 1: vertex 2 of the outer ring is not a list of two numbers"),
            "\(outcome.output)")
    }

    /// Case 99.
    @Test func `water that is nowhere on the ground is an error with its file`() throws {
        let water = try write(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1e20,1e20],[2e20,1e20],[2e20,2e20],[1e20,1e20]]]}}]}"#,
            "water.geojson")
        let layer =
            "  - {name: d, assigned: district, editions: [{file: \(try areas()), code: d}]}\nmap: {water: {file: \(water)}}"
        let outcome = try Wardline.run([
            "map", try requests([("-70.85000", "41.55000", "1")]), "--city", try city(layer), "--area", "1",
            "-o",
            folder.appending(path: "map.svg").path,
        ])
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.contains("water.geojson: feature 1: vertex 1 of the outer ring"),
            "\(outcome.errors)")
    }

    /// Area 0 is the outline of areas 1 and 2: it has the lowest code, and is no truth about a request.
    private let outline = """
        ,
        {"type":"Feature","properties":{"d":"0"},"geometry":{"type":"Polygon","coordinates":[[[-70.9,41.5],[-70.7,41.5],[-70.7,41.6],[-70.9,41.6],[-70.9,41.5]]]}},
        {"type":"Feature","properties":{"d":"3"},"geometry":{"type":"Polygon","coordinates":[[[-70.7,41.5],[-70.6,41.5],[-70.6,41.6],[-70.7,41.6],[-70.7,41.5]]]}}
        """

    @Test func `no repair is written by the lower code of areas that overlap, and each command says so`()
        throws
    {
        let layer = "  - {name: d, assigned: district, editions: [{file: \(try areas(outline)), code: d}]}"
        let rows = try requests([
            ("-70.85000", "41.55000", "3"), ("-70.85000", "41.55000", "1"), ("-70.85000", "41.55000", ""),
            ("-70.65000", "41.55000", "1"),
        ])
        let (city, repairs) = (try city(layer), folder.appending(path: "repairs.csv").path)
        let outcome = try audit(rows, city, "--all", "-o", "-", "--repairs", repairs, "--all-repairs")
        #expect(
            outcome.errors.contains("areas.geojson: areas overlap (0 and 1, 0 and 2)"), "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").dropFirst()
        #expect(
            lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[4] }
                == ["misrouted", "correct", "unassigned", "misrouted"], "\(outcome.output)")
        #expect(lines.map { $0.contains("in d 0 and 1, which overlap there") } == [true, false, true, false])
        let written = try String(contentsOf: URL(filePath: repairs), encoding: .utf8)
        #expect(!written.contains("R1") && !written.contains("R3") && written.contains("R4"), "\(written)")

        let located = try Wardline.run(["locate", rows, "--city", city, "-o", "-"])
        let doubts = located.output.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).suffix(2).first ?? ""
        }
        #expect(doubts == ["overlap", "overlap", "overlap", ""], "\(located.output)")
        let place = try Wardline.run("locate", "-70.85", "41.55", "--city", city)
        #expect(place.output.contains("in all of 0 and 1, which overlap"), "\(place.output)")
        let border = try Wardline.run("locate", "-70.7", "41.55", "--city", city)
        #expect(border.output.contains("on the border of 0 and 2 and 3"), "\(border.output)")
        let report = try Wardline.run(["report", rows, "--city", city, "--layer", "d"])
        #expect(report.errors.contains("areas overlap (0 and 1, 0 and 2)"), "\(report.errors)")
    }
}
