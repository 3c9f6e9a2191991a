import Boundaries
import GeometryEngine
import Locating

/// With an address near a border: a house's own point is on one side of it, a corner or a block that lies on it on both.
extension RequestJudge {
    /// Returns what is found at the house's own point of an address beyond doubt that lies in the area of the recorded position, and
    /// farther from the assigned one than it may be off, which the position alone does not tell; `nil` where that is not so.
    func misrouted(byHouseOf pair: PlacePair, in area: Ordinal<Area>) throws(GeometryError) -> Finding? {
        guard pair.isSure, pair.address.source == .addressPoint,
            case .finding(let finding) = try judge.judge(pair.row, at: pair.address),
            finding.verdict == .misrouted, finding.expected.exists, finding.expected == area
        else { return nil }
        return finding
    }

    /// Returns what is found at an address, or at the recorded position instead: where the address is a corner, a block or a street
    /// on the border of several areas, the position in one of them tells which is meant.
    func settled(_ finding: Finding, by recorded: Finding) throws(GeometryError) -> Finding {
        guard let address = finding.position, address.source.isOfStreetMiddle,
            finding.margin ?? .infinity <= address.uncertainty, recorded.verdict == finding.verdict,
            recorded.expected.exists, recorded.expected != recorded.assigned,
            try judge.isWithin(address.uncertainty, of: address, recorded.expected, edition: finding.edition)
        else { return finding }
        return recorded
    }

    /// Whether a finding's position is a corner, a block or a street with other areas within its radius than the expected one.
    func isBetweenAreas(_ finding: Finding) throws(GeometryError) -> Bool {
        guard let position = finding.position, position.source.isOfStreetMiddle, finding.expected.exists,
            finding.margin ?? .infinity <= position.uncertainty
        else { return false }
        let edition = finding.edition
        for area in Ordinal<Area>.first(judge.layer.editions[edition].codes.count)
        where area != finding.expected {
            if try judge.isWithin(position.uncertainty, of: position, area, edition: edition) { return true }
        }
        return false
    }
}

extension PositionJudge {
    /// Whether an area contains a position or lies within a distance of it, metres.
    func isWithin(
        _ distance: Double, of position: Position, _ area: Ordinal<Area>, edition: Ordinal<Edition>
    ) throws(GeometryError) -> Bool {
        let probe = probes[edition]
        if probe.distance(from: position.coordinate, to: area) <= distance { return true }
        return try probe.covers(area, position.coordinate)
    }

    /// Returns the area that a request's address lies in; of the middle of a street that is a border, the expected one where it touches
    /// that too, and does not lie in the assigned one.
    func area(ofAddress address: Position, beside finding: Finding) throws(GeometryError) -> Ordinal<Area> {
        let (area, expected) = (try probes[finding.edition].locate(address.coordinate), finding.expected)
        guard address.source.isOfStreetMiddle, area != expected, area != finding.assigned, expected.exists,
            try isWithin(AddressReadings.sideTolerance, of: address, expected, edition: finding.edition)
        else { return area }
        return expected
    }
}
