import City
import Maps

/// The categories of an atlas's cases: which are drawn and which only counted.
struct AtlasCategories: Sendable {
    /// The commonest first.
    let names: [String]
    let isDrawn: [Bool]

    init(_ names: [String], city: CityFile, settings: MapSettings) {
        self.names = names
        isDrawn = names.map { settings.audience == .internal || city.categories[$0]?.privacy != .counted }
    }
}

/// The symbols of the categories: the same on the maps of all areas, so that they can be laid side by side.
struct AtlasLegend: Sendable {
    let symbols: [MarkerCategory]
    let names: [String]
    /// For each category its place among the symbols; the last one is for all that have none of their own.
    private let placeOfCategory: [Int]

    init(_ categories: AtlasCategories, cases: [MapCase]) {
        var hasCases = [Bool](repeating: false, count: categories.names.count)
        for item in cases { hasCases[item.category] = true }
        let drawn = categories.names.indices.filter { hasCases[$0] && categories.isDrawn[$0] }
        let own = drawn.prefix(MarkerSymbol.series.count)
        var symbols = zip(own, MarkerSymbol.series).map {
            MarkerCategory(title: categories.names[$0], symbol: $1)
        }
        symbols.append(MarkerCategory(title: "Other categories", symbol: .other))
        var places = [Int](repeating: symbols.count - 1, count: categories.names.count)
        for (place, category) in own.enumerated() { places[category] = place }
        self.symbols = symbols
        names = categories.names
        placeOfCategory = places
    }

    /// Returns a category's place among ``symbols``.
    func place(of category: Int) -> Int { placeOfCategory[category] }

    func symbol(of category: Int) -> MarkerSymbol { symbols[placeOfCategory[category]].symbol }
}
