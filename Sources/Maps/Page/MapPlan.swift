import Geometry

/// The first page with everything placed: groups and their numbers, names of streets and areas.
///
/// The numbers are what a list on the next pages refers to, so a caller plans first and then writes the list.
package struct MapPlan: Sendable {
    package let sheet: MapSheet
    package private(set) var groups: [MarkerGroup] = []
    /// What the list says of where each marker of the scene is drawn: a place's number, from 1 in reading order over the
    /// map, or a field's name such as `B3`. Empty for a marker that no list names.
    package private(set) var labels: [String] = []
    package private(set) var streetLabels: [LineLabel] = []
    package private(set) var areaLabels: [AreaLabel] = []
    /// Notes that found no room beside the map.
    package let notesWithoutRoom: [SheetNote]

    let layout: SheetLayout
    /// The categories that the legend has no room for.
    private(set) var joined = JoinedCategories()
    let projection: PageProjection
    private(set) var grid: MapGrid?
    /// The place of each marker in the list's order.
    private var places: [Int] = []

    /// Which markers a list names.
    enum Listed {
        case all
        /// These, in their order: others stand on the map without a number.
        case some([Int])
    }

    /// Numbers up to this can be found on a page; beyond it fields can.
    private static let mostNumbers = 40

    /// - Parameter orientations: Those to choose from, by the area's shape.
    package init(
        _ sheet: MapSheet, paper: PaperSize, orientations: [PageOrientation] = PageOrientation.allCases,
        notes: NotePlacement = .besideMap
    ) throws(MapError) {
        let text = try TextSetter()
        var shown = sheet
        var joined = JoinedCategories()
        var found = try SheetLayout.best(for: shown, on: paper, orientations, notes: notes, text)
        // A legend that is taller than the page gives its smallest categories to the others.
        while !found.layout.fits, joined.joinSmallest(of: &shown.scene) {
            found = try SheetLayout.best(for: shown, on: paper, orientations, notes: notes, text)
        }
        shown.notes.removeLast(sheet.notes.count - found.notes)
        try self.init(
            shown, layout: found.layout, listed: .all,
            notesWithoutRoom: Array(sheet.notes.suffix(sheet.notes.count - found.notes)), text: text)
        self.joined = joined
    }

    /// - Parameter listed: The markers that get numbers.
    init(
        _ sheet: MapSheet, layout: SheetLayout, listed: Listed, notesWithoutRoom: [SheetNote] = [],
        text: TextSetter
    ) throws(MapError) {
        self.sheet = sheet
        self.layout = layout
        self.notesWithoutRoom = notesWithoutRoom
        guard let area = sheet.scene.area.shape.box else { throw .emptyArea(title: sheet.scene.area.title) }
        projection = PageProjection(showing: area, in: layout.map, margin: 20)
        let grouping = MarkerGrouping(
            points: sheet.scene.markers.map { [projection] in projection.point($0.position) })
        if case .all = listed, grouping.groups.count > Self.mostNumbers { grid = MapGrid(frame: layout.map) }
        placeEverything(grouping, listed: listed, text: text)
        // Where numbers have so little room that places were joined for them, fields show more.
        if case .all = listed, grid == nil, grouping.groups.count > Self.mostNumbers / 2,
            groups.count * 4 < grouping.groups.count * 3
        {
            grid = MapGrid(frame: layout.map)
            placeEverything(grouping, listed: listed, text: text)
        }
        number(listed)
    }

    /// Whether the list goes by fields in place of numbers.
    package var isGridded: Bool { grid != nil }

    /// The markers in the order of their numbers or fields; those of one place in the order of the scene.
    package var order: [Int] { places.indices.sorted { (places[$0], $0) < (places[$1], $1) } }

    /// The map's frame with its labels kept off the edge.
    var labelFrame: PageBox { layout.map.expanded(byX: -3, y: -3) }

    private mutating func placeEverything(
        _ grouping: MarkerGrouping, listed: Listed, text: TextSetter
    ) {
        var grouping = grouping
        let names = StreetNaming(scene: sheet.scene, projection: projection, frame: labelFrame)
        var badges = BadgePlacement(total: sheet.scene.markers.count, frame: labelFrame)
        var collisions = CollisionIndex(frame: labelFrame)
        for round in 0..<24 {
            collisions = CollisionIndex(frame: labelFrame)
            if sheet.scene.markers.isEmpty { collisions.take([EmptyPlate(sheet, in: layout.map, text).box]) }
            if let grid { collisions.take(grid.titleBoxes) }
            for group in grouping.groups { collisions.take([group.symbolBox]) }
            streetLabels = names.place(.major, limit: 16, text: text, collisions: &collisions)
            let crowded = badges.place(
                grouping.groups, isNumbered: { [grid] in Self.isNumbered($0, listed: listed, grid: grid) },
                text: text, collisions: &collisions, room: round == 23 ? .anywhere : .whereFree)
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

    private static func isNumbered(_ group: MarkerGroup, listed: Listed, grid: MapGrid?) -> Bool {
        switch listed {
        case .all: grid == nil
        case .some(let markers): !Set(markers).isDisjoint(with: group.members)
        }
    }

    /// Numbers the groups along bands from left to right, the bands from the top, or as a list names them first.
    private mutating func number(_ listed: Listed) {
        let band = 36.0
        groups.sort {
            let left = (($0.center.y / band).rounded(.down), $0.center.x)
            let right = (($1.center.y / band).rounded(.down), $1.center.x)
            return left < right
        }
        labels = [String](repeating: "", count: sheet.scene.markers.count)
        places = [Int](repeating: .max, count: sheet.scene.markers.count)
        switch listed {
        case .all:
            for index in groups.indices {
                let field = grid?.field(of: groups[index].center)
                label(groups[index].members, place: field ?? index, title: title(field ?? index))
                groups[index].number = grid == nil ? index + 1 : 0
            }
        case .some(let markers):
            var number = 0
            for marker in markers {
                guard let index = groups.firstIndex(where: { $0.members.contains(marker) }),
                    groups[index].number == 0
                else { continue }
                number += 1
                groups[index].number = number
                label(groups[index].members, place: number - 1, title: String(number))
            }
        }
    }

    private func title(_ index: Int) -> String { grid?.title(of: index) ?? String(index + 1) }

    private mutating func label(_ markers: [Int], place: Int, title: String) {
        for marker in markers {
            labels[marker] = title
            places[marker] = place
        }
    }
}

extension MarkerGroup {
    var symbolBox: PageBox { PageBox(center: center, halfWidth: reach, halfHeight: reach) }
}
