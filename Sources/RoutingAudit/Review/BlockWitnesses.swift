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
    private let layers: [PreparedLayer]
    private let placeholders: Placeholders
    private let jobs: Int

    init(table: RequestTable, layers: [PreparedLayer], placeholders: Placeholders, jobs: Int) {
        self.layers = layers
        self.table = table
        self.placeholders = placeholders
        self.jobs = jobs
    }

    /// Hears the witnesses of all findings that nothing but a recorded position supports.
    ///
    /// Where facts have the witnesses of all of a city's requests, they are those.
    /// - Parameter meanings: What the recorded codes of each layer mean.
    func hear(_ result: inout AuditResult, meanings: [CodeMeanings]) {
        if let facts = table.facts { return hear(&result, KnownWitnesses(facts, layers: layers)) }
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
            let witnesses = BlockRows(
                rows[block].filter { !wrong[layer][Int($0)] }, codes: table.assigned[layer].indices)
            for (index, _) in asked[start..<end] {
                let before = result.findings[index]
                var finding = before
                let groups = witnesses.byCode.map { code, rows in
                    (meanings[layer][code, edition: finding.edition], Witnesses.rows(rows))
                }
                hear(groups, on: &finding)
                result.replace(at: index, before, with: finding)
            }
            start = end
        }
    }

    static func isAsked(_ finding: Finding) -> Bool {
        guard finding.support == .none, finding.position?.source == .recorded, finding.expected >= 0 else {
            return false
        }
        return finding.verdict == .misrouted || finding.verdict == .unassigned
            || finding.verdict == .unknownArea
    }

    private func hear(_ result: inout AuditResult, _ known: KnownWitnesses) {
        for index in result.findings.indices where Self.isAsked(result.findings[index]) {
            let before = result.findings[index]
            guard let block = table.withAddressBytes(at: before.row, BlockKey.of) else { continue }
            var finding = before
            let groups = known.groups(ofBlock: block, layer: before.layer, edition: before.edition)
            hear(groups.map { ($0.area, .known($0.witnesses)) }, on: &finding)
            result.replace(at: index, before, with: finding)
        }
    }

    /// The witnesses of one block in one layer that bear one code.
    private enum Witnesses {
        case rows([Int32])
        case known(CityFacts.Witnesses)

        var count: Int {
            switch self {
            case .rows(let rows): rows.count
            case .known(let witnesses): witnesses.requests
            }
        }

        /// Whether one of them has the address of a row.
        func haveAddress(ofRow row: Int, in table: RequestTable) -> Bool {
            switch self {
            case .rows(let rows):
                let address = table.address(at: row)
                return rows.contains { table.address(at: Int($0)) == address }
            case .known(let witnesses):
                return witnesses.addresses.contains(table.withAddressBytes(at: row) { FactKey(of: $0) })
            }
        }

        /// Whether all of them lie farther from a position than a distance, metres.
        func areAll(
            fartherThan distance: Double, from position: Coordinate, in table: RequestTable
        ) -> Bool {
            switch self {
            case .rows(let rows):
                rows.allSatisfy { row in
                    let place = Coordinate(
                        longitude: table.longitudes[Int(row)], latitude: table.latitudes[Int(row)])
                    return LocalPlane.distance(position, place) > distance
                }
            case .known(let witnesses):
                stride(from: 0, to: witnesses.places.count - 1, by: 2).allSatisfy { index in
                    let place = Coordinate(
                        longitude: witnesses.places[index], latitude: witnesses.places[index + 1])
                    return LocalPlane.distance(position, place) > distance
                }
            }
        }
    }

    /// The rows of one block in one layer, by the codes that were recorded of them.
    private struct BlockRows {
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

    /// - Parameter groups: The witnesses of the finding's block, with the area that they lie in.
    private func hear(_ groups: [(area: Int, Witnesses)], on finding: inout Finding) {
        guard let position = finding.position?.coordinate else { return }
        var count = Count()
        var against: [Witnesses] = []
        for (area, witnesses) in groups {
            if area == finding.expected { count.agreeing += witnesses.count }
            guard area >= 0, area == finding.assigned else { continue }
            against.append(witnesses)
            count.disagreeing += witnesses.count
        }
        if count.agreeing >= Self.fewestForRepair, count.disagreeing == 0 {
            finding.support = .block
            if finding.evidence == .none { finding.evidence = .block(count, area: finding.expected) }
        }
        guard finding.verdict == .misrouted, count.disagreeing > count.agreeing,
            isElsewhere(position, of: finding.row, than: against, count: count.disagreeing)
        else { return }
        finding.verdict = .uncertain
        finding.cause = nil
        finding.support = .against
        finding.evidence = .block(count, area: finding.assigned)
    }

    /// Whether a request is recorded elsewhere than other requests of its block: one of them has its address, or several lie
    /// far off.
    private func isElsewhere(
        _ position: Coordinate, of row: Int, than others: [Witnesses], count: Int
    ) -> Bool {
        if others.contains(where: { $0.haveAddress(ofRow: row, in: table) }) { return true }
        return count > 1
            && others.allSatisfy { $0.areAll(fartherThan: Self.otherBlock, from: position, in: table) }
    }

    /// The rows with a usable position whose addresses lie on some blocks, block by block and each in order.
    private func rows(of blocks: BlockTable) -> [[Int32]] {
        let slices = mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) {
            (_: inout Void, rows: Range<Int>) -> [(row: Int32, block: Int32)] in
            let (states, addresses) = (table.positionStates, table.addresses)
            var found: [(row: Int32, block: Int32)] = []
            addresses.bytes.withUnsafeBufferPointer { bytes in
                for row in rows where states[row] == .recorded && !placeholders.contains(row) {
                    let address = UnsafeBufferPointer(rebasing: bytes[addresses.range(at: row)])
                    guard let key = BlockKey.of(address), let block = blocks[key] else { continue }
                    found.append((Int32(row), Int32(block)))
                }
            }
            return found
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

/// Witnesses by their layer, block, recorded code and edition.
struct WitnessGroups: Sendable {
    struct Key: Hashable {
        let layer: Int
        let block: UInt64
        let code: Int32
        let edition: Int
    }

    struct Members {
        var requests = 0
        var addresses: Set<FactKey> = []
        var places: Set<Coordinate> = []
    }

    fileprivate(set) var groups: [Key: Members] = [:]
}

extension BlockWitnesses {
    /// Returns the witnesses of all blocks: what a part of the requests has to know of them.
    ///
    /// - Parameters:
    ///   - result: What was found before any witness was heard.
    ///   - calendars: For each layer when its editions are in force.
    func facts(_ result: AuditResult, calendars: [EditionCalendar]) -> [CityFacts.Witnesses] {
        let wrong = wrongRows(in: result, layerCount: layers.count)
        var groups = WitnessGroups()
        gather(into: &groups, calendars: calendars, isAsked: { _ in true }, isWrong: { wrong[$0][$1] })
        return facts(groups)
    }

    /// Gathers the witnesses of some blocks.
    ///
    /// - Parameters:
    ///   - isAsked: Whether a block's witnesses are wanted.
    ///   - isWrong: Whether a row was not found correct in a layer.
    func gather(
        into groups: inout WitnessGroups, calendars: [EditionCalendar], isAsked: (UInt64) -> Bool,
        isWrong: (_ layer: Int, _ row: Int) -> Bool
    ) {
        for row in 0..<table.count {
            guard table.positionStates[row] == .recorded, !placeholders.contains(row),
                let block = table.withAddressBytes(at: row, BlockKey.of), isAsked(block)
            else { continue }
            let address = table.withAddressBytes(at: row) { FactKey(of: $0) }
            let place = Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
            for layer in layers.indices where !isWrong(layer, row) {
                let edition = calendars[layer].edition(openedAt: table.opened[row])
                let key = WitnessGroups.Key(
                    layer: layer, block: block, code: table.assigned[layer].indices[row], edition: edition)
                groups.groups[key, default: WitnessGroups.Members()].requests += 1
                groups.groups[key]?.addresses.insert(address)
                groups.groups[key]?.places.insert(place)
            }
        }
    }

    /// Returns gathered witnesses as facts. The table has the texts that the CRM recorded.
    func facts(_ groups: WitnessGroups) -> [CityFacts.Witnesses] {
        groups.groups.sorted { first, second in
            (first.key.layer, first.key.block, first.key.code, first.key.edition)
                < (second.key.layer, second.key.block, second.key.code, second.key.edition)
        }.compactMap { group, members in
            guard group.code >= 0 else { return nil }
            let edition = group.edition
            return CityFacts.Witnesses(
                layer: layers[group.layer].name,
                edition: edition >= 0 ? layers[group.layer].editions[edition].factsName : nil,
                block: FactKey(value: group.block),
                area: table.assigned[group.layer].values[Int(group.code)], requests: members.requests,
                addresses: members.addresses.sorted(),
                places: members.places.sorted {
                    ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
                }.flatMap { [$0.longitude, $0.latitude] })
        }
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
