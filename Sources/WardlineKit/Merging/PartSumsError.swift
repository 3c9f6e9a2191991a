import Wording

/// Why a run has no sums that could be put together with those of other parts.
enum PartSumsError: AdvisingError, Equatable {
    /// Clerks' answers are used, which are of the whole.
    case clerksAnswers
    /// Places are looked for across categories, and a part has some of them.
    case acrossCategories
    /// What all requests tell is not known to a part of some categories.
    case noFacts
    case factsWithoutPlaces(path: String)
    /// Neither ids nor lines tell rows apart.
    case noIDs(source: String)

    func text(in terms: CallerTerms) -> String {
        "\(terms[.sums]): \(reason(in: terms))"
    }

    private func reason(in terms: CallerTerms) -> String {
        switch self {
        case .clerksAnswers:
            "they are for parts of files; a workspace with clerks' answers is audited whole"
        case .acrossCategories:
            "\(terms[.acrossCategories]) takes requests of all categories together, in one run over all of them"
        case .noFacts:
            "a part of some categories is put together by what all of them tell; make facts of all\(terms.with(.makingFacts)),"
                + " and name them\(terms.with(.facts))"
        case .factsWithoutPlaces(let path):
            "\(path) does not know of places what a part has to; make it anew\(terms.with(.makingFacts))"
        case .noIDs(let source):
            "\(source) has no ids, and a part of some categories does not have the file's lines, which would stand"
                + " for them; number the rows before they are split"
        }
    }
}
