import Boundaries
import Geometry
import GeometryEngine
import Locating

/// An address of the same name lies in the assigned area: another direction, type or ZIP code.
enum SameNameElsewhere: CauseRule {
    static let cause = Cause.sameNameElsewhere
    static let explains: Set<Verdict> = [.misrouted]

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) throws(GeometryError) -> Evidence? {
        guard request.isAddressHeard else { return nil }
        return try tools.readings?.sameName(finding)
    }
}
