import ArgumentParser
import Records
import WardlineKit

/// `wardline merge rows`: what parts wrote, under one header.
struct MergeRowsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rows",
        abstract: "Joins the rows that parts wrote: findings, rejects, repairs, located and geocoded rows.",
        discussion: """
            Example: wardline audit SampleData/requests.csv -o part-1.csv && wardline merge rows part-1.csv -o findings.csv
            """ + ManualPage.reference(.parts))

    @OptionGroup var merge: MergeOptions

    @Option(name: .shortAndLong, help: "Where the rows go, .csv or .jsonl; - for standard output.")
    var output = "-"

    @Option(help: "csv or jsonl; by the ending of the parts where it is not named.")
    var format: RecordFormat?

    @Option(name: .customLong("of"), help: "How many parts there are; one too few is an error.")
    var count: Int?

    @Option(help: "Facts of all requests, or a workspace: they tell how many requests share an id.")
    var facts: String?

    func validate() throws {
        try OutputPaths.check([("-o", output)], inputs: merge.parts + [facts], city: nil)
        let joined = try joined()
        try TableFormats.check([("-o", output, output == "-" ? joined : nil, RowJoin.formats)])
        if output != "-", try TableFormats.format(of: output, among: RowJoin.formats) != joined {
            throw ValidationError("-o \(output): the rows stay \(joined.rawValue), as the parts have them")
        }
    }

    /// What the parts are written in.
    private func joined() throws -> RecordFormat {
        try TableFormats.format(of: merge.parts.first ?? "-", named: format, among: RowJoin.formats)
    }

    func run() throws {
        let rows = try RowJoin(
            merge.parts, hasHeader: joined() == .csv, order: merge.order, of: count, facts: facts,
            in: .options)
        for warning in rows.warnings { Terminal.warn(warning) }
        try rows.write(to: OutputDestination(argument: output))
    }
}
