/// Where a command's output goes.
package enum OutputDestination: Sendable, Hashable {
    case file(String)
    case standardOutput

    /// Creates the destination that `-o` names: `-` is standard output.
    package init(argument: String) { self = argument == "-" ? .standardOutput : .file(argument) }
}
