import ArgumentParser
import Foundation
import Hotspots
import Records
import WardlineKit

/// What is told of clusters, and where it goes.
struct HotspotOutput: ParsableArguments {
    @Option(name: .shortAndLong, help: "Where the clusters go; - for standard output.")
    var output: String?

    @Option(help: TableFormats.help)
    var format: RecordFormat?

    @OptionGroup var spreadsheet: SpreadsheetOption

    @Option(help: "Write for every row its cluster (-1 for none), episode and role.")
    var assignments: String?

    @Option(parsing: .unconditional, help: "How many clusters the summary shows.")
    var top = 20

    @Option(help: "Tell the story of one cluster, by its number.")
    var explain: Int?

    /// The outputs with their options, for the check of all together.
    var outputs: [(option: String, path: String?)] { [("-o", output), ("--assignments", assignments)] }

    /// The option given that tells of single requests.
    var requestOption: String? {
        assignments != nil ? "--assignments" : explain != nil ? "--explain" : nil
    }

    /// Whether the clusters are to be written as GeoJSON.
    var isGeoJSON: Bool {
        get throws {
            try format == .geojson
                || output.map { try TableFormats.format(of: $0, named: format, among: RecordFormat.tables) }
                    == .geojson
        }
    }

    func validate() throws {
        try TableFormats.check(
            [("-o", output, format, RecordFormat.tables), ("--assignments", assignments, nil, [.csv])],
            spreadsheet)
        if top < 0 { throw ValidationError("--top \(top): the nearest is 0") }
    }

    /// Writes what is asked for, and tells people.
    ///
    /// - Parameter keep: Is handed the summary.
    func write(_ survey: HotspotSurvey, jobs: Int, keep: (String) throws -> Void) throws {
        if let explain {
            let story = try ClusterStory(survey, number: explain)
            Terminal.write(Terminal.bold(story.heading) + "\n" + story.text, to: STDOUT_FILENO)
            return
        }
        if let assignments {
            try AssignmentsWriter(survey: survey).write(
                to: OutputDestination(argument: assignments), jobs: jobs)
        }
        let summary = try HotspotText(survey, top: top, jobs: jobs, in: .options).text(
            width: Terminal.columns, bold: Terminal.bold)
        if let output {
            try HotspotWriter(survey: survey, writer: writer(output), jobs: jobs)
                .write(to: OutputDestination(argument: output), summary: Terminal.plain(summary))
        }
        try keep(summary)
        let isDataOnOutput = output == "-" || assignments == "-"
        Terminal.write(summary, to: isDataOnOutput ? STDERR_FILENO : STDOUT_FILENO)
    }

    func writer(_ output: String) throws -> RecordWriter {
        try TableFormats.writer(of: output, named: format, among: RecordFormat.tables, spreadsheet)
    }
}
