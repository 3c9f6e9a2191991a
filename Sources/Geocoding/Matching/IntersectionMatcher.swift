import Geometry

/// Places the crossing of two streets.
struct IntersectionMatcher {
    /// Streets whose ends come this near to each other count as meeting, metres: carriageways drawn apart.
    private static let nearMeeting = 45.0
    /// Crossings of the same streets this near to each other are one, metres.
    private static let oneCrossing = 75.0

    let reference: StreetReference
    let settings: MatchSettings

    /// Adds the crossings of the streets, those with fewest faults first found.
    func places(
        _ first: [StreetMatcher.Found], _ second: [StreetMatcher.Found], into placements: inout [Placement]
    ) {
        let start = placements.count
        var bar = Double.infinity
        for one in first.prefix(12) {
            for other in second.prefix(12) where one.street != other.street {
                let penalty = one.faults.penalty + other.faults.penalty
                guard penalty <= bar + 6 else { continue }
                let shared = sharedNodes(one.street, other.street)
                guard !shared.isEmpty else { continue }
                bar = min(bar, penalty)
                add(crossings(shared), one, other, &placements)
            }
        }
        guard placements.count == start else { return }
        for (one, other) in zip(first.prefix(1), second.prefix(1)) where one.street != other.street {
            addNearMeeting(one, other, &placements)
        }
    }

    /// Returns the nodes that lie on both streets.
    func sharedNodes(_ first: UInt32, _ second: UInt32) -> [UInt32] {
        let tables = reference.tables
        var one = tables.streetNodeStarts.group(Int(first))
        var other = tables.streetNodeStarts.group(Int(second))
        var shared: [UInt32] = []
        while let i = one.first, let j = other.first {
            let (a, b) = (tables.streetNodes[i], tables.streetNodes[j])
            if a == b { shared.append(a) }
            if a <= b { one.removeFirst() }
            if b <= a { other.removeFirst() }
        }
        return shared
    }

    /// Returns the middle of each group of nodes that are one crossing.
    func crossings(_ nodes: [UInt32]) -> [Coordinate] {
        var groups: [[Coordinate]] = []
        for node in nodes.prefix(64) {
            let position = reference.tables.nodes[Int(node)].coordinate
            let near = groups.firstIndex { group in
                group.contains { LocalPlane.distance($0, position) <= Self.oneCrossing }
            }
            if let near { groups[near].append(position) } else { groups.append([position]) }
        }
        return groups.map { group in
            Coordinate(
                longitude: group.reduce(0) { $0 + $1.longitude } / Double(group.count),
                latitude: group.reduce(0) { $0 + $1.latitude } / Double(group.count))
        }
    }

    private func add(
        _ crossings: [Coordinate], _ one: StreetMatcher.Found, _ other: StreetMatcher.Found,
        _ placements: inout [Placement]
    ) {
        var faults = one.faults
        faults.add(other.faults)
        for crossing in crossings {
            placements.append(
                Placement(
                    precision: .intersection, street: one.street, crossStreet: other.street,
                    position: crossing,
                    faults: faults, uncertainty: settings.uncertainty.intersection))
        }
    }

    private func addNearMeeting(
        _ one: StreetMatcher.Found, _ other: StreetMatcher.Found, _ placements: inout [Placement]
    ) {
        guard let meeting = nearMeeting(one.street, other.street) else { return }
        var one = one
        one.faults.add(.streetsDoNotMeet, settings.penalties.streetsDoNotMeet)
        add([meeting], one, other, &placements)
    }

    /// Returns the middle between the nearest ends of the two streets, if they are near enough.
    private func nearMeeting(_ first: UInt32, _ second: UInt32) -> Coordinate? {
        let tables = reference.tables
        let ones = tables.streetNodes[tables.streetNodeStarts.group(Int(first))].prefix(300)
        let others = tables.streetNodes[tables.streetNodeStarts.group(Int(second))].prefix(300)
        guard let origin = ones.first else { return nil }
        let plane = LocalPlane(origin: tables.nodes[Int(origin)].coordinate)
        let points = others.map { plane.point(tables.nodes[Int($0)].coordinate) }
        var best = (distance: Self.nearMeeting, middle: Coordinate?.none)
        for node in ones {
            let point = plane.point(tables.nodes[Int(node)].coordinate)
            for other in points {
                let distance = point.distance(to: other)
                guard distance < best.distance else { continue }
                let middle = ProjectedPoint(x: (point.x + other.x) / 2, y: (point.y + other.y) / 2)
                best = (distance, plane.coordinate(middle))
            }
        }
        return best.middle
    }
}
