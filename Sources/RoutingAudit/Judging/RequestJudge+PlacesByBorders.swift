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

    /// Judges a row by its address. A house's own point that may be off by as much as the assigned area is away is on the side of its
    /// number all the same, where the border between them is its own street.
    func judgeByAddress(
        _ row: Int, at address: Position, isSure: Bool, readings: AddressReadings
    ) throws(GeometryError) -> PositionJudge.Outcome {
        let outcome = try judge.judge(row, at: address)
        guard isSure, address.source == .addressPoint, case .finding(var finding) = outcome,
            finding.verdict == .uncertain, finding.distance ?? 0 > AddressReadings.sideTolerance,
            try readings.isOnBorderStreet(finding)
        else { return outcome }
        finding.verdict = .misrouted
        return .finding(finding)
    }

    /// Returns what is found at a recorded position beyond the assigned area as a doubt, where the address, apart from it, lies in that
    /// area or on its border; `nil` where it does not.
    func disarmed(
        _ recorded: Finding, by pair: PlacePair, readings: AddressReadings
    ) throws(GeometryError) -> Finding? {
        var finding = recorded
        finding.verdict = .uncertain
        switch try judge.judge(pair.row, at: pair.address) {
        case .correct: finding.evidence = readings.addressInAssigned(pair, area: recorded.assigned)
        case .finding(let other):
            guard let evidence = besideAssigned(other, of: pair, readings: readings) else { return nil }
            finding.evidence = evidence
        }
        return finding
    }

    /// Says that an address which is known to a corner, a block or a range may lie in the assigned area, which is that near; `nil`
    /// where it is no nearer. Apart from its position a number that knows its side of the street is on that.
    ///
    /// - Parameter finding: What is found at the address.
    func besideAssigned(_ finding: Finding, of pair: PlacePair, readings: AddressReadings) -> Evidence? {
        guard finding.verdict == .uncertain, pair.address.source != .addressPoint,
            pair.agrees || !pair.place.knowsSide, let distance = finding.distance
        else { return nil }
        return readings.addressNearAssigned(pair, area: finding.assigned, distance: distance)
    }

    /// Whether an address beside a recorded position at it is the middle of a street that the assigned area's border follows.
    ///
    /// - Parameter finding: What is found at the address.
    func isOnBorder(_ finding: Finding, of pair: PlacePair, readings: AddressReadings) -> Bool {
        guard pair.address.source.isOfStreetMiddle, let distance = finding.distance else { return false }
        return distance <= readings.reachOfMiddle(pair.address.uncertainty, isRecordedThere: true)
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
