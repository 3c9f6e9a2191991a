import ArgumentParser
import City
import Records
import WardlineKit

/// The summary as data.
struct SummaryOption: ParsableArguments {
    @Option(
        name: .customLong("summary"),
        help: ArgumentHelp(
            "Also write the summary as JSON, with counts, figures, warnings and what was taken for granted.",
            valueName: "file.json"))
    var path: String?

    /// The output with its option, for the checks before the work.
    var output: (option: String, path: String?) { ("--summary", path) }

    func validate() throws {
        try OutputPaths.checkFile("--summary", path, format: nil, endings: ["json"])
        if path == "-" { throw ValidationError("--summary - is where the text goes; name a file") }
    }

    /// Writes a summary with the text and the warnings that people saw.
    func write(_ summary: @autoclosure () throws -> RunSummary, text: String) throws {
        guard let path else { return }
        var summary = try summary()
        summary.text = Terminal.plain(text).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        if summary.text.last == "" { summary.text.removeLast() }
        summary.warnings = Terminal.warnings
        try OutputFile.write(summary.json, to: OutputDestination(argument: path))
    }
}

/// The summary as data of a command whose parts can be put together.
struct PartSummaryOption: ParsableArguments {
    @OptionGroup var summary: SummaryOption

    @Flag(help: "With --summary: add the sums by which wardline merge puts parts of the requests together.")
    var sums = false

    func validate() throws {
        if sums, summary.path == nil { throw ValidationError("--sums goes with --summary FILE.json") }
    }

    /// Writes a summary, with the sums of a part and by what it was judged where they are asked for.
    func write(
        _ made: @autoclosure () throws -> RunSummary, part: @autoclosure () throws -> any PartSums,
        of city: CityFile, _ options: CityOptions, text: String
    ) throws {
        func complete() throws -> RunSummary {
            var summary = try made()
            if sums {
                try summary.add(part(), by: PartSettings(city, facts: options.part.facts))
            }
            return summary
        }
        try summary.write(complete(), text: text)
    }
}
