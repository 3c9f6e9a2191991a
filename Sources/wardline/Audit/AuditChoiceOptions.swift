import ArgumentParser
import RoutingAudit
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

    @Option(
        help: ArgumentHelp(
            "Exit with 2 where more requests have a verdict: misrouted=2% of those with an assigned area, zone:uncertain=40. May be given several times.",
            valueName: "limit"))
    var failOver: [String] = []

    var wanted: RequestChoice {
        var wanted = RequestChoice()
        (wanted.since, wanted.until) = (choice.since, choice.until)
        (wanted.categories, wanted.statuses) = (choice.category, status)
        wanted.columns = columns.compactMap(RequestChoice.ColumnText.init)
        return wanted
    }

    var limits: [FailLimit] { failOver.compactMap(FailLimit.init) }

    func validate() throws {
        if let text = columns.first(where: { RequestChoice.ColumnText($0) == nil }) {
            throw ValidationError("--where \(text): name a column and a text, such as --where Source=Phone")
        }
        if let text = failOver.first(where: { FailLimit($0) == nil }) {
            let verdicts = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                "--fail-over \(text): name a verdict and a share or number, such as misrouted=2% or zone:outside=10."
                    + " Verdicts are \(verdicts)")
        }
        if changes != nil, baseline == nil { throw ValidationError("--changes goes with --baseline FILE") }
    }
}
