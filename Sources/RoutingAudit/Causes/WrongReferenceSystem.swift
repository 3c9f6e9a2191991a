import Boundaries
import Geometry
import GeometryEngine
import Locating

/// Read in another reference system the recorded numbers lie in the city.
enum WrongReferenceSystem: CauseRule {
    static let cause = Cause.wrongCRS
    static let explains: Set<Verdict> = [.misrouted, .outside, .unlocatable]

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) throws(GeometryError) -> Evidence? {
        if let evidence = try tools.evidence(ofGridRead: .unit, for: finding, of: request) { return evidence }
        guard let recorded = tools.strangeNumbers(of: request) else { return nil }
        let (x, y) = try tools.systems.gridNumbers(of: request.placed.recorded) ?? recorded
        let probe = tools.judge.probes[finding.edition]
        for (name, coordinate) in try tools.systems.readings(x: x, y: y) {
            let area = try probe.locate(readOtherwise: coordinate)
            if area.exists { return .otherSystem(name: name, area: area) }
        }
        return nil
    }
}
