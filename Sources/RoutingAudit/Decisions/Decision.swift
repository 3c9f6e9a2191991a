package import Boundaries
package import Chronology
package import Geometry
package import Locating
import ServiceRequests

/// What a clerk answered to a finding, with the finding as it was when the clerk was asked.
package struct Decision: Sendable, Hashable {
    package enum Answer: String, Sendable, CaseIterable {
        /// The CRM was right.
        case assigned
        /// Wardline was right.
        case expected
        /// Another area is right.
        case other
        /// The place is wrong.
        case position
        /// The clerk does not know.
        case unknown

        /// The answer as the beginning of a sentence.
        package var words: String {
            switch self {
            case .assigned: "the CRM is right"
            case .expected: "the expected area is right"
            case .other: "another area is right"
            case .position: "the place is wrong"
            case .unknown: "nobody can tell"
            }
        }
    }

    package let answer: Answer
    /// The area that is right: where it is neither of the two, or the place is wrong.
    package let trueArea: String?
    /// The day until which the requests went when the clerk was asked.
    package let day: CivilDate
    package let layer: String
    /// What the CRM had recorded, as it wrote it; `nil` for nothing.
    package let assigned: String?
    /// The code of the area in which the position lay.
    package let expected: String?
    package let verdict: Verdict?
    /// From the position to the assigned area, metres.
    package let distance: Double?
    package let source: Position.Source?
    package let channel: String?
    /// The words that tell the street apart.
    package let street: String?
    /// Where the request was taken to be.
    package let place: Coordinate?

    package init(
        _ answer: Answer, trueArea: String? = nil, day: CivilDate, layer: String, assigned: String?,
        expected: String?, verdict: Verdict?, distance: Double?, source: Position.Source?, channel: String?,
        street: String?, place: Coordinate?
    ) {
        self.answer = answer
        self.trueArea = trueArea
        self.day = day
        self.layer = layer
        self.assigned = assigned
        self.expected = expected
        self.verdict = verdict
        self.distance = distance
        self.source = source
        self.channel = channel
        self.street = street
        self.place = place
    }

    /// The code of the area that it calls right; `nil` where it names none.
    private var rightArea: String? {
        switch answer {
        case .assigned: assigned
        case .expected: expected
        case .other, .position: trueArea
        case .unknown: nil
        }
    }

    /// Whether it speaks of a finding: the CRM's record is what the clerk was asked of, or has become what the clerk called right.
    /// That a place is wrong says nothing of another place.
    func speaks(of finding: Finding, recorded: String?, in layer: PreparedLayer) -> Bool {
        let right = finding.edition.exists ? rightArea.flatMap(layer.editions[finding.edition].area) : nil
        if let right, right == finding.assigned { return true }
        guard assigned == recorded else { return false }
        return answer != .position || right != nil || isAt(finding.position?.coordinate)
    }

    /// Whether the request is still taken to be where it was; places are kept with seven decimals.
    private func isAt(_ other: Coordinate?) -> Bool {
        guard let place, let other else { return place == nil && other == nil }
        return max(abs(place.longitude - other.longitude), abs(place.latitude - other.latitude)) < 1e-7
    }

    /// What it tells of the recorded position; `nil` where it does not say on which side of the border the place is.
    package var position: AnsweredPosition? {
        guard source == .recorded, verdict == .misrouted || verdict == .uncertain, expected != nil,
            answer == .assigned || answer == .expected, let distance
        else { return nil }
        return AnsweredPosition(
            channel: channel, street: street, distance: distance, isWrongSide: answer == .assigned)
    }
}

/// A request in a layer.
package struct DecisionKey: Sendable, Hashable {
    package let row: Int
    package let layer: Ordinal<Layer>

    package init(row: Int, layer: Ordinal<Layer>) {
        self.row = row
        self.layer = layer
    }
}

extension Finding {
    /// Puts a clerk's answer in the place of what was found.
    mutating func settle(by decision: Decision, in layer: PreparedLayer) {
        let said = Evidence.decided(decision.answer, day: decision.day)
        switch decision.answer {
        case .assigned:
            guard verdict == .misrouted || verdict == .uncertain || verdict == .outside else { return }
            (verdict, cause, support, evidence) = (.correct, nil, .none, said)
        case .expected: settle(code: decision.expected, said, in: layer)
        case .other: settle(code: decision.trueArea, said, in: layer)
        case .position where trueArea(of: decision, in: layer) != nil:
            settle(code: decision.trueArea, said, in: layer)
        case .position:
            guard verdict == .misrouted || verdict == .outside else { return }
            (verdict, cause, support, evidence) = (.uncertain, nil, .none, said)
        case .unknown: break
        }
    }

    private func trueArea(of decision: Decision, in layer: PreparedLayer) -> Ordinal<Area>? {
        edition.exists ? decision.trueArea.flatMap(layer.editions[edition].area) : nil
    }

    /// Takes the area that a clerk named for the one in which the request lies.
    private mutating func settle(code: String?, _ said: Evidence, in layer: PreparedLayer) {
        guard edition.exists, let code, let area = layer.editions[edition].area(code) else { return }
        if area == assigned {
            (verdict, cause, support, evidence) = (.correct, nil, .none, said)
            return
        }
        // What was accused already keeps its cause and the evidence for it.
        let isKnown = verdict == .misrouted && area == expected
        expected = area
        support = .clerk
        guard !isKnown, verdict != .unassigned, verdict != .unknownArea else { return }
        (verdict, cause, evidence) = (.misrouted, .unexplained, said)
    }
}
