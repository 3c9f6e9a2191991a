import Wording

/// Why a file is no summary of a part that can be put together with others.
struct PartFileError: AdvisingError, Equatable {
    enum Reason: Sendable, Equatable {
        case unreadable
        /// It is no summary, or ends too early.
        case damaged
        case otherCommand(String, wanted: String)
        /// A summary that was written without sums.
        case noSums
        /// Its sums are of the form of another version.
        case otherForm(String, known: String)
        /// It does not say by what its requests were judged.
        case noSettings
    }

    let path: String
    let reason: Reason

    func text(in terms: CallerTerms) -> String { "\(path): \(reason.text(in: terms))" }
}

extension PartFileError.Reason {
    fileprivate func text(in terms: CallerTerms) -> String {
        switch self {
        case .unreadable: "there is no such file, or it cannot be read"
        case .damaged: "it is no summary of a part, or was cut off"
        case .otherCommand(let command, let wanted):
            "it is of wardline \(command), and no part for wardline merge \(wanted)"
        case .noSums: "it has no sums: write its summary anew with \(terms[.sums])"
        case .otherForm(let schema, let known):
            "its sums are of the form \(schema), and this version reads \(known)"
        case .noSettings: "it does not say by which city file it was made: write it anew"
        }
    }
}
