import ServiceLevels
import ArgumentParser
import Chronology
import Closures
import Disclosure
import Foundation
import Records
import ReportPages
import WardlineKit

/// `wardline closures`: whether closed requests were solved.
struct ClosuresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "closures",
        abstract:
            "Asks whether closed requests were solved: closed fast, in bulk, as duplicates, reported again.",
        discussion: """
            Example: wardline closures SampleData/requests.csv -o call-back.csv --measures measures.csv
            Example: wardline closures SampleData/requests.csv --layer district -o closures.pdf

            The call-back list (-o) holds closed requests with evidence against their closing: residents' requests \
            closed within minutes although half of their kind take a day or more, reported again nearby in a kind in \
            which more comes back than would have come anyway, closed as duplicates of one that is still open, and \
            closed before they were opened. Closings in bulk are named and not listed: they say how closings are \
            typed, not whether the work was done. Clock and sample are checked first, and the last sentence says \
            what the file cannot tell. Which requests staff made, and which kinds come back by their nature, is said \
            by staff: and returning: in the city file. An output of .html or .pdf is pages for people, \
            in the public edition unless --edition names the other, in Spanish with --language es.
            """ + ManualPage.reference(.closures, .methods, .columns))

    @OptionGroup var options: CityOptions

    @Option(help: "The layer whose areas are listed, such as district; may be left out.")
    var layer: String?

    @OptionGroup var result: ClosureOutput

    @Option(
        help:
            "public leaves out private categories and hides ids, house numbers and small counts; internal shows all. Pages are public without it, tables internal."
    )
    var edition: Audience?

    @Option(help: "List cases closed on this day or later; without it the last 90 days.")
    var since: CivilDate?

    @Option(
        help: "The day whose state is shown; without it the last day on which a request was opened or closed."
    )
    var asOf: CivilDate?

    @Option(parsing: .unconditional, help: "A request closed within fewer minutes was closed fast.")
    var fast = ClosureSettings().fastMinutes

    @Option(parsing: .unconditional, help: "A report within so many days after a closing came back.")
    var within = ClosureSettings().returnDays

    @Option(
        parsing: .unconditional,
        help:
            "How many days away the windows lie that tell what would have come anyway; short files need fewer."
    )
    var apart = ClosureSettings().controlDays

    @Option(parsing: .unconditional, help: "How near a report counts as the same place, in metres.")
    var radius = ClosureSettings().radius

    @Option(help: "Write the rows that could not be read or counted, with line and reason.")
    var rejects: String?

    @OptionGroup var summaryFile: PartSummaryOption

    func validate() throws {
        try OutputPaths.check(
            result.outputs + [("--rejects", rejects), summaryFile.summary.output],
            inputs: options.inputs + [result.language.language], city: options.city)
        try TableFormats.check(
            result.tables + [("--rejects", rejects, nil, RecordFormat.lists)], result.spreadsheet)
        do throws(ClosureSettingError) {
            if let problem = try question.settings.problem { throw problem }
        } catch {
            throw ValidationError(error.text(in: .options))
        }
        if let problem = ShownDayError(asOf, before: since) {
            throw ValidationError(problem.text(in: .options))
        }
    }

    func run() throws {
        let words = try result.language.words()
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let city = try options.readCity()
        let work = try ClosureWork(
            options.requests, city: city, question: question, isPart: summaryFile.sums,
            options: options.work(progress))
        progress.clear()
        let summary = try result.write(work, words)
        if let rejects {
            try RejectList(work.survey.table, leftOut: work.survey.history.omitted).write(
                to: OutputDestination(argument: rejects),
                by: TableFormats.writer(of: rejects, among: RecordFormat.lists, result.spreadsheet))
        }
        try summaryFile.write(
            RunSummary(work), part: ClosurePart(work), of: city, options, text: summary)
        let isDataOnOutput = [result.output, result.measures, rejects].contains("-")
        Terminal.write(summary, to: isDataOnOutput ? STDERR_FILENO : STDOUT_FILENO)
    }

    private var question: ClosureWorkQuestion {
        get throws(ClosureSettingError) {
            var question = ClosureWorkQuestion()
            question.layer = layer
            question.asOf = asOf
            question.isAudienceNamed = edition != nil
            question.audience =
                edition ?? (result.pages == nil ? PublishedOutput.callBackList : .pages).usualAudience
            question.settings.since = since
            try question.settings.takeFast(minutes: fast)
            question.settings.returnDays = within
            question.settings.controlDays = apart
            question.settings.radius = radius
            return question
        }
    }
}
