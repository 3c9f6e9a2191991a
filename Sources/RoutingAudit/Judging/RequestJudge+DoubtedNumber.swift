import AddressParsing
import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating

/// With a house number of a street that the reference numbers otherwise than most requests of it: their positions lie on the street, and
/// far from where it has their numbers.
extension RequestJudge {
    /// Such an address names its street and no place on it, and by its number nobody is accused.
    ///
    /// - A recorded position beside the number, as one that was made of the same reference, is heard as any other.
    /// - One on the street tells where on it the request is.
    /// - One off the street is as likely wrong: it frees only where all of the street lies in its area, and accuses only where the street
    ///   does not run through the assigned one.
    /// - Without a position the number tells where the request may be, with that said; it never accuses.
    func decideDoubtedNumber(
        _ request: inout JudgedRequest, outcome: PositionJudge.Outcome, place: AddressPlace,
        readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        guard let recorded = request.recorded else {
            return Self.doubted(
                try decideByAddress(&request, outcome: outcome, place: place, readings: readings),
                .ofDoubtfulNumbers(street: readings.streetTitle(ofRow: request.row)))
        }
        guard let address = place.position else { return plain(outcome, at: recorded) }
        let pair = PlacePair(placed: request.placed, recorded: recorded, address: address, place: place)
        if let decision = try decideAgreeing(&request, pair: pair, outcome: outcome, readings: readings) {
            return decision
        }
        guard let street = readings.wholeStreet(ofRow: request.row) else {
            return plain(outcome, at: recorded)
        }
        switch outcome {
        case .correct:
            let finding = judge.correctFinding(request.row, at: recorded)
            guard let off = try readings.offStreet(street, from: recorded, finding), !off.isAllInAssigned
            else { return plain(outcome, at: recorded) }
            return .finding(off.finding)
        case .finding(let finding):
            guard finding.verdict == .misrouted || finding.verdict == .outside else { break }
            if let off = try readings.offStreet(street, from: recorded, finding) {
                return .finding(off.runsThroughAssigned ? off.finding : finding)
            }
            request.agreement = .onStreet(
                distance: readings.distance(
                    from: recorded.coordinate, toAnyPartOf: street.place, of: street.line),
                street: street.place.title, area: request.recordedArea)
        }
        return plain(outcome, at: recorded)
    }
}

/// The streets of addresses whose numbers are doubted.
extension AddressReadings {
    /// All of a street, and the line that names it.
    struct WholeStreet {
        let place: AddressCandidate
        let line: AddressReading
    }

    /// What is found of a row that is recorded off its street.
    struct OffStreet {
        let finding: Finding
        let runsThroughAssigned: Bool
        let isAllInAssigned: Bool
    }

    /// The street of the best reading of a row's address, as people write it; empty where it has none.
    func streetTitle(ofRow row: Int) -> String {
        geocoded(row)?.candidates.first?.streets.first?.title ?? ""
    }

    /// Returns all of the street of a row's address, in the town that it names; `nil` where that is no place.
    func wholeStreet(ofRow row: Int) -> WholeStreet? {
        guard let result = geocoded(row), let name = result.candidates.first?.streets.first else {
            return nil
        }
        let tail = [result.reading.city, result.reading.state, result.reading.zip].filter { !$0.isEmpty }
        let whole = geocoder.geocode(([name.standard] + tail).joined(separator: ", "))
        guard
            let place = whole.candidates.first(where: {
                $0.precision == .street && $0.streets.first == name
            })
        else { return nil }
        return WholeStreet(place: place, line: whole.reading)
    }

    /// Returns what is found of a row that is recorded beside all of its street; `nil` where it is recorded on it.
    func offStreet(
        _ street: WholeStreet, from recorded: Position, _ finding: Finding
    ) throws(GeometryError) -> OffStreet? {
        let distance = distance(from: recorded.coordinate, toAnyPartOf: street.place, of: street.line)
        guard distance > Self.onStreet + recorded.uncertainty else { return nil }
        let runsThere = try isStreet(street.place, of: street.line, inAssignedOf: finding)
        let isAllThere = try isAll(
            of: street.place, street.line, in: finding.assigned, edition: finding.edition)
        var finding = finding
        finding.verdict = .uncertain
        finding.evidence = .address(
            .offNumberedStreet(
                distance: distance, street: street.place.title, area: finding.assigned, runsThere: runsThere))
        return OffStreet(finding: finding, runsThroughAssigned: runsThere, isAllInAssigned: isAllThere)
    }
}
