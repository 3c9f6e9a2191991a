import Foundation
import Geometry
import Testing

@testable import Maps

@Suite struct BriefTests {
    private func plan(
        rows: Int, contact: BriefContact? = nil, paper: PaperSize = .letter,
        orientations: [PageOrientation] = PageOrientation.allCases, place: String = "block of Main St",
        categories: Int = 3, title: String = "Category", notice: String? = nil
    ) throws -> BriefPlan {
        var sheet = SampleScenes.sheet(markers: 60)
        sheet.scene.categories = MarkerSymbol.series.prefix(categories).map {
            MarkerCategory(title: "\(title) \($0.shape)", symbol: $0)
        }
        for index in sheet.scene.markers.indices {
            sheet.scene.markers[index].category = index % categories
        }
        let brief = BriefSheet(
            sheet: sheet, headline: "District 7 has 60 open cases.",
            listHeading: { "The \($0) oldest" },
            columns: [
                TableColumn("No.", .fixed(20)), TableColumn("Category", .share(1)),
                TableColumn("Place", .share(1)),
            ],
            rows: (0..<rows).map {
                BriefRow(marker: $0, cells: [.text("Pothole"), .text("\($0)00 \(place)")])
            }, notice: notice, contact: contact)
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

    /// Beside a map of that height a legend of 3 leaves room for what explains the signs, one of 12 does not.
    @Test(arguments: [3, 12], PageOrientation.allCases)
    func `numbers, rings and signs are explained beside the map, or below it where that has no room`(
        categories: Int, orientation: PageOrientation
    ) throws {
        let plan = try plan(rows: 20, orientations: [orientation], categories: categories)
        let layout = plan.layout.sheetLayout
        let places = layout.panel.placed.filter { block, _ in
            switch block {
            case .emphases, .emphasesAcross: true
            default: false
            }
        }
        #expect(places.count == 1)
        if orientation == .portrait, case .emphases = places[0].block { #expect(categories == 3) }
        #expect(plan.brief.sheet.scene.markers.contains { !$0.emphasis.isEmpty })
        let boxes = layout.panel.placed.map(\.box) + [layout.map, plan.layout.list]
        for (index, box) in boxes.enumerated() {
            #expect(boxes[(index + 1)...].allSatisfy { !$0.overlaps(box) })
        }
        let text = try TextSetter()
        let measure = PanelMeasure(sheet: plan.brief.sheet, text: text)
        let across = measure.across(measure.signRows.map(\.title), width: 200)
        #expect(across.count == 3 && across.allSatisfy { $0.minX >= 0 && $0.maxX <= 200 })
        for (index, box) in across.enumerated() {
            #expect(across[(index + 1)...].allSatisfy { !$0.overlaps(box) })
        }
    }

    // Half of the cases were grey where whom to ask took the legend's room.
    @Test(arguments: [PaperSize.letter, .a4], PageOrientation.allCases)
    func `no more than a third of the cases is without a symbol, whatever else the page holds`(
        paper: PaperSize, orientation: PageOrientation
    ) throws {
        let contact = BriefContact(
            name: "Office of the Council Member",
            lines: [ContactLine("+1 (555) 010-0100"), ContactLine("district7@example.org")],
            address: "https://council.example.org/7", logo: nil)
        let plan = try plan(
            rows: 15, contact: contact, paper: paper, orientations: [orientation], categories: 12,
            title: orientation == .portrait ? "Sunken Pavement or Utility Cut in a Roadway" : "Cut",
            notice: "One line of what is left out.")
        #expect(JoinedCategories.isWithinLimit(plan.brief.sheet.scene))
        #expect(plan.brief.rows.count >= 6)
        let layout = plan.layout
        let boxes =
            layout.sheetLayout.panel.placed.map(\.box)
            + [layout.sheetLayout.map, layout.list, layout.sheetLayout.footer, layout.headline]
            + [try #require(layout.notice), try #require(layout.contact)]
        for (index, box) in boxes.enumerated() {
            #expect(boxes[(index + 1)...].allSatisfy { !$0.overlaps(box) })
            #expect(box.minX >= SheetLayout.margin - 0.5 && box.maxY <= layout.sheetLayout.page.maxY)
        }
    }

    // A ring was explained that no sign had: one of five at a place came back.
    @Test func `only signs that the map has are explained`() throws {
        var sheet = SampleScenes.sheet(markers: 6)
        for index in 0..<5 {
            sheet.scene.markers[index].position = sheet.scene.markers[0].position
            sheet.scene.markers[index].emphasis = index == 0 ? .repeated : []
        }
        sheet.scene.markers[5].emphasis = []
        sheet.scene.markers[5].position = Coordinate(
            longitude: SampleScenes.west + 0.028, latitude: SampleScenes.south + 0.028)
        #expect(sheet.shownEmphases.count == 1)
        #expect(try MapPlan(sheet, paper: .letter).drawnSigns == [.number, .group])
        sheet.scene.markers[5].emphasis = .repeated
        #expect(
            try MapPlan(sheet, paper: .letter).drawnSigns == [.number, .group, .emphasis(.repeated)])
    }

    @Test(arguments: [false, true]) func `the contact's box holds all of its lines`(isLong: Bool) throws {
        let name = "Office of the Honorable Representative of Upper Saint Bartholomew and Northern Riverside"
        let address = "https://council.example.org/" + String(repeating: "riverside-", count: isLong ? 30 : 1)
        let contact = BriefContact(
            name: isLong ? name : "Office",
            lines: [
                ContactLine("+1 (555) 010-0100 ext. 12345"), ContactLine("d7@example.org"),
                ContactLine(address),
            ], address: address, logo: nil)
        let layout = ContactLayout(contact, logo: nil, width: 400, text: try TextSetter())
        let code = try #require(layout.code?.box)
        var boxes = [PageBox(corner: layout.nameCorner, layout.name)]
        boxes += layout.lines.map { PageBox(corner: $0.corner, $0.text) }
        for (index, box) in (boxes + [code]).enumerated() {
            #expect(box.minX >= 7 && box.maxX <= 393 && box.minY >= 6 && box.maxY <= layout.height - 6)
            #expect((boxes + [code])[(index + 1)...].allSatisfy { !$0.overlaps(box) })
        }
        #expect(isLong == (layout.height > 66))
        let plan = try plan(rows: 5, contact: contact)
        #expect(plan.layout.contact.map { $0.maxY <= plan.layout.sheetLayout.footer.minY } == true)
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

extension PageBox {
    /// The room of a text whose upper left corner stands there.
    fileprivate init(corner: PagePoint, _ text: SetText) {
        self.init(x: corner.x, y: corner.y, width: text.width, height: text.height)
    }
}
