import Boundaries
import Chronology
import Locating
import ServiceRequests

/// The witnesses of all of a city's requests on the blocks that are asked, where facts have them.
///
/// Facts have those of all blocks, and the next part of the city's requests asks others: what is not asked costs no more than a look.
struct KnownWitnesses: Sendable {
    /// What their codes mean in each layer.
    let meanings: [CodeMeanings]
    private let all: [CityFacts.Witnesses]
    /// Those of each block and layer one after the other: their indices among ``all``, and their codes among those of the layer.
    private let found: [(index: Int32, code: Int32)]
    /// Where each block's of each layer begin, and the end of the last.
    private let starts: [Int]

    /// - Parameter blocks: Those that are asked.
    init(_ facts: CityFacts, of blocks: BlockTable, layers: [PreparedLayer]) {
        all = facts.witnesses
        let numbers = Dictionary(uniqueKeysWithValues: layers.indices.map { (layers[$0].name, $0) })
        var texts: [[String]] = layers.map { _ in [] }
        var known: [[String: Int32]] = layers.map { _ in [:] }
        var entries: [(slot: Int, index: Int32, code: Int32)] = []
        var ends = [Int](repeating: 0, count: blocks.count * layers.count + 1)
        for index in all.indices {
            guard let block = blocks[BlockKey(side: all[index].block.value).block],
                let layer = numbers[all[index].layer]
            else { continue }
            let area = all[index].area
            if known[layer][area] == nil {
                known[layer][area] = Int32(texts[layer].count)
                texts[layer].append(area)
            }
            let slot = block * layers.count + layer
            entries.append((slot, Int32(index), known[layer][area] ?? -1))
            ends[slot + 1] += 1
        }
        for slot in ends.indices.dropFirst() { ends[slot] += ends[slot - 1] }
        starts = ends
        var found = [(index: Int32, code: Int32)](repeating: (-1, -1), count: entries.count)
        for entry in entries {
            found[ends[entry.slot]] = (entry.index, entry.code)
            ends[entry.slot] += 1
        }
        self.found = found
        meanings = zip(texts, layers).map { CodeMeanings($0, in: $1) }
    }

    /// Returns the witnesses of both sides of a block.
    ///
    /// - Parameter number: The block's among those that are asked.
    func block(_ number: Int, layer: Ordinal<Layer>, table: RequestTable) -> KnownBlock {
        let slot = number * meanings.count + layer.index
        return KnownBlock(
            groups: found[starts[slot]..<starts[slot + 1]].map { index, code in
                let witnesses = all[Int(index)]
                return KnownBlock.KnownGroup(
                    witnesses, code: code, isOdd: BlockKey(side: witnesses.block.value).isOdd)
            }, table: table)
    }
}

extension PreparedEdition {
    /// What files of facts call the edition: the day from which it is in force, or its file's name.
    package var factsName: String { from?.description ?? name }
}
