import Foundation
import Testing

/// A small city in a folder of its own, with two areas that share a border.
private struct SmallCity {
    let folder: URL

    init(requests: String, more: String = "", codes: [String] = ["1", "2"]) throws {
        folder = try Wardline.scratchFolder()
        let areas = codes.enumerated().map { index, code in
            (
                code,
                BoundaryFixtures.box(
                    -76.62 + Double(index) * 0.01, 39.29, -76.61 + Double(index) * 0.01, 39.30)
            )
        }
        _ = try BoundaryFixtures.write(areas, in: folder)
        let city = """
            name: Smallville
            timezone: America/New_York
            requests:
              columns: {id: id, category: category, status: status, opened: opened, address: address, longitude: lon, latitude: lat}
            layers:
              - name: district
                editions: [{file: areas.geojson, code: code}]
            \(more)

            """
        try Data(city.utf8).write(to: folder.appending(path: "city.yaml"))
        try Data(requests.utf8).write(to: folder.appending(path: "requests.csv"))
    }

    func map(_ options: String...) throws -> Wardline.Outcome {
        try Wardline.run(
            ["map", folder.appending(path: "requests.csv").path] + options
                + [
                    "--all", "--format", "geojson", "--format", "html", "-o",
                    folder.appending(path: "pages").path,
                ])
    }

    /// All that was written, by file.
    func pages() throws -> [String: String] {
        let pages = folder.appending(path: "pages")
        var texts: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: pages.path) {
            texts[name] = try String(contentsOf: pages.appending(path: name), encoding: .utf8)
        }
        return texts
    }
}

private let head = "id,category,status,opened,address,lon,lat\n"

@Suite struct `Maps of small cities` {
    /// Case 39: a private category written in capitals was drawn.
    @Test func `a private category is not published however it is written`() throws {
        let rows = ["Wellness Check", "WELLNESS  CHECK", "wellness\u{a0}check", "Pothole"].enumerated().map {
            "\($0),\($1),Open,2024-03-01,,-76.615,39.295"
        }
        let city = try SmallCity(
            requests: head + rows.joined(separator: "\n") + "\n",
            more: "categories:\n  Wellness Check: {private: true}")
        let outcome = try city.map()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Wellness Check fewer than 11"))
        let map = try #require(try city.pages()["district-1.geojson"])
        #expect(map.ranges(of: "\"kind\":\"case\"").count == 1)
    }

    @Test func `a category that is nearly private stops the public edition only`() throws {
        let city = try SmallCity(
            requests: head + "1,Wellness Checks,Open,2024-03-01,,-76.615,39.295\n",
            more: "categories:\n  Wellness Check: {private: true}")
        let outcome = try city.map()
        #expect(outcome.status == 1 && outcome.errors.contains("“Wellness Checks”"), "\(outcome.errors)")
        #expect(try city.map("--edition", "internal").status == 0)
    }

    /// Case 98: two packets for three areas, and an index that led from two of them to one.
    @Test func `areas whose codes differ in signs have files of their own`() throws {
        let city = try SmallCity(
            requests: head + "1,Pothole,Open,2024-03-01,,-76.615,39.295\n", codes: ["A 1", "A-1", "A-1-2"])
        #expect(try city.map().status == 0)
        let pages = try city.pages()
        #expect(pages.count == 7)
        let links = Set(pages["index.html"]?.matches(of: /href="([^"]+)"/).map { String($0.1) } ?? [])
        #expect(links == Set(pages.keys).subtracting(["index.html"]))
    }

    /// Case 99.
    @Test(arguments: ["1e20", "-181"]) func `water that lies nowhere is an error that names its file`(
        longitude: String
    ) throws {
        let city = try SmallCity(
            requests: head + "1,Pothole,Open,2024-03-01,,-76.615,39.295\n",
            more: "map: {water: {file: water.geojson}}")
        let ring = "[[\(longitude),39],[-76,39],[-76,40],[\(longitude),39]]"
        try Data(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}]}"#
                .utf8
        ).write(to: city.folder.appending(path: "water.geojson"))
        let outcome = try city.map()
        #expect(outcome.status == 1 && outcome.errors.contains("water.geojson"), "\(outcome.errors)")
    }
}

