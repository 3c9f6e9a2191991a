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
/// a second source for a repair where no other request of that side and town lies in another area, and none of the block and the town
/// was assigned to another one wrongly.
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
        let changes =
            table.facts.map { heard(result, KnownWitnesses($0, layers: layers)) } ?? heard(result, meanings)
        for (index, finding) in changes.joined() {
            result.replace(at: index, result.findings[index], with: finding)
        }
    }

    /// Findings by their indices, as they are once witnesses were heard.
    private typealias Changes = [[(index: Int, finding: Finding)]]

    private func heard(_ result: AuditResult, _ meanings: [CodeMeanings]) -> Changes {
        let asked = AskedBlocks(result, neighbourhood, layerCount: layers.count)
        guard asked.count > 0 else { return [] }
        let members = neighbourhood.members(of: asked.blocks)
        let wrong = result.wrongRows(of: table.count)
        let towns = table.towns
        return mapSlices(
            count: asked.count, sliceLength: 256, jobs: neighbourhood.jobs,
            makeWorker: { BlockGroups(table, towns) }
        ) { block, range in
            var changes: [(index: Int, finding: Finding)] = []
            for place in range {
                let (number, layer) = (asked.block(ofPlace: place), asked.layer(ofPlace: place))
                block.take(members[number], number: number, layer: layer, wrong: wrong[layer.index])
                // Most findings of a place are of one edition: what their groups are is made out once for each side.
                var (side, edition) = (false, Ordinal<Edition>.none)
                var groups: [LocatedWitnesses] = []
                for (index, isOdd) in asked.findings(ofPlace: place) {
                    let finding = result.findings[index]
                    if groups.isEmpty || side != isOdd || edition != finding.edition {
                        (side, edition) = (isOdd, finding.edition)
                        groups = block.groups.map { group in
                            LocatedWitnesses(
                                area: meanings[layer].area(ofCode: group.code, in: edition),
                                isAcross: group.isOdd != isOdd, witnesses: .rows(block, group))
                        }
                    }
                    if let heard = heard(groups, of: finding, towns) { changes.append((index, heard)) }
                }
            }
            return changes
        }
    }

    private func heard(_ result: AuditResult, _ known: KnownWitnesses) -> Changes {
        let towns = table.towns
        return mapSlices(
            count: result.findings.count, sliceLength: 4096, jobs: neighbourhood.jobs, makeWorker: {}
        ) { (_: inout Void, range: Range<Int>) -> [(index: Int, finding: Finding)] in
            var changes: [(index: Int, finding: Finding)] = []
            for index in range where Self.isAsked(result.findings[index]) {
                let finding = result.findings[index]
                guard let key = neighbourhood.key(ofRow: finding.row) else { continue }
                let groups = known.groups(of: key, layer: finding.layer, edition: finding.edition).map {
                    LocatedWitnesses(area: $0.area, isAcross: $0.isAcross, witnesses: .known($0.witnesses))
                }
                if let heard = heard(groups, of: finding, towns) { changes.append((index, heard)) }
            }
            return changes
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

    /// The witnesses of one side of a block in one layer that bear one code.
    private enum Witnesses {
        case rows(BlockGroups, BlockGroups.Group)
        case known(CityFacts.Witnesses)

        var count: Int {
            switch self {
            case .rows(_, let group): group.right.count
            case .known(let witnesses): witnesses.requests
            }
        }

        /// How many others of the block bear the code, name a town and were not found right.
        func astray(of town: FactKey?) -> Int {
            switch self {
            case .rows(let block, let group): block.count(group.astray, of: town)
            case .known(let witnesses):
                witnesses.town == town ? (witnesses.astray ?? 0) + (witnesses.across ?? 0) : 0
            }
        }

        /// How many of them name a town.
        func count(of town: FactKey?) -> Int {
            switch self {
            case .rows(let block, let group): block.count(group.right, of: town)
            case .known(let witnesses): witnesses.town == town ? witnesses.requests : 0
            }
        }

        /// Whether one of them has the address of a row.
        func haveAddress(ofRow row: Int, in table: RequestTable) -> Bool {
            table.withAddressBytes(at: row) { address in
                switch self {
                case .rows(let block, let group):
                    group.right.contains { index in
                        table.withAddressBytes(at: block.row(index)) {
                            $0.count == address.count && $0.elementsEqual(address)
                        }
                    }
                case .known(let witnesses): witnesses.addresses.contains(FactKey(of: address))
                }
            }
        }

        /// Whether all of them lie farther from a position than a distance, metres.
        func areAll(
            fartherThan distance: Double, from position: Coordinate, in table: RequestTable
        ) -> Bool {
            switch self {
            case .rows(let block, let group):
                group.right.allSatisfy { index in
                    let row = block.row(index)
                    let place = Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
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

    /// Witnesses with the area that they lie in, and whether that is across the street of the finding that asks.
    private struct LocatedWitnesses {
        let area: Ordinal<Area>
        let isAcross: Bool
        let witnesses: Witnesses
    }

    /// Returns a finding as it is once its witnesses were heard, `nil` where they say nothing.
    ///
    /// - Parameter groups: The witnesses of the finding's block.
    private func heard(
        _ groups: [LocatedWitnesses], of finding: Finding,
        _ towns: TownKeys
    ) -> Finding? {
        guard let position = finding.position?.coordinate else { return nil }
        var count = Count()
        var supporting: [Witnesses] = []
        var against: [Witnesses] = []
        for group in groups {
            if group.area == finding.expected {
                count.agreeing += group.witnesses.count
                if !group.isAcross { supporting.append(group.witnesses) }
            }
            guard group.area.exists, group.area == finding.assigned else { continue }
            against.append(group.witnesses)
            count.disagreeing += group.witnesses.count
        }
        if count.disagreeing == 0, count.agreeing >= Self.fewestForRepair {
            let town = towns[finding.row]
            let neighbours = supporting.reduce(0) { $0 + $1.count(of: town) }
            if neighbours >= Self.fewestForRepair, elsewhere(groups, of: finding, town) == 0,
                astray(groups, of: finding, town) <= 0
            {
                var finding = finding
                finding.support = .block
                if finding.evidence == .none {
                    finding.evidence = .block(Count(agreeing: neighbours), area: finding.expected)
                }
                return finding
            }
        }
        guard finding.verdict == .misrouted, !finding.isByAddressAlone, count.disagreeing > count.agreeing,
            isElsewhere(position, of: finding.row, than: against, count: count.disagreeing)
        else { return nil }
        var finding = finding
        finding.verdict = .uncertain
        finding.cause = nil
        finding.support = .against
        finding.evidence = .block(count, area: finding.assigned)
        return finding
    }

    /// Returns how many others of a finding's side of the block and its town lie in another area than the expected one, and are assigned
    /// to it: a border crosses the block, or it is none. Those across the street may well.
    private func elsewhere(
        _ groups: [LocatedWitnesses], of finding: Finding, _ town: FactKey?
    ) -> Int {
        groups.filter { !$0.isAcross && $0.area.exists && $0.area != finding.expected }
            .reduce(0) { $0 + $1.witnesses.count(of: town) }
    }

    /// Returns how many others of a finding's block and town were assigned to another area than the expected one, and not found right.
    private func astray(
        _ groups: [LocatedWitnesses], of finding: Finding,
        _ town: FactKey?
    ) -> Int {
        // The request itself is one of its town's that were not found right, where it has a position.
        let isCounted =
            finding.assigned.exists && !finding.isByAddressAlone && table.state(at: finding.row) != .ignored
        return groups.reduce(isCounted ? -1 : 0) { sum, group in
            group.area.exists && group.area != finding.expected ? sum + group.witnesses.astray(of: town) : sum
        }
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
