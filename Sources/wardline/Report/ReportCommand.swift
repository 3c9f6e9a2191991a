import WardlineKit
import ArgumentParser
import Chronology
import Disclosure
import Foundation
import Records
import ReportPages
import ServiceLevels

/// `wardline report`: whether some areas are served more slowly.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Measures time to close and targets by area and category, with outliers and equity.",
        discussion: """
            Example: wardline report SampleData/requests.csv --layer district
            Example: wardline report SampleData/requests.csv --layer district --incomes SampleData/incomes.csv
            Example: wardline report SampleData/requests.csv --layer district --by quarter -o quarters.csv
            Example: wardline report SampleData/requests.csv --layer district -o report.pdf

            A request counts in the area where it lies or, without a position, where the CRM put it. Requests that \
            are still open count for as long as they have waited, so that a backlog does not hide behind what was \
            closed. A request is late if it was closed after its due date or, where it has none, its category's \
            target in the city file, or is open and past it; requests not yet due count for neither. An area is \
            named where its share on time lies outside what its number and kinds of requests and the usual spread \
            between areas allow, or half of its requests take far longer or shorter: rarely enough that of reports \
            on cities that serve all areas alike at most one in twenty names any.

            --by adds months, quarters or years with the backlog, kinds that take --times longer, and what became of \
            referrals; -o then has a row for each period of the city, each area, each category and both. Unfinished \
            periods are marked, and compared with the same days of the year before only. --change compares what was \
            opened before and after a day with other kinds, and with days on which nothing changed. An output of .html or .pdf is pages for people, by \
            quarter (month for a short file) where --by names nothing else, in Spanish with --language es.
            """ + ManualPage.reference(.report, .methods, .columns))

    @OptionGroup var options: CityOptions

    @Option(help: "The layer to count by, such as district; may be left out where there is one.")
    var layer: String?

    @OptionGroup var result: ReportOutput

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

    @OptionGroup var summaryFile: PartSummaryOption

    @Option(help: "Add a series by month, quarter or year; years are the city's fiscal years.")
    var by: PeriodKind?

    @Option(
        parsing: .unconditional, help: "With --by: how many times longer than usual a kind takes to be named."
    )
    var times = PeriodQuestion().times

    @Flag(help: "Say by which days due dates are counted: of the calendar, weekdays or business days.")
    var checkTargets = false

    @Option(help: "Compare before and after this day, such as 2024-07-01, of what --of names.")
    var change: CivilDate?

    @Option(help: "With --change: the category, or the code of the area, that changed.")
    var of: String?

    @Option(help: "With --change: compare with this one only; may be given several times.")
    var against: [String] = []

    @Option(parsing: .unconditional, help: "With --change: weeks before and after.")
    var weeks = BeforeAfter.Settings().weeks

    @Option(parsing: .unconditional, help: "With --change: days within which a request has to be followed.")
    var within = BeforeAfter.Settings().within

    @Option(parsing: .unconditional, help: "Foretell so many months of each large category, up to 12.")
    var ahead: Int?

    @Option(
        help:
            "public leaves out private categories and hides small counts of the series; internal shows all, and is needed for a private --category."
    )
    var edition = PublishedOutput.report.usualAudience

    func validate() throws {
        try OutputPaths.check(
            [("-o", result.output), ("--rejects", rejects), summaryFile.summary.output],
            inputs: options.inputs + [incomes, result.language.language], city: options.city)
        try TableFormats.check(
            [result.table, ("--rejects", rejects, nil, RecordFormat.lists)], result.spreadsheet)
        if let problem = ShownDayError(asOf, before: choice.since) {
            throw ValidationError(problem.text(in: .options))
        }
        if let problem = question.periods.problem { throw ValidationError(problem.text(in: .options)) }
        if by != nil, try result.hasPlaces {
            throw ValidationError("--by writes periods without places: .csv, .json, .jsonl, .xlsx or .gpkg")
        }
    }

    func run() throws {
        let words = try result.language.words()
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let city = try options.readCity()
        let work = try ServiceLevelWork(
            options.requests, city: city, question: question, isPart: summaryFile.sums,
            namesRows: rejects != nil, options: options.work(progress))
        let survey = work.survey
        progress.clear()
        let summary = try result.write(work, words)
        if let rejects {
            try RejectList(survey.table, leftOut: survey.selection.omitted).write(
                to: OutputDestination(argument: rejects),
                by: TableFormats.writer(of: rejects, among: RecordFormat.lists, result.spreadsheet))
        }
        try summaryFile.write(
            RunSummary(survey), part: ReportPart(work), of: city, options, text: summary)
        let isDataOnOutput = result.output == "-" || rejects == "-"
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
        question.periods.take(by, onPages: result.pages != nil)
        question.periods.times = times
        question.periods.checksTargets = checkTargets
        question.periods.change = change
        question.periods.changed = of
        question.periods.against = against
        question.periods.changeSettings.weeks = weeks
        question.periods.changeSettings.within = within
        question.periods.ahead = ahead
        question.periods.audience = edition
        return question
    }
}

extension PeriodKind: ExpressibleByArgument {}
