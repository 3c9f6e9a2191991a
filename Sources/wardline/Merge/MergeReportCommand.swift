import ArgumentParser
import WardlineKit

/// `wardline merge report`: the report on the whole.
struct MergeReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Puts the sums of reported parts together: text, tables and pages of the whole.",
        discussion: """
            Example: wardline report SampleData/requests.csv --layer district --sums --summary SampleData/part-1.json \
            && wardline merge report SampleData/part-1.json -o report.csv

            The whole is asked what the parts were asked. Pages need parts with --by, and with --edition.
            """ + ManualPage.reference(.parts))

    @OptionGroup var options: MergeSumsOptions

    @OptionGroup var result: ReportOutput

    func validate() throws {
        try OutputPaths.check(
            [("-o", result.output), options.summary.output],
            inputs: options.merge.parts + [result.language.language], city: options.city)
        try TableFormats.check([result.table], result.spreadsheet)
    }

    func run() throws {
        let words = try result.language.words()
        // What layers and categories are warned of, each part was told already.
        let report = try MergedReport(
            options.merge.parts, city: options.readCity(), name: options.name, choice: options.choice,
            options: WorkOptions(jobs: options.threads.jobs).told(in: .options))
        for warning in report.warnings { Terminal.warn(warning) }
        let summary = try result.write(report.work, words)
        try options.summary.write(RunSummary(report.work.survey), text: summary)
        Terminal.write(summary, to: result.output == "-" ? 2 : 1)
    }
}
