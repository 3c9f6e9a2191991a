import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating
import ServiceRequests

/// Tells the verdict on a row by its recorded position and its address together, and its cause. One worker's own.
///
/// - Without a usable recorded position a row is judged by its address.
/// - Where both agree within their uncertainties the recorded position stands. Only the side of a street that is the
///   border is the address's to tell, since a house number knows its side.
/// - Where they lie farther apart, the address stands if it was matched beyond doubt; and it accuses only if they lie so
///   far apart that no error of the match can be the reason. A match that leaves a doubt never accuses: it makes a
///   verdict `uncertain` at most.
/// - A recorded position far from every reading of its address does not free an assignment either.
/// - Where the column of addresses is doubted, or a part of it, ``decideDoubted(_:outcome:place:readings:)`` says what is heard of them;
///   where the numbers of a street are, ``decideDoubtedNumber(_:outcome:place:readings:)``.
final class RequestJudge {
    let judge: PositionJudge
    /// The places of the book, empty without one.
    let places: [AddressPlace]
    let readings: AddressReadings?
    private let tools: CauseTools
    /// The rows whose addresses seem to be those of other places than the requests', and whether there are any.
    private let doubtedAddresses: DoubtedAddresses?
    private let hasDoubts: Bool
    /// Whether the house numbers of any street are doubted.
    private let hasDoubtedNumbers: Bool

    /// - Parameters:
    ///   - lookup: Where the addresses are; `nil` to judge by recorded positions alone.
    ///   - grid: The reference system of the eastings and northings that positions were made of; `nil` for degrees.
    ///   - systems: What numbers that are no degrees are read by.
    ///   - ruledOut: A cause that was looked into and is not it.
    init(
        judge: PositionJudge, lookup: AddressLookup?, grid: String?, systems: SystemsStock,
        ruledOut: Cause? = nil
    ) {
        self.judge = judge
        places = lookup?.book.places ?? []
        readings = lookup.map { AddressReadings(judge: judge, lookup: $0) }
        doubtedAddresses = lookup?.doubted
        hasDoubts = lookup.map { !$0.doubted.isEmpty } ?? false
        hasDoubtedNumbers = lookup.map { !$0.doubted.haveNoNumbers } ?? false
        tools = CauseTools(
            judge: judge, readings: readings,
            systems: OtherSystems(around: judge.layer.editions[0].ground.extent, grid: grid, from: systems),
            ruledOut: ruledOut)
    }

    /// What a row's judging gives.
    enum Decision {
        case correct(at: Position?, nearBorder: Bool, evidence: Evidence)
        case finding(Finding)
    }

    /// Returns what is known of a row that is correct by its recorded position and stays so whatever its address may mean;
    /// `nil` for a row that ``decide(_:)`` has to weigh. Nearly all rows are told by this alone.
    @inline(__always)
    func plainlyCorrect(_ placed: JudgedRow) throws(GeometryError) -> PositionJudge.Agreement? {
        guard let agreement = try judge.agreement(placed) else { return nil }
        guard placed.address >= 0, !places.isEmpty, !isDoubted(placed.row) else { return agreement }
        guard !isNumberDoubted(placed.row) else { return nil }
        return try addressCanChange(agreement, of: placed) ? nil : agreement
    }

    @inline(__always)
    private func isDoubted(_ row: Int) -> Bool {
        hasDoubts && doubtedAddresses?.contains(row) ?? false
    }

    @inline(__always)
    private func isNumberDoubted(_ row: Int) -> Bool {
        hasDoubtedNumbers && doubtedAddresses?.containsNumber(ofRow: row) ?? false
    }

    /// Whether the address may stand against a recorded position in the assigned area.
    @inline(__always)
    private func addressCanChange(
        _ agreement: PositionJudge.Agreement, of placed: JudgedRow
    ) throws(GeometryError) -> Bool {
        let index = Int(placed.address)
        switch places[index].status {
        case .none: return places[index].isElsewhere || places[index].isUnmetCrossing
        case .tie, .match(.loose): return true
        case .match(let confidence):
            guard let address = places[index].position else { return true }
            let distance = Double(placed.distance)
            let isAcross =
                places[index].knowsSide
                && AddressReadings.isAcrossStreet(distance, agreement.uncertainty)
            let isFarIfMeant = PlacePair.isFarApart(
                distance, recorded: agreement.uncertainty, address: places[index].uncertaintyIfMeant)
            if !isAcross, !isFarIfMeant, distance <= agreement.uncertainty + address.uncertainty {
                return false
            }
            guard try judge.probes[agreement.edition].covers(agreement.assigned, address.coordinate) else {
                return true
            }
            return isFarIfMeant && (confidence != .sure || address.source == .block)
        }
    }

