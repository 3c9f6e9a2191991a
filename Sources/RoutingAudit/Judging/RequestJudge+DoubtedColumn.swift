import GeometryEngine
import Locating

/// With addresses of which most, or most of their channel, category or stretch of the file, lie far from the positions beside them.
extension RequestJudge {
    /// The addresses may be the homes of who reported, or the positions those of their telephones: nothing tells which, and a request
    /// is accused by neither alone.
    ///
    /// - A recorded position in the assigned area frees it, wherever the address is.
    /// - One elsewhere accuses, unless the address itself lies in the assigned area. An address beside its position is heard as any other.
    /// - Without a position the address tells where the request may be, and says that; it never accuses.
    func decideDoubted(
        _ request: inout JudgedRequest, outcome: PositionJudge.Outcome, place: AddressPlace,
        readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        guard let recorded = request.recorded else {
            return Self.doubted(
                try decideByAddress(&request, outcome: outcome, place: place, readings: readings),
                .ofDoubtfulColumn)
        }
        guard case .finding(var finding) = outcome, place.status.isPlace, let address = place.position else {
            return plain(outcome, at: recorded)
        }
        let pair = PlacePair(placed: request.placed, recorded: recorded, address: address, place: place)
        if let decision = try decideAgreeing(&request, pair: pair, outcome: outcome, readings: readings) {
            return decision
        }
        guard finding.verdict == .misrouted || finding.verdict == .outside else { return .finding(finding) }
        switch try readings.readingInAssigned(finding) {
        // What looks like an address that is not the request's tells nothing.
        case .doubtful?, nil: break
        case let other?:
            finding.verdict = .uncertain
            finding.evidence = .address(other)
        }
        return .finding(finding)
    }

    /// Decides by an address that stands beside its position, which is heard as any other; `nil` where it does not.
    func decideAgreeing(
        _ request: inout JudgedRequest, pair: PlacePair, outcome: PositionJudge.Outcome,
        readings: AddressReadings
    ) throws(GeometryError) -> Decision? {
        guard pair.agrees, let confidence = pair.place.confidence, confidence > .loose else { return nil }
        request.pair = pair
        request.isAddressHeard = true
        return try decideTogether(&request, pair: pair, outcome: outcome, readings: readings)
    }

    /// Returns what was decided by an address alone with the doubt said, and without an accusation.
    static func doubted(_ decision: Decision, _ doubt: AddressEvidence) -> Decision {
        switch decision {
        case .correct(let position, let nearBorder, _):
            return .correct(at: position, nearBorder: nearBorder, evidence: .address(doubt))
        case .finding(var finding):
            guard finding.position != nil else { return decision }
            let accuses = finding.verdict == .misrouted || finding.verdict == .outside
            if accuses { finding.verdict = .uncertain }
            if accuses || finding.evidence == .none || finding.evidence.isOfAddress {
                finding.evidence = .address(doubt)
            }
            return .finding(finding)
        }
    }
}
