import WardlineKit
import ArgumentParser
import Boundaries
import City
import Foundation
import Records
import RoutingAudit
import ServiceRequests
import Wording

/// `wardline audit`: which requests were sent to the wrong place, and why.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Finds the requests whose assigned area does not contain their position.",
        discussion: """
            Example: wardline audit SampleData/requests.csv -o findings.csv

            Without -o the summary is the output. With -o FILE the findings go to the file and the summary to \
            standard output; with -o - the findings go to standard output and the summary to standard error.

            A file that needs more memory than there is, or than --memory allows, is read several times in slices.
            """ + ManualPage.reference(.firstAudit, .audit, .repairs, .automation, .columns))

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

    @Flag(help: "Keep the findings in the workspace that is audited, so that clerks' answers can be taken.")
    var keep = false

    @Option(
        help:
            "Write what to ask clerks, the most valuable questions first; wardline decide takes their answers."
    )
    var review: String?

    @Option(help: "Tell the whole story of one request, by its id.")
    var explain: String?

    @Option(help: "Judge by one layer only, by its name.")
    var layer: String?

    @OptionGroup var summaryFile: PartSummaryOption

    @OptionGroup(title: "Which requests") var chosen: AuditChoiceOptions

    @OptionGroup(title: "Repairs") var repair: RepairOptions

    func validate() throws {
        try checkMode()
        let outputs: [TableFormats.Output] =
            [
                ("-o", output, format, FindingsWriter.formats),
                ("--rejects", rejects, nil, RecordFormat.lists),
                ("--review", review, nil, RecordFormat.lists),
                ("--changes", chosen.changes, nil, RecordFormat.lists),
            ] + repair.outputs
        try OutputPaths.check(
            outputs.map { ($0.option, $0.path) } + [summaryFile.summary.output],
            inputs: options.inputs + [chosen.baseline] + repair.inputs, city: options.city)
        try TableFormats.check(outputs, spreadsheet)
        if let problem = FindingColumns.problem(carrying: carry) {
            throw ValidationError(problem.text(in: .options))
        }
        if !carry.isEmpty, output == nil { throw ValidationError("--carry goes with -o FILE") }
    }

    func run() throws {
        let city = try options.readCity()
        if let repairs = repair.checkRepairs { return try check(repairs, city) }
        try chosen.limit.check(JudgedLayers(of: city, only: layer))
        let earlier = try chosen.baseline.map(EarlierFindings.init)
        let progress = ProgressLine(quiet: options.quiet)
        let audit: AuditWork
        do {
            audit = try AuditWork(
                options.requests, city: city, layerName: layer, listing: listing, carrying: carry,
                choice: chosen.wanted, loadable: repair.settings, options: options.work(progress))
        } catch let shortage as RequestError where shortage.isShortOfMemory {
            return try runInSlices(city, progress, shortage: shortage)
        }
        let result = try audit.judge()
        progress.clear()
        if let explain {
            return Terminal.write(
                try Explanation(audit, result, ofRequest: explain).text, to: STDOUT_FILENO)
        }
        if let rejects {
            try RejectsWriter(audit: audit, result: result).write(
                to: OutputDestination(argument: rejects),
                by: TableFormats.writer(of: rejects, among: RecordFormat.lists, spreadsheet))
        }
        let basis = audit.basis
        let account = AuditAccount(result, of: basis)
        var summary = AuditReport(account).text
        let comparison = earlier.map { BaselineComparison($0, result, of: audit) }
        if let comparison { summary += "\n" + (try tell(comparison, audit)) }
        for line in try ask(result, audit) { summary += "\n" + line + "\n" }
        let passed = WeeklyText.passed(chosen.limit.limits, account)
        summary += passed
        if let output {
            let writer = try TableFormats.writer(
                of: output, named: format, among: FindingsWriter.formats, spreadsheet)
            try FindingsWriter(audit: audit, writer: writer).write(
                result, to: OutputDestination(argument: output), summary: Terminal.plain(summary),
                jobs: options.jobs)
        }
        if let repairs = repair.repairs {
            summary += "\n" + (try write(repairs, result: result, audit: audit)) + "\n"
        }
        try summaryFile.write(
            RunSummary(account, baseline: comparison), part: AuditPart(result, of: basis), of: city, options,
            text: summary)
        try tell(summary, isPassed: !passed.isEmpty)
    }

    private var listing: RoutingAuditor.Listing { all || explain != nil ? .all : .allButCorrect }

    private func tell(_ summary: String, isPassed: Bool) throws {
        let isOutputTaken = [output, rejects, review, repair.repairs, repair.undo, chosen.changes].contains(
            "-")
        Terminal.write(summary, to: isOutputTaken ? STDERR_FILENO : STDOUT_FILENO)
        if isPassed { throw ExitCode(2) }
    }

    /// Audits a file that needs more memory than there is.
    private func runInSlices(_ city: CityFile, _ progress: ProgressLine, shortage: RequestError) throws {
        var outputs = SlicedAudit.Outputs()
        func written(
            _ path: String, as format: RecordFormat? = nil, among formats: [RecordFormat],
            _ spreadsheet: SpreadsheetOption?
        ) throws -> (OutputDestination, RecordWriter) {
            (
                OutputDestination(argument: path),
                try TableFormats.writer(of: path, named: format, among: formats, spreadsheet)
            )
        }
        outputs.findings = try output.map {
            try written($0, as: format, among: FindingsWriter.formats, spreadsheet)
        }
        outputs.rejects = try rejects.map { try written($0, among: RecordFormat.lists, spreadsheet) }
        // Repairs are loaded back as they stand.
        outputs.repairs = try repair.repairs.map { try written($0, among: RecordFormat.lists, nil) }
        outputs.selection = repair.selection
        outputs.others = [
            (SettingName.explain, explain != nil), (.review, review != nil), (.keep, keep),
            (.baseline, chosen.baseline != nil), (.for, repair.settings != nil), (.sums, summaryFile.sums),
        ].filter(\.1).map(\.0)
        let audit = try SlicedAudit(
            options.requests, city: city, layerName: layer, listing: listing, carrying: carry,
            choice: chosen.wanted, outputs: outputs, shortage: shortage, options: options.work(progress))
        progress.clear()
        let passed = WeeklyText.passed(chosen.limit.limits, audit.account)
        var summary = AuditReport(audit.account).text + passed
        if let counts = audit.repairs {
            summary += "\n" + counts.text(selection: repair.selection, name: repair.name, in: .options) + "\n"
        }
        try summaryFile.summary.write(RunSummary(audit.account, baseline: nil), text: summary)
        try tell(summary, isPassed: !passed.isEmpty)
    }

    /// Keeps findings and writes what to ask, and returns what people are told of it.
    private func ask(_ result: AuditResult, _ audit: AuditWork) throws -> [String] {
        var lines = keep ? [try FindingKeeper.keep(result, of: audit).text] : []
        if let review {
            let questions = ReviewWriter(result, of: audit)
            try questions.write(
                to: OutputDestination(argument: review),
                by: TableFormats.writer(of: review, among: RecordFormat.lists, spreadsheet))
            lines.append("\(review): \(questions.summary)")
        }
        return lines
    }

    /// Writes what changed, and returns what people are told of it.
    private func tell(_ comparison: BaselineComparison, _ audit: AuditWork) throws -> String {
        if let changes = chosen.changes {
            try comparison.write(
                to: OutputDestination(argument: changes),
                by: TableFormats.writer(of: changes, among: RecordFormat.lists, spreadsheet))
        }
        return TerminalText.text(ofLines: WeeklyText.lines(comparison, audit))
    }

    /// Writes repairs, and returns what people are told of them. They are loaded back as they stand: CSV stays plain.
    private func write(_ repairs: String, result: AuditResult, audit: AuditWork) throws -> String {
        let destination = OutputDestination(argument: repairs)
        let format = try TableFormats.writer(of: repairs, among: RecordFormat.lists)
        guard let settings = repair.settings else {
            let writer = RepairsWriter(audit: audit, selection: repair.selection)
            return try writer.write(result, to: destination, by: format)
                .text(selection: repair.selection, name: repair.name, in: .options)
        }
        let loadable = try LoadableRepairs(result, of: audit, settings: settings)
        try loadable.write(.new, to: destination, by: format)
        if let undo = repair.undo {
            try loadable.write(
                .old, to: OutputDestination(argument: undo),
                by: TableFormats.writer(of: undo, among: RecordFormat.lists))
        }
        return loadable.text(selection: repair.selection, name: repair.name, in: .options)
    }

    private func check(_ repairs: String, _ city: CityFile) throws {
        let check = try RepairCheck(
            export: options.requests, repairs: repairs, undo: repair.undo, city: city)
        if let output {
            try check.write(
                all: all, to: OutputDestination(argument: output),
                by: TableFormats.writer(of: output, named: format, among: RecordFormat.lists, spreadsheet))
        }
        Terminal.write(check.summary, to: output == "-" ? STDERR_FILENO : STDOUT_FILENO)
    }
}
