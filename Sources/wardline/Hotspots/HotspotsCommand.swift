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
            """ + ManualPage.reference(.hotspots, .methods, .columns, .privacy))

    @OptionGroup var options: CityOptions

    @OptionGroup var result: HotspotOutput

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

    @OptionGroup var summaryFile: PartSummaryOption

    @OptionGroup(title: "Significance") var chance: SignificanceOptions

    func validate() throws {
        try OutputPaths.check(
            result.outputs + [summaryFile.summary.output], inputs: options.inputs, city: options.city)
        try checkRule()
        if edition == .public, let option = result.requestOption {
            throw ValidationError("\(option) tells of single requests; ask for it with --edition internal")
        }
        if let test = chance.significance { try checkAlone(test) }
        if method == .hdbscan, radius != nil {
            throw ValidationError("--radius is not used by --method hdbscan; leave it out")
        }
    }

    /// Options that are about clusters say nothing to a test.
    private func checkAlone(_ test: SignificanceTest) throws {
        let given = [
            ("--assignments", result.assignments != nil), ("--explain", result.explain != nil),
            ("--radius", radius != nil), ("--summary", summaryFile.summary.path != nil),
            ("--minimum", minimum != nil),
            ("--greatest-diameter", greatestDiameter != nil),
        ].filter(\.1).map(\.0)
        if let option = given.first {
            throw ValidationError(
                "\(option) is about clusters and --significance \(test.rawValue) lists none; leave one of them out"
            )
        }
        if test == .nearRepeats, try result.isGeoJSON {
            throw ValidationError("near repeats are a table without places: --format csv, json or xlsx")
        }
    }

    private func checkRule() throws {
        do throws(ClusterError) {
            _ = try ClusterRule(
                radius: radius ?? CategoryRule.usual.radius, minimum: minimum ?? CategoryRule.usual.minimum)
        } catch {
            throw ValidationError(error.text(in: .options))
        }
    }

    func run() throws {
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let settings = try settings()
        if summaryFile.sums { try HotspotPart.check(settings) }
        let city = try options.readCity()
        let run = try HotspotWork(
            options.requests, city: city, for: settings.audience, isPart: summaryFile.sums,
            options: options.work(progress))
        if let test = chance.significance { return try report(test, run: run, progress: progress) }
        let survey = try run.survey(settings)
        progress.clear()
        try result.write(survey, jobs: options.jobs) { summary in
            try summaryFile.write(
                RunSummary(survey, jobs: options.jobs), part: HotspotPart(survey, jobs: options.jobs),
                of: city, options, text: summary)
        }
    }

    private func report(_ test: SignificanceTest, run: HotspotWork, progress: ProgressLine) throws {
        let study = try run.study(test, of: settings(), settings: chance.settings)
        let findings = try SignificanceText(test, study, top: result.top)
        progress.clear()
        if let output = result.output {
            try findings.write(to: OutputDestination(argument: output), by: result.writer(output))
        }
        Terminal.write(findings.text, to: result.output == "-" ? STDERR_FILENO : STDOUT_FILENO)
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
