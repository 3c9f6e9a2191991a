import Geometry

/// Places the crossing of two or more streets.
struct IntersectionMatcher {
    /// Names tried for each street.
    private static let streetLimit = 6
    /// Streets that are looked at for a meeting that has no node.
    private static let pairLimit = 4

    let reference: StreetReference
    let settings: MatchSettings
    /// The town and ZIP code that are written.
    let tail: WrittenTail

    /// Adds the crossings of the streets as they are written and, where none of these lies in the town that is written, of those that
    /// they resemble. Where not all of them meet, those where most do; where none do, the place where two of them would.
    func places(_ streets: [[StreetMatcher.Found]], into placements: inout [Placement]) {
        let streets = distinct(streets).map { Array($0.prefix(Self.streetLimit)) }
        let asWritten = streets.map { candidates in
            let faultless = candidates.filter { $0.faults.penalty == 0 }
            return faultless.isEmpty ? candidates : faultless
        }
        let found = crossings(asWritten).map(placement)
        placements += found
        let areElsewhere = found.allSatisfy { tail.contradicts(zip: $0.zip, place: $0.place) }
        guard areElsewhere, asWritten.map(\.count) != streets.map(\.count) else { return }
        placements += crossings(streets).map(placement)
    }

    /// Returns the streets without those that a line names once more: `Main` in `Main & Main St & 5th Ave`.
    private func distinct(_ streets: [[StreetMatcher.Found]]) -> [[StreetMatcher.Found]] {
        streets.enumerated().filter { index, candidates in
            guard let best = candidates.first else { return true }
            return !streets.enumerated().contains { other, rivals in
                guard let rival = rivals.first, other != index, rival.street == best.street else {
                    return false
                }
                return (rival.faults.penalty, other) < (best.faults.penalty, index)
            }
        }.map(\.element)
    }

    private func crossings(_ streets: [[StreetMatcher.Found]]) -> [Crossing] {
        let found = meetings(streets)
        return found.isEmpty ? [nearMeeting(streets)].compactMap(\.self) : found
    }

    /// Returns the crossings that the streets have: by their nodes, or of those that have no lines by their houses.
    func meetings(_ streets: [[StreetMatcher.Found]]) -> [Crossing] {
        let found = CrossingFinder(reference: reference, settings: settings).crossings(streets)
        return found.isEmpty ? pointMeetings(streets) : found
    }

    /// The radius of a place between the corner's houses, beyond half their distance, metres.
    private static let setback = 30.0

    /// Returns the places where two of the streets meet by their houses, of those that come nearest to each other.
    private func pointMeetings(_ streets: [[StreetMatcher.Found]]) -> [Crossing] {
        let meetings = PointMeeting(reference: reference)
        let nearest = nearestMeetings(streets) { one, other in
            meetings.corners(one, other).map { ($0.position, $0.distance) }
        }
        return nearest.map {
            crossing(of: streets, at: $0, absence: 0, spread: $0.distance / 2 + Self.setback)
        }
    }

    private func placement(_ crossing: Crossing) -> Placement {
        var faults = MatchFaults()
        for found in crossing.streets { faults.add(found.faults) }
        if crossing.absence > 0 { faults.add(.streetsDoNotMeet, crossing.absence) }
        var placement = Placement(
            precision: .intersection, street: crossing.streets[0].street,
            crossStreet: crossing.streets[1].street, position: crossing.position, faults: faults,
            uncertainty: max(settings.uncertainty.intersection, crossing.spread + 10),
            span: -crossing.ends)
        guard tail.isWritten else { return placement }
        let codes = CornerCodes(reference: reference).codes(
            of: crossing.streets.map(\.street), at: crossing.position,
            within: max(CornerCodes.reach, crossing.spread))
        placement.lie(in: tail.codes(of: codes))
        return placement
    }

    /// Returns the place where two of the streets would meet, of those that come nearest to each other.
    func nearMeeting(_ streets: [[StreetMatcher.Found]]) -> Crossing? {
        let roads = RoadIdentity(reference: reference)
        let meetings = NearMeeting(reference: reference)
        let nearest = nearestMeetings(streets) { one, other in
            roads.cross(one, other) ? [meetings.place(one, other)].compactMap(\.self) : []
        }
        return nearest.first.map { nearest in
            var crossing = crossing(
                of: streets, at: nearest, absence: settings.penalties.streetsDoNotMeet,
                spread: settings.uncertainty.intersection)
            crossing.position = CrossingPlace(reference: reference).position(of: crossing)
            return crossing
        }
    }

    /// Where two of a line's streets meet, and how far it is fetched, metres.
    private struct PairMeeting {
        let first: Int
        let second: Int
        let position: Coordinate
        let distance: Double
    }

    /// Returns the places where the two streets that come nearest to each other meet, the nearest first; none where no two
    /// meet.
    ///
    /// - Parameter places: Returns where two streets meet, and how far it is fetched, the nearest first.
    private func nearestMeetings(
        _ streets: [[StreetMatcher.Found]],
        _ places: (UInt32, UInt32) -> [(position: Coordinate, distance: Double)]
    ) -> [PairMeeting] {
        var best: [PairMeeting] = []
        for first in streets.indices.prefix(Self.pairLimit) {
            for second in streets.indices.prefix(Self.pairLimit) where second > first {
                guard let one = streets[first].first, let other = streets[second].first else { continue }
                let found = places(one.street, other.street)
                guard let nearest = found.first, nearest.distance < best.first?.distance ?? .infinity else {
                    continue
                }
                best = found.map {
                    PairMeeting(first: first, second: second, position: $0.position, distance: $0.distance)
                }
            }
        }
        return best
    }

    private func crossing(
        of streets: [[StreetMatcher.Found]], at meeting: PairMeeting, absence: Double, spread: Double
    ) -> Crossing {
        let others = streets.indices.filter { $0 != meeting.first && $0 != meeting.second }
        return Crossing(
            streets: [streets[meeting.first][0], streets[meeting.second][0]], position: meeting.position,
            absent: others.compactMap { streets[$0].first?.street },
            absence: absence + Double(others.count) * settings.penalties.streetNotThere,
            nodeCount: 0, ends: 0, spread: spread)
    }
}
