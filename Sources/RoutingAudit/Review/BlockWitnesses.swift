import Geocoding
import Geometry
import GeometryEngine
import Locating
import ServiceRequests
import WorkSharing

/// Asks the other requests of a block where nothing but one recorded position speaks against an assignment.
///
/// A request that was routed rightly is a witness: of its own area, at its own place. Where the witnesses of a block lie in
/// the area that the accused request was assigned to, and far from where it is recorded, its position is the more likely
/// fault, and it is no longer accused. Three witnesses that lie in the expected area, with none against them, are a second
/// source for a repair.
package struct BlockWitnesses: Sendable {
    /// What the witnesses of a request say.
    package struct Count: Hashable, Sendable {
        /// Those assigned to the expected area, and lying in it.
        package var agreeing = 0
        /// Those assigned to the area that the request was assigned to, and lying in it.
        package var disagreeing = 0
    }

    /// The witnesses that a repair needs where there is no address.
    private static let fewestForRepair = 3
    /// A recorded position farther than this from all witnesses, metres, is on another block than its address.
    private static let otherBlock = 250.0

    private let table: RequestTable
    private let placeholders: Placeholders
    private let jobs: Int

    init(table: RequestTable, placeholders: Placeholders, jobs: Int) {
        self.table = table
        self.placeholders = placeholders
        self.jobs = jobs
    }

    /// Hears the witnesses of all findings that nothing but a recorded position supports.
    ///
    /// - Parameter meaning: Returns the area that a row's recorded code means in a layer's edition, or −1.
    func hear(_ result: inout AuditResult, meaning: (_ row: Int, _ finding: Finding) -> Int) {
        let asked = result.findings.indices.filter { Self.isAsked(result.findings[$0]) }
        guard !asked.isEmpty else { return }
        var askedByBlock: [UInt64: [Int]] = [:]
        for index in asked {
            let key = table.withAddressBytes(at: result.findings[index].row, BlockKey.of)
            if let key { askedByBlock[key, default: []].append(index) }
        }
        guard !askedByBlock.isEmpty else { return }
        let witnesses = rows(ofBlocks: Set(askedByBlock.keys))
        let wrong = wrongRows(in: result, among: Set(witnesses.map(\.row)))
        var rowsByBlock: [UInt64: [Int]] = [:]
        for (row, key) in witnesses { rowsByBlock[key, default: []].append(row) }
        for (key, indices) in askedByBlock {
            for index in indices {
                var finding = result.findings[index]
                let before = finding
                let right = (rowsByBlock[key] ?? []).filter {
                    $0 != finding.row && wrong[$0]?.contains(finding.layer) != true
                }
                hear(right, on: &finding, meaning: meaning)
                result.replace(at: index, before, with: finding)
            }
        }
    }

    private static func isAsked(_ finding: Finding) -> Bool {
        guard finding.support == .none, finding.position?.source == .recorded, finding.expected >= 0 else {
            return false
        }
        return finding.verdict == .misrouted || finding.verdict == .unassigned
            || finding.verdict == .unknownArea
    }

    private func hear(
        _ witnesses: [Int], on finding: inout Finding, meaning: (Int, Finding) -> Int
    ) {
        guard let position = finding.position?.coordinate else { return }
        var count = Count()
        var nearest = Double.infinity
        var hasSameAddress = false
        let address = table.address(at: finding.row)
        for row in witnesses {
            let area = meaning(row, finding)
            if area == finding.expected { count.agreeing += 1 }
            guard area >= 0, area == finding.assigned else { continue }
            count.disagreeing += 1
            let place = Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
            nearest = min(nearest, LocalPlane.distance(position, place))
            hasSameAddress = hasSameAddress || table.address(at: row) == address
        }
        if count.agreeing >= Self.fewestForRepair, count.disagreeing == 0 {
            finding.support = .block
            if finding.evidence == .none { finding.evidence = .block(count, area: finding.expected) }
        }
        let isElsewhere = hasSameAddress || count.disagreeing > 1 && nearest > Self.otherBlock
        guard finding.verdict == .misrouted, isElsewhere, count.disagreeing > count.agreeing else { return }
        finding.verdict = .uncertain
        finding.cause = nil
        finding.support = .against
        finding.evidence = .block(count, area: finding.assigned)
    }

    /// The rows with a usable position whose addresses lie on some blocks, in order.
    private func rows(ofBlocks keys: Set<UInt64>) -> [(row: Int, key: UInt64)] {
        mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) {
            (_: inout Void, rows: Range<Int>) -> [(row: Int, key: UInt64)] in
            rows.compactMap { row in
                guard table.positionStates[row] == .recorded,
                    let key = table.withAddressBytes(at: row, BlockKey.of), keys.contains(key),
                    !placeholders.contains(row)
                else { return nil }
                return (row, key)
            }
        }.flatMap(\.self)
    }

    /// For each of some rows that was not found correct, the layers in which it was not.
    private func wrongRows(in result: AuditResult, among rows: Set<Int>) -> [Int: Set<Int>] {
        var wrong: [Int: Set<Int>] = [:]
        for finding in result.findings where finding.verdict != .correct && rows.contains(finding.row) {
            wrong[finding.row, default: []].insert(finding.layer)
        }
        return wrong
    }
}

extension BlockWitnesses.Count {
    /// Returns what the witnesses say as one short sentence.
    ///
    /// - Parameter area: The area that most of them lie in, in words.
    func text(area: String) -> String {
        let most = max(agreeing, disagreeing)
        let others =
            most == 1 ? "1 other request of its block lies" : "\(most) other requests of its block lie"
        let rest = min(agreeing, disagreeing)
        return "\(others) in \(area) and \(most == 1 ? "is" : "are") assigned to it"
            + (rest > 0 ? "; \(rest) in the other one" : "")
    }
}
