import Geometry

/// Places the crossing of two or more streets.
struct IntersectionMatcher {
    /// Names tried for each street.
    private static let streetLimit = 6
    /// Streets that are looked at for a meeting that has no node.
    private static let pairLimit = 4

    let reference: StreetReference
    let settings: MatchSettings

    /// Adds the crossings of the streets as they are written, or else of those that they resemble. Where not all of them
    /// meet, those where most do; where none do, the place where two of them would.
    func places(_ streets: [[StreetMatcher.Found]], into placements: inout [Placement]) {
        let streets = distinct(streets).map { Array($0.prefix(Self.streetLimit)) }
        let asWritten = streets.map { candidates in
            let faultless = candidates.filter { $0.faults.penalty == 0 }
            return faultless.isEmpty ? candidates : faultless
        }
        var found = crossings(asWritten)
        if found.isEmpty, asWritten.map(\.count) != streets.map(\.count) { found = crossings(streets) }
        placements += found.map(placement)
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
        let found = CrossingFinder(reference: reference, settings: settings).crossings(streets)
        return found.isEmpty ? nearMeeting(streets).map { [$0] } ?? [] : found
    }

    private func placement(_ crossing: Crossing) -> Placement {
        var faults = MatchFaults()
        for found in crossing.streets { faults.add(found.faults) }
        if crossing.absence > 0 { faults.add(.streetsDoNotMeet, crossing.absence) }
        return Placement(
            precision: .intersection, street: crossing.streets[0].street,
            crossStreet: crossing.streets[1].street, position: crossing.position, faults: faults,
            uncertainty: max(settings.uncertainty.intersection, crossing.spread + 10),
            span: -crossing.ends)
    }

    /// Returns the place where two of the streets would meet, of those that come nearest to each other.
    private func nearMeeting(_ streets: [[StreetMatcher.Found]]) -> Crossing? {
        let roads = RoadIdentity(reference: reference)
        let meetings = NearMeeting(reference: reference)
        var best: (first: Int, second: Int, position: Coordinate, distance: Double)?
        for first in streets.indices.prefix(Self.pairLimit) {
            for second in streets.indices.prefix(Self.pairLimit) where second > first {
                guard let one = streets[first].first, let other = streets[second].first,
                    roads.cross(one.street, other.street),
                    let place = meetings.place(one.street, other.street),
                    place.distance < best?.distance ?? .infinity
                else { continue }
                best = (first, second, place.position, place.distance)
            }
        }
        guard let best else { return nil }
        let others = streets.indices.filter { $0 != best.first && $0 != best.second }
        var crossing = Crossing(
            streets: [streets[best.first][0], streets[best.second][0]], position: best.position,
            absent: others.compactMap { streets[$0].first?.street },
            absence: settings.penalties.streetsDoNotMeet
                + Double(others.count) * settings.penalties.streetNotThere,
            nodeCount: 0, ends: 0, spread: settings.uncertainty.intersection)
        crossing.position = CrossingPlace(reference: reference).position(of: crossing)
        return crossing
    }
}
