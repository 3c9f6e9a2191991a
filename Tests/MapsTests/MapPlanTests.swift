import Geometry
import Testing

@testable import Maps

@Suite struct MapPlanTests {
    @Test(arguments: [0, 5, 30, 150, 3000]) func `nothing on the map overlaps or is cut off`(count: Int)
        throws
    {
        let plan = try MapPlan(SampleScenes.sheet(markers: count), paper: .letter)
        var taken: [(name: String, boxes: [PageBox])] = plan.groups.map {
            ("symbol \($0.number)", [$0.symbolBox])
        }
        taken += plan.groups.compactMap { group in group.badge.map { ("badge \(group.number)", [$0]) } }
        taken += plan.streetLabels.map { ($0.text, $0.boxes) }
        taken += plan.areaLabels.map { ($0.text, [$0.box]) }
        for (index, item) in taken.enumerated() {
            #expect(item.boxes.allSatisfy(plan.layout.map.holds), "\(item.name) is cut off")
            for other in taken[(index + 1)...]
            where !(item.name.hasPrefix("symbol") && other.name.hasPrefix("symbol")) {
                let collides = item.boxes.contains { box in other.boxes.contains { $0.overlaps(box) } }
                #expect(!collides, "\(item.name) overlaps \(other.name)")
            }
        }
    }

    @Test func `each marker has the number of its place, and places are numbered without gaps`() throws {
        let plan = try MapPlan(SampleScenes.sheet(markers: 25), paper: .letter)
        #expect(Set(plan.labels) == Set((1...plan.groups.count).map(String.init)))
        #expect(plan.groups.allSatisfy { $0.badge != nil })
        for group in plan.groups {
            #expect(group.members.allSatisfy { plan.labels[$0] == String(group.number) })
        }
    }

    @Test func `above forty places fields stand in for numbers, and each marker is in its own`() throws {
        let plan = try MapPlan(SampleScenes.sheet(markers: 400), paper: .letter)
        let grid = try #require(plan.grid)
        #expect(plan.groups.count > 40 && plan.groups.allSatisfy { $0.badge == nil })
        for group in plan.groups {
            let title = grid.title(of: grid.field(of: group.center))
            #expect(group.members.allSatisfy { plan.labels[$0] == title })
        }
        #expect(plan.labels.allSatisfy { $0.wholeMatch(of: /[A-Z][1-9]\d?/) != nil })
    }

    @Test func `a list that names some markers numbers those only, in its order`() throws {
        let sheet = SampleScenes.sheet(markers: 30)
        let text = try TextSetter()
        let layout = try SheetLayout.best(for: sheet, on: .letter, [.portrait], text)
        let plan = try MapPlan(sheet, layout: layout, listed: .some([7, 3, 20]), text: text)
        #expect(plan.labels[7] == "1")
        #expect(plan.groups.filter { $0.badge != nil }.count == plan.groups.count { $0.number > 0 })
        #expect(plan.groups.count { $0.number > 0 } <= 3)
    }

    @Test func `notes without room go behind the page, and none is lost`() throws {
        var sheet = SampleScenes.sheet(markers: 30, width: 0.09, height: 0.03)
        sheet.notes = (1...30).map {
            SheetNote(heading: "Note \($0)", lines: ["Words that take some room beside a map."])
        }
        let plan = try MapPlan(sheet, paper: .letter, orientations: [.landscape])
        #expect(!plan.notesWithoutRoom.isEmpty)
        #expect(plan.sheet.notes + plan.notesWithoutRoom == sheet.notes)
        #expect(plan.layout.fits)
    }

