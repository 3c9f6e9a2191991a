import GeometryEngine
import Locating

/// With an address that was not found beyond doubt.
extension RequestJudge {
    /// An address that fits several places, or one with a doubt, does not accuse; but where a reading of it lies in the
    /// assigned area it disarms, and where all lie far from the recorded position that frees nobody. One that names another
    /// town or ZIP code than that of what fits it does not disarm.
    func decideUnclear(
        _ request: inout JudgedRequest, outcome: PositionJudge.Outcome, recorded: Position,
        place: AddressPlace, readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        let row = request.row
        guard place.status.isPlace, let address = place.position else {
            guard case .correct = outcome, place.isElsewhere || place.isUnmetCrossing,
                let doubt = try farFromReadings(row, recorded: recorded, readings: readings)
            else { return plain(outcome, at: recorded) }
            return .finding(doubt)
        }
        let distance = Double(request.placed.distance)
        switch outcome {
        case .correct:
            // Most addresses are near, and need no second look.
            if address.source == .street || place.isContradicted
                || PlacePair.isFarApart(
                    distance, recorded: recorded.uncertainty, address: place.uncertaintyIfMeant),
                let doubt = try farFromReadings(row, recorded: recorded, readings: readings)
            {
                return .finding(doubt)
            }
            if let side = try wrongSideOfReading(&request, recorded: recorded, readings: readings) {
                return side
            }
        case .finding(var finding):
            guard finding.verdict == .misrouted else { break }
            if let other = try readings.readingInAssigned(finding) {
                finding.verdict = .uncertain
                finding.evidence = .address(other)
                return .finding(finding)
            }
            if let (evidence, isOfMiddle) = try readings.agreement(
                finding, with: recorded, area: request.recordedArea)
            {
                (request.agreement, request.isAgreementOfMiddle) = (evidence, isOfMiddle)
            }
        }
        return plain(outcome, at: recorded)
    }

    /// Returns what is found of a row with an unclear address whose recorded position lies across the border street from one
    /// of its readings, or `nil`.
    private func wrongSideOfReading(
        _ request: inout JudgedRequest, recorded: Position, readings: AddressReadings
    ) throws(GeometryError) -> Decision? {
        let edition = judge.edition(ofRow: request.row)
        let area = judge.assignedArea(ofRow: request.row, inEdition: edition)
        guard readings.isBesideBorder(recorded, edition: edition, area: area),
            let conflict = try readings.sideConflict(request.row, recorded: recorded)
        else { return nil }
        return wrongSide(&request, conflict)
    }

    /// Returns the finding of a row whose recorded position lies in the assigned area, but far from every reading of its
    /// address, of which none lies there; `nil` where that is not so.
    private func farFromReadings(
        _ row: Int, recorded: Position, readings: AddressReadings
    ) throws(GeometryError) -> Finding? {
        var finding = judge.correctFinding(row, at: recorded)
        let (area, edition) = (finding.assigned, finding.edition)
        var doubt = try readings.farReadings(row, from: recorded, area: area, edition: edition)
        if doubt == nil {
            doubt = try readings.farFromUnmetStreets(row, from: recorded, area: area, edition: edition)
        }
        guard let doubt else { return nil }
        finding.verdict = .uncertain
        finding.evidence = .address(doubt)
        return finding
    }

    /// Returns the same for a row whose address was matched with a doubt or to a whole block, else what its recorded position gives.
    func farFromReadings(
        _ pair: PlacePair, readings: AddressReadings, otherwise outcome: PositionJudge.Outcome
    ) throws(GeometryError) -> Decision {
        // A block that was matched beyond doubt still reaches into more than one area.
        guard !pair.isSure || pair.address.source == .block, pair.isFarIfMeant,
            let doubt = try farFromReadings(pair.row, recorded: pair.recorded, readings: readings)
        else { return plain(outcome, at: pair.recorded) }
        return .finding(doubt)
    }
}
