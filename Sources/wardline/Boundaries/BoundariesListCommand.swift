import ArgumentParser
import Boundaries
import WardlineKit

/// `wardline boundaries list`: layers, editions, reference systems, counts, extents.
struct BoundariesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists layers and editions with reference system, areas, vertices and extent.",
        discussion: """
            Example: wardline boundaries list --city SampleData/city.yaml

            With --format geojson the extents are drawn as boxes.
            """ + ManualPage.reference(.boundaries, .formats))

    @OptionGroup var options: BoundaryOptions

    func validate() throws {
        if !options.files.isEmpty, options.city != nil {
            throw ValidationError("name files or --city, not both")
        }
    }

    func run() throws {
        let work = try BoundaryWork(options)
        let editions = work.editions(jobs: options.jobs)
        try options.deliver(
            work.table(of: editions), title: "Boundaries of \(work.title)",
            summary: BoundaryList(work: work, editions: editions).text)
        if editions.contains(where: { $0.edition == nil }) { throw ExitCode.failure }
    }
}
