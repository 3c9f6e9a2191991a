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

    private struct Pair: Hashable {
        let layer: Int
        let edition: Int
        let other: Int
        let assigned: Int
        let expected: Int
    }

    let layers: [PreparedLayer]
    let calendars: [EditionCalendar]
    let table: RequestTable

    /// Returns the findings whose cause is to be looked for again, by their index.
    func doubtful(in findings: [Finding]) -> [Int] {
        var counts: [Pair: Int] = [:]
        for finding in findings {
            if let pair = pair(of: finding) { counts[pair, default: 0] += 1 }
        }
        return findings.indices.filter { index in
            guard let pair = pair(of: findings[index]), counts[pair, default: 0] < Self.fewest else {
                return false
            }
            return !isNearChange(findings[index], to: pair.other)
        }
    }

    private func pair(of finding: Finding) -> Pair? {
        guard finding.cause == .staleEdition, finding.verdict == .misrouted,
            case .otherEdition(let other, _, _) = finding.evidence.first
        else { return nil }
        return Pair(
            layer: finding.layer, edition: finding.edition, other: other, assigned: finding.assigned,
            expected: finding.expected)
    }

    /// Whether a request was opened within some months after its edition followed the other one.
    private func isNearChange(_ finding: Finding, to other: Int) -> Bool {
        guard other < finding.edition, let opened = table.opened[finding.row],
            let change = calendars[finding.layer].start(ofEdition: finding.edition)
        else { return false }
        return opened.days(since: change) <= Self.days
    }
}
