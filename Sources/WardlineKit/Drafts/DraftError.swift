import Wording

/// Why a drafted city file is not written.
enum DraftError: AdvisingError, Equatable {
    /// There is something at its path, which may be somebody's work.
    case exists(path: String)

    func text(in terms: CallerTerms) -> String {
        switch self {
        case .exists(let path):
            "\(path) is there already and is not replaced; name another file\(terms.with(.output)), or - to look at the text"
        }
    }
}
