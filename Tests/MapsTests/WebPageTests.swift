import Foundation
import TestSupport
import Testing

@testable import Maps

@Suite struct WebPageTests {
    /// What lies under the cases.
    enum Ground: CaseIterable { case streets, minorStreets, none }

    private static let hasLeaflet = FileManager.default.fileExists(
        atPath: LeafletLibrary.usualFolder + "/leaflet.min.js")
    private static let hasBrowser = hasLeaflet && BrowserCheck.isPossible

    private func page(markers count: Int, ground: Ground = .streets) -> WebPage {
        var sheet = SampleScenes.sheet(markers: count)
        switch ground {
        case .streets: break
        case .minorStreets:
            sheet.scene.streets = sheet.scene.streets.map {
                MapStreet(name: $0.name, importance: .minor, line: $0.line)
            }
        case .none:
            sheet.scene.streets = []
            sheet.scene.water = []
            sheet.scene.neighbours = []
        }
        let rows = (0..<count).map { index in
            MarkerFacts(
                status: index % 2, age: index % 200,
                values: [
                    "Complaint \(index % 3)", "\(index % 90)00 block of Main St",
                    "2025-03-\(10 + index % 20)",
                ])
        }
        let columns = [
            FactColumn(key: "category", title: "Category"), FactColumn(key: "block", title: "Block"),
            FactColumn(key: "opened", title: "Opened"),
        ]
        return WebPage(
            sheet: sheet, table: MarkerTable(statuses: ["Open", "New"], columns: columns, rows: rows))
    }

    @Test(.enabled(if: hasLeaflet, "libjs-leaflet is not installed"))
    func `the page names no other host to fetch from`() throws {
        let html = String(decoding: page(markers: 20).bytes(try LeafletLibrary()), as: UTF8.self)
        for fetching in ["src=\"http", "<link", "@import", "url(http", "url(images/", "sourceMappingURL"] {
            let isThere = html.contains(fetching)
            #expect(!isThere, "\(fetching)")
        }
        let policy = html.contains("default-src &#39;none&#39;; img-src data:;")
        #expect(policy)
    }

    @Test func `cases without a place are listed behind those on the map`() throws {
        var page = page(markers: 2)
        page.table.unplaced = [
            MarkerTable.Unplaced(
                category: 0, facts: MarkerFacts(status: 1, age: 9, values: ["Lost dog", "", "2025-03-01"]))
        ]
        let bytes = WebData(page.sheet, table: page.table, tiles: nil).bytes()
        let data = try #require(
            try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect((data["longitude"] as? [Int])?.count == 2 && (data["latitude"] as? [Int])?.count == 2)
        #expect((data["category"] as? [Int])?.count == 3 && data["age"] as? [Int] == [0, 1, 9])
        let facts = try #require(data["facts"] as? [[String: Any]])
        #expect((facts[0]["values"] as? [String])?.contains("Lost dog") ?? false)
    }

    @Test(.enabled(if: hasLeaflet, "libjs-leaflet is not installed"))
    func `a tile server is asked only when it is named`() throws {
        var page = page(markers: 1)
        page.tiles = TileServer(address: "https://{s}.tiles.example/{z}/{x}/{y}.png", attribution: "Example")
        let html = String(decoding: page.bytes(try LeafletLibrary()), as: UTF8.self)
        let policy = html.contains("img-src data: https://*.tiles.example;")
        #expect(policy)
    }

    @Test(arguments: [
        ("https://tiles.example/{z}/{x}/{y}.png", true),
        ("http://{s}.tiles.example:8080/{z}/{x}/{y}{r}.png", true),
        ("https://tiles.example/{z}/{x}/{y}.png?k={apikey}", false),
        ("https://tiles.example/{z}/{x}.png", false),
        ("javascript:alert(1)//{z}/{x}/{y}", false), ("https://a b/{z}/{x}/{y}", false),
        ("https://tiles.example;/{z}/{x}/{y}", false), ("https://tiles.example/{z}/{x}/{y}\"", false),
        ("https://*/{z}/{x}/{y}", false), ("//tiles.example/{z}/{x}/{y}", false),
    ])
    func `an address of tiles has a plain host and no gap that the page cannot fill`(
        address: String, isOne: Bool
    ) {
        #expect(TileServer.isAddress(address) == isOne)
    }

    @Test func `a missing library is named with what to install`() {
        #expect(throws: MapError.self) { try LeafletLibrary(folder: "/nowhere") }
        let message = MapError.leafletMissing(folder: "/nowhere", file: "leaflet.min.js").description
        #expect(message.contains("/nowhere/leaflet.min.js") && message.contains("libjs-leaflet"))
    }

    @Test(.enabled(if: hasLeaflet, "libjs-leaflet is not installed"))
    func `a text cannot end the script that holds it`() throws {
        var page = page(markers: 1)
        page.table.rows[0].values[1] = "</script><script>alert(1)</script>"
        page.sheet.title = "<b>District & co"
        let html = String(decoding: page.bytes(try LeafletLibrary()), as: UTF8.self)
        let hasScript = html.contains("<script>alert")
        let hasTitle = html.contains("<title>&lt;b&gt;District &amp; co")
        #expect(!hasScript && hasTitle)
    }

