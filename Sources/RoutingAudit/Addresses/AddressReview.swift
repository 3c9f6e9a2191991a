import Geocoding
import Geometry
import GeometryEngine
import Locating
import ServiceRequests

/// Weighs a row's address against its recorded position, and judges it by the one that holds. One worker's own.
///
/// - Without a usable recorded position a row is judged by its address.
/// - Where both agree within their uncertainties the recorded position stands. Only the side of a street that is the
///   border is the address's to tell, since a house number knows its side.
/// - Where they lie farther apart, the address stands if it was matched beyond doubt; and it accuses only if they lie so
///   far apart that no error of the match can be the reason. A match that leaves a doubt never accuses: it makes a
///   verdict `uncertain` at most.
final class AddressReview {
    private let judge: Judge
    private let book: AddressBook
    private let causes: AddressCauses

    init(judge: Judge, book: AddressBook, table: RequestTable) {
        self.judge = judge
        self.book = book
        causes = AddressCauses(judge: judge, book: book, table: table)
    }

    /// What a row's judging gives once its address has been heard.
    enum Decision {
        case correct(at: Position?, nearBorder: Bool, evidence: Evidence)
        case finding(Finding)

        init(_ outcome: Judge.Outcome, at position: Position?) {
            switch outcome {
            case .correct(let nearBorder):
                self = .correct(at: position, nearBorder: nearBorder, evidence: .none)
            case .finding(let finding): self = .finding(finding)
            }
        }
    }

    /// - Parameter outcome: The judgement by the recorded position.
    func decide(_ row: Int, _ outcome: Judge.Outcome) throws(GeometryError) -> Decision {
        let recorded = judge.recordedPosition(of: row)
        guard let place = book.place(at: row) else { return Decision(outcome, at: recorded) }
        guard let recorded else { return try decideByAddress(row, outcome, place) }
        guard let confidence = place.confidence, confidence > .loose, let address = place.position else {
            return Decision(outcome, at: recorded)
        }
        let pair = PositionPair(
            row: row, recorded: recorded, address: address, distance: Double(book.errors[row]), place: place)
        return pair.agrees ? try decideTogether(pair, outcome) : try decideApart(pair, outcome)
    }

    // MARK: Without a recorded position

    private func decideByAddress(
        _ row: Int, _ outcome: Judge.Outcome, _ place: AddressPlace
    ) throws(GeometryError) -> Decision {
        guard case .finding(var finding) = outcome else { return Decision(outcome, at: nil) }
        switch place.status {
        case .none(let reason):
            if finding.verdict == .unlocatable, finding.evidence == .none {
                finding.evidence = .address(.notFound(reason))
            }
            return .finding(finding)
        case .tie: return try decideTie(finding)
        case .match(let confidence):
            guard let position = place.position else { return .finding(finding) }
            let decision = Decision(try judge.judge(row, at: position), at: position)
            guard case .finding(var byAddress) = decision else { return decision }
            try causes.explainWithoutRecorded(&byAddress, confidence)
            return .finding(byAddress)
        }
    }

    /// An address that fits several places is placed only if they all lie in one area.
    private func decideTie(_ finding: Finding) throws(GeometryError) -> Decision {
        var finding = finding
        guard finding.edition >= 0 else { return .finding(finding) }
        let tied = causes.tiedPlaces(finding.row)
        let places = try causes.named(tied, edition: finding.edition)
        guard let first = tied.first, let area = places.first?.area, area >= 0,
            places.allSatisfy({ $0.area == area })
        else {
            if finding.verdict == .unlocatable, finding.cause == nil {
                finding.evidence = .address(.tie(places))
            }
            return .finding(finding)
        }
        let position = Position(first)
        let decision = Decision(try judge.judge(finding.row, at: position), at: position)
        guard case .finding(var byAddress) = decision else { return decision }
        try causes.explainWithoutRecorded(&byAddress, .likely)
        return .finding(byAddress)
    }

    // MARK: With both

