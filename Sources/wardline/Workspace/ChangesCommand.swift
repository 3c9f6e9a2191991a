import ArgumentParser
import Chronology
import City
import Foundation
import Records
import ServiceRequests
import WardlineKit
import Workspace

/// `wardline changes`: what the CRM rewrote.
struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "Tells what the CRM rewrote of the requests in a workspace since a day.",
        discussion: """
            Example: wardline changes SampleData/fairhaven.gpkg --since 2025-06-01 -o changes.csv

            An export shows the last state of a request. What stood there before is known from the imports: to whom \
            it was routed anew and how often, what was edited, what was opened again, and what is there no more.
            """ + ManualPage.reference(.workspace))

    @Argument(help: "The workspace, a .gpkg that wardline import made.")
    var workspace: String

    @Option(help: "The city file. Without it, city.yaml beside the workspace or in the working directory.")
    var city: String?

    @Option(help: "The first day whose imports count; without it all do.")
    var since: CivilDate?

    @Option(name: .shortAndLong, help: "Where the changes go, a row each; - for standard output.")
    var output: String?

    @Option(help: TableFormats.help)
    var format: RecordFormat?

    @OptionGroup var spreadsheet: SpreadsheetOption

    func validate() throws {
        try OutputPaths.check([("-o", output)], inputs: [workspace], city: city)
        try TableFormats.check([("-o", output, format, RecordFormat.tables)], spreadsheet)
    }

    func run() throws {
        let file = try CityFile.open(CityFileLocation.find(named: city, beside: workspace))
        let changes = try Workspace(opening: workspace, of: file.kept)
            .changes(since: since, statuses: StatusWordList(file.statuses))
        let story = ChangeStory(changes, in: workspace, since: since, city: file)
        let summary = TerminalText.text(ofLines: [Terminal.bold(story.title)] + story.lines)
        if let output {
            let writer = try TableFormats.writer(
                of: output, named: format, among: RecordFormat.tables, spreadsheet)
            try writer.write(
                ChangeRecords.document(changes, summary: Terminal.plain(summary)),
                to: OutputDestination(argument: output))
        }
        Terminal.write(summary, to: output == "-" ? STDERR_FILENO : STDOUT_FILENO)
    }
}
