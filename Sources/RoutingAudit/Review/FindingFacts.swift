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
    /// For each layer the rows that lie across from their block.
    fileprivate var across: [Set<Int>]
    /// Those that do so where the old map, which is their cause so far, turns out to be chance.
    fileprivate var acrossByChance: [(pair: StaleEditionReview.Pair, row: Int)] = []
    /// For each layer a bit for each row, of those that were not found correct.
    fileprivate var wrong: [RowBits]
    fileprivate var witnesses = WitnessGroups()
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
        if let key = slice.withAddressBytes(at: finding.row, BlockKey.init) { asked.insert(key.block) }
    }

    /// Whether the second look is needed.
    package var asksWitnesses: Bool { !asked.isEmpty }
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
        let asked = facts.blocks == .asked ? facts.asked : nil
        witnesses(in: slice).gather(
            into: &facts.witnesses, calendars: calendars, isAsked: { asked?.contains($0) ?? true }
        ) { layer, row in
            if across[layer.index].contains(first + row) { return .across }
            return wrong[layer.index].contains(first + row) ? .astray : .witness
        }
        facts.heardRows += slice.count
    }

    /// Adds to facts what all slices told.
    ///
    /// - Parameter table: Has the texts that the CRM recorded.
    package func add(_ found: FindingFacts, to facts: inout CityFacts, texts table: RequestTable) {
        let review = StaleEditionReview(layers: layers, calendars: calendars, table: table)
        facts.stale = review.facts(found.stale)
        facts.witnesses = witnesses(in: table).facts(found.witnesses)
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