    /// Loads the page with the network off, filters, clicks, uses the keyboard, and looks at names, roles, contrast
    /// and focus: see Browser/web-page.mjs.
    ///
    /// Case 76: without streets the page was empty.
    @Test(
        .enabled(if: hasBrowser, "chromium, node or libjs-leaflet is not installed"),
        arguments: Ground.allCases)
    func `a browser can use the page with mouse, keyboard and assistive technology`(ground: Ground) throws {
        let page = page(markers: 300, ground: ground)
        let checks = try BrowserCheck.run("web-page.mjs", on: page.bytes(try LeafletLibrary()))
        #expect(checks.count > 30)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }

    @Test(.enabled(if: hasLeaflet, "libjs-leaflet is not installed"))
    func `an area without cases says so, and explains no signs`() throws {
        func html(_ count: Int) throws -> String {
            String(decoding: page(markers: count).bytes(try LeafletLibrary()), as: UTF8.self)
        }
        let message = "<p class=\"empty\">No open cases in District 7</p>"
        let (none, some) = (try html(0), try html(3))
        #expect(none.contains(message) && !none.contains("<h3>How to read the map"))
        #expect(!some.contains(message) && some.contains("<h3>How to read the map"))
    }

    /// See Browser/empty-page.mjs.
    @Test(.enabled(if: hasBrowser, "chromium, node or libjs-leaflet is not installed"))
    func `a page without cases has no filter to choose from`() throws {
        let checks = try BrowserCheck.run("empty-page.mjs", on: page(markers: 0).bytes(try LeafletLibrary()))
        #expect(checks.count == 7)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }

    /// See Browser/printed-page.mjs. A long legend went to the second page and took the map with it.
    @Test(
        .enabled(
            if: hasBrowser && OutsideTool.isHere("pdftotext"),
            "chromium, node, libjs-leaflet or poppler-utils is not installed"))
    func `a printed page begins with its map, however long the legend is`() throws {
        var page = page(markers: 300)
        let name = "of the department of public works, sanitation and neighborhood services"
        page.sheet.scene.categories = MarkerSymbol.series.enumerated().map {
            MarkerCategory(title: "Category \($0.offset) \(name)", symbol: $0.element)
        }
        for index in page.sheet.scene.markers.indices {
            page.sheet.scene.markers[index].category = index % 22
        }
        let checks = try BrowserCheck.run("printed-page.mjs", on: page.bytes(try LeafletLibrary()))
        #expect(checks.count == 7)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }

    @Test(.enabled(if: hasBrowser, "chromium, node or libjs-leaflet is not installed"))
    func `paper has the rings and flags of the screen, and says what they mean`() throws {
        let checks = try BrowserCheck.run(
            "web-page.mjs", on: page(markers: 8).bytes(try LeafletLibrary()))
        let signs = try #require(checks.first { $0.check == "paper draws and explains the signs" })
        #expect(signs.passed && signs.detail.contains("\"explained\":1"), "\(signs.detail)")
    }

    @Test(
        .enabled(
            if: hasBrowser && LongTests.areAsked,
            "a long test: set WARDLINE_LONG_TESTS"))
    func `a page of 50,000 cases answers within 300 ms`() throws {
        let checks = try BrowserCheck.run(
            "large-page.mjs", on: page(markers: 50_000).bytes(try LeafletLibrary()))
        #expect(checks.count == 8)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }

    @Test(
        .enabled(
            if: hasBrowser && BrowserCheck.rules != nil,
            "chromium, node, libjs-leaflet or axe-core is missing"))
    func `axe-core finds nothing in light, in dark, on a phone and on paper`() throws {
        var page = page(markers: 60)
        page.contact = WebContact(
            name: "Office", telephone: "555-0100", mail: "office@example.org", address: "https://example.org")
        let checks = try BrowserCheck.run("axe-page.mjs", on: page.bytes(try LeafletLibrary()))
        #expect(checks.count == 8)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }
}

/// What a script in Browser/ found out about a page.
struct BrowserCheck: Decodable {
    var check: String
    var passed: Bool
    var detail: String

    static let isPossible = OutsideTool.isHere("chromium") && OutsideTool.isHere("node")

    /// axe-core, as `make test-tools` brings it with a package of Python's.
    static let rules: String? = {
        let tools = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../.build/test-tools/lib")
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: tools.path)) ?? []
        return versions.map {
            tools.appending(path: "\($0)/site-packages/axe_playwright_python/axe.min.js").path
        }.first { FileManager.default.fileExists(atPath: $0) }
    }()

    static func run(_ script: String, on page: [UInt8]) throws -> [BrowserCheck] {
        if let rules { setenv("WARDLINE_AXE", rules, 1) }
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Browser/\(script)")
            .path
        let chromium = OutsideTool.path(of: "chromium") ?? ""
        let output = try OutsideTool.run("node", [path, chromium], file: page, named: "page.html")
        return try output.split(separator: "\n").map { line in
            let check = try? JSONDecoder().decode(BrowserCheck.self, from: Data(line.utf8))
            return try #require(check, "\(script) said: \(output.suffix(2000))")
        }
    }
}
