import Chronology
import Locating
import ServiceRequests

/// The witnesses of all of a city's requests, where facts have them.
struct KnownWitnesses: Sendable {
    private struct Place: Hashable {
        let layer: Int
        let block: UInt64
    }

    private var byPlace: [Place: [Int]] = [:]
    private let all: [CityFacts.Witnesses]
    /// For each of ``all`` its code among those of its layer.
    private var codes: [Int32]
    private let meanings: [CodeMeanings]

    init(_ facts: CityFacts, layers: [PreparedLayer]) {
        all = facts.witnesses
        codes = [Int32](repeating: -1, count: all.count)
        let numbers = Dictionary(uniqueKeysWithValues: layers.enumerated().map { ($1.name, $0) })
        var texts: [[String]] = layers.map { _ in [] }
        var known: [[String: Int32]] = layers.map { _ in [:] }
        for index in all.indices {
            guard let layer = numbers[all[index].layer] else { continue }
            let area = all[index].area
            if known[layer][area] == nil { texts[layer].append(area) }
            codes[index] = known[layer][area, default: Int32(texts[layer].count - 1)]
            known[layer][area] = codes[index]
            byPlace[Place(layer: layer, block: BlockKey(side: all[index].block.value).block), default: []]
                .append(index)
        }
        meanings = layers.indices.map { CodeMeanings(texts[$0], in: layers[$0]) }
    }

    /// Returns the witnesses of both sides of a block, each with the area that its code means in an edition.
    func groups(
        of key: BlockKey, layer: Int, edition: Int
    ) -> [(area: Int, isAcross: Bool, witnesses: CityFacts.Witnesses)] {
        (byPlace[Place(layer: layer, block: key.block)] ?? []).map {
            (
                meanings[layer][codes[$0], edition: edition],
                BlockKey(side: all[$0].block.value).isOdd != key.isOdd, all[$0]
            )
        }
    }
}

extension PreparedEdition {
    /// What files of facts call the edition: the day from which it is in force, or its file's name.
    package var factsName: String { from?.description ?? name }
}
