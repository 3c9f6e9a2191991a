import Geometry
import Testing

@testable import Maps

@Suite struct MapPlanTests {
    @Test(arguments: [0, 5, 150, 3000]) func `nothing on the map overlaps or is cut off`(count: Int) throws {
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
        let plan = try MapPlan(SampleScenes.sheet(markers: 400), paper: .letter)
        #expect(Set(plan.numbers) == Set(1...plan.groups.count))
        #expect(plan.groups.allSatisfy { $0.badge != nil })
        for group in plan.groups { #expect(group.members.allSatisfy { plan.numbers[$0] == group.number }) }
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
