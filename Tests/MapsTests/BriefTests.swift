import Foundation
import Geometry
import Testing

@testable import Maps

@Suite struct BriefTests {
    private func plan(
        rows: Int, contact: BriefContact? = nil, paper: PaperSize = .letter,
        orientations: [PageOrientation] = PageOrientation.allCases, place: String = "block of Main St"
    ) throws -> BriefPlan {
        let brief = BriefSheet(
            sheet: SampleScenes.sheet(markers: 60), headline: "District 7 has 60 open cases.",
            listHeading: { "The \($0) oldest" },
            columns: [
                TableColumn("No.", .fixed(20)), TableColumn("Category", .share(1)),
                TableColumn("Place", .share(1)),
            ],
            rows: (0..<rows).map {
                BriefRow(marker: $0, cells: [.text("Pothole"), .text("\($0)00 \(place)")])
            }, contact: contact)
        return try BriefPlan(brief, paper: paper, orientations: orientations)
    }

    @Test(arguments: [PaperSize.letter, .a4]) func `its parts lie below one another, and the map is no stamp`(
        paper: PaperSize
    ) throws {
        let contact = BriefContact(name: "Office", lines: [ContactLine("555-0100")], address: nil, logo: nil)
        let layout = try plan(rows: 15, contact: contact, paper: paper).layout
        let parts = [
            layout.sheetLayout.header, layout.headline, layout.sheetLayout.map, layout.list,
            try #require(layout.contact), layout.sheetLayout.footer,
        ]
        for (upper, lower) in zip(parts, parts.dropFirst()) { #expect(upper.maxY <= lower.minY + 0.5) }
        #expect(layout.sheetLayout.map.height > 150)
    }

    @Test(arguments: [
        "block of Main St", "to 2300 blocks of Martin Luther King Junior Memorial Boulevard East",
    ])
    func `across a page a list that has no room is shorter, and its heading says how many it has`(
        place: String
    ) throws {
        let contact = BriefContact(name: "Office", lines: [ContactLine("555-0100")], address: nil, logo: nil)
        let plan = try plan(rows: 40, contact: contact, orientations: [.landscape], place: place)
        #expect(plan.layout.holdsList && plan.layout.list.maxY <= plan.layout.sheetLayout.footer.minY)
        #expect((5..<40).contains(plan.brief.rows.count) && plan.rows.count == plan.brief.rows.count)
        #expect(plan.brief.listHeading(plan.brief.rows.count) == "The \(plan.brief.rows.count) oldest")
    }

    @Test func `rows bear the numbers of the map, those of one place once a link's end`() throws {
        let plan = try plan(rows: 15)
        let labels = plan.rows.compactMap(\.label)
        #expect(Set(labels).count == labels.count)
        #expect(Set(labels) == Set(plan.map.groups.filter { $0.number > 0 }.map { String($0.number) }))
    }

    /// 15 rows leave a map that is tall enough for the legend and what explains the signs, 32 do not.
    @Test(arguments: [15, 32]) func `signs on markers are explained, or not drawn`(rows: Int) throws {
        let plan = try plan(rows: rows)
        let explains = plan.layout.sheetLayout.panel.placed.contains {
            if case .emphases = $0.block { true } else { false }
        }
        let isMarked = plan.brief.sheet.scene.markers.contains { !$0.emphasis.isEmpty }
        #expect(explains == (rows == 15))
        #expect(isMarked == explains)
    }

    @Test(.enabled(if: OutsideTool.isHere("pdfinfo"), "poppler-utils is not installed"))
    func `it is one page, with the office's code on it`() throws {
        let contact = BriefContact(
            name: "Office of District 7", lines: [ContactLine("555-0100", address: "tel:5550100")],
            address: "https://example.org/7", logo: nil)
        let pdf = try plan(rows: 15, contact: contact).pdf(
            facts: DocumentFacts(title: "Brief", author: "City", subject: "", created: "2025-06-30T00:00:00Z")
        )
        let info = try OutsideTool.run("pdfinfo", [], file: pdf, named: "brief.pdf")
        #expect(info.contains(/Pages: +1\n/) && info.contains(/Tagged: +yes/))
    }

    @Test func `a QR code has its three corners, and none is made of nothing`() throws {
        let code = try #require(QRCode("https://example.org/district7"))
        let dark = Set(code.darkModules.map { $0.column + $0.row * code.width })
        for corner in [0, code.width - 7, (code.width - 7) * code.width] {
            #expect((0..<7).allSatisfy { dark.contains(corner + $0) }, "a finder's upper edge")
            #expect(
                (1..<6).allSatisfy { !dark.contains(corner + code.width + $0) }, "the light ring within it")
        }
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "x", count: 5000)) == nil)
    }

    @Test func `a logo that is no PNG is an error that names it`() {
        let contact = BriefContact(name: "Office", lines: [], address: nil, logo: "/nowhere/logo.png")
        #expect(throws: MapError.self) { try plan(rows: 1, contact: contact).png(dotsPerInch: 72) }
        #expect(MapError.logo(file: "logo.svg").description.contains("logo.svg"))
    }
}