    private func decideTogether(_ pair: PositionPair, _ outcome: Judge.Outcome) throws(GeometryError)
        -> Decision
    {
        guard case .finding(var finding) = outcome else {
            guard let wrong = try causes.wrongSide(pair) else {
                return Decision(outcome, at: pair.recorded)
            }
            return .finding(wrong)
        }
        switch finding.verdict {
        case .misrouted:
            if case .correct = try judge.judge(pair.row, at: pair.address) {
                finding.verdict = .uncertain
                finding.cause = nil
                finding.evidence = causes.addressInAssigned(pair, area: finding.assigned)
            } else if finding.cause == .unexplained {
                try causes.explainAgreement(&finding, pair)
            }
        case .outside: return try decideOutside(pair, finding)
        default: break
        }
        return .finding(finding)
    }

    private func decideApart(_ pair: PositionPair, _ outcome: Judge.Outcome) throws(GeometryError)
        -> Decision
    {
        if causes.recordedFits(pair) { return Decision(outcome, at: pair.recorded) }
        switch outcome {
        case .correct:
            guard pair.isSure, let finding = try contradiction(pair) else {
                return Decision(outcome, at: pair.recorded)
            }
            return .finding(finding)
        case .finding(let recorded):
            switch recorded.verdict {
            case .outside: return try decideOutside(pair, recorded)
            case .uncertain, .misrouted: return try decideDisagreement(pair, recorded)
            default:
                guard pair.isDecisive,
                    case .finding(let finding) = try judge.judge(pair.row, at: pair.address),
                    finding.expected >= 0
                else { return .finding(recorded) }
                return .finding(finding)
            }
        }
    }

    /// Returns what the address says against a recorded position in the assigned area, or `nil` where it may be in that
    /// area too.
    private func contradiction(_ pair: PositionPair) throws(GeometryError) -> Finding? {
        if let side = try causes.wrongSide(pair) { return side }
        guard case .finding(var finding) = try judge.judge(pair.row, at: pair.address),
            finding.verdict == .misrouted || finding.verdict == .uncertain
        else { return nil }
        try causes.explainDistance(&finding, pair)
        return finding
    }

    /// A recorded position beyond all areas says nothing, where the address lies in one.
    private func decideOutside(_ pair: PositionPair, _ recorded: Finding) throws(GeometryError) -> Decision {
        let decision = Decision(try judge.judge(pair.row, at: pair.address), at: pair.address)
        guard case .finding(var finding) = decision else { return decision }
        guard finding.verdict != .outside else { return .finding(recorded) }
        try causes.explainOutside(&finding, recorded: recorded, pair)
        return .finding(finding)
    }

    /// Neither the recorded position nor, perhaps, the address is in the assigned area, and they lie far apart.
    private func decideDisagreement(_ pair: PositionPair, _ recorded: Finding) throws(GeometryError)
        -> Decision
    {
        var finding = recorded
        let evidence = causes.addressInAssigned(pair, area: recorded.assigned)
        switch try judge.judge(pair.row, at: pair.address) {
        case .correct(let nearBorder):
            guard !pair.isDecisive else {
                return .correct(at: pair.address, nearBorder: nearBorder, evidence: evidence)
            }
            finding.verdict = .uncertain
            finding.cause = nil
            finding.evidence = evidence
        case .finding(let other):
            if pair.isDecisive, other.verdict == .misrouted || other.verdict == .uncertain { finding = other }
            if finding.verdict == .misrouted {
                try causes.explainDisagreement(&finding, recorded: recorded, pair)
            } else {
                finding.evidence = try causes.recordedElsewhere(pair, finding)
            }
        }
        return .finding(finding)
    }
}

/// A row's recorded position and its address's.
struct PositionPair {
    let row: Int
    let recorded: Position
    let address: Position
    /// Metres between the two.
    let distance: Double
    let place: AddressPlace

    /// Whether both can be one place.
    var agrees: Bool { distance <= recorded.uncertainty + address.uncertainty }
    /// Whether they lie so far apart that the address cannot have been placed wrong by so much: about 1 in 20 positions
    /// lies beyond its uncertainty, and next to none beyond three times that.
    var isFarApart: Bool { distance > recorded.uncertainty + 3 * address.uncertainty }
    var isSure: Bool { place.confidence == .sure }
    /// Whether the address stands against the recorded position.
    var isDecisive: Bool { isSure && isFarApart }
}
