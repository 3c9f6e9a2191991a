/// Why an output could not be written. The file that was there before is left as it was.
package enum OutputError: Error, Sendable, Equatable {
    case cannotCreate(path: String, reason: String)
    case isDirectory(path: String)
    case cannotWrite(name: String, reason: String)
    case cannotReplace(path: String, reason: String)
    /// The work was cancelled before the output was whole.
    case cancelled(name: String)
}

extension OutputError: CustomStringConvertible {
    /// The error in words: what, where, what next.
    package var description: String {
        switch self {
        case .cannotCreate(let path, let reason):
            "\(path) cannot be written: \(reason); check that its folder is there and may be written to"
        case .isDirectory(let path): "\(path) is a folder; name a file in it"
        case .cannotWrite(let name, let reason): "\(name) could not be written to its end: \(reason)"
        case .cannotReplace(let path, let reason): "\(path) could not be replaced: \(reason)"
        case .cancelled(let name): "\(name) was not written: the work was cancelled"
        }
    }
}
