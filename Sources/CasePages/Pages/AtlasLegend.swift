import Maps

/// The symbols of an area's categories: its own largest ones until at most a third of its cases is "Other".
///
/// A category that is among the largest of the whole city has the same symbol on the maps of all areas, so that they can
/// be laid side by side.
struct AtlasLegend: Sendable {
    /// In the order of the counts; the last one is for all that have none of their own.
    let symbols: [MarkerCategory]
    let names: [String]
    /// For each category its symbol among ``symbols``; the last one is for all that have none of their own.
    private let symbolOfCategory: [Int]

    /// So many have symbols of their own where there are as many.
    private static let usual = 7

    /// - Parameters:
    ///   - names: The categories of the atlas, the city's commonest first.
    ///   - counts: How many of the area's cases each has.
    init(_ names: [String], counts: [Int]) {
        let chosen = Self.chosen(counts)
        var free = MarkerSymbol.series.indices.filter { !chosen.contains($0) }[...]
        var symbols = chosen.map { category in
            let own = MarkerSymbol.series.indices.contains(category) ? category : free.removeFirst()
            return MarkerCategory(title: names[category], symbol: MarkerSymbol.series[own])
        }
        symbols.append(MarkerCategory(title: "Other categories", symbol: .other))
        var indices = [Int](repeating: symbols.count - 1, count: names.count)
        for (index, category) in chosen.enumerated() { indices[category] = index }
        self.symbols = symbols
        self.names = names
        symbolOfCategory = indices
    }

    /// Returns the categories that have symbols of their own, the largest first, those of one count in the city's order.
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
