import Boundaries
import Chronology
import GeometryEngine
import Locating
import ServiceRequests

/// Takes the cause `stale_edition` back where it may be chance.
///
/// An old map is the cause of a request that was opened soon after the change, or of one that shares its pair of areas with
/// at least two others. A lone one long after the change has another cause, if any, and the old map stands in its evidence.
struct StaleEditionReview {
    /// How many days after the maps changed an old one may still be in use.
    private static let days = 90.0
    /// How many requests have to share one pair of areas.
    private static let fewest = 3

    struct Pair: Hashable {
        let layer: Ordinal<Layer>
        let edition: Ordinal<Edition>
        let other: Ordinal<Edition>
        let assigned: Ordinal<Area>
        let expected: Ordinal<Area>
    }

    let layers: [PreparedLayer]
    let calendars: [EditionCalendar]
    let table: RequestTable

    /// Returns the findings whose cause is to be looked for again, by their index.
    func doubtful(in findings: [Finding]) -> [Int] {
        doubtful(in: findings, counts: table.facts.map(counts) ?? counts(in: findings))
    }

    /// - Parameter counts: How many findings share each pair of areas.
    func doubtful(in findings: [Finding], counts: [Pair: Int]) -> [Int] {
        findings.indices.filter { index in
            guard let pair = pair(of: findings[index]), Self.isDoubtful(pair, counts) else { return false }
            return !isNearChange(findings[index], to: pair.other)
        }
    }

    /// Whether too few findings share a pair of areas.
    static func isDoubtful(_ pair: Pair, _ counts: [Pair: Int]) -> Bool { counts[pair, default: 0] < fewest }

    /// Returns how many findings share each pair of areas.
    func counts(in findings: [Finding]) -> [Pair: Int] {
        var counts: [Pair: Int] = [:]
        for finding in findings {
            if let pair = pair(of: finding) { counts[pair, default: 0] += 1 }
        }
        return counts
    }

    /// Returns how many of all of a city's requests share each pair of areas.
    private func counts(in facts: CityFacts) -> [Pair: Int] {
        var counts: [Pair: Int] = [:]
        for stale in facts.stale {
            guard let layer = layers.ordinals.first(where: { layers[$0].name == stale.layer }) else {
                continue
            }
            let editions = layers[layer].editions
            guard let edition = editions.ordinals.first(where: { editions[$0].factsName == stale.edition }),
                let under = editions.ordinals.first(where: { editions[$0].factsName == stale.under }),
                let assigned = area(stale.assigned, editions[edition]),
                let expected = area(stale.expected, editions[edition])
            else { continue }
            let pair = Pair(
                layer: layer, edition: edition, other: under, assigned: assigned, expected: expected)
            counts[pair, default: 0] += stale.requests
        }
        return counts
    }

    /// Returns an area by its own code, `none` for none, which is empty; `nil` for a code that is none.
    private func area(_ code: String, _ edition: PreparedEdition) -> Ordinal<Area>? {
        code.isEmpty ? Ordinal(-1) : edition.codes.firstIndex(of: code).map(Ordinal.init)
    }

    /// Returns what a part of the requests has to know of pairs that were counted.
    func facts(_ counts: [Pair: Int]) -> [CityFacts.StalePair] {
        counts.map { pair, count in
            let editions = layers[pair.layer].editions
            let edition = editions[pair.edition]
            return CityFacts.StalePair(
                layer: layers[pair.layer].name, edition: edition.factsName,
                under: editions[pair.other].factsName,
                assigned: pair.assigned.exists ? edition.code(of: pair.assigned) : "",
                expected: pair.expected.exists ? edition.code(of: pair.expected) : "", requests: count)
        }.sorted { first, second in
            (first.layer, first.edition, first.under, first.assigned, first.expected)
                < (second.layer, second.edition, second.under, second.assigned, second.expected)
        }
    }

    func pair(of finding: Finding) -> Pair? {
        guard finding.cause == .staleEdition, finding.verdict == .misrouted,
            case .otherEdition(let other, _, _) = finding.evidence.first
        else { return nil }
        return Pair(
            layer: finding.layer, edition: finding.edition, other: other, assigned: finding.assigned,
            expected: finding.expected)
    }

    /// Whether a request was opened within some months after its edition followed the other one.
    private func isNearChange(_ finding: Finding, to other: Ordinal<Edition>) -> Bool {
        guard other < finding.edition, let opened = table.opened[finding.row],
            let change = calendars[finding.layer].start(ofEdition: finding.edition)
        else { return false }
        return opened.days(since: change) <= Self.days
    }
}
