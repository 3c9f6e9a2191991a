import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating

/// Without a recorded position that can be used: by the address alone.
extension RequestJudge {
    func decideByAddress(
        _ request: inout JudgedRequest, outcome: PositionJudge.Outcome, place: AddressPlace,
        readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        guard case .finding(var finding) = outcome else { return plain(outcome, at: nil) }
        switch place.status {
        case .none(let reason):
            if finding.verdict == .unlocatable, finding.evidence == .none {
                finding.evidence = .address(.notFound(reason))
            }
            return .finding(finding)
        case .tie: return try decideTie(&request, finding: finding, readings: readings)
        case .match(let confidence):
            guard let position = place.position else { return .finding(finding) }
            request.isAddressHeard = true
            return try decide(request.row, byAddressAt: position, confidence: confidence, readings: readings)
        }
    }

    private func decide(
        _ row: Int, byAddressAt position: Position, confidence: AddressPlace.Confidence,
        readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        let outcome = try judgeByAddress(
            row, at: position, isSure: confidence == .sure, readings: readings)
        let decision = plain(outcome, at: position)
        guard case .finding(var finding) = decision else { return decision }
        if finding.verdict == .misrouted, try isDoubtful(finding, confidence: confidence, readings: readings)
        {
            try makeUncertain(&finding, readings)
        }
        return .finding(finding)
    }

    /// An address that fits several places is placed only if they all lie in one area.
    private func decideTie(
        _ request: inout JudgedRequest, finding: Finding, readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        var finding = finding
        guard finding.edition.exists else { return .finding(finding) }
        let tied = readings.tiedPlaces(finding.row)
        let places = try readings.named(tied, edition: finding.edition)
        guard let first = tied.first, let area = places.first?.area, area.exists,
            places.allSatisfy({ $0.area == area })
        else {
            if finding.verdict == .unlocatable, finding.evidence == .none {
                finding.evidence = .address(.tie(places))
            }
            return .finding(finding)
        }
        request.isAddressHeard = true
        return try decide(finding.row, byAddressAt: Position(first), confidence: .likely, readings: readings)
    }

    // MARK: Doubt

    func isDoubtful(
        _ finding: Finding, confidence: AddressPlace.Confidence, readings: AddressReadings
    ) throws(GeometryError) -> Bool {
        switch confidence {
        // What means another place as well is heard of all.
        case .sure: false
        case .likely: try readings.otherInAssigned(finding) != nil
        case .loose: true
        }
    }

    func makeUncertain(
        _ finding: inout Finding, _ readings: AddressReadings
    ) throws(GeometryError) {
        finding.verdict = .uncertain
        finding.evidence = .address(try readings.doubt(finding))
    }
}
