import Boundaries
import Geometry
import GeometryEngine
import Locating

/// The assigned area is right under an earlier or later edition, the nearest in time first.
///
/// One request alone may agree with an old map by chance: whether it was opened near the change, or others share the pair
/// of areas, is asked once all requests are judged (``StaleEditionReview``).
enum StaleEdition: CauseRule {
    static let cause = Cause.staleEdition
    static let explains: Set<Verdict> = [.misrouted, .outside, .unknownArea]

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) throws(GeometryError) -> Evidence? {
        let judge = tools.judge
        guard let position = finding.position, judge.layer.editions.count > 1 else { return nil }
        // Where a house number tells the side of the border street, near is not enough.
        let tolerance =
            request.borderStreet == nil ? position.uncertainty : AddressReadings.sideTolerance
        let others = judge.layer.editions.ordinals.filter { $0 != finding.edition }.sorted {
            (abs($0.index - finding.edition.index), $0) < (abs($1.index - finding.edition.index), $1)
        }
        for edition in others {
            let area = judge.assignedArea(ofRow: request.row, inEdition: edition)
            guard area.exists else { continue }
            let covers = try judge.probes[edition].covers(area, position.coordinate)
            let distance = covers ? 0 : judge.probes[edition].distance(from: position.coordinate, to: area)
            if distance <= tolerance {
                return .otherEdition(edition: edition, area: area, distance: distance)
            }
        }
        return nil
    }
}
