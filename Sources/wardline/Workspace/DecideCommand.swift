import ArgumentParser
import City
import Foundation
import Records
import WardlineKit

/// `wardline decide`: clerks' answers into a workspace.
struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Takes clerks' answers to findings into a workspace; they are used from then on.",
        discussion: """
            Example: wardline audit SampleData/fairhaven.gpkg --keep --review ask.csv && wardline decide SampleData/fairhaven.gpkg ask.csv

            The answers are the file of wardline audit --review with its column decision filled in: assigned (the CRM \
            was right), expected (Wardline was right), other (then true_area says which), position (the place is \
            wrong) or unknown. Rows without a decision are passed over. The same answers twice change nothing.
            """ + ManualPage.reference(.workspace))

    @Argument(help: "The workspace.")
    var workspace: String

    @Argument(
        help: "The answers, CSV or .xlsx: request_id, layer, decision, true_area, note; - for standard input."
    )
    var answers: String

    @Option(
        name: .long,
        help: "The city file. Without it, city.yaml beside the workspace or in the working directory.")
    var city: String?

    @Option(help: "Write the answers that were not taken, with line and reason.")
    var rejects: String?

    func validate() throws {
        try OutputPaths.check([("--rejects", rejects)], inputs: [workspace, answers], city: city)
        try OutputPaths.checkTable("--rejects", rejects)
    }

    func run() throws {
        let file = try CityFile.open(CityFileLocation.find(named: city, beside: workspace))
        let work = try DecideWork(
            answers, into: workspace, city: file, options: WorkOptions().told(in: .options))
        if let rejects {
            try RecordWriter(format: .csv).write(work.rejects, to: OutputDestination(argument: rejects))
        }
        let lines = [Terminal.bold("Decisions into \(workspace)")] + work.lines
        Terminal.write(
            TerminalText.text(ofLines: lines), to: rejects == "-" ? STDERR_FILENO : STDOUT_FILENO)
        if work.allAreRefused { throw ExitCode.failure }
    }
}
