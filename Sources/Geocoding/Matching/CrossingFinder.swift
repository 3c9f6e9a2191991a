import Geometry

/// A place where streets of a line meet.
struct Crossing {
    /// Those that come there, one for each of the line's streets that does: two or more.
    var streets: [StreetMatcher.Found]
    var position: Coordinate
    /// Those of the line's streets that do not, as they are best read.
    var absent: [UInt32]
    /// The penalty for them.
    var absence: Double
    /// The nodes that it has; none where the streets only would meet.
    var nodeCount: Int
    /// How many segments of the streets end there.
    var ends: Int
    /// How far other meetings of the same streets lie from it that it stands for, metres.
    var spread: Double

    var penalty: Double { streets.reduce(absence) { $0 + $1.faults.penalty } }
}

/// Finds the places where streets have nodes in common.
///
/// A crossing of streets that are offset, or drawn as two carriageways, has several nodes. Those within ``nodeReach``
/// of each other are one crossing, placed at their middle. Of those farther apart, but within ``oneCrossing``, the best
/// stands for all, and of equally good ones that where most segments end, up to the distance at which they are a tie.
/// ``CrossingPlace`` then moves it where the streets' lines say more.
struct CrossingFinder {
    /// Metres.
    private static let nodeReach = 30.0
    private static let oneCrossing = 120.0
    /// A street that passes so near a crossing is only partly missed there, metres.
    private static let nearReach = 60.0
    private static let crossingLimit = 64
    private static let meetingLimit = 256
    /// So many of the best are placed by all that is known of them.
    private static let placedLimit = 4

    let reference: StreetReference
    let settings: MatchSettings
    private let roads: RoadIdentity

    init(reference: StreetReference, settings: MatchSettings) {
        self.reference = reference
        self.settings = settings
        roads = RoadIdentity(reference: reference)
    }

    /// A street's node: which of the line's streets, and which of its candidates.
    private struct Entry {
        var node: UInt32
        var street: Int
        var candidate: Int
        var ends: Int
    }

    /// A node where at least two of the line's streets meet.
    private struct Meeting {
        var position: Coordinate
        var entries: ArraySlice<Entry>
    }

    /// Returns the crossings, least penalty first.
    ///
    /// - Parameter streets: For each of the line's streets the candidates, best first.
    func crossings(_ streets: [[StreetMatcher.Found]]) -> [Crossing] {
        let groups = groups(meetings(streets)).prefix(Self.crossingLimit)
        let all = groups.compactMap { crossing($0, streets) }.sorted {
            ($0.penalty, -$0.ends) < ($1.penalty, -$1.ends)
        }
        var kept: [Crossing] = []
        for crossing in all {
            let near = kept.firstIndex {
                let reach = $0.penalty == crossing.penalty ? settings.tieDistance : Self.oneCrossing
                return LocalPlane.distance($0.position, crossing.position) <= reach
            }
            guard let near else {
                kept.append(crossing)
                continue
            }
            if crossing.penalty == kept[near].penalty {
                let distance = LocalPlane.distance(kept[near].position, crossing.position)
                kept[near].spread = max(kept[near].spread, distance)
            }
        }
        let place = CrossingPlace(reference: reference)
        for index in kept.indices.prefix(Self.placedLimit) {
            kept[index].position = place.position(of: kept[index])
        }
        return kept
    }

    private func meetings(_ streets: [[StreetMatcher.Found]]) -> [Meeting] {
        var entries: [Entry] = []
        let tables = reference.tables
        for (street, candidates) in streets.enumerated() {
            for (candidate, found) in candidates.enumerated() {
                for index in tables.streetNodeStarts.group(Int(found.street)) {
                    entries.append(
                        Entry(
                            node: tables.streetNodes[index], street: street, candidate: candidate,
                            ends: Int(tables.streetNodeEnds[index])))
                }
            }
        }
        entries.sort { ($0.node, $0.street, $0.candidate) < ($1.node, $1.street, $1.candidate) }
        var meetings: [Meeting] = []
        var start = 0
        while start < entries.count, meetings.count < Self.meetingLimit {
            var end = start + 1
            while end < entries.count, entries[end].node == entries[start].node { end += 1 }
            if isMeeting(entries[start..<end], streets) {
                let position = tables.nodes[Int(entries[start].node)].coordinate
                meetings.append(Meeting(position: position, entries: entries[start..<end]))
            }
            start = end
        }
        return meetings
    }

