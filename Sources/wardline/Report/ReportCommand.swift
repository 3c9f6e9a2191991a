import WardlineKit
import ArgumentParser
import Chronology
import Foundation
import Records
import ServiceLevels

/// `wardline report`: whether some areas are served more slowly.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Measures time to close and targets by area and category, with outliers and equity.",
        discussion: """
            Example: wardline report SampleData/requests.csv --layer district
            Example: wardline report SampleData/requests.csv --layer district --incomes SampleData/incomes.csv

            A request counts in the area where it lies or, without a position, where the CRM put it. Requests that are
            still open count for as long as they have waited, so that a backlog does not hide behind what was closed.
            A request is late if it was closed after its due date or, where it has none, its category's target in the
            city file, or is open and past it; requests not yet due count for neither. An area is named where its share on
            time lies outside what its number and kinds of requests and the usual spread between areas allow, or half of
            its requests take far longer or shorter: rarely enough that of reports on cities that serve all areas alike at
            most one in twenty names any.
            """)

    @OptionGroup var options: CityOptions

    @Option(help: "The layer to count by, such as district; may be left out where there is one.")
    var layer: String?

    @Option(name: .shortAndLong, help: "Where the figures go; - for standard output.")
    var output: String?

    @Option(help: TableFormats.help)
    var format: RecordFormat?

    @OptionGroup var spreadsheet: SpreadsheetOption

    @OptionGroup var choice: ChoiceOptions

    @Option(
        help: "The day whose state is shown; without it the last day on which a request was opened or closed."
    )
    var asOf: CivilDate?

    @Option(help: "Write the rows that could not be read or counted, with line and reason.")
    var rejects: String?

    @Option(
        help: "A table of the areas with the columns area, income and people, to compare poorer with richer.")
    var incomes: String?

    @OptionGroup var summaryFile: SummaryOption

    func validate() throws {
        try OutputPaths.check(
            [("-o", output), ("--rejects", rejects), summaryFile.output],
            inputs: [options.requests, options.city, incomes])
        try TableFormats.check(
            [("-o", output, format, RecordFormat.tables), ("--rejects", rejects, nil, RecordFormat.lists)],
            spreadsheet)
        if let since = choice.since, let asOf, asOf < since {
            throw ValidationError("--as-of \(asOf) is before --since \(since)")
        }
    }

    func run() throws {
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let survey = try ServiceLevelWork(
            options.requests, city: try options.readCity(), question: question,
            options: progress.options(jobs: options.jobs)
        ).survey
        progress.clear()
        let summary = ReportText(survey).text
        if let output {
            let writer = try TableFormats.writer(
                of: output, named: format, among: RecordFormat.tables, spreadsheet)
            try ServiceLevelRecords(survey: survey, writer: writer).write(
                to: OutputDestination(argument: output), summary: Terminal.plain(summary))
        }
        if let rejects {
            var list = RejectList(survey.table)
            for (row, reason) in survey.selection.omitted where !reason.isChoice {
                list.add(row, kind: "left_out", reason: reason.text)
            }
            try list.write(
                to: OutputDestination(argument: rejects),
                by: TableFormats.writer(of: rejects, among: RecordFormat.lists, spreadsheet))
        }
        try summaryFile.write(RunSummary(survey), text: summary)
        let isDataOnOutput = output == "-" || rejects == "-"
        Terminal.write(summary, to: isDataOnOutput ? STDERR_FILENO : STDOUT_FILENO)
    }

    private var question: ServiceLevelQuestion {
        var question = ServiceLevelQuestion()
        question.layer = layer
        question.choice.categories = choice.category
        question.choice.since = choice.since
        question.choice.until = choice.until
        question.asOf = asOf
        question.incomes = incomes
        return question
    }
}