    /// Returns the verdict on a row, with its cause.
    func decide(_ placed: JudgedRow) throws(GeometryError) -> Decision {
        let recorded = judge.recordedPosition(of: placed)
        let byRecorded = try judge.judge(placed.row, at: recorded)
        var request = JudgedRequest(placed: placed, recorded: recorded)
        if recorded != nil {
            switch byRecorded {
            case .correct: request.recordedVerdict = .correct
            case .finding(let finding):
                request.recordedVerdict = finding.verdict
                request.recordedArea = finding.expected
            }
        }
        let decision = try weigh(&request, byRecorded)
        guard case .finding(var finding) = decision else { return decision }
        finding.isBetweenAreas = try isBetweenAreas(finding)
        finding.isWithinReach = judge.isWithinReach(finding)
        let rivals = self.rivals(of: finding, request)
        try hear(rivals, on: &finding)
        try support(&finding, &request, rivals: rivals)
        try tools.explain(&finding, of: request)
        if finding.verdict == .unlocatable, finding.evidence == .none,
            let reason = MissingPosition(judge.positionState(ofRow: finding.row)), reason != .blank
        {
            finding.evidence = .missing(reason)
        }
        if finding.verdict != .correct, let areas = try judge.overlap(at: finding) {
            finding.evidence = .overlap(areas, finding.evidence)
        }
        return .finding(finding)
    }

    /// Returns the verdict, without a cause.
    private func weigh(
        _ request: inout JudgedRequest, _ byRecorded: PositionJudge.Outcome
    ) throws(GeometryError) -> Decision {
        guard let readings, request.placed.address >= 0 else {
            return plain(byRecorded, at: request.recorded)
        }
        let place = places[Int(request.placed.address)]
        if isDoubted(request.row) {
            return try decideDoubted(&request, outcome: byRecorded, place: place, readings: readings)
        }
        if isNumberDoubted(request.row) {
            return try decideDoubtedNumber(&request, outcome: byRecorded, place: place, readings: readings)
        }
        guard let recorded = request.recorded else {
            return try decideByAddress(&request, outcome: byRecorded, place: place, readings: readings)
        }
        guard let confidence = place.confidence, confidence > .loose, let address = place.position else {
            return try decideUnclear(
                &request, outcome: byRecorded, recorded: recorded, place: place, readings: readings)
        }
        let pair = PlacePair(
            placed: request.placed, recorded: recorded, address: address, place: place)
        request.pair = pair
        request.isAddressHeard = true
        return pair.agrees
            ? try decideTogether(&request, pair: pair, outcome: byRecorded, readings: readings)
            : try decideApart(&request, pair: pair, outcome: byRecorded, readings: readings)
    }

    func plain(_ outcome: PositionJudge.Outcome, at position: Position?) -> Decision {
        switch outcome {
        case .correct(let nearBorder): .correct(at: position, nearBorder: nearBorder, evidence: .none)
        case .finding(let finding): .finding(finding)
        }
    }

    // MARK: With both

    func decideTogether(
        _ request: inout JudgedRequest, pair: PlacePair, outcome: PositionJudge.Outcome,
        readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        guard case .finding(var finding) = outcome else {
            if let side = try wrongSide(&request, pair: pair, readings: readings) { return side }
            return try farFromReadings(pair, readings: readings, otherwise: outcome)
        }
        switch finding.verdict {
        case .misrouted:
            switch try judge.judge(pair.row, at: pair.address) {
            case .correct:
                finding.verdict = .uncertain
                finding.evidence = readings.addressInAssigned(pair, area: finding.assigned)
            case .finding(let other):
                if other.expected.exists, other.expected != finding.expected,
                    pair.address.source == .addressPoint,
                    isBeyondDoubt(other, address: pair.address, request), !readings.isAtNearerHouse(pair)
                {
                    // The house's own point tells on which side of the border it is.
                    finding = other
                    break
                }
                // How far the recorded position may be off nobody knows, and the house may be in the assigned area; a corner or a
                // block on its border is.
                guard judge.isRadiusUsual || isOnBorder(other, of: pair, readings: readings),
                    let evidence = besideAssigned(other, of: pair, readings: readings)
                else { break }
                finding.verdict = .uncertain
                finding.evidence = evidence
            }
        case .uncertain:
            if try readings.isAddressInAssigned(pair) {
                finding.evidence = readings.addressInAssigned(pair, area: finding.assigned)
            } else if let house = try misrouted(byHouseOf: pair, in: finding.expected) {
                finding = house
            }
        case .outside: return try decideOutside(pair, recorded: finding, readings: readings)
        default: break
        }
        return .finding(finding)
    }

    /// Returns what is found of a row whose address lies across the border street from its recorded position, or `nil`.
    private func wrongSide(
        _ request: inout JudgedRequest, pair: PlacePair, readings: AddressReadings
    ) throws(GeometryError) -> Decision? {
        try readings.sideConflict(pair).map { wrongSide(&request, $0) }
    }

