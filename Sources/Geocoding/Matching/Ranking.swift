import Geometry

/// Puts the places found for a line in order and tells a match from a tie.
struct Ranking {
    /// Places nearer to each other than this, metres, are one.
    private static let samePlace = 1.0

    private(set) var ordered: [Placement] = []
    private(set) var tieCount = 0
    /// `nil` where there is no candidate at all.
    private(set) var status: MatchStatus?

    var best: Placement? { ordered.first }

    init(_ placements: [Placement], settings: MatchSettings) {
        guard !placements.isEmpty else { return }
        let sorted = placements.sorted { $0.precedes($1) }
        for placement in sorted where ordered.count < settings.candidateLimit {
            let isKnown = ordered.contains {
                LocalPlane.distance($0.position, placement.position) < Self.samePlace
            }
            if !isKnown { ordered.append(placement) }
        }
        judge(settings)
    }

    private mutating func judge(_ settings: MatchSettings) {
        guard let best = ordered.first else { return }
        if 100 - best.faults.penalty < settings.minimumScore {
            status = .none(.scoreTooLow)
            return
        }
        let rivals = ordered.indices.filter { index in
            index == 0 || Self.ties(ordered[index], best, settings)
        }
        status = rivals.count > 1 ? .tie : .match
        tieCount = rivals.count
        let tied = rivals.map { ordered[$0] }
        let rest = ordered.indices.filter { !rivals.contains($0) }.map { ordered[$0] }
        ordered = tied + rest
    }

    /// Whether nothing speaks for the best place but its order in the list.
    private static func ties(_ other: Placement, _ best: Placement, _ settings: MatchSettings) -> Bool {
        other.faults.penalty == best.faults.penalty && other.precision == best.precision
            && LocalPlane.distance(other.position, best.position) > settings.tieDistance
    }
}
