import ArgumentParser
import Foundation
import Records
import WardlineKit
import Wording

@main
enum Program {
    static func main() {
        // Who reads only the first lines closes the pipe: that ends the writing, not the program.
        signal(SIGPIPE, SIG_IGN)
        do {
            try refuseUnknownCommand(CommandLine.arguments.dropFirst().first)
            var command = try Wardline.parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// Says what a misspelled command may have meant.
    private static func refuseUnknownCommand(_ name: String?) throws {
        let known = Wardline.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let name, !name.hasPrefix("-"), !known.contains(name) else { return }
        let nearest = Spelling.nearest(to: name, among: known)
        throw ValidationError(
            "there is no command “\(name)”; did you mean \(nearest)? The commands are \(known.joined(separator: ", "))"
        )
    }

    private static func end(with error: any Error) -> Never {
        let advice = error as? any AdvisingError
        let code = advice?.isUsage == true ? ExitCode.validationFailure : Wardline.exitCode(for: error)
        var text = advice.map { "Error: " + $0.text(in: .options) } ?? Wardline.fullMessage(for: error)
        // An error that is none of the arguments is one sentence.
        if code == .failure { text = TerminalText.oneLine(text) }
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        Terminal.write(text, to: code.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
        exit(code.rawValue)
    }
}

struct Wardline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wardline",
        abstract:
            "Finds the 311 requests that went to the wrong place, where problems come back, and what is open.",
        version: WardlineVersion.current,
        subcommands: [
            InitCommand.self, AuditCommand.self, BoundariesCommand.self, ClosuresCommand.self,
            GeocodeCommand.self, HotspotsCommand.self, LocateCommand.self, MapCommand.self,
            ReportCommand.self, ImportCommand.self, ChangesCommand.self, DecideCommand.self,
            FactsCommand.self, MergeCommand.self, CityFileHelp.self,
        ]
    )
}
