import Algorithms
import Boundaries
import Chronology
import Geocoding
import Geometry
import Locating
import ServiceRequests

/// The witnesses of all of a city's requests, where those of a table are not all: facts have them, or all slices of a file were heard.
package struct KnownWitnesses: Sendable {
    /// What their codes mean in each layer.
    let meanings: [CodeMeanings]
    /// Those of a block and layer one after the other.
    private let groups: [KnownGroup]
    private let sites: [WitnessSites]

    /// Takes those of some blocks from facts, which have all blocks': the next part of the city's requests asks others, and what is not
    /// asked costs no more than a look.
    init(_ facts: CityFacts, of blocks: BlockTable, layers: [PreparedLayer]) {
        let numbers = Dictionary(uniqueKeysWithValues: layers.ordinals.map { (layers[$0].name, $0) })
        var texts: [[String]] = layers.map { _ in [] }
        var known: [[String: Int32]] = layers.map { _ in [:] }
        var groups: [KnownGroup] = []
        var sites: [WitnessSites] = []
        for index in facts.witnesses.indices {
            // Most blocks are not asked.
            let side = facts.witnesses[index].block.value
            guard blocks[BlockKey(side: side).block] != nil, let layer = numbers[facts.witnesses[index].layer]
            else { continue }
            let witnesses = facts.witnesses[index]
            let code = known[layer.index][witnesses.area] ?? Int32(texts[layer.index].count)
            if known[layer.index].updateValue(code, forKey: witnesses.area) == nil {
                texts[layer.index].append(witnesses.area)
            }
            groups.append(
                KnownGroup(
                    side: BlockKey(side: side), town: witnesses.town, layer: layer, code: code,
                    members: WitnessGroups.Members(
                        requests: Int32(clamping: witnesses.requests),
                        across: Int32(clamping: witnesses.across ?? 0),
                        astray: Int32(clamping: witnesses.astray ?? 0), sites: Int32(sites.count))))
            sites.append(WitnessSites(witnesses))
        }
        self.init(groups, sites, meanings: zip(texts, layers).map { CodeMeanings($0, in: $1) })
    }

    /// Takes those that all slices of a file told.
    ///
    /// - Parameter meanings: What the codes mean that all slices have.
    init(_ heard: WitnessGroups, meanings: [CodeMeanings]) {
        let groups = heard.groups.compactMap { key, members in
            key.code < 0
                ? nil
                : KnownGroup(
                    side: BlockKey(side: key.block), town: key.town, layer: key.layer, code: key.code,
                    members: members)
        }
        self.init(groups, heard.sites, meanings: meanings)
    }

    private init(_ groups: [KnownGroup], _ sites: [WitnessSites], meanings: [CodeMeanings]) {
        self.groups = groups.sorted {
            ($0.side.block, $0.layer) < ($1.side.block, $1.layer)
        }
        self.sites = sites
        self.meanings = meanings
    }

    /// Returns the witnesses of both sides of a block.
    func block(_ block: UInt64, layer: Ordinal<Layer>, table: RequestTable) -> KnownBlock {
        let first = groups.partitioningIndex { ($0.side.block, $0.layer) >= (block, layer) }
        let end = groups[first...].firstIndex { $0.side.block != block || $0.layer != layer } ?? groups.count
        return KnownBlock(groups: groups[first..<end].map(\.self), sites: sites, table: table)
    }
}

/// Witnesses of one code, town and side of a block in a layer, as they are known of all of a city's requests.
struct KnownGroup: WitnessGroup, BitwiseCopyable {
    let side: BlockKey
    let town: FactKey?
    let layer: Ordinal<Layer>
    let code: Int32
    let members: WitnessGroups.Members

    var isOdd: Bool { side.isOdd }
    var count: Int { Int(members.requests) }
}

/// The witnesses of one block as they are known of all of a city's requests.
struct KnownBlock: WitnessSource {
    let groups: [KnownGroup]
    fileprivate let sites: [WitnessSites]
    let table: RequestTable

    func count(of group: Int, naming town: FactKey?) -> Int {
        groups[group].town == town ? groups[group].count : 0
    }

    func astray(in group: Int, naming town: FactKey?) -> Int {
        let members = groups[group].members
        return groups[group].town == town ? Int(members.astray) + Int(members.across) : 0
    }

    func hasAddress(ofRow row: Int, in group: Int) -> Bool {
        let key = table.withAddressBytes(at: row) { FactKey(of: $0) }
        return sites(of: group).addresses.contains(key)
    }

    func isAll(of group: Int, fartherThan distance: Double, from position: Coordinate) -> Bool {
        sites(of: group).places.allSatisfy { LocalPlane.distance(position, $0) > distance }
    }

    private func sites(of group: Int) -> WitnessSites {
        let number = Int(groups[group].members.sites)
        return number < 0 ? WitnessSites() : sites[number]
    }
}

extension PreparedEdition {
    /// What files of facts call the edition: the day from which it is in force, or its file's name.
    package var factsName: String { from?.description ?? name }
}
