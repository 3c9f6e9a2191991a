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
    /// - Parameter meanings: What the recorded codes of each layer mean.
    func hear(_ result: inout AuditResult, meanings: [CodeMeanings]) {
        var blocks = BlockTable()
        var asked: [(index: Int, block: Int)] = []
        for index in result.findings.indices where Self.isAsked(result.findings[index]) {
            let key = table.withAddressBytes(at: result.findings[index].row, BlockKey.of)
            if let key { asked.append((index, blocks.add(key))) }
        }
        guard !asked.isEmpty else { return }
        let rows = rows(of: blocks)
        let wrong = wrongRows(in: result, layerCount: meanings.count)
        asked.sort { first, second in
            let layers = (result.findings[first.index].layer, result.findings[second.index].layer)
            return (first.block, layers.0, first.index) < (second.block, layers.1, second.index)
        }
        var start = 0
        while start < asked.count {
            let (block, layer) = (asked[start].block, result.findings[asked[start].index].layer)
            let end =
                asked[start...].firstIndex { $0.block != block || result.findings[$0.index].layer != layer }
                ?? asked.count
            let witnesses = Witnesses(
                rows[block].filter { !wrong[layer][Int($0)] }, codes: table.assigned[layer].indices)
            for (index, _) in asked[start..<end] {
                let before = result.findings[index]
                var finding = before
                hear(witnesses, on: &finding, meanings[layer])
                result.replace(at: index, before, with: finding)
            }
            start = end
        }
    }

    private static func isAsked(_ finding: Finding) -> Bool {
        guard finding.support == .none, finding.position?.source == .recorded, finding.expected >= 0 else {
            return false
        }
        return finding.verdict == .misrouted || finding.verdict == .unassigned
            || finding.verdict == .unknownArea
    }

    /// The witnesses of one block in one layer, by the codes that were recorded of them.
    private struct Witnesses {
        private(set) var byCode: [(code: Int32, rows: [Int32])] = []

        init(_ rows: [Int32], codes: [Int32]) {
            for row in rows {
                let code = codes[Int(row)]
                if let known = byCode.firstIndex(where: { $0.code == code }) {
                    byCode[known].rows.append(row)
                } else {
                    byCode.append((code, [row]))
                }
            }
        }
    }

    private func hear(_ witnesses: Witnesses, on finding: inout Finding, _ meanings: CodeMeanings) {
        guard let position = finding.position?.coordinate else { return }
        var count = Count()
        var against: [Int32] = []
        for (code, rows) in witnesses.byCode {
            let area = meanings[code, edition: finding.edition]
            if area == finding.expected { count.agreeing += rows.count }
            guard area >= 0, area == finding.assigned else { continue }
            against += rows
        }
        count.disagreeing = against.count
        if count.agreeing >= Self.fewestForRepair, count.disagreeing == 0 {
            finding.support = .block
            if finding.evidence == .none { finding.evidence = .block(count, area: finding.expected) }
        }
        guard finding.verdict == .misrouted, count.disagreeing > count.agreeing,
            isElsewhere(position, of: finding.row, than: against)
        else { return }
        finding.verdict = .uncertain
        finding.cause = nil
        finding.support = .against
        finding.evidence = .block(count, area: finding.assigned)
    }

    /// Whether a request is recorded elsewhere than other requests of its block: one of them has its address, or several lie
    /// far off.
    private func isElsewhere(_ position: Coordinate, of row: Int, than others: [Int32]) -> Bool {
        let address = table.address(at: row)
        if others.contains(where: { table.address(at: Int($0)) == address }) { return true }
        return others.count > 1
            && others.allSatisfy { other in
                let place = Coordinate(
                    longitude: table.longitudes[Int(other)], latitude: table.latitudes[Int(other)])
                return LocalPlane.distance(position, place) > Self.otherBlock
            }
    }

    /// The rows with a usable position whose addresses lie on some blocks, block by block and each in order.
    private func rows(of blocks: BlockTable) -> [[Int32]] {
        let slices = mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) {
            (_: inout Void, rows: Range<Int>) -> [(row: Int32, block: Int32)] in
            rows.compactMap { row in
                guard table.positionStates[row] == .recorded, !placeholders.contains(row),
                    let key = table.withAddressBytes(at: row, BlockKey.of), let block = blocks[key]
                else { return nil }
                return (Int32(row), Int32(block))
            }
        }
        var rowsByBlock = [[Int32]](repeating: [], count: blocks.count)
        for slice in slices { for (row, block) in slice { rowsByBlock[Int(block)].append(row) } }
        return rowsByBlock
    }

    /// For each layer which rows were not found correct.
    private func wrongRows(in result: AuditResult, layerCount: Int) -> [[Bool]] {
        var wrong = [[Bool]](
            repeating: [Bool](repeating: false, count: table.count), count: layerCount)
        for finding in result.findings where finding.verdict != .correct {
            wrong[finding.layer][finding.row] = true
        }
        return wrong
    }
}

/// Numbers blocks by their ``BlockKey`` in the order in which they come.
private struct BlockTable: Sendable {
    private(set) var count = 0
    /// Open addressing by the keys' upper bits: the number of a block, −1 where free.
    private var numbers = [Int32](repeating: -1, count: 1024)
    private var keys = [UInt64](repeating: 0, count: 1024)

    /// The number of a block, `nil` for one that was not added.
    subscript(key: UInt64) -> Int? {
        let slot = slot(of: key)
        return numbers[slot] < 0 ? nil : Int(numbers[slot])
    }

    /// Returns the number of a block, a new one where it was not added.
    mutating func add(_ key: UInt64) -> Int {
        let slot = slot(of: key)
        if numbers[slot] >= 0 { return Int(numbers[slot]) }
        (numbers[slot], keys[slot]) = (Int32(count), key)
        count += 1
        if count * 2 > numbers.count { grow() }
        return count - 1
    }

    /// The slot of a key, or the free one where it would stand.
    private func slot(of key: UInt64) -> Int {
        let mask = numbers.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while numbers[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = zip(keys, numbers).filter { $0.1 >= 0 }
        keys = [UInt64](repeating: 0, count: keys.count * 4)
        numbers = [Int32](repeating: -1, count: keys.count)
        for (key, number) in old {
            let slot = slot(of: key)
            (keys[slot], numbers[slot]) = (key, number)
        }
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
