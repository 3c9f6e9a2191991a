import Boundaries
import Geometry
import GeometryEngine
import Locating

/// Finds the evidence for one cause.
protocol CauseRule: Sendable {
    /// The cause that it is a rule for.
    static var cause: Cause { get }

    /// The verdicts that the cause can explain.
    static var explains: Set<Verdict> { get }

    /// Returns the evidence where the cause fits a request, `nil` where it does not.
    static func evidence(
        for finding: Finding, of request: JudgedRequest, with tools: CauseTools
    ) throws(GeometryError) -> Evidence?
}

/// The rules in the order of ``Cause``.
package enum CauseRules {
    static let inOrder = Cause.allCases.compactMap(rule)

    private static func rule(for cause: Cause) -> (any CauseRule.Type)? {
        switch cause {
        case .placeholderPosition: PlaceholderPosition.self
        case .swappedAxes: SwappedAxes.self
        case .lostSign: LostSign.self
        case .wrongCRS: WrongReferenceSystem.self
        case .staleEdition: StaleEdition.self
        case .geocodingError: GeocodingError.self
        case .wrongSide: WrongSide.self
        case .sameNameElsewhere: SameNameElsewhere.self
        case .zoneTable: ZoneTable.self
        // What no rule explains.
        case .unexplained: nil
        }
    }

    package static var causes: [Cause] { inOrder.map { $0.cause } }

    /// For each verdict the rules that can explain it, in their order.
    private static let byVerdict = Verdict.allCases.map { verdict in
        inOrder.filter { $0.explains.contains(verdict) }
    }

    static func explaining(_ verdict: Verdict) -> [any CauseRule.Type] { byVerdict[verdict.ordinal] }
}

/// What is known of a request when its cause is looked for.
struct JudgedRequest {
    let placed: JudgedRow
    var row: Int { placed.row }
    /// The recorded position where it can be used.
    let recorded: Position?
    /// The verdict by the recorded position alone, and the area that it lies in, `none` where there is none.
    var recordedVerdict: Verdict?
    var recordedArea = Ordinal<Area>.none
    /// The recorded position beside an address that was matched without serious doubt.
    var pair: PlacePair?
    /// The area that the address lies in, `none` where there is none.
    var addressArea = Ordinal<Area>.none
    /// What the reading of an unclear address that the recorded position is at says.
    var agreement: AddressEvidence?
    /// Whether that reading is a corner, a block or a street.
    var isAgreementOfMiddle = false
    /// Whether the recorded position or another place that the line means speaks against the address, so that it is no second source.
    var isContested = false
    /// Whether the address takes part in the verdict.
    var isAddressHeard = false
    /// The street between address and recorded position, where that is the border.
    var borderStreet: AddressEvidence?
}

/// What rules look things up with. One worker's own.
struct CauseTools {
    let judge: PositionJudge
    let readings: AddressReadings?
    let systems: OtherSystems
    /// A cause that was looked into and is not it.
    var ruledOut: Cause?
}

extension CauseTools {
    /// Finds the cause of a finding, with its evidence, where its verdict asks for one.
    func explain(_ finding: inout Finding, of request: JudgedRequest) throws(GeometryError) {
        guard finding.edition.exists else { return }
        // That an area cannot be read explains all of it.
        if case .unreadableArea = finding.evidence { return }
        // Without a date an accusation must not rest on which edition is taken.
        if finding.verdict == .misrouted || finding.verdict == .outside, judge.isUndated(request.row),
            let other = try StaleEdition.evidence(for: finding, of: request, with: self)
        {
            finding.verdict = .uncertain
            finding.evidence = .undatedUnder(other)
            return
        }
        var isFound = false
        for rule in CauseRules.explaining(finding.verdict) where rule.cause != ruledOut {
            guard let evidence = try rule.evidence(for: finding, of: request, with: self) else { continue }
            if isFound {
                guard rule.cause != .zoneTable, let first = finding.cause else { break }
                if Self.areOneStory(first, rule.cause) { continue }
                finding.evidence = .both(finding.evidence, also: rule.cause, evidence)
                break
            }
            // What the numbers mean otherwise acquits.
            if finding.verdict == .misrouted, evidence.areaIfReadOtherwise == finding.assigned {
                finding.verdict = .uncertain
                finding.support = .against
                finding.evidence = evidence
                return
            }
            finding.cause = rule.cause
            finding.evidence = evidence
            isFound = true
            // Read otherwise the numbers agree with the address.
            if finding.support == .none, finding.isAddressSure,
                evidence.areaIfReadOtherwise.map({ $0.exists && $0 == finding.expected }) == true
            {
                finding.support = .address
            }
        }
        if !isFound, finding.verdict == .outside, judge.layer.editions[finding.edition].hidesGround {
            // It may lie in an area whose ground is not known.
            finding.verdict = .unlocatable
            finding.evidence = .hiddenGround
            return
        }
        if !isFound, finding.verdict == .misrouted || finding.verdict == .outside {
            finding.cause = .unexplained
            if finding.evidence == .none, let conflict = ZoneTable.conflict(of: finding, request, with: self)
            {
                finding.evidence = .address(conflict)
                finding.isBetweenAreas = true
            }
        }
        // Where the strip that changed begins at the border, the old edition says of a position that may lie before it nothing else.
        let isBeyondDoubt =
            !judge.isRadiusUsual || finding.margin ?? 0 > MeasuredUncertainty.limits.upperBound
        if finding.cause == .staleEdition, finding.support == .none, isBeyondDoubt,
            !request.isContested || finding.position?.source == .recorded, !judge.isUndated(request.row)
        {
            finding.support = .edition
        }
    }

    /// Whether a cause says of another nothing that its own evidence does not.
    private static func areOneStory(_ first: Cause, _ second: Cause) -> Bool {
        first == .geocodingError && second == .sameNameElsewhere
    }
}
