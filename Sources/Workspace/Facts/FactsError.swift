package import Wording

/// Why a file of facts cannot be used.
package enum FactsError: AdvisingError, Equatable {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    /// - Parameter reason: What was expected there.
    case damaged(path: String, reason: String)
    /// A value that no facts have.
    case impossible(path: String, field: String, reason: String)
    case otherVersion(path: String, version: Int)
    case otherCity(path: String, holds: String, asked: String)
    /// The facts are longer than a file of text may be, and go to what is no file.
    case tooLongForPipe

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .missing(let path):
            "\(path): there is no such file; make it of the requests\(terms.with(.makingFacts))"
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .damaged(let path, let reason):
            "\(path) is no whole file of facts (\(reason)); make it again\(terms.with(.makingFacts))"
        case .impossible(let path, let field, let reason):
            "\(path): \(field) \(reason); make the facts again\(terms.with(.makingFacts))"
        case .otherVersion(let path, let version):
            "\(path) has facts of version \(version), and this wardline knows version \(Self.known); make them"
                + " again\(terms.with(.makingFacts))"
        case .otherCity(let path, let holds, let asked):
            "\(path) has facts of \(holds), and the city file is of \(asked); name the right one of them"
        case .tooLongForPipe:
            "the facts are too long for text, and become a file of SQLite's; name one\(terms.with(.output))"
        }
    }

    private static var known: Int { FactsFile.version }
}
