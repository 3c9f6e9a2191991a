import ArgumentParser
import WardlineKit

/// How the requests are read that are a part of more.
struct FactsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Judge as within all requests, by what wardline facts made of them or a workspace keeps.",
            valueName: "file"))
    var facts: String?

    @Flag(help: "The requests have no header: those of --header-from or --facts name the columns.")
    var noHeader = false

    @Option(
        help: ArgumentHelp(
            "The requests have no header: that of another file names the columns.", valueName: "file"))
    var headerFrom: String?

    @Option(help: ArgumentHelp("The line of the whole file with which the requests begin.", valueName: "n"))
    var firstLine = 1

    /// The files that are read.
    var inputs: [String?] { [facts, headerFrom] }

    func validate() throws {
        guard (1...Int(Int32.max)).contains(firstLine) else {
            throw ValidationError("--first-line \(firstLine): lines are counted from 1")
        }
        if noHeader, headerFrom == nil, facts == nil {
            throw ValidationError(
                "--no-header goes with --header-from FILE or --facts FILE, which name the columns")
        }
    }

    /// Has work go by them.
    func apply(to options: WorkOptions) -> WorkOptions {
        var options = options
        options.facts = facts
        options.part = PartOfFile(isHeaderless: noHeader, headerFile: headerFrom, firstLine: firstLine)
        return options
    }
}
