import Boundaries
import Geometry
import GeometryEngine
import Locating
import ServiceRequests

/// With longitude and latitude exchanged the recorded numbers lie in the city.
enum SwappedAxes: CauseRule {
    static let cause = Cause.swappedAxes
    static let explains: Set<Verdict> = [.misrouted, .outside, .unlocatable]

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) throws(GeometryError) -> Evidence? {
        guard let (x, y) = tools.strangeNumbers(of: request), abs(y) <= 180, abs(x) <= 90 else { return nil }
        let area = try tools.judge.probes[finding.edition].locate(Coordinate(longitude: y, latitude: x))
        return area >= 0 ? .swapped(area: area) : nil
    }
}

extension CauseTools {
    /// The recorded numbers of a request where they mean no place in the layer: no degrees, or beyond all areas.
    func strangeNumbers(of request: JudgedRequest) -> (x: Double, y: Double)? {
        let isOutOfRange = judge.positionState(ofRow: request.row) == .outOfRange
        guard isOutOfRange || request.recordedVerdict == .outside else { return nil }
        return (request.placed.recorded.longitude, request.placed.recorded.latitude)
    }
}
