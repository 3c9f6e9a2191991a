import Boundaries
import Geometry
import GeometryEngine
import Locating

/// Recorded position and address agree, in place or at least in area: only the assignment is wrong.
enum ZoneTable: CauseRule {
    static let cause = Cause.zoneTable
    static let explains: Set<Verdict> = [.misrouted]

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) -> Evidence? {
        guard finding.support != .against, let agreement = agreement(of: request, finding, with: tools),
            !areInTwoAreas(finding, agreement, of: request)
        else { return nil }
        return .address(agreement)
    }

    /// Returns what is said of a recorded position and an address that agree; `nil` where they do not.
    private static func agreement(
        of request: JudgedRequest, _ finding: Finding, with tools: CauseTools
    ) -> AddressEvidence? {
        if let agreement = request.agreement { return agreement }
        guard let pair = request.pair, let readings = tools.readings,
            pair.agrees
                || request.addressArea == finding.expected && request.recordedArea == finding.expected
        else { return nil }
        return readings.agreement(
            pair.distance, readings.title(ofRow: request.row), readingArea: request.addressArea,
            area: request.recordedArea)
    }

    /// Returns what is said of a recorded position and a house that are near each other in two areas, none of them the assigned one,
    /// and neither of which tells the other to be off: they agree against that, and not on which is right. `nil` where that is not so.
    ///
    /// A corner or a block on the border lies in both.
    static func conflict(
        of finding: Finding, _ request: JudgedRequest, with tools: CauseTools
    ) -> AddressEvidence? {
        guard finding.support == .none, let agreement = agreement(of: request, finding, with: tools),
            areInTwoAreas(finding, agreement, of: request)
        else { return nil }
        return agreement
    }

    private static func areInTwoAreas(
        _ finding: Finding, _ agreement: AddressEvidence, of request: JudgedRequest
    ) -> Bool {
        guard case .recordedElsewhere(_, _, let area, _) = agreement, area.exists,
            area != finding.expected, area != finding.assigned, let position = finding.position,
            position.source == .recorded, let margin = finding.margin
        else { return false }
        let isOfMiddle = request.pair?.address.source.isOfStreetMiddle ?? request.isAgreementOfMiddle
        return !isOfMiddle && margin <= position.uncertainty
    }
}
