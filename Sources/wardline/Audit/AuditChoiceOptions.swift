import ArgumentParser
import ServiceRequests

/// Which requests an audit is about, what it is compared with, and what is too much.
struct AuditChoiceOptions: ParsableArguments {
    @OptionGroup var choice: ChoiceOptions

    @Option(help: "Only this status; may be given several times.")
    var status: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only requests whose column has this text; may be given several times.", valueName: "column=value"
        ))
    var columns: [String] = []

    @Option(
        help: ArgumentHelp(
            "Findings of an earlier audit, CSV: the summary then tells what is new, gone and still there.",
            valueName: "file"))
    var baseline: String?

    @Option(help: ArgumentHelp("Write what changed since the baseline.", valueName: "file"))
    var changes: String?

    @OptionGroup var limit: FailLimitOption

    var wanted: RequestChoice {
        var wanted = RequestChoice()
        (wanted.since, wanted.until) = (choice.since, choice.until)
        (wanted.categories, wanted.statuses) = (choice.category, status)
        wanted.columns = columns.compactMap(RequestChoice.ColumnText.init)
        return wanted
    }

    /// The options, and whether they are given.
    var given: [(name: String, isGiven: Bool)] {
        [
            ("--category", !choice.category.isEmpty), ("--since", choice.since != nil),
            ("--until", choice.until != nil), ("--status", !status.isEmpty), ("--where", !columns.isEmpty),
            ("--baseline", baseline != nil), ("--changes", changes != nil),
            ("--fail-over", !limit.failOver.isEmpty),
        ]
    }

    func validate() throws {
        if let text = columns.first(where: { RequestChoice.ColumnText($0) == nil }) {
            throw ValidationError("--where \(text): name a column and a text, such as --where Source=Phone")
        }
        if changes != nil, baseline == nil { throw ValidationError("--changes goes with --baseline FILE") }
    }
}
