import WardlineKit
import ArgumentParser
import Boundaries
import City
import Foundation
import Records
import RoutingAudit
import ServiceRequests

/// `wardline audit`: which requests were sent to the wrong place, and why.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Finds the requests whose assigned area does not contain their position.",
        discussion: """
            Example: wardline audit SampleData/requests.csv -o findings.csv

            Without -o the summary is the output. With -o FILE the findings go to the file and the summary to
            standard output; with -o - the findings go to standard output and the summary to standard error.
            """)

    @OptionGroup var options: CityOptions

    @Option(name: .shortAndLong, help: "Where the findings go; - for standard output.")
    var output: String?

    @Option(help: "csv, jsonl, geojson, xlsx or gpkg; by the ending of the output where it is not named.")
    var format: RecordFormat?

    @OptionGroup var spreadsheet: SpreadsheetOption

    @Flag(help: "Write the correct ones too.")
    var all = false

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Pass a column of the requests on to the findings, as it is. May be repeated.",
            valueName: "column"))
    var carry: [String] = []

    @Option(help: "Write the rows that could not be read or judged, with line and reason.")
    var rejects: String?

    @Option(help: "Write what to load back into the CRM: request, layer, from, to, new position.")
    var repairs: String?

    @Flag(help: "Also write repairs that are likely. Doubtful ones are never written.")
    var allRepairs = false

    @Option(help: "Tell the whole story of one request, by its id.")
    var explain: String?

    @Option(help: "Judge by one layer only, by its name.")
    var layer: String?

    func validate() throws {
        try OutputPaths.check(
            [("-o", output), ("--rejects", rejects), ("--repairs", repairs)],
            inputs: [options.requests, options.city])
        try TableFormats.check(
            [
                ("-o", output, format, FindingsWriter.formats),
                ("--rejects", rejects, nil, RecordFormat.lists),
                ("--repairs", repairs, nil, RecordFormat.lists),
            ], spreadsheet)
        if let taken = FindingColumns.taken(by: carry) {
            throw ValidationError(FindingColumns.isTaken(taken))
        }
        if !carry.isEmpty, output == nil { throw ValidationError("--carry goes with -o FILE") }
        if allRepairs, repairs == nil { throw ValidationError("--all-repairs goes with --repairs FILE") }
    }

    func run() throws {
        let progress = ProgressLine(quiet: options.quiet)
        let audit = try AuditWork(
            options.requests, city: try options.readCity(), layerName: layer,
            listing: all || explain != nil ? .all : .allButCorrect, carrying: carry,
            options: progress.options(jobs: options.jobs))
        let result = try audit.judge()
        progress.clear()
        if let explain {
            Terminal.write(try Explanation(audit, result, ofRequest: explain).text, to: STDOUT_FILENO)
            return
        }
        if let rejects {
            try RejectsWriter(audit: audit, result: result).write(
                to: OutputDestination(argument: rejects),
                by: TableFormats.writer(of: rejects, among: RecordFormat.lists, spreadsheet))
        }
        var summary = AuditReport(audit: audit, result: result).text
        if let output {
            let writer = try TableFormats.writer(
                of: output, named: format, among: FindingsWriter.formats, spreadsheet)
            try FindingsWriter(audit: audit, writer: writer).write(
                result, to: OutputDestination(argument: output), summary: Terminal.plain(summary),
                jobs: options.jobs)
        }
        if let repairs {
            let writer = RepairsWriter(audit: audit, selection: allRepairs ? .certainAndLikely : .certain)
            // To be loaded back as it stands: CSV stays plain.
            let counts = try writer.write(
                result, to: OutputDestination(argument: repairs),
                by: TableFormats.writer(of: repairs, among: RecordFormat.lists))
            summary += "\n" + writer.summary(counts, name: repairs == "-" ? "Repairs" : repairs) + "\n"
        }
        let isOutputTaken = [output, rejects, repairs].contains("-")
        Terminal.write(summary, to: isOutputTaken ? STDERR_FILENO : STDOUT_FILENO)
    }
}
