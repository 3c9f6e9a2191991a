import ArgumentParser
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

    @OptionGroup var limit: FailLimitOption

    func validate() throws {
        try OutputPaths.check(
            [options.summary.output], inputs: options.merge.parts, city: options.city)
    }

    func run() throws {
        let audit = try MergedAudit(
            options.merge.parts, city: options.readCity(), name: options.name, choice: options.choice,
            options: WorkOptions(jobs: options.threads.jobs).told(in: .options))
        try limit.check(JudgedLayers(audit.basis))
        for warning in audit.warnings { Terminal.warn(warning) }
        let account = AuditAccount(audit.result, of: audit.basis)
        let passed = WeeklyText.passed(limit.limits, account)
        let summary = AuditReport(account).text + passed
        try options.summary.write(RunSummary(account, baseline: nil), text: summary)
        Terminal.write(summary, to: 1)
        if !passed.isEmpty { throw ExitCode(2) }
    }
}
