/// Why a run has no sums that could be put together with those of other parts.
enum PartSumsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Clerks' answers are used, which are of the whole.
    case clerksAnswers
    /// Places are looked for across categories, and a part has some of them.
    case acrossCategories
    /// What all requests tell is not known to a part of some categories.
    case noFacts
    case factsWithoutPlaces(path: String)
    /// Neither ids nor lines tell rows apart.
    case noIDs(source: String)

    var description: String {
        switch self {
        case .clerksAnswers:
            "--sums is for parts of files; a workspace with clerks' answers is audited whole"
        case .acrossCategories:
            "--sums: --across-categories takes requests of all categories together, in one run over all of them"
        case .noFacts:
            "--sums: a part of some categories is put together by what all of them tell; make it with wardline facts"
                + " REQUESTS -o facts.json, and name it with --facts"
        case .factsWithoutPlaces(let path):
            "--sums: \(path) does not know of places what a part has to; wardline facts makes it anew"
        case .noIDs(let source):
            "--sums: \(source) has no ids, and a part of some categories does not have the file's lines, which would stand"
                + " for them; number the rows before they are split"
        }
    }
}
