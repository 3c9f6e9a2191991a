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
        guard finding.support != .against else { return nil }
        if let agreement = request.agreement { return .address(agreement) }
        guard let pair = request.pair, let readings = tools.readings,
            pair.agrees
                || request.addressArea == finding.expected && request.recordedArea == finding.expected
        else { return nil }
        return .address(
            readings.agreement(
                pair.distance, readings.title(ofRow: request.row), readingArea: request.addressArea,
                area: request.recordedArea))
    }
}
