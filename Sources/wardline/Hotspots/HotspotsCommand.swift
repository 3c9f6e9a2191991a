import WardlineKit
import ArgumentParser
import Chronology
import City
import Disclosure
import Foundation
import Hotspots
import Locating
import Records
import ServiceRequests

/// `wardline hotspots`: where the same problem keeps coming back.
struct HotspotsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hotspots",
        abstract:
            "Finds the places that are reported again and again, and tells callers from failed repairs.",
        discussion: """
            Example: wardline hotspots SampleData/requests.csv --category Pothole -o hotspots.csv

            A cluster is at least --minimum reports of one category within --radius of each other. Its reports are \
            told apart by their dates: reports made while one is open, or within the gap after it was closed (a \
            day), are duplicates of one episode; the first report after that, within the repair's life, is a \
            recurrence. What a crew enters as a list within minutes is one episode. Radius, minimum, gap and \
            repair's life can be set for each category in the city file. Clusters are numbered by --rank episodes, \
            whatever the rank asked for.
            """ + ManualPage.reference(.methods, .columns, .privacy))

    @OptionGroup var options: CityOptions

    @Option(name: .shortAndLong, help: "Where the clusters go; - for standard output.")
    var output: String?

    @Option(help: TableFormats.help)
    var format: RecordFormat?

    @OptionGroup var spreadsheet: SpreadsheetOption

    @Option(help: "Write for every row its cluster (-1 for none), episode and role.")
    var assignments: String?

    @Option(parsing: .unconditional, help: "How near reports must be to belong together, in metres.")
    var radius: Double?

    @Option(parsing: .unconditional, help: "The fewest reports that make a cluster.")
    var minimum: Int?

    @Option(
        parsing: .unconditional,
        help:
            "Split clusters wider than this, in metres, such as chains along a street; without it those of dbscan wider than four radii."
    )
    var greatestDiameter: Double?

    @Flag(help: "Cluster all categories together.")
    var acrossCategories = false

    @OptionGroup var choice: ChoiceOptions

    @Option(help: "internal, or public with blocks for places, no ids and nothing of private categories.")
    var edition = PublishedOutput.clusters.usualAudience

    @Option(help: "Only requests whose position lies in an area, such as zone=7.")
    var area: String?

    @Option(
        help:
            "dbscan, or hdbscan for data whose density varies between centre and outskirts. Equal distances are one step, as in the paper (Campello and others, 2013); programs that take them one by one differ there."
    )
    var method = HotspotSettings.Method.dbscan

    @Option(help: "What the first has most of: episodes, reports, recurrences or days-open.")
    var rank = HotspotSettings.Rank.episodes

    @Option(help: "remove or keep points at which many unrelated addresses lie.")
    var defaultPoints = HotspotSettings.DefaultPoints.remove

    @Option(parsing: .unconditional, help: "How many clusters the summary shows.")
    var top = 20

    @Option(help: "Tell the story of one cluster, by its number.")
    var explain: Int?

    @OptionGroup var summaryFile: SummaryOption

    @OptionGroup(title: "Significance") var chance: SignificanceOptions

    func validate() throws {
        try OutputPaths.check(
            [("-o", output), ("--assignments", assignments), summaryFile.output],
            inputs: options.inputs)
        try TableFormats.check(
            [("-o", output, format, RecordFormat.tables), ("--assignments", assignments, nil, [.csv])],
            spreadsheet)
        try checkRule()
        if edition == .public, let option = requestOption {
            throw ValidationError("\(option) tells of single requests; ask for it with --edition internal")
        }
        if top < 0 { throw ValidationError("--top \(top): the nearest is 0") }
        if let test = chance.significance { try checkAlone(test) }
        if method == .hdbscan, radius != nil {
            throw ValidationError("--radius is not used by --method hdbscan; leave it out")
        }
    }

    /// The option given that tells of single requests.
    private var requestOption: String? {
        assignments != nil ? "--assignments" : explain != nil ? "--explain" : nil
    }

    /// Options that are about clusters say nothing to a test.
    private func checkAlone(_ test: SignificanceTest) throws {
        let given = [
            ("--assignments", assignments != nil), ("--explain", explain != nil), ("--radius", radius != nil),
            ("--summary", summaryFile.path != nil), ("--minimum", minimum != nil),
            ("--greatest-diameter", greatestDiameter != nil),
        ].filter(\.1).map(\.0)
        if let option = given.first {
            throw ValidationError(
                "\(option) is about clusters and --significance \(test.rawValue) lists none; leave one of them out"
            )
        }
        if test == .nearRepeats, try format == .geojson || output.map(tableFormat) == .geojson {
            throw ValidationError("near repeats are a table without places: --format csv, json or xlsx")
        }
    }

    private func checkRule() throws {
        do throws(ClusterError) {
            _ = try ClusterRule(radius: radius ?? 50, minimum: minimum ?? 3)
        } catch {
            throw ValidationError("--\(error)")
        }
    }

    func run() throws {
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let run = try HotspotWork(
            options.requests, city: try options.readCity(), options: options.work(progress))
        if let test = chance.significance { return try report(test, run: run, progress: progress) }
        let survey = try run.survey(settings())
        progress.clear()
        if let explain {
            let story = try ClusterStory(survey, number: explain)
            Terminal.write(Terminal.bold(story.heading) + "\n" + story.text, to: STDOUT_FILENO)
            return
        }
        if let assignments {
            try AssignmentsWriter(survey: survey).write(
                to: OutputDestination(argument: assignments), jobs: options.jobs)
        }
        let summary = try HotspotReport(survey: survey, top: top, jobs: options.jobs).text()
        if let output {
            try HotspotWriter(survey: survey, writer: writer(output), jobs: options.jobs)
                .write(to: OutputDestination(argument: output), summary: Terminal.plain(summary))
        }
        try summaryFile.write(RunSummary(survey, jobs: options.jobs), text: summary)
        let isDataOnOutput = output == "-" || assignments == "-"
        Terminal.write(summary, to: isDataOnOutput ? STDERR_FILENO : STDOUT_FILENO)
    }

    private func tableFormat(_ output: String) throws -> RecordFormat {
        try TableFormats.format(of: output, named: format, among: RecordFormat.tables)
    }

    private func writer(_ output: String) throws -> RecordWriter {
        try TableFormats.writer(of: output, named: format, among: RecordFormat.tables, spreadsheet)
    }

    private func report(_ test: SignificanceTest, run: HotspotWork, progress: ProgressLine) throws {
        let study = try run.study(test, of: settings(), settings: chance.settings)
        let findings = try SignificanceText(test, study, top: top)
        progress.clear()
        if let output {
            try findings.write(
                to: OutputDestination(argument: output), by: writer(output))
        }
        Terminal.write(findings.text, to: output == "-" ? STDERR_FILENO : STDOUT_FILENO)
    }

    private func settings() throws -> HotspotSettings {
        var settings = HotspotSettings()
        settings.method = method
        settings.grouping = acrossCategories ? .acrossCategories : .byCategory
        settings.rank = rank
        settings.defaultPoints = defaultPoints
        settings.radius = radius
        settings.minimum = minimum
        settings.greatestDiameter = greatestDiameter
        settings.categories = choice.category
        settings.since = choice.since
        settings.until = choice.until
        settings.audience = edition
        settings.area = try area.map(AreaChoice.init)
        return settings
    }
}

extension HotspotSettings.Method: ExpressibleByArgument {}
extension HotspotSettings.Rank: ExpressibleByArgument {}
extension HotspotSettings.DefaultPoints: ExpressibleByArgument {}
