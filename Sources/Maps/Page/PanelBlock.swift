/// A part of what stands beside the map.
enum PanelBlock {
    case figures
    case legend
    /// The same in columns beside one another, each a part of the rows from above.
    case legendColumns(Int)
    case emphases
    /// The same beside one another.
    case emphasesAcross
    case note(SheetNote)
    case scale
    case locator(height: Double)
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
