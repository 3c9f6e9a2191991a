import Boundaries
import Geometry
import GeometryEngine
import Locating
import ServiceRequests

/// With longitude and latitude exchanged the recorded numbers lie in the city, as they are or, where no sign alone brings
/// them there, with the other sign of one or both.
enum SwappedAxes: CauseRule {
    static let cause = Cause.swappedAxes
    static let explains: Set<Verdict> = [.misrouted, .outside, .unlocatable]

    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) throws(GeometryError) -> Evidence? {
        if let evidence = try tools.evidence(ofGridRead: .order, for: finding, of: request) {
            return evidence
        }
        guard let (x, y) = tools.strangeNumbers(of: request), abs(y) <= 180, abs(x) <= 90 else { return nil }
        let probe = tools.judge.probes[finding.edition]
        let area = try probe.locate(readOtherwise: Coordinate(longitude: y, latitude: x))
        if area.exists { return .swapped(area: area, otherSign: nil) }
        guard try LostSign.evidence(for: finding, of: request, with: tools) == nil else { return nil }
        let readings = [("longitude", -y, x), ("latitude", y, -x), ("longitude and latitude", -y, -x)]
        for (number, longitude, latitude) in readings {
            let area = try probe.locate(readOtherwise: Coordinate(longitude: longitude, latitude: latitude))
            if area.exists { return .swapped(area: area, otherSign: number) }
        }
        return nil
    }
}

extension CauseTools {
    /// The recorded numbers of a request where they mean no place in the layer: no degrees, or beyond all areas.
    func strangeNumbers(of request: JudgedRequest) -> (x: Double, y: Double)? {
        let isOutOfRange = judge.positionState(ofRow: request.row) == .outOfRange
        guard isOutOfRange || request.recordedVerdict == .outside else { return nil }
        return (request.placed.recorded.longitude, request.placed.recorded.latitude)
    }

    /// What eastings and northings show that lie in the city where they are read otherwise; `nil` for nothing.
    func evidence(
        ofGridRead kind: GridReadings.Kind, for finding: Finding, of request: JudgedRequest
    ) throws(GeometryError) -> Evidence? {
        guard request.recordedVerdict == .outside else { return nil }
        for reading in try systems.gridReadings(of: request.placed.recorded) where reading.kind == kind {
            let area = try judge.probes[finding.edition].locate(readOtherwise: reading.coordinate)
            if area.exists { return .gridRead(how: reading.words, area: area) }
        }
        return nil
    }
}
