package import Chronology
package import Geometry
package import Records
package import Wording

/// What a clerk answered to a finding, as a workspace keeps it: with the finding as it was then.
package struct KeptDecision: Sendable, Equatable {
    /// The request's number in the workspace.
    package let request: Int
    package let answer: String
    package let trueArea: String?
    /// The day until which the requests went.
    package let day: CivilDate
    package let layer: String
    package let assigned: String?
    package let expected: String?
    package let verdict: String
    package let distance: Double?
    package let source: String?
    package let channel: String?
    package let street: String?
    package let place: Coordinate?

    /// The columns that a decision has beside the numbers of its request and run.
    package static let columns = [
        RecordColumn("request_id", "id of the request"),
        RecordColumn("layer", "layer of areas that it is judged by"),
        RecordColumn("decision", "assigned, expected, other, position or unknown"),
        RecordColumn("true_area", "the area that is right, where it is neither of the two"),
        RecordColumn("note", "what the clerk noted"),
        RecordColumn("day", .day, "the day until which the requests went when it was answered"),
        RecordColumn("assigned", "area that the CRM had recorded"),
        RecordColumn("expected", "area in which the position lay"),
        RecordColumn("verdict", "what had been found"),
        RecordColumn("distance_m", .number, "metres from the position to the assigned area"),
        RecordColumn("position_source", "where the position came from"),
        RecordColumn("channel", "how it came in, as recorded"),
        RecordColumn("street", "the words that tell its street apart"),
        RecordColumn("longitude", .number, "degrees east, of WGS 84"),
        RecordColumn("latitude", .number, "degrees north, of WGS 84"),
    ]
}

/// A row of a file of answers.
package struct ClerkAnswer: Sendable, Equatable {
    /// Its line in the file, from 1.
    package let line: Int
    package let requestID: String
    package let layer: String
    package let answer: String
    package let trueArea: String?
    package let note: String?
    /// What the list says of the finding that it asks about; `nil` where it does not say.
    package let asked: AskedAreas?
    /// When the request was opened, as the list says it.
    package let opened: String?

    package init(
        line: Int, requestID: String, layer: String, answer: String, trueArea: String?, note: String?,
        asked: AskedAreas? = nil, opened: String? = nil
    ) {
        self.line = line
        self.requestID = requestID
        self.layer = layer
        self.answer = answer
        self.trueArea = trueArea
        self.note = note
        self.asked = asked
        self.opened = opened
    }

    /// Whether both call the same area right, of whatever finding.
    package func saysTheSame(as other: ClerkAnswer) -> Bool {
        answer == other.answer && trueArea == other.trueArea
    }
}

/// The two areas that a clerk was asked to choose between.
package struct AskedAreas: Sendable, Hashable, CustomStringConvertible {
    /// What the CRM had recorded; `nil` for nothing.
    package let assigned: String?
    /// The area in which the position lay; `nil` for none.
    package let expected: String?

    package init(assigned: String?, expected: String?) {
        self.assigned = assigned
        self.expected = expected
    }

    /// Takes the cells of a list's columns; `nil` where it has not both, or they are blank.
    package init?(assignedCell: String??, expectedCell: String??) {
        guard let assignedCell, let expectedCell, assignedCell != nil || expectedCell != nil else {
            return nil
        }
        self.init(assigned: assignedCell, expected: expectedCell)
    }

    package var description: String { "\(assigned ?? "none") against \(expected ?? "none")" }
}

/// What became of answers.
package struct DecideCounts: Sendable, Equatable {
    /// Why an answer was not taken.
    package enum Refusal: Sendable, Equatable {
        case noRequest, noFinding, severalRequests
        /// The finding is not the one that the list asks about.
        case changed(asked: AskedAreas, now: AskedAreas)
        /// The list asks about a request that was opened at another time.
        case otherRequest
        /// Another line answers the same finding in another way.
        case answeredOtherwise(line: Int)
        case contradiction, otherIsAssigned, otherIsExpected, unknownNamesArea

        /// The reason.
        package func text(in terms: CallerTerms) -> String {
            switch self {
            case .noRequest: "no request of the workspace has this id"
            case .noFinding:
                "no finding of it is kept in this layer: keep them first\(terms.with(.keepingFindings))"
            case .severalRequests: "several requests with findings have this id"
            case .changed(let asked, let now):
                "the finding has changed since it was asked: then it was \(asked), now it is \(now); ask anew"
            case .otherRequest:
                "the request with this id was opened at another time than the one that the list asks about"
            case .answeredOtherwise(let line): "line \(line) answers the same finding in another way"
            case .contradiction: "the decision names one area and true_area another"
            case .otherIsAssigned:
                "other means neither of the two areas, and true_area names the one that was assigned; the decision for that is assigned"
            case .otherIsExpected:
                "other means neither of the two areas, and true_area names the expected one; the decision for that is expected"
            case .unknownNamesArea: "unknown means that nobody can tell, and true_area names an area"
            }
        }
    }

    package var taken = 0
    /// Those that are as an earlier answer.
    package var unchanged = 0
    /// Those of both whose request has its id in another spelling.
    package var respelt = 0
    package var refused: [(line: Int, reason: Refusal)] = []

    package static func == (first: Self, second: Self) -> Bool {
        first.taken == second.taken && first.unchanged == second.unchanged
            && first.respelt == second.respelt
            && first.refused.elementsEqual(second.refused) { $0 == $1 }
    }
}