    func wrongSide(
        _ request: inout JudgedRequest, _ conflict: AddressReadings.SideConflict
    ) -> Decision {
        var finding = conflict.finding
        if conflict.isCertain {
            request.borderStreet = conflict.evidence
            request.isContested = conflict.isContested
            // Of several places that fit the position has told which is meant, or it does not matter.
            if request.pair == nil, !conflict.isContested { finding.support = .address }
        } else {
            finding.verdict = .uncertain
            finding.evidence = .address(conflict.evidence)
        }
        return .finding(finding)
    }

    private func decideApart(
        _ request: inout JudgedRequest, pair: PlacePair, outcome: PositionJudge.Outcome,
        readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        if let fit = readings.recordedFit(pair) {
            if fit == .lesser, pair.isSure, case .correct = outcome,
                var finding = try contradiction(pair, readings)
            {
                finding.verdict = .uncertain
                return .finding(finding)
            }
            if case .finding(let recorded) = outcome, recorded.verdict == .misrouted,
                let finding = try disarmed(recorded, by: pair, readings: readings)
            {
                return .finding(finding)
            }
            return plain(outcome, at: pair.recorded)
        }
        switch outcome {
        case .correct:
            if let side = try wrongSide(&request, pair: pair, readings: readings) { return side }
            if pair.isSure, let finding = try contradiction(pair, readings) { return .finding(finding) }
            return try farFromReadings(pair, readings: readings, otherwise: outcome)
        case .finding(let recorded):
            switch recorded.verdict {
            case .outside: return try decideOutside(pair, recorded: recorded, readings: readings)
            case .uncertain, .misrouted:
                return try decideDisagreement(pair, recorded: recorded, readings: readings)
            default:
                guard pair.isDecisive, !readings.isOnNamesake(pair),
                    case .finding(let finding) = try judge.judge(pair.row, at: pair.address),
                    finding.expected.exists
                else { return .finding(recorded) }
                return .finding(try settled(finding, by: recorded))
            }
        }
    }

    /// Returns what the address says against a recorded position in the assigned area, or `nil` where it may be in that
    /// area too.
    private func contradiction(
        _ pair: PlacePair, _ readings: AddressReadings
    ) throws(GeometryError) -> Finding? {
        let outcome = try judgeByAddress(
            pair.row, at: pair.address, isSure: pair.isSure, readings: readings)
        guard case .finding(var finding) = outcome,
            finding.verdict == .misrouted || finding.verdict == .uncertain
        else { return nil }
        if !pair.isFarApart || readings.isOnNamesake(pair) || readings.mayBeMeantThere(pair) {
            finding.verdict = .uncertain
        }
        finding.evidence = try readings.recordedElsewhere(pair, finding)
        return finding
    }

    /// A recorded position beyond all areas says nothing, where the address lies in one.
    private func decideOutside(
        _ pair: PlacePair, recorded: Finding, readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        let outcome = try judgeByAddress(
            pair.row, at: pair.address, isSure: pair.isSure, readings: readings)
        let decision = plain(outcome, at: pair.address)
        guard case .finding(var finding) = decision else { return decision }
        guard finding.verdict != .outside else { return .finding(recorded) }
        if finding.verdict == .misrouted,
            try isDoubtful(finding, confidence: pair.place.confidence ?? .loose, readings: readings)
        {
            try makeUncertain(&finding, readings)
        } else {
            finding.evidence = try readings.recordedElsewhere(pair, finding)
        }
        return .finding(finding)
    }

    /// Neither the recorded position nor, perhaps, the address is in the assigned area, and they lie far apart.
    private func decideDisagreement(
        _ pair: PlacePair, recorded: Finding, readings: AddressReadings
    ) throws(GeometryError) -> Decision {
        var finding = recorded
        let evidence = readings.addressInAssigned(pair, area: recorded.assigned)
        let isDecisive =
            pair.isDecisive && !readings.isOnNamesake(pair) && !readings.mayBeMeantThere(pair)
        let outcome = try judgeByAddress(
            pair.row, at: pair.address, isSure: pair.isSure, readings: readings)
        switch outcome {
        case .correct(let nearBorder):
            guard !isDecisive else {
                return .correct(at: pair.address, nearBorder: nearBorder, evidence: evidence)
            }
            finding.verdict = .uncertain
            finding.evidence = evidence
        case .finding(let other):
            if isDecisive, other.verdict == .misrouted || other.verdict == .uncertain {
                finding = try settled(other, by: recorded)
            }
            if let evidence = besideAssigned(other, of: pair, readings: readings) {
                finding.verdict = .uncertain
                finding.evidence = evidence
            } else {
                finding.evidence = try readings.recordedElsewhere(pair, finding)
            }
        }
        return .finding(finding)
    }
}
