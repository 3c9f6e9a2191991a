package import ServiceRequests

/// Why requests that can be read do not serve what is asked.
package enum RequestSourceError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A workspace, where the files are wanted that are brought into one.
    case isWorkspace(path: String)
    /// Standard input, which is there once.
    case readTwice
    /// The rows have a column that locating them would add.
    case repeatedColumn(String, source: String)
    case noPosition(source: String)
    /// No request has a date, so that nobody knows of which day the rows are.
    /// - Parameter page: What shows that day, such as `map`.
    case noOpeningDate(source: String, page: String)
    /// The rows do not fit in memory, and come from what is there once.
    case notReadAgain(RequestError)
    /// The rows do not fit in memory, and these options need all at once.
    case needsAllAtOnce(RequestError, options: [String])

    package var description: String {
        switch self {
        case .isWorkspace(let path): "\(path) is a workspace; import takes the CRM's own files"
        case .readTwice: "the rows are read twice; name a file instead of standard input"
        case .repeatedColumn(let column, let source):
            "\(source) has a column \(column) already; take out what was appended before locating it again"
        case .noPosition(let source): "\(source) has no usable position to compare the boundaries with"
        case .noOpeningDate(let source, let page):
            "\(source): no request has a date of opening; name the \(page)'s day with --as-of"
        case .notReadAgain(let shortage):
            "\(shortage); what is no file cannot be read again, so that it is not judged in slices"
        case .needsAllAtOnce(let shortage, let options):
            "\(shortage); without \(options.joined(separator: ", ")) it is judged in slices, which take less"
        }
    }
}
