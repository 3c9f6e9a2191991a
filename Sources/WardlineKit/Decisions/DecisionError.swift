import Wording

/// Why findings are not kept, or clerks' answers to them not taken.
enum DecisionError: AdvisingError, Equatable {
    /// The requests are in no workspace, where findings are kept.
    case noWorkspace(source: String)
    /// Only some of the requests were judged.
    case chosenRequests
    /// A file of answers lacks a column.
    case noColumn(String, source: String)

    func text(in terms: CallerTerms) -> String {
        switch self {
        case .noWorkspace(let source):
            "\(source) is no workspace, and findings are kept in one; import the requests into a new file, which makes it\(terms.with(.importing))"
        case .chosenRequests:
            "\(terms[.keep]): findings of all requests are kept; leave the choice of requests out"
        case .noColumn(let column, let source):
            "\(source) has no column \(column): answers have request_id, layer and decision, and true_area and note where"
                + " there are any"
        }
    }
}
