import Maps

/// The symbols of the categories: the same on the maps of all areas, so that they can be laid side by side.
struct AtlasLegend: Sendable {
    let symbols: [MarkerCategory]
    let names: [String]
    /// For each category its symbol among ``symbols``; the last one is for all that have none of their own.
    private let symbolOfCategory: [Int]

    /// - Parameter names: The categories of the cases, the commonest first.
    init(_ names: [String]) {
        let own = names.indices.prefix(MarkerSymbol.series.count)
        var symbols = zip(own, MarkerSymbol.series).map { MarkerCategory(title: names[$0], symbol: $1) }
        symbols.append(MarkerCategory(title: "Other categories", symbol: .other))
        var indices = [Int](repeating: symbols.count - 1, count: names.count)
        for (index, category) in own.enumerated() { indices[category] = index }
        self.symbols = symbols
        self.names = names
        symbolOfCategory = indices
    }

    /// Returns the index of a category's symbol in ``symbols``.
    func index(ofCategory category: Int) -> Int { symbolOfCategory[category] }

    func symbol(ofCategory category: Int) -> MarkerSymbol { symbols[symbolOfCategory[category]].symbol }
}
