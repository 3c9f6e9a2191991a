import Boundaries
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
/// fault, and it is no longer accused. Three witnesses of its own town and its own side of the street, which may be the border, are
/// a second source for a repair where no other request of the block and the town was assigned to another area, be that wrong.
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

    private let neighbourhood: BlockNeighbours
    private let layers: [PreparedLayer]
    private let table: RequestTable

    init(_ neighbourhood: BlockNeighbours, layers: [PreparedLayer]) {
        self.neighbourhood = neighbourhood
        table = neighbourhood.table
        self.layers = layers
    }

    /// Hears the witnesses of all findings that nothing but a recorded position, or an address alone, supports.
    ///
    /// Where facts have the witnesses of all of a city's requests, they are those.
    /// - Parameter meanings: What the recorded codes of each layer mean.
    func hear(_ result: inout AuditResult, meanings: [CodeMeanings]) {
        if let facts = table.facts { return hear(&result, KnownWitnesses(facts, layers: layers)) }
        var blocks = BlockTable()
        var asked: [(index: Int, block: Int, isOdd: Bool)] = []
        for index in result.findings.indices where Self.isAsked(result.findings[index]) {
            if let key = neighbourhood.key(ofRow: result.findings[index].row) {
                asked.append((index, blocks.add(key.block), key.isOdd))
            }
        }
        guard !asked.isEmpty else { return }
        let rows = neighbourhood.rows(of: blocks)
        let wrong = result.wrongRows(of: table.count)
        let towns = table.towns
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
            let witnesses = BlockRows(rows[block], in: table, layer: layer) { wrong[layer.index][Int($0)] }
            for (index, _, isOdd) in asked[start..<end] {
                let before = result.findings[index]
                var finding = before
                let groups = witnesses.groups.map {
                    (
                        meanings[layer].area(ofCode: $0.code, in: finding.edition), $0.isOdd != isOdd,
                        Witnesses.rows($0)
                    )
                }
                hear(groups, on: &finding, towns)
                result.replace(at: index, before, with: finding)
            }
            start = end
        }
    }

    static func isAsked(_ finding: Finding) -> Bool {
        let isByOneSource =
            finding.support == .none && finding.position?.source == .recorded
            || finding.isByOneAddress
        guard isByOneSource, finding.expected.exists else { return false }
        return finding.verdict == .misrouted || finding.verdict == .unassigned
            || finding.verdict == .unknownArea
    }

    private func hear(_ result: inout AuditResult, _ known: KnownWitnesses) {
        let towns = table.towns
        for index in result.findings.indices where Self.isAsked(result.findings[index]) {
            let before = result.findings[index]
            guard let key = neighbourhood.key(ofRow: before.row) else { continue }
            var finding = before
            let groups = known.groups(of: key, layer: before.layer, edition: before.edition)
            hear(groups.map { ($0.area, $0.isAcross, .known($0.witnesses)) }, on: &finding, towns)
            result.replace(at: index, before, with: finding)
        }
    }

    /// The witnesses of one side of a block in one layer that bear one code.
    private enum Witnesses {
        case rows(BlockRows.Group)
        case known(CityFacts.Witnesses)

        var count: Int {
            switch self {
            case .rows(let group): group.rows.count
            case .known(let witnesses): witnesses.requests
            }
        }

        /// How many others of the block bear the code, name a town and were not found right.
        func astray(of town: FactKey?, _ towns: TownKeys) -> Int {
            switch self {
            case .rows(let group):
                return towns.areNamed
                    ? group.astray.count { towns[Int($0)] == town } : group.astray.count
            case .known(let witnesses):
                return witnesses.town == town ? (witnesses.astray ?? 0) + (witnesses.across ?? 0) : 0
            }
        }

        /// How many of them name a town.
        func count(of town: FactKey?, _ towns: TownKeys) -> Int {
            switch self {
            case .rows(let group): group.count(of: town, towns)
            case .known(let witnesses): witnesses.town == town ? witnesses.requests : 0
            }
        }

        /// Whether one of them has the address of a row.
        func haveAddress(ofRow row: Int, in table: RequestTable) -> Bool {
            switch self {
            case .rows(let group):
                let address = table.address(at: row)
                return group.rows.contains { table.address(at: Int($0)) == address }
            case .known(let witnesses):
                return witnesses.addresses.contains(table.withAddressBytes(at: row) { FactKey(of: $0) })
            }
        }

        /// Whether all of them lie farther from a position than a distance, metres.
        func areAll(
            fartherThan distance: Double, from position: Coordinate, in table: RequestTable
        ) -> Bool {
            switch self {
            case .rows(let group):
                group.rows.allSatisfy { row in
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

    /// The rows of one block in one layer, by the codes that were recorded of them and the sides of the street.
    private struct BlockRows {
        /// Those of one code on one side.
        final class Group {
            let code: Int32
            let isOdd: Bool
            /// Those that were found right.
            fileprivate(set) var rows: [Int32] = []
            /// Those that were not.
            fileprivate(set) var astray: [Int32] = []
            /// How many name each town; counted at the first question, since few blocks are asked for it.
            private var towns: [(town: FactKey?, count: Int)] = []

            init(code: Int32, isOdd: Bool) {
                self.code = code
                self.isOdd = isOdd
            }

            func count(of town: FactKey?, _ keys: TownKeys) -> Int {
                guard keys.areNamed else { return rows.count }
                if towns.isEmpty { for row in rows { add(keys[Int(row)]) } }
                return towns.first { $0.town == town }?.count ?? 0
            }

            /// A block lies in few towns: they are looked through.
            private func add(_ town: FactKey?) {
                if let known = towns.firstIndex(where: { $0.town == town }) {
                    towns[known].count += 1
                } else {
                    towns.append((town, 1))
                }
            }
        }

        private(set) var groups: [Group] = []

        init(_ rows: [Int32], in table: RequestTable, layer: Ordinal<Layer>, isWrong: (Int32) -> Bool) {
            let codes = table.assigned[layer.index].indices
            for row in rows {
                guard let key = table.withAddressBytes(at: Int(row), BlockKey.init) else { continue }
                let group = group(ofCode: codes[Int(row)], isOdd: key.isOdd)
                if isWrong(row) { group.astray.append(row) } else { group.rows.append(row) }
            }
        }

        private mutating func group(ofCode code: Int32, isOdd: Bool) -> Group {
            if let known = groups.first(where: { $0.code == code && $0.isOdd == isOdd }) { return known }
            let new = Group(code: code, isOdd: isOdd)
            groups.append(new)
            return new
        }
    }

    /// - Parameter groups: The witnesses of the finding's block, with the area that they lie in, and whether that is across its street.
    private func hear(
        _ groups: [(area: Ordinal<Area>, isAcross: Bool, Witnesses)], on finding: inout Finding,
        _ towns: TownKeys
    ) {
        guard let position = finding.position?.coordinate else { return }
        var count = Count()
        // The request itself is one of its town's that were not found right, where it has a position.
        let town = towns[finding.row]
        let isCounted =
            finding.assigned.exists && !finding.isByAddressAlone && table.state(at: finding.row) != .ignored
        var astray = isCounted ? -1 : 0
        var supporting: [Witnesses] = []
        var against: [Witnesses] = []
        for (area, isAcross, witnesses) in groups {
            if area.exists, area != finding.expected { astray += witnesses.astray(of: town, towns) }
            if area == finding.expected {
                count.agreeing += witnesses.count
                if !isAcross { supporting.append(witnesses) }
            }
            guard area.exists, area == finding.assigned else { continue }
            against.append(witnesses)
            count.disagreeing += witnesses.count
        }
        if count.disagreeing == 0, astray <= 0,
            let neighbours = neighbours(of: finding.row, in: supporting, towns)
        {
            finding.support = .block
            if finding.evidence == .none {
                finding.evidence = .block(Count(agreeing: neighbours), area: finding.expected)
            }
        }
        guard finding.verdict == .misrouted, !finding.isByAddressAlone, count.disagreeing > count.agreeing,
            isElsewhere(position, of: finding.row, than: against, count: count.disagreeing)
        else { return }
        finding.verdict = .uncertain
        finding.cause = nil
        finding.support = .against
        finding.evidence = .block(count, area: finding.assigned)
    }

    /// Returns how many witnesses are of a row's own town, `nil` for too few to repair by.
    private func neighbours(of row: Int, in witnesses: [Witnesses], _ towns: TownKeys) -> Int? {
        let town = towns[row]
        let count = witnesses.reduce(0) { $0 + $1.count(of: town, towns) }
        return count >= Self.fewestForRepair ? count : nil
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
}

extension BlockWitnesses {
    /// Gathers the witnesses of some blocks, and what lies across from them.
    ///
    /// - Parameters:
    ///   - calendars: For each layer when its editions are in force.
    ///   - isAsked: Whether a block's witnesses are wanted.
    ///   - part: What a row is in a layer.
    func gather(
        into groups: inout WitnessGroups, calendars: [EditionCalendar], isAsked: (UInt64) -> Bool,
        part: (_ layer: Ordinal<Layer>, _ row: Int) -> WitnessGroups.Part
    ) {
        let towns = table.towns
        for row in 0..<table.count {
            guard neighbourhood.mayTell(row), table.state(at: row) != .ignored,
                let key = neighbourhood.key(ofRow: row), isAsked(key.block)
            else { continue }
            let address = table.withAddressBytes(at: row) { FactKey(of: $0) }
            let town = towns[row]
            let place = Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
            for layer in layers.ordinals {
                let edition = calendars[layer].edition(openedAt: table.opened[row])
                let group = WitnessGroups.Key(
                    layer: layer, block: key.side, town: town, code: table.assigned[layer.index].indices[row],
                    edition: edition)
                groups.add(part(layer, row), to: group, address: address, place: place)
            }
        }
    }

    /// Returns gathered witnesses as facts. The table has the texts that the CRM recorded.
    func facts(_ groups: WitnessGroups) -> [CityFacts.Witnesses] {
        groups.groups.sorted { first, second in
            let towns = (first.key.town ?? FactKey(value: 0), second.key.town ?? FactKey(value: 0))
            return (first.key.layer, first.key.block, towns.0, first.key.code, first.key.edition)
                < (second.key.layer, second.key.block, towns.1, second.key.code, second.key.edition)
        }.compactMap { group, members in
            guard group.code >= 0 else { return nil }
            let edition = group.edition
            return CityFacts.Witnesses(
                layer: layers[group.layer].name,
                edition: edition.exists ? layers[group.layer].editions[edition].factsName : nil,
                block: FactKey(value: group.block), town: group.town,
                area: table.assigned[group.layer.index].values[Int(group.code)], requests: members.requests,
                addresses: members.addresses.sorted(),
                places: members.places.sorted {
                    ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
                }.flatMap { [$0.longitude, $0.latitude] },
                across: members.across > 0 ? members.across : nil,
                astray: members.astray > 0 ? members.astray : nil)
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
