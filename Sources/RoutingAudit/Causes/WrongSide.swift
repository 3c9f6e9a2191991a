import Boundaries
import Geometry
import GeometryEngine
import Locating

/// The recorded position lies beyond the middle of the street that is the border, and the address on its own side.
enum WrongSide: CauseRule {
    static let cause = Cause.wrongSide
    static let explains: Set<Verdict> = [.misrouted]

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) -> Evidence? {
        request.borderStreet.map(Evidence.address)
    }
}
