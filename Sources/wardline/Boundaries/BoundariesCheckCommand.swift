import ArgumentParser
import Boundaries
import Records
import WardlineKit

/// `wardline boundaries check`: what is wrong with boundary files, where, and how much.
struct BoundariesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds invalid, overlapping, missing and misplaced areas, and what editions changed.",
        discussion: """
            Example: wardline boundaries check --city SampleData/city.yaml -o problems.geojson

            Each finding is an error (requests would be judged wrongly), a warning (mended, or a doubt) or a notice. With
            an error the exit code is 1. Without -o a summary is the output; -o FILE writes all findings with their places.
            """)

    @OptionGroup var options: BoundaryOptions

    @Option(help: "Requests: check that the areas lie where they do.")
    var requests: String?

    @Option(help: "Leave out overlaps and gaps of less surface, in square metres.")
    var leastArea = CheckSettings().leastArea

    @Option(help: "Gaps that are open to the outside count where they are narrower than this, in metres.")
    var gapWidth = CheckSettings().gapWidth

    @OptionGroup var summaryFile: SummaryOption

    @Flag(help: "Show no progress.")
    var quiet = false

    func validate() throws {
        try OutputPaths.check([("-o", options.output), summaryFile.output], inputs: [requests])
        guard leastArea >= 0, leastArea.isFinite else {
            throw ValidationError("--least-area \(leastArea): name square metres, 0 or more")
        }
        guard gapWidth > 0, gapWidth.isFinite else {
            throw ValidationError("--gap-width \(gapWidth): name metres, more than 0")
        }
    }

    func run() throws {
        let selection = try BoundarySelection(options)
        let placement = try requests.map { source in
            let reader = RequestPlaces(
                source: source, cityFile: options.city, jobs: options.jobs, quiet: quiet)
            return try reader.check(city: selection.city)
        }
        let check = LayerCheck(
            layers: selection.layers, settings: CheckSettings(leastArea: leastArea, gapWidth: gapWidth),
            placement: placement)
        let checked = try check.run(jobs: options.jobs)
        let report = BoundaryReport(selection: selection, checked: checked)
        let table = RecordTable(
            name: "findings", title: "Findings", columns: BoundaryReport.columns, shape: .mixed,
            records: report.records)
        try options.deliver(
            table, title: "Check of the boundaries of \(selection.title)", summary: report.text)
        try summaryFile.write(RunSummary(checked, of: selection.title), text: report.text)
        if checked.contains(where: \.hasErrors) { throw ExitCode.failure }
    }
}
