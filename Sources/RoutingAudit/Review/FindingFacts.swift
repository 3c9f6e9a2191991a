import Boundaries
package import GeometryEngine
import Locating
package import ServiceRequests
import Statistics

/// What a part of the requests has to know of the findings of all, made of one table or of slices of a file.
///
/// Two looks at all of them make it: the first counts pairs of areas and codes and notes on which blocks witnesses will be asked,
/// the second gathers the witnesses.
package struct FindingFacts: Sendable {
    fileprivate var stale: [StaleEditionReview.Pair: Int] = [:]
    fileprivate var findings: SummaryFindings
    fileprivate var asked: Set<UInt64> = []
    /// Whose witnesses' addresses and places are asked for, if their block's are.
    fileprivate var accused: Set<AccusedArea> = []
    /// For each layer the rows that lie across from their block.
    fileprivate var across: [Set<Int>]
    /// Those that do so where the old map, which is their cause so far, turns out to be chance.
    fileprivate var acrossByChance: [(pair: StaleEditionReview.Pair, row: Int)] = []
    /// For each layer a bit for each row, of those that were not found correct.
    fileprivate var wrong: [RowBits]
    var witnesses = WitnessGroups()
    fileprivate var assignments: AssignmentTally
    /// Rows that came in each of the looks.
    fileprivate var judgedRows = 0
    fileprivate var heardRows = 0

    /// The blocks of which witnesses are gathered.
    package enum Blocks: Sendable {
        case allBlocks
        /// Those on which findings ask for them: no other one is looked up in judging these requests.
        case asked
    }

    fileprivate let blocks: Blocks

    package init(layerCount: Int, asking blocks: Blocks = .asked) {
        self.blocks = blocks
        findings = SummaryFindings(layerCount: layerCount)
        assignments = AssignmentTally(layerCount: layerCount)
        wrong = [RowBits](repeating: RowBits(), count: layerCount)
        across = [Set<Int>](repeating: [], count: layerCount)
    }

    /// For each layer the rows that lie across from their block, once all slices were counted.
    fileprivate var rowsAcross: [Set<Int>] {
        acrossByChance.filter { StaleEditionReview.isDoubtful($0.pair, stale) }.reduce(into: across) {
            $0[$1.pair.layer.index].insert($1.row)
        }
    }

    /// Notes that a finding's block is to be asked for witnesses, where it is.
    fileprivate mutating func note(_ finding: Finding, of slice: RequestTable) {
        guard blocks == .asked, BlockWitnesses.isAsked(finding) || SideReview.isAcross(finding) else {
            return
        }
        guard let key = slice.withAddressBytes(at: finding.row, BlockKey.init) else { return }
        asked.insert(key.block)
        if BlockWitnesses.asksSites(finding) {
            accused.insert(
                AccusedArea(
                    block: key.block, layer: finding.layer, edition: finding.edition, area: finding.assigned))
        }
    }

    /// Whether the second look is needed.
    package var asksWitnesses: Bool { !asked.isEmpty }
}

/// An area that a request of a block was assigned to, as it seems wrongly.
private struct AccusedArea: Hashable, BitwiseCopyable {
    let block: UInt64
    let layer: Ordinal<Layer>
    let edition: Ordinal<Edition>
    let area: Ordinal<Area>
}

extension RoutingAuditor {
    /// Takes up a slice in the first look.
    package func count(_ slice: RequestTable, into facts: inout FindingFacts) throws(GeometryError) {
        let result = try judge(slice)
        let review = StaleEditionReview(layers: layers, calendars: calendars, table: slice)
        facts.stale.merge(review.counts(in: result.findings), uniquingKeysWith: +)
        facts.findings.add(result, of: slice, layers: layers)
        facts.assignments.add(result, of: slice)
        for finding in result.findings where finding.verdict != .correct {
            facts.wrong[finding.layer.index].set(facts.judgedRows + finding.row)
            if SideReview.isAcross(finding) {
                facts.across[finding.layer.index].insert(facts.judgedRows + finding.row)
            }
            facts.note(finding, of: slice)
        }
        // Of a pair that is rare so far the old map may turn out to be chance.
        for index in review.doubtful(in: result.findings, counts: facts.stale) {
            let old = result.findings[index]
            guard let pair = review.pair(of: old),
                let other = try finding(
                    ofRow: old.row, layer: old.layer, in: slice, ruledOut: .staleEdition)
            else { continue }
            if SideReview.isAcross(other) {
                facts.acrossByChance.append((pair, facts.judgedRows + old.row))
            }
            facts.note(other, of: slice)
        }
        facts.judgedRows += slice.count
    }

    /// Takes up a slice in the second look.
    package func hear(_ slice: RequestTable, into facts: inout FindingFacts) {
        let (first, wrong, across) = (facts.heardRows, facts.wrong, facts.rowsAcross)
        let asked = facts.blocks == .asked ? (blocks: facts.asked, areas: facts.accused) : nil
        let meanings = self.meanings(in: slice)
        witnesses(in: slice).gather(
            into: &facts.witnesses, calendars: calendars, isAsked: { asked?.blocks.contains($0) ?? true }
        ) { block, layer, code in
            guard let asked else { return true }
            return layers[layer].editions.ordinals.contains { edition in
                let area = meanings[layer].area(ofCode: code, in: edition)
                return area.exists
                    && asked.areas.contains(
                        AccusedArea(block: block, layer: layer, edition: edition, area: area))
            }
        } part: { layer, row in
            if across[layer.index].contains(first + row) { return .across }
            return wrong[layer.index].contains(first + row) ? .astray : .witness
        }
        facts.heardRows += slice.count
    }

    /// Returns the witnesses of the blocks that findings ask, once all slices were heard, and lets go of what they were gathered in.
    ///
    /// - Parameter table: Has the texts that the CRM recorded.
    package func known(_ found: inout FindingFacts, texts table: RequestTable) -> KnownWitnesses {
        defer { found.witnesses = WitnessGroups() }
        return KnownWitnesses(found.witnesses, meanings: meanings(in: table))
    }

    /// Adds to facts what all slices told, but for their witnesses.
    ///
    /// - Parameter table: Has the texts that the CRM recorded.
    package func add(_ found: FindingFacts, to facts: inout CityFacts, texts table: RequestTable) {
        let review = StaleEditionReview(layers: layers, calendars: calendars, table: table)
        facts.stale = review.facts(found.stale)
        let meanings = self.meanings(in: table)
        let assignments = layers.ordinals.compactMap { layer in
            found.assignments.doubt(ofLayer: layer, layers[layer], meanings: meanings[layer]).map {
                CityFacts.Assignment(
                    layer: layers[layer].name, compared: $0.compared, agreeing: $0.agreeing,
                    byChance: $0.byChance)
            }
        }
        facts.assignments = assignments.isEmpty ? nil : assignments
        facts.aliases = layers.ordinals.flatMap {
            found.findings.aliasFacts(ofLayer: $0, layers[$0], in: table)
        }
    }
}

/// A bit for each row.
struct RowBits: Sendable {
    private var words: [UInt64] = []

    mutating func set(_ row: Int) {
        while words.count <= row / 64 { words.append(0) }
        words[row / 64] |= 1 << UInt64(row % 64)
    }

    func contains(_ row: Int) -> Bool {
        row / 64 < words.count && words[row / 64] >> UInt64(row % 64) & 1 == 1
    }
}