    @Test func `notes move behind the page where the map is clearly larger without them, and only there`()
        throws
    {
        var sheet = SampleScenes.sheet(markers: 30)
        sheet.notes = (1...4).map {
            SheetNote(heading: "Note \($0)", lines: [String(repeating: "Words that take room. ", count: 6)])
        }
        func plan(_ notes: NotePlacement, _ width: Double) throws -> MapPlan {
            var sheet = sheet
            sheet.scene.area.shape = SampleScenes.rectangle(width: width, height: 0.03)
            return try MapPlan(sheet, paper: .a4, orientations: [.landscape], notes: notes)
        }
        let (alone, document) = (try plan(.besideMap, 0.03), try plan(.behindMapToo, 0.03))
        let extent = try AreaExtent(alone.sheet.scene.area)
        #expect(
            alone.notesWithoutRoom.isEmpty && document.sheet.notes + document.notesWithoutRoom == sheet.notes)
        #expect(document.layout.scale(of: extent) > 1.3 * alone.layout.scale(of: extent))
        #expect(try plan(.behindMapToo, 0.3).notesWithoutRoom.isEmpty, "a wide area gains nothing")
    }

    @Test(arguments: [PageOrientation.portrait, .landscape])
    func `a legend that is taller than the page gives its smallest categories to the others`(
        orientation: PageOrientation
    ) throws {
        var sheet = SampleScenes.sheet(markers: 300)
        let name = "of the department of public works, sanitation and neighborhood services"
        sheet.scene.categories =
            MarkerSymbol.series.enumerated().map {
                MarkerCategory(title: "Category \($0.offset) \(name)", symbol: $0.element)
            } + [MarkerCategory(title: "Other", symbol: .other)]
        for index in sheet.scene.markers.indices { sheet.scene.markers[index].category = index % 23 }
        let plan = try MapPlan(sheet, paper: .letter, orientations: [orientation])
        #expect(plan.layout.fits)
        #expect(plan.layout.panel.placed.allSatisfy { plan.layout.page.holds($0.box) })
        let shown = plan.sheet.legendRows
        #expect((2..<23).contains(shown.count) && shown.last?.category.title == "Other")
        #expect(shown.reduce(0) { $0 + $1.count } == 300)
        // A list's symbols are those of the map.
        let cells = sheet.scene.categories.map { TableCell.symbol($0.symbol, $0.title) }
        let listed = plan.joined.shown(cells).map { cell in
            if case .symbol(let symbol, _) = cell { symbol } else { MarkerSymbol.other }
        }
        #expect(Set(listed) == Set(shown.map(\.category.symbol)))
    }

    @Test func `what a figure counts is told whole, in two lines where it is long`() throws {
        var sheet = SampleScenes.sheet(markers: 30)
        sheet.figures = [
            "casos abiertos", "con retraso (0 %)", "días abierto (mediana)", "en lugares repetidos",
        ]
        .map { KeyFigure(value: "12,345,678", caption: $0) }
        let measure = PanelMeasure(sheet: sheet, text: try TextSetter())
        for figure in sheet.figures {
            let (value, caption) = measure.texts(of: figure, width: 79)
            #expect(value.width <= 67 && value.height < 30 && caption.width <= 67)
        }
        let rows = measure.figureRows(width: 158, columns: 2)
        #expect(rows.count == 2 && rows[1] > 34)
        #expect(measure.height(of: .figures, width: 158) == rows[0] + rows[1] + PanelMeasure.figureGap)
    }

    @Test(arguments: [
        (["41 opened, 37 closed"], "Since May 31: 41 opened, 37 closed."),
        (["One lies elsewhere.", "Two are here."], "Since May 31: One lies elsewhere. Two are here."),
    ]) func `a note within running text ends with one stop`(lines: [String], sentence: String) {
        #expect(SheetNote(heading: "Since May 31", lines: lines).sentence == sentence)
    }

    @Test func `a title of eighty letters is set smaller and not cut`() throws {
        let text = try TextSetter()
        let title = String(repeating: "District of the ", count: 5)
        let style = TextStyle.title.shrunk(for: title, width: 400, by: text)
        let set = text.set(title, style, width: 400)
        #expect(set.width <= 400 && set.height <= 30, "two lines at most, above the subtitle")
        #expect(style.size >= TextStyle.title.size / 2)
    }

    @Test func `a wide area turns the page, a tall one does not`() throws {
        let wide = try MapPlan(SampleScenes.sheet(markers: 5, width: 0.09, height: 0.03), paper: .letter)
        let tall = try MapPlan(SampleScenes.sheet(markers: 5, width: 0.02, height: 0.06), paper: .letter)
        #expect(wide.layout.page.width > wide.layout.page.height)
        #expect(tall.layout.page.width < tall.layout.page.height)
    }

    @Test(arguments: PaperSize.allCases) func `the parts of the page lie side by side`(paper: PaperSize)
        throws
    {
        for (width, height) in [(0.03, 0.03), (0.09, 0.02), (0.02, 0.09)] {
            let layout = try MapPlan(
                SampleScenes.sheet(markers: 40, width: width, height: height), paper: paper
            ).layout
            let parts = [layout.header, layout.map, layout.footer] + layout.panel.placed.map(\.box)
            for (index, part) in parts.enumerated() {
                #expect(layout.page.holds(part))
                #expect(parts[(index + 1)...].allSatisfy { !$0.overlaps(part) })
            }
        }
    }

    @Test func `an area without polygons says which`() {
        var sheet = SampleScenes.sheet(markers: 0)
        sheet.scene.area.shape = MultiPolygon([])
        #expect(throws: MapError.self) { try MapPlan(sheet, paper: .letter) }
    }
}
