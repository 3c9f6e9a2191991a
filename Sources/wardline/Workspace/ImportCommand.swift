import ArgumentParser
import Chronology
import City
import Foundation
import Records
import ServiceRequests
import WardlineKit
import Workspace

/// `wardline import`: requests into a workspace.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Puts requests into a workspace, which keeps them and what the CRM rewrites.",
        discussion: """
            Example: wardline import SampleData/requests.csv --into SampleData/fairhaven.gpkg

            A workspace is a GeoPackage: QGIS opens it as it is, and every command takes it where it takes requests. \
            Requests are known by their ids. New ones are added; of those that changed, what stood there before is \
            kept with the day of the file, for wardline changes. The same file twice changes nothing, and a file \
            older than what is kept overwrites nothing. Only import, audit --keep and decide change a \
            workspace; one that is killed changes nothing, and two at once wait for each other.
            """ + ManualPage.reference(.workspace))

    @OptionGroup var options: CityOptions

    @Option(help: "The workspace, a .gpkg; made where it is not there.")
    var into: String

    @Flag(
        help:
            "The file holds every request that was opened within the days it spans: what it lacks was deleted by the CRM."
    )
    var complete = false

    @Option(help: "The day whose state the file shows; without it that of its last opening or closing.")
    var asOf: CivilDate?

    @Option(help: "Write the rows that could not be read, with line and reason.")
    var rejects: String?

    func validate() throws {
        guard into != "-", OutputPlan.ending(of: into) == RecordFormat.gpkg.rawValue else {
            throw ValidationError("--into \(into): a workspace is a file that ends in .gpkg")
        }
        try OutputPaths.check(
            [("--rejects", rejects)], inputs: options.inputs + [into], city: options.city)
        try OutputPaths.checkTable("--rejects", rejects)
        // A workspace is added to; another file of that name would be lost.
        try OutputPaths.checkWorkspace("--into", into)
    }

    func run() throws {
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let work = try ImportWork(
            options.requests, into: into,
            city: CityFile.open(
                CityFileLocation.find(named: options.city, beside: options.requests, into: into)),
            isComplete: complete, asOf: asOf,
            options: options.work(progress))
        progress.clear()
        if let rejects {
            try RejectList(work.table).write(
                to: OutputDestination(argument: rejects), by: RecordWriter(format: .csv))
        }
        Terminal.write(
            text(work), to: rejects == "-" ? STDERR_FILENO : STDOUT_FILENO)
    }

    private func text(_ work: ImportWork) -> String {
        let title = Terminal.bold("Import into \(into), state of \(DayText.long(work.day))")
        let lines =
            [title] + IntakeText.lines(work.table)
            + ImportText.lines(work.counts, requests: work.table.count)
        return TerminalText.text(ofLines: lines)
    }
}
