import Geometry

/// The first page with everything placed: groups and their numbers, names of streets and areas.
///
/// The numbers are what a list on the next pages refers to, so a caller plans first and then writes the list.
package struct MapPlan: Sendable {
    package let sheet: MapSheet
    package let paper: PaperSize
    package private(set) var groups: [MarkerGroup] = []
    /// The number of the place where each marker of the scene is drawn, from 1, in reading order over the map.
    package private(set) var numbers: [Int] = []
    package private(set) var streetLabels: [LineLabel] = []
    package private(set) var areaLabels: [AreaLabel] = []

    let layout: SheetLayout
    let projection: PageProjection

    /// - Parameter orientations: Those to choose from, by the area's shape.
    package init(
        _ sheet: MapSheet, paper: PaperSize, orientations: [PageOrientation] = PageOrientation.allCases
    ) throws(MapError) {
        self.sheet = sheet
        self.paper = paper
        let text = try TextSetter()
        layout = try SheetLayout.best(for: sheet, on: paper, orientations, text)
        guard let area = sheet.scene.area.shape.box else { throw .emptyArea(title: sheet.scene.area.title) }
        projection = PageProjection(showing: area, in: layout.map, margin: 20)
        placeEverything(text)
        number()
    }

    /// The markers in the order of their numbers; those of one place in the order of the scene.
    package var order: [Int] { numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) } }

    /// The map's frame with its labels kept off the edge.
    var labelFrame: PageBox { layout.map.expanded(byX: -3, y: -3) }

    private mutating func placeEverything(_ text: TextSetter) {
        let names = StreetNaming(scene: sheet.scene, projection: projection, frame: labelFrame)
        var grouping = MarkerGrouping(points: sheet.scene.markers.map { projection.point($0.position) })
        var badges = BadgePlacement(total: sheet.scene.markers.count, frame: labelFrame)
        var collisions = CollisionIndex(frame: labelFrame)
        for round in 0..<24 {
            collisions = CollisionIndex(frame: labelFrame)
            if sheet.scene.markers.isEmpty { collisions.take([EmptyPlate(sheet, in: layout.map, text).box]) }
            for group in grouping.groups { collisions.take([group.symbolBox]) }
            streetLabels = names.place(.major, limit: 16, text: text, collisions: &collisions)
            let crowded = badges.place(
                grouping.groups, text: text, collisions: &collisions,
                room: round == 23 ? .anywhere : .whereFree)
            if crowded.isEmpty { break }
            for index in crowded.sorted(by: >) where index < grouping.groups.count {
                _ = grouping.mergeWithNearest(index, within: 60)
            }
        }
        groups = badges.placed
        areaLabels = AreaNaming(scene: sheet.scene, projection: projection, frame: labelFrame).place(
            text, &collisions)
        streetLabels += names.place(
            .major, limit: 24, text: text, collisions: &collisions, besides: streetLabels)
        streetLabels += names.place(
            .minor, limit: 30, text: text, collisions: &collisions, besides: streetLabels)
    }

    /// Numbers the groups along bands from left to right, the bands from the top.
    private mutating func number() {
        let band = 36.0
        groups.sort {
            let left = (($0.center.y / band).rounded(.down), $0.center.x)
            let right = (($1.center.y / band).rounded(.down), $1.center.x)
            return left < right
        }
        numbers = [Int](repeating: 0, count: sheet.scene.markers.count)
        for index in groups.indices {
            groups[index].number = index + 1
            for member in groups[index].members { numbers[member] = index + 1 }
        }
    }
}

extension MarkerGroup {
    var symbolBox: PageBox { PageBox(center: center, halfWidth: reach, halfHeight: reach) }
}
