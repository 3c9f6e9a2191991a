import Foundation
import TestSupport
import Testing

/// Pages of whole cities in a browser without a network: cases drawn, filter, search, keyboard, addresses, paper.
@Suite(.enabled(if: PublishedPage.isPossible, "chromium, node or libjs-leaflet is not installed"))
struct `A browser can use the page of` {
    private func check(_ page: PublishedPage) throws {
        let checks = try page.checks("web-page.mjs")
        #expect(checks.count > 30)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }

    @Test(
        .enabled(if: Wardline.realData != nil, "WARDLINE_REAL_DATA or ../shared/data is missing"),
        arguments: PublishedPage.cities.prefix(LongTests.areAsked ? 2 : 1))
    fileprivate func `a real city, with streets and without`(city: PublishedPage.City) throws {
        try check(PublishedPage(city))
    }

    @Test(arguments: PublishedPage.grounds.suffix(LongTests.areAsked ? 3 : 1))
    fileprivate func `the sample without streets, with minor streets only, and without water`(
        ground: PublishedPage.Ground
    ) throws {
        try check(PublishedPage(ground))
    }
}

/// A page that `wardline map` wrote.
private struct PublishedPage {
    struct City: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let requests: String
        let layer: String
        let area: String
        /// Below the requests' key; `DATA` stands for the folder of the data.
        let settings: String
    }

    /// What is taken out of the sample's city file.
    enum Ground: Sendable { case noWater, minorStreets, noStreets }

    static let grounds = [Ground.noWater, .minorStreets, .noStreets]

    static let cities = [
        City(
            testDescription: "Baltimore", requests: "baltimore/baltimore_311_sample_10000.csv",
            layer: "council", area: "11",
            settings: """
                requests: {profile: baltimore}
                layers:
                  - name: council
                    assigned: CouncilDistrict
                    editions: [{file: DATA/baltimore/council_districts_4326.geojson, code: id}]
                reference:
                  streets: {file: DATA/baltimore/baltimore_street_centerlines.geojson, profile: baltimore}
                """),
        City(
            testDescription: "Washington, which names no streets",
            requests: "washington-dc/dc_311_combined.csv", layer: "ward", area: "2",
            settings: """
                layers:
                  - name: ward
                    assigned: WARD
                    editions: [{file: DATA/washington-dc/ward-2012.geojson, code: WARD_ID}]
                """),
    ]

    static let isPossible =
        OutsideTool.areHere("chromium", "node")
        && FileManager.default.fileExists(atPath: "/usr/share/javascript/leaflet/leaflet.min.js")

    private let page: URL

    init(_ city: City) throws {
        let data = try #require(Wardline.realData)
        try self.init(
            settings: "name: \(city.area)\ntimezone: America/New_York\n"
                + city.settings.replacing("DATA", with: data),
            requests: "\(data)/\(city.requests)", layer: city.layer, area: city.area)
    }

    init(_ ground: Ground) throws {
        let package = Wardline.package
        let folder = try Wardline.scratchFolder()
        var text = try String(
            contentsOf: package.appending(path: "SampleData/city.yaml"), encoding: .utf8
        ).replacing("../Boundaries", with: package.appending(path: "Boundaries").path)
        var streets = package.appending(path: "SampleData/streets.geojson")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        switch ground {
        case .noWater:
            text = lines.filter { !$0.contains("water") && !$0.hasPrefix("map:") }.joined(separator: "\n")
        case .minorStreets:
            // Local streets alone, by the census's class of them.
            let all = try String(contentsOf: streets, encoding: .utf8)
            streets = folder.appending(path: "streets.geojson")
            try Data(
                all.replacing("\"S1100\"", with: "\"S1400\"").replacing("\"S1200\"", with: "\"S1400\"").utf8
            )
            .write(to: streets)
        case .noStreets:
            text = lines.prefix { !$0.hasPrefix("reference:") }.joined(separator: "\n") + "\n"
        }
        text = text.replacing("file: streets.geojson", with: "file: \(streets.path)").replacing(
            "file: addresses", with: "file: \(package.path)/SampleData/addresses")
        try self.init(
            settings: text, requests: package.appending(path: "SampleData/requests.csv").path,
            layer: "district", area: "7")
    }

    private init(settings: String, requests: String, layer: String, area: String) throws {
        let folder = try Wardline.scratchFolder()
        let city = folder.appending(path: "city.yaml")
        try Data(settings.utf8).write(to: city)
        page = folder.appending(path: "page.html")
        let outcome = try Wardline.run(
            "map", requests, "--city", city.path, "--layer", layer, "--area", area, "-o", page.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    struct Check: Decodable {
        let check: String
        let passed: Bool
        let detail: String
    }

    /// Runs a script of the drawing module's tests on the page. It lets no console message pass.
    func checks(_ script: String) throws -> [Check] {
        let path = Wardline.package.appending(path: "Tests/MapsTests/Browser/\(script)").path
        let browser = try Wardline.shell("command -v chromium").output.split(separator: "\n").first ?? ""
        let output = try OutsideTool.run("node", [path, String(browser), page.path])
        return try output.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
            try JSONDecoder().decode(Check.self, from: Data($0.utf8))
        }
    }
}
