import ArgumentParser
import City
import Foundation
import Geocoding
import Locating
import Records
import WardlineKit

/// `wardline geocode`: addresses to positions that can be trusted or doubted.
struct GeocodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geocode",
        abstract: "Places addresses on a city's own streets, with score, precision, side and named faults.",
        discussion: """
            Example: wardline geocode "120 S Main St" --city SampleData/city.yaml
            Example: wardline geocode SampleData/requests.csv -o placed.csv

            The streets and address points are those that the city file names under reference. Addresses are \
            arguments, or a column of a CSV file, whose rows come out with the columns geocode_status, \
            geocode_longitude, geocode_latitude, geocode_precision, geocode_score, geocode_side, \
            geocode_uncertainty_m, geocode_faults and geocode_matched appended. Several places that fit an address \
            equally well are a tie: it has no position, and geocode_matched lists them.

            Without -o the summary of a file is the output. With -o FILE the rows go to the file and the summary to \
            standard output; with -o - the rows go to standard output and the summary to standard error. Where none \
            of the addresses given as arguments is found, the exit status is 2.
            """ + ManualPage.reference(.geocoding, .methods, .columns))

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "Addresses, or one CSV file, or - for a CSV file on standard input.", valueName: "addresses"))
    var words: [String] = []

    @Option(help: "The city file. Without it, city.yaml beside the file or in the working directory.")
    var city: String?

    @Option(
        help:
            "The column with the address. Given more than once, the columns are read as one address in that order."
    )
    var column: [String] = []

    @Option(name: .shortAndLong, help: "Where the rows go; - for standard output.")
    var output: String?

    @Option(help: "Show so many places for each address, best first; in a file each is a row of its own.")
    var candidates: Int?

    @Flag(help: "Show how each address was read and matched: tokens, readings, candidates, faults.")
    var explain = false

    @Flag(help: "Only parse: one address a line in, JSON lines out.")
    var parse = false

    @Flag(help: "The other way round: from LONGITUDE LATITUDE to the nearest address or block.")
    var reverse = false

    @OptionGroup(title: "Parts of more") var part: FactsOptions

    @Option(help: "Write the rows that could not be read or placed, with line and reason.")
    var rejects: String?

    @OptionGroup var summaryFile: SummaryOption

    @OptionGroup var threads: JobOptions
    var jobs: Int { threads.jobs }

    @Flag(help: "Show no progress.")
    var quiet = false

    /// The words without the sign that ends the options.
    private var addresses: [String] { words.filter { $0 != "--" } }

    func validate() throws {
        try OutputPaths.check(
            [("-o", output), ("--rejects", rejects), summaryFile.output],
            inputs: addresses + part.inputs, city: city)
        let endings = parse ? ["jsonl", "ndjson", "json", "txt"] : ["csv", "tsv", "txt"]
        try OutputPaths.checkFile("-o", output, format: nil, endings: endings)
        try OutputPaths.checkTable("--rejects", rejects)
        for argument in addresses where argument.hasPrefix("-") && argument.count > 1 {
            guard reverse, Double(argument.prefix { $0 != "," }) != nil else {
                throw ValidationError("Unknown option '\(argument)'")
            }
        }
        guard candidates ?? 1 >= 1 else { throw ValidationError("--candidates: name at least 1") }
        guard [parse, explain, reverse].count(where: { $0 }) <= 1 else {
            throw ValidationError("Give one of --parse, --explain and --reverse.")
        }
        guard parse || !addresses.isEmpty else {
            throw ValidationError("Give addresses, a CSV file, or - for standard input.")
        }
        if explain || reverse, file != nil {
            throw ValidationError(
                "--\(explain ? "explain" : "reverse") takes its input as arguments, not from a file.")
        }
        if summaryFile.path != nil, parse || file == nil {
            throw ValidationError("--summary is about the rows of a file; name one.")
        }
        if output != nil, explain || file == nil && (reverse || candidates != nil) {
            throw ValidationError(
                "-o writes rows; --explain, --reverse and --candidates of arguments are texts.")
        }
    }

    func run() throws {
        if parse {
            return try ParsedLines(jobs: jobs, output: .init(argument: output ?? "-"))
                .write(of: addresses, file: file)
        }
        let streets = try StreetIndex(
            city: city, beside: file ?? "-", part: part, threads: threads, quiet: quiet)
        if reverse {
            let positions = try PositionArguments(addresses).positions
            let (text, areNone) = ReverseText(streets).answers(to: positions)
            Terminal.write(text, to: STDOUT_FILENO)
            if areNone { throw Self.nothingFound }
            return
        }
        guard let file else {
            if let output { return try placeArguments(streets, to: output) }
            let (text, areNone) = GeocodeAnswers(streets, candidates: candidates, explains: explain)
                .answers(to: addresses)
            Terminal.write(text, to: STDOUT_FILENO)
            if areNone { throw Self.nothingFound }
            return
        }
        try AddressFile(
            path: file, columns: column, candidates: candidates, output: output, rejects: rejects,
            summaryFile: summaryFile, streets: streets
        ).place()
    }

    private func placeArguments(_ streets: StreetIndex, to output: String) throws {
        let results = addresses.map { streets.geocoder.geocode($0) }
        try OutputFile.write(
            GeocodeColumns.rows(of: addresses, results), to: OutputDestination(argument: output))
        if results.allSatisfy({ $0.reason != nil }) { throw Self.nothingFound }
    }

    /// Of all that was asked, nothing was found.
    private static let nothingFound = ExitCode(2)

    /// The file that the only argument names; `nil` where the arguments are addresses.
    private var file: String? {
        addresses.count == 1 ? addresses.first.flatMap(TableArgument.path) : nil
    }
}

/// A city's streets, open for looking addresses up.
struct StreetIndex {
    let work: GeocodeWork
    let progress: ProgressLine
    var geocoder: Geocoder { work.geocoder }

    init(city path: String?, beside file: String, part: FactsOptions, threads: JobOptions, quiet: Bool) throws
    {
        let city = try CityFile.open(CityFileLocation.find(named: path, beside: file))
        let progress = ProgressLine(quiet: quiet)
        defer { progress.clear() }
        self.progress = progress
        work = try GeocodeWork(city: city, options: part.apply(to: progress.options(threads)))
    }
}
