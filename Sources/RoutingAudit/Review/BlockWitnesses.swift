import Boundaries
import Geometry
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
    private let known: KnownWitnesses?

    /// - Parameter known: Those of all of a city's requests; `nil` to take them from the table's facts, or to hear the table.
    init(_ neighbourhood: BlockNeighbours, layers: [PreparedLayer], known: KnownWitnesses?) {
        self.neighbourhood = neighbourhood
        table = neighbourhood.table
        self.layers = layers
        self.known = known
    }

    /// Hears the witnesses of all findings that nothing but a recorded position, or an address alone, supports.
    ///
    /// Where the witnesses of all of a city's requests are known, they are those.
    /// - Parameter meanings: What the recorded codes of each layer mean.
    func hear(_ result: inout AuditResult, meanings: [CodeMeanings]) {
        let asked = AskedBlocks(result, neighbourhood, layerCount: layers.count)
        guard asked.count > 0 else { return }
        let known =
            known ?? table.facts.map { KnownWitnesses($0, of: asked.blocks, layers: layers) }
        let changes =
            known.map { heard(result, asked, known: $0) } ?? heard(result, asked, meanings: meanings)
        for (index, finding) in changes.joined() {
            result.replace(at: index, result.findings[index], with: finding)
        }
    }

    /// Findings by their indices, as they are once witnesses were heard.
    private typealias Changes = [(index: Int, finding: Finding)]

    /// Hears the requests of the table.
    private func heard(
        _ result: AuditResult, _ asked: AskedBlocks, meanings: [CodeMeanings]
    ) -> [Changes] {
        let members = neighbourhood.members(of: asked.blocks)
        let wrong = result.wrongRows(of: table.count)
        let towns = table.towns
        return mapSlices(
            count: asked.count, sliceLength: 256, jobs: neighbourhood.jobs,
            makeWorker: { BlockGroups(table, towns) }
        ) { (block: inout BlockGroups, places: Range<Int>) -> Changes in
            var changes: Changes = []
            for place in places {
                let (number, layer) = (asked.block(ofPlace: place), asked.layer(ofPlace: place))
                block.take(members[number], number: number, layer: layer, wrong: wrong[layer.index])
                changes += heard(
                    result, asked.findings(ofPlace: place), in: &block, meanings: meanings[layer],
                    towns: towns)
            }
            return changes
        }
    }

    /// Hears those of all of a city's requests.
    private func heard(
        _ result: AuditResult, _ asked: AskedBlocks, known: KnownWitnesses
    ) -> [Changes] {
        let towns = table.towns
        return mapSlices(
            count: asked.count, sliceLength: 256, jobs: neighbourhood.jobs, makeWorker: {}
        ) { (_: inout Void, places: Range<Int>) -> Changes in
            var changes: Changes = []
            for place in places {
                let layer = asked.layer(ofPlace: place)
                var block = known.block(asked.key(ofPlace: place), layer: layer, table: table)
                changes += heard(
                    result, asked.findings(ofPlace: place), in: &block, meanings: known.meanings[layer],
                    towns: towns)
            }
            return changes
        }
    }

    /// Returns those of a place's findings that witnesses change.
    private func heard(
        _ result: AuditResult, _ findings: some Sequence<(index: Int, isOdd: Bool)>,
        in source: inout some WitnessSource, meanings: CodeMeanings, towns: TownKeys
    ) -> Changes {
        var changes: Changes = []
        guard !source.groups.isEmpty else { return changes }
        // Most findings of a place are of one edition: what its groups are is made out once for each side.
        var (side, edition) = (false, Ordinal<Edition>.none)
        var groups: [LocatedGroup] = []
        for (index, isOdd) in findings {
            let asking = result.findings[index].edition
            if groups.isEmpty || side != isOdd || edition != asking {
                (side, edition) = (isOdd, asking)
                groups = source.groups.enumerated().map { number, group in
                    LocatedGroup(
                        group: number, area: meanings.area(ofCode: group.code, in: edition),
                        isAcross: group.isOdd != isOdd, count: group.count)
                }
            }
            if let heard = heard(groups, in: &source, of: result.findings[index], towns: towns) {
                changes.append((index, heard))
            }
        }
        return changes
    }

    static func isAsked(_ finding: Finding) -> Bool {
        let isByOneSource =
            finding.support == .none && finding.position?.source == .recorded
            || finding.isByOneAddress
        guard isByOneSource, finding.expected.exists else { return false }
        return finding.verdict == .misrouted || finding.verdict == .unassigned
            || finding.verdict == .unknownArea
    }

    /// Whether it is asked where those stand who lie in the area that a request was assigned to.
    static func asksSites(_ finding: Finding) -> Bool {
        finding.verdict == .misrouted && !finding.isByAddressAlone
    }

    /// A group of witnesses with the area that they lie in, and whether that is across the street of the finding that asks.
    private struct LocatedGroup: BitwiseCopyable {
        /// The group's index in its source.
        let group: Int
        let area: Ordinal<Area>
        let isAcross: Bool
        /// The number of its witnesses.
        let count: Int
    }

    /// Returns a finding as it is once its witnesses were heard, `nil` where they say nothing.
    ///
    /// - Parameters:
    ///   - groups: The witnesses of the finding's block.
    ///   - source: Where they stand.
    private func heard(
        _ groups: [LocatedGroup], in source: inout some WitnessSource, of finding: Finding, towns: TownKeys
    ) -> Finding? {
        guard let position = finding.position?.coordinate else { return nil }
        var count = Count()
        for group in groups where group.area.exists {
            if group.area == finding.expected { count.agreeing += group.count }
            if group.area == finding.assigned { count.disagreeing += group.count }
        }
        if count.disagreeing == 0, count.agreeing >= Self.fewestForRepair {
            let town = towns[finding.row]
            let neighbours = groups.reduce(0) { sum, group in
                group.area == finding.expected && !group.isAcross
                    ? sum + source.count(of: group.group, naming: town) : sum
            }
            if neighbours >= Self.fewestForRepair,
                elsewhere(groups, in: &source, of: finding, town: town) == 0,
                astray(groups, in: &source, of: finding, town: town) <= 0
            {
                var finding = finding
                finding.support = .block
                if finding.evidence == .none {
                    finding.evidence = .block(Count(agreeing: neighbours), area: finding.expected)
                }
                return finding
            }
        }
        guard Self.asksSites(finding), count.disagreeing > count.agreeing else { return nil }
        let against = groups.filter { $0.area == finding.assigned }.map(\.group)
        let isElsewhere =
            against.contains { source.hasAddress(ofRow: finding.row, in: $0) }
            // One of them has its address, or several lie far off.
            || count.disagreeing > 1
                && against.allSatisfy { source.isAll(of: $0, fartherThan: Self.otherBlock, from: position) }
        guard isElsewhere else { return nil }
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
        _ groups: [LocatedGroup], in source: inout some WitnessSource, of finding: Finding, town: FactKey?
    ) -> Int {
        groups.reduce(0) { sum, group in
            !group.isAcross && group.area.exists && group.area != finding.expected
                ? sum + source.count(of: group.group, naming: town) : sum
        }
    }

    /// Returns how many others of a finding's block and town were assigned to another area than the expected one, and not found right.
    private func astray(
        _ groups: [LocatedGroup], in source: inout some WitnessSource, of finding: Finding, town: FactKey?
    ) -> Int {
        // The request itself is one of its town's that were not found right, where it has a position.
        let isCounted =
            finding.assigned.exists && !finding.isByAddressAlone && table.state(at: finding.row) != .ignored
        return groups.reduce(isCounted ? -1 : 0) { sum, group in
            group.area.exists && group.area != finding.expected
                ? sum + source.astray(in: group.group, naming: town) : sum
        }
    }
}

