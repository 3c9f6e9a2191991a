import Boundaries
import Locating
import ServiceRequests

/// Takes the cause `wrong_side` back where most requests of a block lie across from where their street's ranges put them.
///
/// One request beyond the middle of the border street is on the wrong side of it. Where several of a block are, and no more
/// of it lie where the ranges say, the sides of the street may be exchanged in the reference, and nobody is accused.
/// Address points know their side themselves.
struct SideReview {
    /// So few requests across may be chance.
    private static let fewest = 3

    private let neighbours: BlockNeighbours
    private let layers: [PreparedLayer]
    private let table: RequestTable
    private let known: KnownWitnesses?

    /// - Parameter known: The witnesses of all of a city's requests; `nil` to take them from the table's facts, or to count the table.
    init(_ neighbours: BlockNeighbours, layers: [PreparedLayer], known: KnownWitnesses?) {
        self.known = known
        self.neighbours = neighbours
        table = neighbours.table
        self.layers = layers
    }

    private struct Counts {
        var across = 0
        var right = 0

        var doubtsSides: Bool { across >= SideReview.fewest && across >= right }
    }

    /// Whether a finding rests on the side that a range gives an address.
    static func isAcross(_ finding: Finding) -> Bool {
        finding.verdict == .misrouted && finding.cause == .wrongSide && finding.position?.source == .range
    }

    /// Makes the findings of doubtful blocks uncertain.
    func hear(_ result: inout AuditResult) {
        var blocks = BlockTable()
        var keys: [UInt64] = []
        var asked: [(index: Int, block: Int)] = []
        for index in result.findings.indices where Self.isAcross(result.findings[index]) {
            if let key = neighbours.key(ofRow: result.findings[index].row) {
                asked.append((index, blocks.add(key.block)))
                if blocks.count > keys.count { keys.append(key.block) }
            }
        }
        guard !asked.isEmpty else { return }
        let known = known ?? table.facts.map { KnownWitnesses($0, of: blocks, layers: layers) }
        let counts = known.map { counted(keys, by: $0) } ?? counted(asked, in: result, blocks)
        for (index, block) in asked {
            let before = result.findings[index]
            let own = counts[before.layer.index][block]
            guard own.doubtsSides else { continue }
            var finding = before
            finding.verdict = .uncertain
            finding.cause = nil
            let evidence: AddressEvidence? =
                if case .address(let evidence) = before.evidence.first { evidence } else { nil }
            finding.evidence = .exchangedSides(evidence, others: own.across - 1)
            result.replace(at: index, before, with: finding)
        }
    }

    /// By layer and block the requests on either side, counted in the file.
    private func counted(
        _ asked: [(index: Int, block: Int)], in result: AuditResult, _ blocks: BlockTable
    ) -> [[Counts]] {
        var counts = noCounts(blocks)
        for (index, block) in asked {
            let finding = result.findings[index]
            if table.state(at: finding.row) != .ignored { counts[finding.layer.index][block].across += 1 }
        }
        let wrong = result.wrongRows(of: table.count)
        let members = neighbours.members(of: blocks)
        for block in 0..<blocks.count {
            for layer in layers.indices {
                counts[layer][block].right = members[block].count { !wrong[layer][$0.row] }
            }
        }
        return counts
    }

    /// The same, of all of a city's requests.
    private func counted(_ blocks: [UInt64], by known: KnownWitnesses) -> [[Counts]] {
        layers.ordinals.map { layer in
            blocks.map { block in
                known.block(block, layer: layer, table: table).groups.reduce(into: Counts()) {
                    counts, group in
                    counts.across += Int(group.members.across)
                    counts.right += group.count
                }
            }
        }
    }

    private func noCounts(_ blocks: BlockTable) -> [[Counts]] {
        layers.map { _ in [Counts](repeating: Counts(), count: blocks.count) }
    }
}
