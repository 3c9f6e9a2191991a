/// Why no facts can be made of the requests that are named.
enum FactsSourceError: Error, Sendable, Equatable, CustomStringConvertible {
    /// None are named.
    case noRequests
    /// A workspace is named beside other sources.
    case workspaceBesideOthers

    var description: String {
        switch self {
        case .noRequests: "name the requests that facts are to be made of"
        case .workspaceBesideOthers: "facts are made of one workspace, or of files; not of both"
        }
    }
}
