/// The categories of a map whose legend had no room for them: the last one, which holds the others, took their markers.
struct JoinedCategories {
    /// What stands for each in place of its own symbol.
    private var symbols: [MarkerSymbol: MarkerSymbol] = [:]

    var isEmpty: Bool { symbols.isEmpty }

    /// Gives the markers of the smallest category that a map shows to the last one.
    ///
    /// - Returns: Whether there was one beside the last.
    mutating func joinSmallest(of scene: inout MapScene) -> Bool {
        var counts = [Int](repeating: 0, count: scene.categories.count)
        for marker in scene.markers { counts[marker.category] += 1 }
        let last = counts.count - 1
        let own = counts.indices.filter { $0 < last && counts[$0] > 0 }
        guard let smallest = own.min(by: { (counts[$0], $1) < (counts[$1], $0) }) else { return false }
        for index in scene.markers.indices where scene.markers[index].category == smallest {
            scene.markers[index].category = last
        }
        symbols[scene.categories[smallest].symbol] = scene.categories[last].symbol
        return true
    }

    /// Returns a scene whose smallest categories are joined as long as no more than a third of its markers is joined: fewer symbols
    /// than that has leave too much without one.
    static func joinedToLimit(_ scene: MapScene) -> MapScene {
        var (found, next, joined) = (scene, scene, JoinedCategories())
        while joined.joinSmallest(of: &next), isWithinLimit(next) { found = next }
        return found
    }

    /// Whether no more than a third of the markers has the last symbol, which stands for all that have none.
    static func isWithinLimit(_ scene: MapScene) -> Bool {
        othersCount(of: scene) * 3 <= scene.markers.count
    }

    /// How many markers have the last symbol.
    static func othersCount(of scene: MapScene) -> Int {
        scene.markers.count { $0.category == scene.categories.count - 1 }
    }

    /// Returns cells of a list with the symbols that the map has.
    func shown(_ cells: [TableCell]) -> [TableCell] {
        cells.map { cell in
            guard case .symbol(let symbol, let text) = cell, let other = symbols[symbol] else { return cell }
            return .symbol(other, text)
        }
    }

    /// Returns a section with the symbols that the map has.
    func shown(_ section: PacketSection) -> PacketSection {
        guard !symbols.isEmpty, let rows = section.table?.rows else { return section }
        var section = section
        section.table?.rows = rows.map { row in
            var row = row
            row.cells = shown(row.cells)
            return row
        }
        return section
    }
}
