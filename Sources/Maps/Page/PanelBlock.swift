/// A part of what stands beside the map.
enum PanelBlock {
    case figures
    case legend
    case emphases
    /// The same beside one another.
    case emphasesAcross
    case note(SheetNote)
    case scale
    case locator(height: Double)
}

/// A sign on a map that is no category's.
enum MapSign: Hashable {
    case number, group
    case emphasis(MarkerEmphasis)
}

extension MapPlan {
    /// The signs that the map has: of a group's members not each is drawn.
    var drawnSigns: Set<MapSign> {
        var signs: Set<MapSign> = []
        if labels.contains(where: { !$0.isEmpty }) { signs.insert(.number) }
        if groups.contains(where: { $0.members.count > 1 }) { signs.insert(.group) }
        for group in groups {
            let drawn = emphasis(of: group)
            for mark in sheet.emphases.map(\.emphasis) where !drawn.isDisjoint(with: mark) {
                signs.insert(.emphasis(mark))
            }
        }
        return signs
    }

    /// What a group's symbol shows: of one marker its own, of several what at least half of them have; a doubt is told of single ones
    /// only.
    func emphasis(of group: MarkerGroup) -> MarkerEmphasis {
        let members = group.members.map { sheet.scene.markers[$0] }
        if let only = members.first, members.count == 1 {
            return only.emphasis.intersection(sheet.tellingEmphases)
        }
        let telling = sheet.tellingEmphases.subtracting(.doubtful)
        return [MarkerEmphasis.repeated, .misplaced].filter { mark in
            telling.contains(mark) && 2 * members.count { $0.emphasis.contains(mark) } >= members.count
        }.reduce(into: MarkerEmphasis()) { $0.formUnion($1) }
    }
}

extension MapSheet {
    /// The legend's rows: categories that the map shows, with their counts, in the order of the scene.
    var legendRows: [(category: MarkerCategory, count: Int)] {
        var counts = [Int](repeating: 0, count: scene.categories.count)
        for marker in scene.markers { counts[marker.category] += 1 }
        return zip(scene.categories, counts).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
    }

    /// Emphases that some marker has, and that tell something.
    var shownEmphases: [EmphasisTitle] { emphases.filter { tellingEmphases.contains($0.emphasis) } }

    /// Emphases that markers have, without the one that most have: where everything comes back, a ring says nothing.
    var tellingEmphases: MarkerEmphasis {
        var all = scene.markers.reduce(into: MarkerEmphasis()) { $0.formUnion($1.emphasis) }
        let returning = scene.markers.count { $0.emphasis.contains(.repeated) }
        if scene.markers.count > 10, returning * 2 > scene.markers.count { all.remove(.repeated) }
        return all
    }

    func panelBlocks(withFigures: Bool) -> [PanelBlock] {
        var blocks: [PanelBlock] = withFigures && !figures.isEmpty ? [.figures] : []
        if !legendRows.isEmpty { blocks.append(.legend) }
        if !scene.markers.isEmpty { blocks.append(.emphases) }
        return blocks + notes.map(PanelBlock.note) + [.scale]
    }
}
