import Maps

/// The symbols of an area's categories: its own largest groups until at most a third of its cases is "Other".
///
/// Categories that the city file puts into one group share a symbol. A group that is among the largest of the whole city
/// has the same symbol on the maps of all areas, so that they can be laid side by side.
struct AtlasLegend: Sendable {
    /// In the order of the counts; the last one is for all that have none of their own.
    let symbols: [MarkerCategory]
    /// For each category its symbol among ``symbols``; the last one is for all that have none of their own.
    private let symbolOfCategory: [Int]

    /// So many have symbols of their own where there are as many.
    private static let usual = 7

    /// - Parameters:
    ///   - groups: The groups of the atlas's categories.
    ///   - counts: How many of the area's cases each category has.
    ///   - other: What all that have no symbol of their own are called.
    init(_ groups: CategoryGroups, counts: [Int], other: String) {
        let chosen = Self.chosen(groups.counts(counts))
        var free = MarkerSymbol.series.indices.filter { !chosen.contains($0) }[...]
        var symbols = chosen.map { group in
            let own = MarkerSymbol.series.indices.contains(group) ? group : free.removeFirst()
            return MarkerCategory(title: groups.names[group], symbol: MarkerSymbol.series[own])
        }
        symbols.append(MarkerCategory(title: other, symbol: .other))
        var indices = [Int](repeating: symbols.count - 1, count: groups.names.count)
        for (index, group) in chosen.enumerated() { indices[group] = index }
        self.symbols = symbols
        symbolOfCategory = groups.groupOfCategory.map { indices[$0] }
    }

    /// Returns the groups that have symbols of their own, the largest first, those of one count in the city's order.
    private static func chosen(_ counts: [Int]) -> [Int] {
        let ordered = counts.indices.filter { counts[$0] > 0 }
            .sorted { (counts[$1], $0) < (counts[$0], $1) }
        let all = counts.reduce(0, +)
        var number = 0
        var shown = 0
        while number < min(ordered.count, MarkerSymbol.series.count),
            number < usual || (all - shown) * 3 > all
        {
            shown += counts[ordered[number]]
            number += 1
        }
        return Array(ordered.prefix(number))
    }

    /// Returns the index of a category's symbol in ``symbols``.
    func index(ofCategory category: Int) -> Int { symbolOfCategory[category] }

    func symbol(ofCategory category: Int) -> MarkerSymbol { symbols[symbolOfCategory[category]].symbol }
}

/// The groups in which maps show an atlas's categories, the city's commonest first.
struct CategoryGroups: Sendable {
    let names: [String]
    /// For each category its group.
    let groupOfCategory: [Int]

    /// - Parameters:
    ///   - categories: The names of the atlas's categories.
    ///   - counts: How many cases of the city each has.
    ///   - group: Gives the group of a category.
    init(_ categories: [String], counts: [Int], group: (String) -> String) {
        var found: [String: Int] = [:]
        var sums: [(name: String, count: Int)] = []
        var own: [Int] = []
        for (category, count) in zip(categories, counts) {
            let name = group(category)
            let index = found[name] ?? sums.count
            if index == sums.count {
                found[name] = index
                sums.append((name, 0))
            }
            sums[index].count += count
            own.append(index)
        }
        // Those of one count keep the order of their first categories.
        let order = sums.indices.sorted { (sums[$1].count, $0) < (sums[$0].count, $1) }
        var newIndex = [Int](repeating: 0, count: sums.count)
        for (index, old) in order.enumerated() { newIndex[old] = index }
        names = order.map { sums[$0].name }
        groupOfCategory = own.map { newIndex[$0] }
    }

    /// Returns the sums of the categories' counts.
    func counts(_ counts: [Int]) -> [Int] {
        var sums = [Int](repeating: 0, count: names.count)
        for (category, count) in counts.enumerated() { sums[groupOfCategory[category]] += count }
        return sums
    }
}
