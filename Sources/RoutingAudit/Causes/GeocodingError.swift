import Boundaries
import Geometry
import GeometryEngine
import Locating

/// The recorded position is far from the address, and what the CRM assigned follows the position: it lies in the assigned
/// area or within its uncertainty of it, and the address does not.
enum GeocodingError: CauseRule {
    static let cause = Cause.geocodingError
    static let explains: Set<Verdict> = [.misrouted]

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) throws(GeometryError) -> Evidence? {
        guard let pair = request.pair, pair.isFarApart, request.borderStreet == nil,
            finding.position?.source != .recorded,
            request.recordedVerdict == .correct || request.recordedVerdict == .uncertain
        else { return nil }
        return try tools.readings?.recordedElsewhere(pair, finding)
    }
}
