package import Wording

/// Why a city file cannot be used: which file, which line, what is wrong, what to do next.
package struct CityFileError: AdvisingError, Hashable {
    /// What is wrong.
    package enum Fault: Sendable, Hashable {
        /// There is no such file.
        case missing
        case isFolder
        case notText
        case notYAML(String)
        /// Something that the file says, in words that end with what next.
        case content(String)
    }

    package let path: String
    /// The line of the file, from 1, where one is to blame.
    package let line: Int?
    /// The key that is to blame, as it stands in the file, where one is.
    package let key: String?
    package let fault: Fault

    init(path: String, line: Int? = nil, key: String? = nil, _ fault: Fault) {
        (self.path, self.line, self.key, self.fault) = (path, line, key, fault)
    }

    package init(path: String, line: Int?, key: String? = nil, message: String) {
        self.init(path: path, line: line, key: key, .content(message))
    }

    package func text(in terms: CallerTerms) -> String {
        (line.map { "\(path) line \($0): " } ?? "\(path): ") + fault.text(in: terms)
    }
}

extension CityFileError.Fault {
    fileprivate func text(in terms: CallerTerms) -> String {
        switch self {
        case .missing: "there is no such file; name one\(terms.with(.city))"
        case .isFolder: "is a folder; name the city file in it\(terms.with(.city))"
        case .notText: "cannot be read as UTF-8 text; a city file is YAML"
        case .notYAML(let reason): "is not YAML: \(reason)"
        case .content(let message): message
        }
    }
}

extension CityFile {
    /// Returns an error in what the file says on a line.
    package func error(line: Int?, _ message: String) -> CityFileError {
        CityFileError(path: path, line: line, message: message)
    }
}
