import ArgumentParser
import Foundation
import Records

/// Which boundaries a command is about, and where its answer goes.
struct BoundaryOptions: ParsableArguments {
    @Argument(
        help: "Boundary files: GeoJSON, shapefiles (.shp), GeoPackages. Without any, the city file's layers.")
    var files: [String] = []

    @Option(help: "The city file. Without it, and without files, city.yaml in the working directory.")
    var city: String?

    @Option(help: "Only this layer, by its name in the city file or in the GeoPackages.")
    var layer: String?

    @Option(
        help: "The field of the files that holds the areas' codes; found by looking where it is not named.")
    var code: String?

    @Option(help: "The field of the files that holds the areas' titles.")
    var title: String?

    @Flag(help: "The files are editions of one layer, the oldest first: tell what each of them changed.")
    var editions = false

    @Option(name: .shortAndLong, help: "Where the records go; - for standard output.")
    var output: String?

    @Option(
        help:
            "\(TableFormats.names); by the ending of the output where it is not named. Without -o it goes there."
    )
    var format: RecordFormat?

    @OptionGroup var spreadsheet: SpreadsheetOption

    @OptionGroup var threads: JobOptions
    var jobs: Int { threads.jobs }

    func validate() throws {
        try OutputPaths.check([("-o", output)], inputs: files, city: city)
        try TableFormats.check(
            [("-o", output ?? format.map { _ in "-" }, format, RecordFormat.tables)], spreadsheet)
        if files.isEmpty {
            if code != nil || title != nil {
                throw ValidationError(
                    "--code and --title are for files; the city file names the fields of its own")
            }
            if editions { throw ValidationError("--editions: name the files, the oldest first") }
        }
    }

    /// Writes the records where they are wanted, and the summary to where no records go.
    func deliver(_ table: RecordTable, title: String, summary: String) throws {
        guard output != nil || format != nil else {
            Terminal.write(summary, to: STDOUT_FILENO)
            return
        }
        let path = output ?? "-"
        let writer = try TableFormats.writer(
            of: path, named: format, among: RecordFormat.tables, spreadsheet)
        try writer.write(
            RecordDocument(title: title, tables: [table], summary: Terminal.plain(summary)),
            to: OutputDestination(argument: path))
        Terminal.write(summary, to: path == "-" ? STDERR_FILENO : STDOUT_FILENO)
    }
}