    /// Whether two of the line's streets that make a crossing come to a node.
    private func isMeeting(_ entries: ArraySlice<Entry>, _ streets: [[StreetMatcher.Found]]) -> Bool {
        guard let first = entries.first, entries.contains(where: { $0.street != first.street }) else {
            return false
        }
        return roads.anyCross(entries.map { streets[$0.street][$0.candidate].street })
    }

    /// Returns the meetings in groups of which each is within reach of another of its group.
    private func groups(_ meetings: [Meeting]) -> [[Meeting]] {
        guard let origin = meetings.first?.position else { return [] }
        let plane = LocalPlane(origin: origin)
        var groups: [[Meeting]] = []
        for meeting in meetings {
            let point = plane.point(meeting.position)
            let near = groups.indices.filter { group in
                groups[group].contains { plane.point($0.position).distance(to: point) <= Self.nodeReach }
            }
            guard let first = near.first else {
                groups.append([meeting])
                continue
            }
            groups[first].append(meeting)
            for other in near.dropFirst().reversed() { groups[first] += groups.remove(at: other) }
        }
        return groups
    }

    /// Returns the crossing that a group of nodes makes; `nil` where only one road comes there under two names.
    private func crossing(_ group: [Meeting], _ streets: [[StreetMatcher.Found]]) -> Crossing? {
        var present: [(index: Int, found: StreetMatcher.Found)] = []
        for index in streets.indices {
            let candidates = Set(
                group.flatMap { $0.entries.lazy.filter { $0.street == index }.map(\.candidate) })
            let found = candidates.sorted().lazy.map { streets[index][$0] }.first { candidate in
                !present.contains { $0.found.street == candidate.street }
            }
            if let found { present.append((index, found)) }
        }
        guard roads.anyCross(present.map(\.found.street)) else { return nil }
        let place = middle(of: group, present, streets)
        var crossing = Crossing(
            streets: present.map(\.found), position: place.position, absent: [], absence: 0,
            nodeCount: group.count, ends: place.ends, spread: 0)
        for index in streets.indices where !present.contains(where: { $0.index == index }) {
            crossing.absence += absence(of: streets[index], from: place.position)
            if let best = streets[index].first { crossing.absent.append(best.street) }
        }
        return crossing
    }

    /// Returns the middle of the nodes, each weighed by the segments that end there.
    private func middle(
        of group: [Meeting], _ present: [(index: Int, found: StreetMatcher.Found)],
        _ streets: [[StreetMatcher.Found]]
    ) -> (position: Coordinate, ends: Int) {
        var sum = (longitude: 0.0, latitude: 0.0, weight: 0.0)
        var ends = 0
        for meeting in group {
            var weight = 0.0
            for entry in meeting.entries {
                let street = streets[entry.street][entry.candidate].street
                guard present.contains(where: { $0.index == entry.street && $0.found.street == street })
                else { continue }
                ends += entry.ends
                weight += Double(entry.ends) * roads.weight(of: street)
            }
            let longitude = meeting.position.longitude.degrees(near: group[0].position.longitude)
            sum.longitude += weight * longitude
            sum.latitude += weight * meeting.position.latitude
            sum.weight += weight
        }
        let position = Coordinate(
            longitude: sum.longitude / sum.weight, latitude: sum.latitude / sum.weight)
        return (position, ends)
    }

    private func absence(of candidates: [StreetMatcher.Found], from place: Coordinate) -> Double {
        guard let best = candidates.first else { return settings.penalties.streetNotThere }
        let distance = StreetGeometry(reference: reference).distance(
            from: place, to: best.street, limit: Self.nearReach)
        let share = 0.1 + 0.9 * distance / Self.nearReach
        return settings.penalties.streetNotThere * share * roads.weight(of: best.street)
    }
}
