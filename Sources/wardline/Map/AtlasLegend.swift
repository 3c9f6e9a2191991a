import Maps

/// The symbols of the categories: the same on the maps of all areas, so that they can be laid side by side.
struct AtlasLegend: Sendable {
    let symbols: [MarkerCategory]
    let names: [String]
    /// For each category its place among the symbols; the last one is for all that have none of their own.
    private let placeOfCategory: [Int]

    /// - Parameter names: The categories of the cases, the commonest first.
    init(_ names: [String]) {
        let own = names.indices.prefix(MarkerSymbol.series.count)
        var symbols = zip(own, MarkerSymbol.series).map { MarkerCategory(title: names[$0], symbol: $1) }
        symbols.append(MarkerCategory(title: "Other categories", symbol: .other))
        var places = [Int](repeating: symbols.count - 1, count: names.count)
        for (place, category) in own.enumerated() { places[category] = place }
        self.symbols = symbols
        self.names = names
        placeOfCategory = places
    }

    /// Returns a category's place among ``symbols``.
    func place(of category: Int) -> Int { placeOfCategory[category] }

    func symbol(of category: Int) -> MarkerSymbol { symbols[placeOfCategory[category]].symbol }
}
