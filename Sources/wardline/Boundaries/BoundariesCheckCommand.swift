import ArgumentParser
import Boundaries
import City
import Records
import WardlineKit

/// `wardline boundaries check`: what is wrong with boundary files, where, and how much.
struct BoundariesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds invalid, overlapping, missing and misplaced areas, and what editions changed.",
        discussion: """
            Example: wardline boundaries check --city SampleData/city.yaml -o problems.geojson

            Each finding is an error (requests would be judged wrongly), a warning (mended, or a doubt) or a notice. \
            With an error the exit code is 1. Without -o a summary is the output; -o FILE writes all findings with \
            their places.
            """ + ManualPage.reference(.boundaries, .formats, .columns))

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
        try OutputPaths.check(
            [("-o", options.output), summaryFile.output], inputs: options.files + [requests],
            city: options.city)
        if let problem = settings.problem { throw ValidationError(problem.text(in: .options)) }
    }

    private var settings: CheckSettings { CheckSettings(leastArea: leastArea, gapWidth: gapWidth) }

    func run() throws {
        let work = try BoundaryWork(options)
        let progress = ProgressLine(quiet: quiet)
        defer { progress.clear() }
        let reader = try work.city == nil ? requests.flatMap(CityFileLocation.findAny) : nil
        let checked = try work.check(
            settings, requests: requests, readBy: reader.map(CityFile.open),
            options: progress.options(options.threads))
        progress.clear()
        let text = BoundaryReport(work: work, checked: checked).text
        try options.deliver(
            work.table(of: checked), title: "Check of the boundaries of \(work.title)", summary: text)
        try summaryFile.write(RunSummary(checked, of: work.title), text: text)
        if checked.contains(where: \.hasErrors) { throw ExitCode.failure }
    }
}
