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
        if let contradiction = best.faults.contradiction {
            return judge(contradicted: best, contradiction, settings)
        }
        if let reason = Self.reasonAgainst(best, settings) {
            status = .none(reason)
            return
        }
        let rivals = ordered.indices.filter { index in
            index == 0 || Self.ties(ordered[index], best: best, settings: settings)
        }
        if rivals.count > 1, rivals.allSatisfy({ Self.areOneStretch(ordered[$0], best) }) {
            let farthest = rivals.map { LocalPlane.distance(ordered[$0].position, best.position) }.max() ?? 0
            ordered[0].uncertainty += farthest
            status = .match
            return putFirst([0])
        }
        status = rivals.count > 1 ? .tie : .match
        putFirst(rivals)
    }

    /// Whether two places are on ranges of one street that overlap where its segments meet, as files often have them:
    /// one place, known less exactly.
    private static func areOneStretch(_ place: Placement, _ best: Placement) -> Bool {
        place.precision == .range && best.precision == .range && place.street == best.street
            && place.number == best.number
            && LocalPlane.distance(place.position, best.position) <= longestStretch
    }

    /// A long block, metres.
    private static let longestStretch = 250.0

    /// A place that contradicts the line is no match. Where another one agrees with what is written and departs from it
    /// otherwise, as by its number, nothing tells which of the two is meant.
    private mutating func judge(
        contradicted best: Placement, _ contradiction: MatchFault, _ settings: MatchSettings
    ) {
        let agreeing = ordered.firstIndex {
            $0.faults.contradiction == nil && Self.reasonAgainst($0, settings) == nil
        }
        guard let agreeing else {
            status = .none(.contradicted(contradiction))
            return
        }
        // One that is no match anyway is no rival.
        guard Self.reasonAgainst(best, settings) == nil || contradiction != .otherStreet else {
            status = .match
            return putFirst([agreeing])
        }
        status = .tie
        let other = ordered[agreeing]
        putFirst(
            ordered.indices.filter { index in
                index == 0 || index == agreeing || Self.ties(ordered[index], best: best, settings: settings)
                    || Self.ties(ordered[index], best: other, settings: settings)
            })
    }

    private mutating func putFirst(_ rivals: [Int]) {
        tieCount = rivals.count
        let tied = rivals.map { ordered[$0] }
        let rest = ordered.indices.filter { !rivals.contains($0) }.map { ordered[$0] }
        ordered = tied + rest
    }

    /// Returns what keeps a place from being a match, apart from contradictions.
    private static func reasonAgainst(_ placement: Placement, _ settings: MatchSettings) -> UnmatchedReason? {
        if 100 - placement.faults.penalty < settings.minimumScore { return .scoreTooLow }
        return placement.faults.guessCount > 1 ? .guessedTwice : nil
    }

    /// Whether nothing speaks for the best place but its order in the list.
    private static func ties(_ other: Placement, best: Placement, settings: MatchSettings) -> Bool {
        other.faults.penalty == best.faults.penalty
            && (other.precision == best.precision
                || other.faults.contains(.eitherHouse) && best.faults.contains(.eitherHouse))
            && LocalPlane.distance(other.position, best.position) > settings.tieDistance
    }
}
