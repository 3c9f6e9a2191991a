/// Where delimited text comes from.
package enum TextSource: Sendable, Hashable {
    case file(String)
    case standardInput

    /// Creates the source that a command's argument names: `-` is standard input.
    package init(argument: String) { self = argument == "-" ? .standardInput : .file(argument) }

    /// How messages name the source.
    package var name: String {
        switch self {
        case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
        case .standardInput: "standard input"
        }
    }
}
