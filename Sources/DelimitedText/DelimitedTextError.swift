package import TableFiles

/// Why delimited text could not be read at all.
package enum DelimitedTextError: Error, Sendable, Equatable {
    case missingFile(path: String)
    case isDirectory(path: String)
    case cannotOpen(path: String, reason: String)
    case readFailed(source: String, reason: String)
    /// The file had more bytes when it was opened.
    case becameShorter(source: String)
    case empty(source: String)
    case notDelimited(source: String, kind: FileKind)
    /// An archive, a workbook, JSON or XML from which no table could be taken.
    case table(source: String, TableFileError)
    /// A workbook, an archive or records, where rows without their header were announced.
    case partOfContainer(source: String)
}

extension DelimitedTextError: CustomStringConvertible {
    /// The error in words: what, where, what next.
    package var description: String {
        switch self {
        case .missingFile(let path):
            path.unicodeScalars.contains("\u{FFFD}")
                ? "\(path): bytes of the path are not UTF-8; give the file a name in UTF-8"
                : "\(path): there is no such file; check the path"
        case .isDirectory(let path): "\(path) is a folder; name a file in it"
        case .cannotOpen(let path, let reason): "\(path) cannot be opened: \(reason)"
        case .readFailed(let source, let reason): "\(source) could not be read to its end: \(reason)"
        case .becameShorter(let source):
            "\(source) became shorter while it was read; is it still being written? Try again when it is whole"
        case .empty(let source): "\(source) is empty; export it again"
        case .notDelimited(let source, let kind):
            "\(source) is \(kind.title), not delimited text; \(kind.advice)"
        case .table(let source, let error): "\(source) \(error)"
        case .partOfContainer(let source):
            "\(source) is no delimited text; only a part of such a file can be read without its header"
        }
    }
}