extension BlockWitnesses {
    /// Gathers the witnesses of some blocks, and what lies across from them.
    ///
    /// - Parameters:
    ///   - calendars: For each layer when its editions are in force.
    ///   - isAsked: Whether a block's witnesses are wanted.
    ///   - asksSite: Whether it is wanted where those of a code stand.
    ///   - part: What a row is in a layer.
    func gather(
        into groups: inout WitnessGroups, calendars: [EditionCalendar], isAsked: (UInt64) -> Bool,
        asksSite: (_ block: UInt64, _ layer: Ordinal<Layer>, _ code: Int32) -> Bool,
        part: (_ layer: Ordinal<Layer>, _ row: Int) -> WitnessGroups.Part
    ) {
        let towns = table.towns
        for row in 0..<table.count {
            guard neighbourhood.mayTell(row), table.state(at: row) != .ignored,
                let key = neighbourhood.key(ofRow: row), isAsked(key.block)
            else { continue }
            let town = towns[row]
            for layer in layers.ordinals {
                let code = table.assigned[layer.index].indices[row]
                let group = WitnessGroups.Key(
                    block: key.side, town: town, code: code, layer: layer,
                    edition: calendars[layer].edition(openedAt: table.opened[row]))
                groups.add(
                    part(layer, row), to: group, at: asksSite(key.block, layer, code) ? site(ofRow: row) : nil
                )
            }
        }
    }

    private func site(ofRow row: Int) -> (address: FactKey, place: Coordinate) {
        (
            table.withAddressBytes(at: row) { FactKey(of: $0) },
            Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
        )
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
            let sites = members.sites < 0 ? WitnessSites() : groups.sites[Int(members.sites)]
            return CityFacts.Witnesses(
                layer: layers[group.layer].name,
                edition: edition.exists ? layers[group.layer].editions[edition].factsName : nil,
                block: FactKey(value: group.block), town: group.town,
                area: table.assigned[group.layer.index].values[Int(group.code)],
                requests: Int(members.requests),
                addresses: sites.addresses.sorted(),
                places: sites.places.sorted {
                    ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
                }.flatMap { [$0.longitude, $0.latitude] },
                across: members.across > 0 ? Int(members.across) : nil,
                astray: members.astray > 0 ? Int(members.astray) : nil)
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
