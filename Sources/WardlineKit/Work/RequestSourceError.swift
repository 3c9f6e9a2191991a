package import Records
package import ServiceRequests
package import Wording

/// Why requests that can be read do not serve what is asked.
package enum RequestSourceError: AdvisingError, Equatable {
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
    /// The rows do not fit in memory, and what is asked for needs all at once.
    case needsAllAtOnce(RequestError, [WholeOutput])

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .isWorkspace(let path): "\(path) is a workspace; import takes the CRM's own files"
        case .readTwice: "the rows are read twice; name a file instead of standard input"
        case .repeatedColumn(let column, let source):
            "\(source) has a column \(column) already; take out what was appended before locating it again"
        case .noPosition(let source): "\(source) has no usable position to compare the boundaries with"
        case .noOpeningDate(let source, let page):
            "\(source): no request has a date of opening; name the \(page)'s day\(terms.with(.asOf))"
        case .notReadAgain(let shortage):
            "\(shortage.text(in: terms)); what is no file cannot be read again, so that it is not judged in slices"
        case .needsAllAtOnce(let shortage, let outputs):
            "\(shortage.text(in: terms)); without \(outputs.map { $0.text(in: terms) }.joined(separator: ", ")) it is judged in slices, which take less"
        }
    }
}

/// What is made of all findings at once.
package struct WholeOutput: Sendable, Equatable {
    package let setting: SettingName
    /// The format that cannot be written row by row; `nil` where none can.
    private let format: RecordFormat?

    package init(_ setting: SettingName, as format: RecordFormat? = nil) {
        (self.setting, self.format) = (setting, format)
    }

    fileprivate func text(in terms: CallerTerms) -> String {
        terms[setting] + (format.map { " as .\($0.rawValue)" } ?? "")
    }
}
