import Boundaries
import Chronology
import Locating
import ServiceRequests

/// The witnesses of all of a city's requests, where facts have them.
struct KnownWitnesses: Sendable {
    private struct Place: Hashable {
        let layer: Ordinal<Layer>
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
        let numbers = Dictionary(uniqueKeysWithValues: layers.ordinals.map { (layers[$0].name, $0) })
        var texts: [[String]] = layers.map { _ in [] }
        var known: [[String: Int32]] = layers.map { _ in [:] }
        for index in all.indices {
            guard let layer = numbers[all[index].layer] else { continue }
            let area = all[index].area
            if known[layer.index][area] == nil { texts[layer.index].append(area) }
            codes[index] = known[layer.index][area, default: Int32(texts[layer.index].count - 1)]
            known[layer.index][area] = codes[index]
            byPlace[Place(layer: layer, block: BlockKey(side: all[index].block.value).block), default: []]
                .append(index)
        }
        meanings = zip(texts, layers).map { CodeMeanings($0, in: $1) }
    }

    /// Returns the witnesses of both sides of a block, each with the area that its code means in an edition.
    func groups(
        of key: BlockKey, layer: Ordinal<Layer>, edition: Ordinal<Edition>
    ) -> [(area: Ordinal<Area>, isAcross: Bool, witnesses: CityFacts.Witnesses)] {
        (byPlace[Place(layer: layer, block: key.block)] ?? []).map {
            (
                meanings[layer].area(ofCode: codes[$0], in: edition),
                BlockKey(side: all[$0].block.value).isOdd != key.isOdd, all[$0]
            )
        }
    }
}

extension PreparedEdition {
    /// What files of facts call the edition: the day from which it is in force, or its file's name.
    package var factsName: String { from?.description ?? name }
}
