import Wording

/// Why something is not shown to those who would see it.
enum AudienceError: AdvisingError, Equatable {
    /// Nobody said whether pages are for everybody.
    case notNamed
    /// Which request lies in which cluster is told to the city alone.
    case assignmentsForEverybody
    /// What everybody may see of a place goes by all requests, and a part has some of them.
    case partForEverybody

    func text(in terms: CallerTerms) -> String {
        switch self {
        case .notNamed: "pages are made to be published: say by audience whether they are for everybody"
        case .assignmentsForEverybody: "which request lies in which cluster is not for everybody"
        case .partForEverybody:
            "\(terms[.sums]): what the public edition tells of a place goes by the requests of all categories; it is made by one run"
                + " over all of them, and parts are for \(terms[.edition]) internal"
        }
    }
}
