import ArgumentParser
import RoutingAudit
import WardlineKit

/// `wardline merge audit`: the summary of the whole.
struct MergeAuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Puts the sums of audited parts together: the summary of the whole.",
        discussion: """
            Example: wardline audit SampleData/requests.csv --sums --summary SampleData/part-1.json && wardline merge audit SampleData/part-1.json
            """ + ManualPage.reference(.parts))

    @OptionGroup var options: MergeSumsOptions

    @Option(help: "Exit with 2 where more requests have a verdict, as with wardline audit.")
    var failOver: [String] = []

    func validate() throws {
        _ = try limits()
        try OutputPaths.check(
            [options.summary.output], inputs: options.merge.parts.map { $0 } + [options.city])
    }

    func run() throws {
        let audit = try MergedAudit(
            options.merge.parts, city: options.readCity(), name: options.name, choice: options.choice,
            options: WorkOptions(jobs: options.threads.jobs))
        for warning in audit.warnings { Terminal.warn(warning) }
        let account = AuditAccount(audit.result, of: audit.basis)
        var summary = AuditReport(account).text
        let passed = WeeklyText.passed(try limits(), account)
        if !passed.isEmpty { summary += "\n" + passed.joined(separator: "\n") + "\n" }
        try options.summary.write(RunSummary(account, baseline: nil), text: summary)
        Terminal.write(summary, to: 1)
        if !passed.isEmpty { throw ExitCode(2) }
    }

    private func limits() throws -> [FailLimit] {
        try failOver.map { text in
            guard let limit = FailLimit(text) else {
                throw ValidationError(
                    "--fail-over \(text): name a verdict and a share or number, such as misrouted=2%")
            }
            return limit
        }
    }
}
