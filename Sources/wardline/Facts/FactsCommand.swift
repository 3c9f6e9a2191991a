import ArgumentParser
import Foundation
import Records
import WardlineKit
import Workspace

/// `wardline facts`: what only all of a city's requests tell.
struct FactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract:
            "Keeps what only all requests tell, so that a day or a part of them is judged as within the whole.",
        discussion: """
            Example: wardline facts SampleData/requests.csv -o facts.json && wardline audit SampleData/requests.csv --facts facts.json

            Default points, the order of dates, ids that repeat, errors of positions, the witnesses of blocks: one request \
            is judged by what others tell. Facts hold it. Audit, locate, hotspots, map, report and closures go by \
            them with --facts FILE, instead of by the rows at hand.
            """ + ManualPage.reference(.facts))

    @Argument(help: "The requests: files with one header, in order, or one workspace; - for standard input.")
    var requests: [String]

    @Option(help: "The city file. Without it, city.yaml beside the requests or in the working directory.")
    var city: String?

    @Option(
        name: .shortAndLong,
        help: "Where the facts go, JSON, above 64 MB a SQLite file; - for standard output.")
    var output: String

    @OptionGroup var threads: JobOptions

    @Flag(name: .long, help: "Show no progress.")
    var quiet = false

    func validate() throws {
        try OutputPaths.check([("-o", output)], inputs: requests, city: city)
        try OutputPaths.checkFile("-o", output, format: nil, endings: ["json", "sqlite"])
    }

    func run() throws {
        let file = try CityOptions.readCity(named: city, beside: requests[0])
        let progress = ProgressLine(quiet: quiet)
        let work = try FactsWork(requests, city: file, options: progress.options(threads))
        progress.clear()
        try FactsFile.write(work.facts, to: OutputDestination(argument: output))
        let story = FactsStory(work.facts)
        let lines = [Terminal.bold(story.title)] + IntakeText.lines(work.table) + story.lines
        Terminal.write(
            TerminalText.text(ofLines: lines), to: output == "-" ? STDERR_FILENO : STDOUT_FILENO)
    }
}
