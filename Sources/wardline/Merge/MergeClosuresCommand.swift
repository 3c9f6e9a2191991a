import ArgumentParser
import Foundation
import WardlineKit

/// `wardline merge closures`: the closures of the whole.
struct MergeClosuresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "closures",
        abstract:
            "Puts the sums of closures of parts together: text, lists, measures and pages of the whole.",
        discussion: """
            Example: wardline closures SampleData/requests.csv --sums --summary SampleData/part-1.json \
            && wardline merge closures SampleData/part-1.json -o call-back.csv --measures measures.csv

            The whole is asked what the parts were asked. Pages need parts with --edition by name.
            """ + ManualPage.reference(.parts))

    @OptionGroup var options: MergeSumsOptions

    @OptionGroup var result: ClosureOutput

    func validate() throws {
        try OutputPaths.check(
            result.outputs + [options.summary.output],
            inputs: options.merge.parts + [result.language.language], city: options.city)
        try TableFormats.check(result.tables, result.spreadsheet)
    }

    func run() throws {
        let words = try result.language.words()
        let closures = try MergedClosures(
            options.merge.parts, city: options.readCity(), name: options.name, choice: options.choice,
            options: WorkOptions(jobs: options.threads.jobs).told(in: .options))
        for warning in closures.warnings { Terminal.warn(warning) }
        if let output = result.output, result.pages != nil, !closures.work.question.isAudienceNamed {
            throw ValidationError(
                "-o \(output): pages are for everybody unless parts say otherwise; they need parts with --edition by name"
            )
        }
        let summary = try result.write(closures.work, words)
        try options.summary.write(RunSummary(closures.work), text: summary)
        let isDataOnOutput = [result.output, result.measures].contains("-")
        Terminal.write(summary, to: isDataOnOutput ? STDERR_FILENO : STDOUT_FILENO)
    }
}
