import Boundaries
import Geometry
import GeometryEngine
import Locating

/// The recorded position is a default point that many unrelated addresses share.
enum PlaceholderPosition: CauseRule {
    static let cause = Cause.placeholderPosition
    static let explains: Set<Verdict> = [.misrouted, .outside, .unlocatable]

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) -> Evidence? {
        tools.judge.placeholders.placeholder(at: request.row).map(Evidence.placeholder)
    }
}
