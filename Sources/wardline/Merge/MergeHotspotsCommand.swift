import ArgumentParser
import WardlineKit

/// `wardline merge hotspots`: the clusters of all categories, ranked together.
struct MergeHotspotsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hotspots",
        abstract: "Puts the clusters of parts together, each of which has all requests of its categories.",
        discussion: """
            Example: wardline facts SampleData/requests.csv -o facts.json \
            && wardline hotspots SampleData/requests.csv --facts facts.json --sums --summary SampleData/part-1.json \
            && wardline merge hotspots SampleData/part-1.json -o hotspots.csv

            The whole is asked what the parts were asked. Parts are split by category, all rows of one in one part, and \
            judged by facts of all requests.
            """ + ManualPage.reference(.parts))

    @OptionGroup var options: MergeSumsOptions

    @OptionGroup var result: HotspotOutput

    func validate() throws {
        try OutputPaths.check(
            result.outputs + [options.summary.output], inputs: options.merge.parts, city: options.city)
    }

    func run() throws {
        let jobs = options.threads.jobs
        let hotspots = try MergedHotspots(
            options.merge.parts, city: options.readCity(), name: options.name, choice: options.choice,
            options: WorkOptions(jobs: jobs).told(in: .options))
        for warning in hotspots.warnings { Terminal.warn(warning) }
        try result.write(hotspots.survey, jobs: jobs) { summary in
            try options.summary.write(RunSummary(hotspots.survey, jobs: jobs), text: summary)
        }
    }
}
