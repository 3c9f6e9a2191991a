package import GeometryEngine
import Locating
package import ServiceRequests

/// What requests in slices have to know of all findings, as ``RoutingAuditor/add(to:of:)`` tells it of one table.
///
/// Two looks at all slices make it: the first counts pairs of areas and codes and notes on which blocks witnesses will be asked,
/// the second gathers the witnesses of those blocks.
package struct FindingFacts: Sendable {
    fileprivate var stale: [StaleEditionReview.Pair: Int] = [:]
    fileprivate var findings: SummaryFindings
    fileprivate var asked: Set<UInt64> = []
    /// For each layer a bit for each row, of those that were not found correct.
    fileprivate var wrong: [RowBits]
    fileprivate var witnesses = WitnessGroups()
    /// Rows that came in each of the looks.
    fileprivate var judgedRows = 0
    fileprivate var heardRows = 0

    package init(layerCount: Int) {
        findings = SummaryFindings(layerCount: layerCount)
        wrong = [RowBits](repeating: RowBits(), count: layerCount)
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
        for finding in result.findings where finding.verdict != .correct {
            facts.wrong[finding.layer].set(facts.judgedRows + finding.row)
            // Where the old map turns out to be chance, witnesses are asked after all.
            guard BlockWitnesses.isAsked(finding) || finding.cause == .staleEdition else { continue }
            if let block = slice.withAddressBytes(at: finding.row, BlockKey.of) { facts.asked.insert(block) }
        }
        facts.judgedRows += slice.count
    }

    /// Takes up a slice in the second look.
    package func hear(_ slice: RequestTable, into facts: inout FindingFacts) {
        let (first, wrong, asked) = (facts.heardRows, facts.wrong, facts.asked)
        witnesses(in: slice).gather(
            into: &facts.witnesses, calendars: calendars, isAsked: { asked.contains($0) },
            isWrong: { wrong[$0].contains(first + $1) })
        facts.heardRows += slice.count
    }

    /// Adds to facts what all slices told.
    ///
    /// - Parameter table: Has the texts that the CRM recorded.
    package func add(_ found: FindingFacts, to facts: inout CityFacts, texts table: RequestTable) {
        let review = StaleEditionReview(layers: layers, calendars: calendars, table: table)
        facts.stale = review.facts(found.stale)
        facts.witnesses = witnesses(in: table).facts(found.witnesses)
        facts.aliases = layers.indices.flatMap {
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
