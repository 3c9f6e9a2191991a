import Foundation
import Records

extension OutputDestination {
    /// Creates the destination that `-o` names: `-` is standard output.
    init(argument: String) {
        self = argument == "-" ? .open(descriptor: STDOUT_FILENO, name: "standard output") : .file(argument)
    }
}
