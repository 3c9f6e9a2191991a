import Boundaries
import Geometry
import GeometryEngine
import Locating

/// With the other sign of its longitude, its latitude or both the recorded position lies in the city.
enum LostSign: CauseRule {
    static let cause = Cause.lostSign
    static let explains: Set<Verdict> = [.misrouted, .outside, .unlocatable]

    /// Nearer to the meridian, the antimeridian or the equator than half of this, any place lies beside its mirror image,
    /// degrees.
    private static let leastMove = 1.0

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) throws(GeometryError) -> Evidence? {
        if let evidence = try tools.evidence(ofGridRead: .sign, for: finding, of: request) { return evidence }
        guard let (x, y) = tools.strangeNumbers(of: request), abs(x) <= 180, abs(y) <= 90 else { return nil }
        let probe = tools.judge.probes[finding.edition]
        let readings = [("longitude", -x, y), ("latitude", x, -y), ("longitude and latitude", -x, -y)]
        for (number, longitude, latitude) in readings {
            let move = max(abs(longitude.degrees(near: x) - x), abs(latitude - y))
            guard move >= leastMove else { continue }
            let area = try probe.locate(readOtherwise: Coordinate(longitude: longitude, latitude: latitude))
            if area.exists { return .otherSign(of: number, area: area) }
        }
        return nil
    }
}
