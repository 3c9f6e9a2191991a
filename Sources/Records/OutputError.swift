/// Why an output could not be written. The file that was there before is left as it was.
package enum OutputError: Error, Sendable, Equatable {
    case cannotCreate(path: String, reason: String)
    case isDirectory(path: String)
    /// A sign for a stream where a file is wanted.
    case isNoFile(path: String)
    case cannotWrite(name: String, reason: String)
    case cannotReplace(path: String, reason: String)
    /// An output would replace a file that is read.
    case isInput(option: String, path: String)
    /// An output would replace a city's workspace.
    case isWorkspace(option: String, path: String)
    /// What adds to a workspace names another file.
    case isNoWorkspace(option: String, path: String)
    /// Two outputs go to one place.
    case sameOutput(option: String, other: String, path: String)
    /// A file's ending names no format that can be written.
    case unknownEnding(path: String, known: [String])
    /// The work was cancelled before the output was whole.
    case cancelled(name: String)
    /// A sheet of a workbook holds no more rows.
    case tooManyRows(table: String, count: Int, most: Int)
    /// A cell of a workbook holds no more text.
    case textTooLong(column: String, record: Int, most: Int)
}

extension OutputError: CustomStringConvertible {
    /// The error in words: what, where, what next.
    package var description: String {
        switch self {
        case .cannotCreate(let path, let reason):
            "\(path) cannot be written: \(reason); check that its folder is there and may be written to"
        case .isDirectory(let path): "\(path) is a folder; name a file in it"
        case .isNoFile(let path): "\(path) names no file; name one"
        case .cannotWrite(let name, let reason): "\(name) could not be written to its end: \(reason)"
        case .cannotReplace(let path, let reason): "\(path) could not be replaced: \(reason)"
        case .isInput(let option, let path):
            "\(option) \(path) would write over what is read; name another file"
        case .isWorkspace(let option, let path):
            "\(option) \(path) would replace a workspace, which only import changes; name another file"
        case .isNoWorkspace(let option, let path):
            "\(option) \(path) is there and is no workspace; name another file"
        case .sameOutput(let option, let other, let path):
            "\(option) and \(other) both go to \(path); name another file for one of them"
        case .unknownEnding(let path, let known):
            "\(path): no such format is written here; name a file that ends in "
                + known.map { ".\($0)" }.joined(separator: ", ")
        case .cancelled(let name): "\(name) was not written: the work was cancelled"
        case .tooManyRows(let table, let count, let most):
            "an .xlsx sheet holds \(NumberText.count(most)) records and \(table) has \(NumberText.count(count));"
                + " write .csv or .gpkg, or ask for fewer"
        case .textTooLong(let column, let record, let most):
            "\(column) of record \(NumberText.count(record)) is longer than the \(NumberText.count(most)) characters that"
                + " a cell of .xlsx holds; write .csv or .gpkg"
        }
    }
}