@Suite struct `What a public map tells of an address` {
    /// Case 97: what clerks write where a street should stand.
    static let forms = [
        "2319 S Main St", "2319-2321 S Main St", "2319/2321 S Main St", "2319 & S Main St", "2319B S Main St",
        "S Main St 2319", "No. 2319 S Main St", "#2319 S Main St", "house 2319 S Main St",
        "2319 1/2 S Main St",
        "Corner house with Mrs Jane Roe 555-0199, S Main St", "12 Call Jane Roe 555-0199 St",
        "Jane Roe Memorial 2319 Hidden Way", "Call 555-0199 St", "Jane Roe & S Main St", "2319",
        "5550199 S Main St",
        "S Main St (555) 010-0199", "jane.roe@mail.example S Main St", "Jane Roe Way 2319",
        "2319 Jane Roe Blvd",
        "S Main St & Jane Roe Ave", "rear of 2319, ask for Jane Roe", "UNIT 2319 JANE ROE CT", "PO Box 2319",
        "2319 S. MAIN ST.",
        "2319, S Main St",
        "2319 S Main St Apt 2319",
        "2319 S Main St #2319",
        "2319 S Main St, Fairhaven, MA 02719",
        "2319 - 2321 S Main St",
        "2319 to 2321 S Main St",
        "2319 and 2321 S Main St",
        "2319 S MAIN ST (JANE ROE)",
        "2319 S Main St c/o Jane Roe",
        "Jane Roe, 2319 S Main St",
        "JANE ROE 2319 S MAIN ST",
        "2319 S Main St tel 555-0199",
        "2319 S Main St 5550199",
        "(555) 010-0199",
        "555-0199",
        "+1 555 010 0199",
        "call 555.010.0199 first",
        "S Main St near 2319",
        "across from 2319 S Main St",
        "opposite 2319 S Main St",
        "behind 2319 S Main St",
        "between 2319 and 2321 S Main St",
        "corner of 2319 S Main St and Jane Roe",
        "S Main St @ Jane Roe",
        "S Main St and 2319 Hidden Way",
        "Hidden Way & S Main St",
        "2319th St",
        "2319 2319 St",
        "N2319 S Main St",
        "02319 S Main St",
        "2,319 S Main St",
        "2319.0 S Main St",
        "2319a-2321b S Main St",
        "Two Three One Nine Jane Roe St",
        "Apt 2319",
        "Unit 2319, Jane Roe",
        "Lot 2319",
        "2319 Highway 2319",
        "2319 Rt 5550199",
        "jane.roe@mail.example",
        "2319 S Main St\tJane Roe",
        "https://mail.example/2319",
        "\"Roe, Jane\" 2319 S Main St",
    ]

    @Test func `no house number, name or telephone number, whatever a clerk wrote`() throws {
        try expectNoSecrets(formats: ["geojson", "html"])
    }

    @Test(.enabled(if: OutsideTool.areHere("pdftotext"), "poppler-utils is not installed"))
    func `no house number, name or telephone number on paper either`() throws {
        try expectNoSecrets(formats: ["geojson", "pdf"])
    }

    private func expectNoSecrets(formats: [String]) throws {
        let rows = Self.forms.enumerated().map { index, address in
            let longitude = -70.87 + Double(index % 5) * 0.008
            let latitude = 41.605 + Double(index / 5 % 7) * 0.005
            return
                "H\(index),,Cat,\(index == 3 ? "Call Jane Roe 555-0199" : "Open"),Web,2024-01-01 10:00:00,,,"
                + "\"\(address.replacing("\"", with: "\"\""))\",\(longitude),\(latitude),1,1,secret\n"
        }
        let folder = try Wardline.scratchFolder()
        let requests = folder.appending(path: "requests.csv")
        let head =
            "sr_number,parent_sr,sr_type,status,channel,created,closed,due,address,lon,lat,assigned_zone,"
            + "assigned_district,description\n"
        try Data((head + rows.joined()).utf8).write(to: requests)
        let pages = folder.appending(path: "pages")
        let outcome = try Wardline.run(
            ["map", requests.path, "--city", "SampleData/city.yaml", "--layer", "district", "--all"]
                + formats.flatMap { ["--format", $0] } + ["-o", pages.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        for area in 1...9 where formats.contains("pdf") {
            let packet = pages.appending(path: "district-\(area).pdf").path
            _ = try OutsideTool.run("pdftotext", [packet, "\(packet).txt"])
        }
        let atlas = SampleAtlas(reading: pages)
        let blocks = try (1...9).flatMap { try atlas.cases("\($0)") }.compactMap(\.properties.block)
        #expect(Self.forms.count > 60 && blocks.count > Self.forms.count / 2)
        // What a PDF says stands beside it as text; its own bytes are packed.
        for name in try atlas.names where !name.hasSuffix(".pdf") {
            let text = try atlas.text(name)
            for secret in ["Roe", "ROE", "555-0199", "555) 010", "Hidden", "mail.example", "\"secret"] {
                let isTold = text.contains(secret)
                #expect(!isTold, "\(name): \(secret)")
            }
        }
        // Numbers of degrees may hold any digits; the words beside them may not.
        for block in blocks {
            #expect(!["2319", "2321", "0199", "5550199"].contains(where: block.contains), "\(block)")
        }
    }
}
