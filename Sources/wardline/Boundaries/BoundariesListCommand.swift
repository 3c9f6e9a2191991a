import ArgumentParser
import Boundaries
import Records

/// `wardline boundaries list`: layers, editions, reference systems, counts, extents.
struct BoundariesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists layers and editions with reference system, areas, vertices and extent.",
        discussion: """
            Example: wardline boundaries list --city SampleData/city.yaml

            With --format geojson the extents are drawn as boxes.
            """)

    @OptionGroup var options: BoundaryOptions

    func validate() throws {
        if !options.files.isEmpty, options.city != nil {
            throw ValidationError("name files or --city, not both")
        }
    }

    func run() throws {
        let selection = try BoundarySelection(options)
        let editions = LoadedEdition.load(selection.layers, jobs: options.jobs)
        let list = BoundaryList(selection: selection, editions: editions)
        let table = RecordTable(
            name: "editions", title: "Editions", columns: BoundaryList.columns, shape: .surfaces,
            records: list.records)
        try options.deliver(table, title: "Boundaries of \(selection.title)", summary: list.text)
        if editions.contains(where: { $0.edition == nil }) { throw ExitCode.failure }
    }
}
