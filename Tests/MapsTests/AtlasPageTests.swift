import Foundation
import Testing

@testable import Maps

@Suite struct AtlasPageTests {
    private func page(title: String = "Open cases by district") -> AtlasPage {
        let scene = SampleScenes.sheet(markers: 0).scene
        let areas = ([scene.area] + scene.neighbours).enumerated().map {
            OverviewArea(
                label: "\($0.offset + 7)", title: "District \($0.offset + 7)", amount: "\(12 * $0.offset)",
                value: Double(12 * $0.offset), link: "district-\($0.offset + 7).html",
                shape: $0.element.shape)
        }
        let rows = areas.map { area in
            AtlasRow(
                "District \(area.label) and its neighbourhood",
                ["12", "3 (25 %)", "1,338 (District 7, 12)", "41 opened, 37 closed"],
                files: ["pdf", "html"].map {
                    .init(name: "district-\(area.label).\($0)", kind: $0.uppercased())
                })
        }
        let total = AtlasRow("All", ["24", "6 (25 %)", "400", "82 opened, 74 closed"], tone: .total)
        return AtlasPage(
            place: "FAIRHAVEN", title: title, subtitle: "Open on March 18, 2025",
            edition: .open("Public edition"),
            overview: Overview(areas: areas, measure: "Overdue", decimals: 0),
            tables: [
                AtlasTable(
                    caption: "By district",
                    columns: ["District", "Cases", "Overdue", "Oldest, days", "Since February 16"],
                    rows: rows + [total],
                    note: "A note.")
            ],
            contact: WebContact(
                name: "Office", telephone: "555-0100",
                mail: "constituentservices.upper.saint.bartholomew@council.testville.example.org",
                address: nil), colophon: "Data of 2025-03-18.")
    }

    @Test func `each area has its row, its links and its place on the map`() {
        let html = String(decoding: page().bytes(), as: UTF8.self)
        for words in [
            "href=\"district-7.pdf\"", "aria-label=\"District 8 and its neighbourhood, HTML\"", ">12</text>",
            "class=\"total\"",
        ] {
            let isThere = html.contains(words)
            #expect(isThere, "\(words)")
        }
        #expect(html.ranges(of: "<path class=\"area step-").count == 2)
        let isLinked = html.contains("<a href=\"district-8.html\" aria-label=\"District 8: 12\">")
        #expect(isLinked)
    }

    @Test func `texts cannot end the element that holds them`() {
        let html = String(decoding: page(title: "<script>alert(1)</script>").bytes(), as: UTF8.self)
        let hasScript = html.contains("<script>")
        #expect(!hasScript)
    }

    /// See Browser/atlas-page.mjs.
    @Test(.enabled(if: BrowserCheck.isPossible, "chromium or node is not installed"))
    func `a browser can use the page with keyboard and assistive technology`() throws {
        let checks = try BrowserCheck.run("atlas-page.mjs", on: page().bytes())
        #expect(checks.count > 15)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }

    @Test(
        .enabled(
            if: BrowserCheck.isPossible && BrowserCheck.rules != nil, "chromium, node or axe-core is missing")
    )
    func `axe-core finds nothing in light, in dark, on a phone and on paper`() throws {
        let checks = try BrowserCheck.run("axe-page.mjs", on: page().bytes())
        #expect(checks.count == 8)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }
}
