import Geometry

/// Places the crossing of two or more streets.
struct IntersectionMatcher {
    /// Crossings of the same streets this near to each other are one, metres: of carriageways drawn apart.
    private static let oneCrossing = 120.0
    /// Names tried for each street.
    private static let streetLimit = 6

    let reference: StreetReference
    let settings: MatchSettings

    /// Adds the crossings of the streets. Where not all of them meet, those where most do.
    func places(_ streets: [[StreetMatcher.Found]], into placements: inout [Placement]) {
        let streets = streets.map { Array($0.prefix(Self.streetLimit)) }
        let start = placements.count
        for first in streets.indices {
            for second in streets.indices where second > first {
                addMeetings(first, second, streets, &placements)
            }
        }
        guard placements.count == start else { return }
        for first in streets.indices {
            for second in streets.indices where second > first {
                addNearMeeting(first, second, streets, &placements)
            }
        }
    }

    private func addMeetings(
        _ first: Int, _ second: Int, _ streets: [[StreetMatcher.Found]], _ placements: inout [Placement]
    ) {
        var bar = Double.infinity
        for one in streets[first] {
            for other in streets[second] where one.street != other.street {
                let penalty = one.faults.penalty + other.faults.penalty
                guard penalty <= bar + 6 else { continue }
                let shared = sharedNodes(one.street, other.street)
                guard !shared.isEmpty else { continue }
                bar = min(bar, penalty)
                var groups: [Double: [SharedNode]] = [:]
                for node in shared {
                    let absent = absentStreets(node.node, besides: [first, second], streets)
                    groups[absent, default: []].append(node)
                }
                for (absent, nodes) in groups.sorted(by: { $0.key < $1.key }) {
                    add(crossings(nodes), one, other, absent, &placements)
                }
            }
        }
    }

    /// Returns the penalty for the line's other streets that do not come to a node.
    private func absentStreets(
        _ node: UInt32, besides pair: [Int], _ streets: [[StreetMatcher.Found]]
    ) -> Double {
        var penalty = 0.0
        for index in streets.indices where !pair.contains(index) {
            let present = streets[index].first { holds($0.street, node) }
            penalty += present?.faults.penalty ?? settings.penalties.streetNotThere
        }
        return penalty
    }

    private func holds(_ street: UInt32, _ node: UInt32) -> Bool {
        let range = reference.tables.streetNodeStarts.group(Int(street))
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if reference.tables.streetNodes[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low < range.upperBound && reference.tables.streetNodes[low] == node
    }

    /// A node on two streets, and how many of their segments end there.
    struct SharedNode {
        var node: UInt32
        var ends: Int
    }

    /// Returns the nodes that lie on both streets.
    func sharedNodes(_ first: UInt32, _ second: UInt32) -> [SharedNode] {
        let tables = reference.tables
        var one = tables.streetNodeStarts.group(Int(first))
        var other = tables.streetNodeStarts.group(Int(second))
        var shared: [SharedNode] = []
        while let i = one.first, let j = other.first {
            let (a, b) = (tables.streetNodes[i], tables.streetNodes[j])
            if a == b {
                shared.append(
                    SharedNode(node: a, ends: Int(tables.streetNodeEnds[i]) + Int(tables.streetNodeEnds[j])))
            }
            if a <= b { one.removeFirst() }
            if b <= a { other.removeFirst() }
        }
        return shared
    }

    /// Returns, for each group of nodes that are one crossing, the one where most segments end, and among those the
    /// one nearest to the group's middle.
    func crossings(_ nodes: [SharedNode]) -> [Coordinate] {
        var groups: [[(position: Coordinate, ends: Int)]] = []
        for node in nodes.prefix(64) {
            let position = reference.tables.nodes[Int(node.node)].coordinate
            let near = groups.firstIndex { group in
                group.contains { LocalPlane.distance($0.position, position) <= Self.oneCrossing }
            }
            if let near {
                groups[near].append((position, node.ends))
            } else {
                groups.append([(position, node.ends)])
            }
        }
        return groups.compactMap { group in
            let most = group.reduce(0) { max($0, $1.ends) }
            let count = Double(group.count)
            let middle = Coordinate(
                longitude: group.reduce(0) { $0 + $1.position.longitude } / count,
                latitude: group.reduce(0) { $0 + $1.position.latitude } / count)
            return group.filter { $0.ends == most }.map(\.position).min {
                LocalPlane.distance($0, middle) < LocalPlane.distance($1, middle)
            }
        }
    }

    private func add(
        _ crossings: [Coordinate], _ one: StreetMatcher.Found, _ other: StreetMatcher.Found, _ absent: Double,
        _ placements: inout [Placement]
    ) {
        var faults = one.faults
        faults.add(other.faults)
        if absent > 0 { faults.add(.streetsDoNotMeet, absent) }
        for crossing in crossings {
            placements.append(
                Placement(
                    precision: .intersection, street: one.street, crossStreet: other.street,
                    position: crossing,
                    faults: faults, uncertainty: settings.uncertainty.intersection))
        }
    }

    private func addNearMeeting(
        _ first: Int, _ second: Int, _ streets: [[StreetMatcher.Found]], _ placements: inout [Placement]
    ) {
        guard let one = streets[first].first, let other = streets[second].first, one.street != other.street,
            let meeting = NearMeeting(reference: reference).position(one.street, other.street)
        else { return }
        let absent = Double(streets.count - 2) * settings.penalties.streetNotThere
        add([meeting], one, other, settings.penalties.streetsDoNotMeet + absent, &placements)
    }
}
