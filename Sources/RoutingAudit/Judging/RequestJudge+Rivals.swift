import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating

/// What else an address means as well as the place that it was matched with.
extension RequestJudge {
    /// Returns the other places that the line of a request means as well, where they may change what was found. Across the street
    /// from its address a request is of that one.
    func rivals(of finding: Finding, _ request: JudgedRequest) -> [AddressCandidate] {
        guard let readings, request.isAddressHeard, request.borderStreet == nil,
            finding.verdict != .uncertain,
            finding.verdict == .misrouted || finding.expected.exists
        else { return [] }
        return readings.rivals(finding.row)
    }

    /// Makes a misroute uncertain where a rival lies in the assigned area, as an address that fits several places does not accuse.
    func hear(_ rivals: [AddressCandidate], on finding: inout Finding) throws(GeometryError) {
        guard let readings, finding.verdict == .misrouted,
            let rival = try first(of: rivals, in: finding.assigned, edition: finding.edition)
        else { return }
        finding.verdict = .uncertain
        finding.evidence = .address(try readings.doubt(finding, rival: rival))
    }

    /// Whether a rival lies in another area than the expected one, and no recorded position tells which is meant.
    func areElsewhere(
        _ rivals: [AddressCandidate], than finding: Finding, of request: JudgedRequest
    ) throws(GeometryError) -> Bool {
        guard finding.verdict != .uncertain, finding.expected.exists, request.pair?.agrees != true else {
            return false
        }
        for rival in rivals
        where try judge.probes[finding.edition].locate(rival.position) != finding.expected {
            return true
        }
        return false
    }

    private func first(
        of rivals: [AddressCandidate], in area: Ordinal<Area>, edition: Ordinal<Edition>
    ) throws(GeometryError) -> AddressCandidate? {
        guard area.exists else { return nil }
        for rival in rivals where try judge.probes[edition].covers(area, rival.position) { return rival }
        return nil
    }
}
