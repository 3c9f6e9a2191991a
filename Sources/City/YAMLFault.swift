import Yams

/// Why a text is no YAML, in the words of who writes city files.
struct YAMLFault {
    private let line: Int?
    private let message: String

    init(_ error: YamlError, in text: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            let tab = Self.firstIndentingTab(in: text, upTo: mark.line)
            line = tab ?? mark.line
            message = tab == nil ? "is not YAML: \(problem)" : "a tab; indent by spaces"
        case .composer(_, let problem, let mark, _):
            line = mark.line
            message =
                problem.contains("another document")
                ? "a second document begins here, and a city file is one; leave the line --- out, or give each city a file"
                : "is not YAML: \(problem)"
        case .reader(_, let offset, let value, _):
            line = Self.line(ofControlCharacterIn: text)
            let code = value >= 0 ? " (\(value))" : ""
            message =
                "holds a character\(code) that is no text\(line == nil ? offset.map { " at byte \($0)" } ?? "" : "");"
                + " save the file as UTF-8 text"
        case .duplicatedKeysInMapping(let keys, let context):
            line = context.mark.line
            message = "\(keys.joined(separator: ", ")) stands twice; leave one out"
        default:
            line = nil
            message = "is not YAML: \(error)"
        }
    }

    func error(path: String) -> CityFileError { CityFileError(path: path, line: line, message: message) }

    private static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// Editors show a tab as spaces, and YAML takes none for indenting.
    private static func firstIndentingTab(in text: String, upTo last: Int) -> Int? {
        lines(of: text).prefix(last).firstIndex {
            $0.prefix { $0 == " " || $0 == "\t" }.contains("\t") && $0.contains { !$0.isWhitespace }
        }.map { $0 + 1 }
    }

    private static func line(ofControlCharacterIn text: String) -> Int? {
        lines(of: text).firstIndex { line in
            line.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }
        }.map { $0 + 1 }
    }
}
