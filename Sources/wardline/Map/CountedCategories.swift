import Locating
import Maps

/// How many cases the private categories have in each area: counted, not drawn, and with small counts hidden.
struct CountedCategories: Sendable {
    let names: [String]
    /// One row for each name, then one for all of them; one column for each area, then elsewhere, then the city.
    private let table: SuppressedTable
    private let areaCount: Int

    /// Returns `nil` where every category is drawn.
    init?(_ cases: [MapCase], categories: AtlasCategories, areaCount: Int) {
        let rows = categories.names.indices.filter { !categories.isDrawn[$0] }
        guard !rows.isEmpty else { return nil }
        var counts = [[Int]](repeating: [Int](repeating: 0, count: areaCount + 1), count: rows.count)
        for item in cases {
            guard let row = rows.firstIndex(of: item.category) else { continue }
            counts[row][item.placement.home >= 0 ? item.placement.home : areaCount] += 1
        }
        names = rows.map { categories.names[$0] }
        table = SuppressedTable(counts)
        self.areaCount = areaCount
    }

    /// Returns what may be said of each category in an area, in the order of ``names``.
    func texts(ofArea area: Int) -> [String] { names.indices.map { table.text(row: $0, column: area) } }

    func textOfAll(inArea area: Int) -> String { table.text(row: names.count, column: area) }

    /// Returns what may be said of each category in the whole city, in the order of ``names``.
    var textsOfCity: [String] { names.indices.map { table.text(row: $0, column: areaCount + 1) } }
    var textOfAllInCity: String { table.text(row: names.count, column: areaCount + 1) }
    /// Returns what may be said of those that no area has, in the order of ``names``.
    var textsElsewhere: [String] { texts(ofArea: areaCount) }
    var textOfAllElsewhere: String { textOfAll(inArea: areaCount) }
}
