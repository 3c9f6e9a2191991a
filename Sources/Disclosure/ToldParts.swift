/// What an audience may be told of a whole and of its parts, where it is parted in one way or in several.
///
/// Each part has counts that add up to all of it. A small count is hidden, and so is what it could be told from: others of its part,
/// the same of other parts, or the whole.
package struct ToldParts<Part: Hashable & Sendable>: Sendable {
    private var hidden: [Part: Set<Int>] = [:]

    /// - Parameters:
    ///   - partings: Each way in which the whole is parted, with the counts of each part. The last of several counts is the rest,
    ///     which nobody is told by itself, and so is hidden first.
    ///   - kept: The counts that are hidden for the sake of others only where nothing else helps.
    package init(
        of whole: Part, _ partings: [[(part: Part, counts: [Int])]], kept: Set<Int> = [], audience: Audience
    ) {
        guard audience == .public else { return }
        var tellsWhole = true
        for parts in partings {
            guard let width = parts.first?.counts.count else { continue }
            let table = SuppressedTable(parts.map(\.counts), keptColumns: kept, none: .told)
            guard let sums = table.cells.last else { continue }
            for (part, cells) in zip(parts.map(\.part), table.cells) { hide(part, cells) }
            hide(whole, sums)
            let rest = width > 1 ? width - 1 : width
            if sums.indices.contains(where: { $0 != rest && ![.shown, .small].contains(sums[$0]) }) {
                tellsWhole = false
            }
        }
        guard !tellsWhole else { return }
        // What is hidden of the whole for the sake of one parting the parts of another would add up to.
        for parts in partings {
            for (part, counts) in parts { hidden[part] = Set(0...counts.count) }
        }
    }

    private mutating func hide(_ part: Part, _ cells: [SuppressedTable.Cell]) {
        hidden[part, default: []].formUnion(cells.indices.filter { cells[$0] != .shown })
    }

    /// Whether a count of a part is told; behind the last one stands their sum.
    package func tells(_ part: Part, _ column: Int) -> Bool {
        !(hidden[part]?.contains(column) ?? false)
    }
}
