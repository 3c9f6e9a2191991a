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

    @Option(help: "csv, jsonl or geojson; by the ending of the output where it is not named.")
    var format: FindingsFormat?

    @Flag(help: "Write the correct ones too.")
    var all = false

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
        try OutputPaths.checkFile("-o", output, format: format?.rawValue, endings: FindingsFormat.endings)
        try OutputPaths.checkTable("--rejects", rejects)
        try OutputPaths.checkTable("--repairs", repairs)
        if allRepairs, repairs == nil { throw ValidationError("--all-repairs goes with --repairs FILE") }
    }

    func run() throws {
        let progress = ProgressLine(quiet: options.quiet)
        let audit = try AuditWork(
            options.requests, city: try options.readCity(), layerName: layer,
            listing: all || explain != nil ? .all : .allButCorrect,
            options: progress.options(jobs: options.jobs))
        let result = try audit.judge()
        progress.clear()
        if let explain {
            Terminal.write(try Explanation(audit, result, ofRequest: explain).text, to: STDOUT_FILENO)
            return
        }
        if let rejects {
            try RejectsWriter(audit: audit, result: result).write(to: OutputDestination(argument: rejects))
        }
        if let output {
            let destination = OutputDestination(argument: output)
            let writer = FindingsWriter(audit: audit, format: format ?? FindingsFormat(ending: output))
            try writer.write(result, to: destination, jobs: options.jobs)
        }
        var summary = AuditReport(audit: audit, result: result).text
        if let repairs {
            let writer = RepairsWriter(audit: audit, selection: allRepairs ? .certainAndLikely : .certain)
            let counts = try writer.write(result, to: OutputDestination(argument: repairs))
            summary += "\n" + writer.summary(counts, name: repairs == "-" ? "Repairs" : repairs) + "\n"
        }
        let isOutputTaken = [output, rejects, repairs].contains("-")
        Terminal.write(summary, to: isOutputTaken ? STDERR_FILENO : STDOUT_FILENO)
    }
}
