package import Chronology
package import Geometry
package import Records

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

    package init(
        line: Int, requestID: String, layer: String, answer: String, trueArea: String?, note: String?
    ) {
        self.line = line
        self.requestID = requestID
        self.layer = layer
        self.answer = answer
        self.trueArea = trueArea
        self.note = note
    }
}

/// What became of answers.
package struct DecideCounts: Sendable, Equatable {
    /// Why an answer was not taken.
    package enum Refusal: String, Sendable {
        case noRequest = "no request of the workspace has this id"
        case noFinding = "no finding of it is kept in this layer; wardline audit --keep keeps them"
        case severalRequests = "several requests with findings have this id"
        case contradiction = "the decision names one area and true_area another"
        case otherIsAssigned =
            "other means neither of the two areas, and true_area names the one that was assigned; the decision for that is assigned"
        case otherIsExpected =
            "other means neither of the two areas, and true_area names the expected one; the decision for that is expected"
        case unknownNamesArea = "unknown means that nobody can tell, and true_area names an area"
    }

    package var taken = 0
    /// Those that are as an earlier answer.
    package var unchanged = 0
    package var refused: [(line: Int, reason: Refusal)] = []

    package static func == (first: Self, second: Self) -> Bool {
        first.taken == second.taken && first.unchanged == second.unchanged
            && first.refused.elementsEqual(second.refused) { $0 == $1 }
    }
}
