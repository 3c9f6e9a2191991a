package import Boundaries
package import City

/// The codes that texts mean, by the latest edition that has the area.
package struct AreaNames {
    private let editions: [String: [(codes: EditionCodes, list: [String])]]

    package init(_ layers: [Layer], city: CityFile) {
        editions = Dictionary(
            layers.map { layer in
                let aliases = city.layers.first { $0.name == layer.name }?.aliases ?? [:]
                return (
                    layer.name,
                    layer.editions.reversed().map { (EditionCodes($0, aliases: aliases), $0.codes) }
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    func code(_ text: String, inLayer layer: String) -> String? {
        for edition in editions[layer] ?? [] {
            if let area = edition.codes.area(of: text) { return edition.list[area.index] }
        }
        return nil
    }

    /// Whether two texts are one area of a layer, in whichever of its editions: `3`, `03` and `District 3`.
    func areSame(_ one: String, _ other: String, inLayer layer: String) -> Bool {
        let meanings = (editions[layer] ?? []).map { edition in
            (edition.codes.area(of: one), edition.codes.area(of: other))
        }
        return meanings.contains { $0.0 != nil } && meanings.allSatisfy { $0.0 == $0.1 }
    }
}

/// The same of a city whose areas are read where the first two texts are asked about: most imports ask about none.
final class AreasWhenAsked {
    private struct Pair: Hashable {
        let layer: String
        let one: String
        let other: String
    }

    private lazy var names = read()
    private var answers: [Pair: Bool] = [:]
    private let read: () -> AreaNames?

    /// - Parameter read: Gives the names; `nil` where the areas cannot be read, so that no two texts are one.
    init(read: @escaping () -> AreaNames?) { self.read = read }

    func areSame(_ one: String, _ other: String, inLayer layer: String) -> Bool {
        let pair = Pair(layer: layer, one: one, other: other)
        if let known = answers[pair] { return known }
        let answer = names?.areSame(one, other, inLayer: layer) ?? false
        answers[pair] = answer
        return answer
    }
}
