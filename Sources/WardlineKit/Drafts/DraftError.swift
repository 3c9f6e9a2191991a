/// Why a drafted city file is not written.
enum DraftError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is something at its path, which may be somebody's work.
    case exists(path: String)

    var description: String {
        switch self {
        case .exists(let path):
            "\(path) is there already and is not replaced; name another file with -o, or - to look at the text"
        }
    }
}
