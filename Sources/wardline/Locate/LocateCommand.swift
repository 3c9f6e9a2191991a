import WardlineKit
import ArgumentParser
import Chronology
import City
import DelimitedText
import Foundation
import Geocoding
import Geometry
import Locating
import Records

/// `wardline locate`: which areas a position or an address lies in, and how near the borders are.
struct LocateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locate",
        abstract:
            "Tells the areas of a position, an address or each row of a file, and how near the borders are.",
        discussion: """
            Example: wardline locate "649 S Concord Ave" --city SampleData/city.yaml
            Example: wardline locate -70.8570 41.6095 --city SampleData/city.yaml --on 2024-06-30
            Example: wardline locate SampleData/requests.csv -o located.csv

            All editions of each layer are told, or with --on the one in force on a day. An address that fits \
            several places equally well is told with all of them. Where an address is not found, the exit status is \
            2.

            Of a CSV file all rows come out as they are, in their order, with the columns NAME_code, NAME_title, \
            NAME_margin_m and NAME_doubt appended for each layer, and located_by. Each row is located by its \
            position, or by its address where the position is missing or a default point, in the edition in force \
            when it was opened. Without -o the summary is the output.
            """ + ManualPage.reference(.locate, .methods, .columns))

    @Argument(
        parsing: .allUnrecognized,
        help: "An address, a longitude and a latitude in degrees, a CSV file, or - for one on standard input."
    )
    var place: [String]

    @Option(name: .shortAndLong, help: "Where the rows of a file go; - for standard output.")
    var output: String?

    @Option(help: "The city file. Without it, city.yaml beside the file or in the working directory.")
    var city: String?

    @Option(help: "Only this layer, by its name.")
    var layer: String?

    @Option(help: "Only the edition in force on a day, such as 2024-07-01.")
    var on: CivilDate?

    @Option(help: "text or json, of a position or an address.")
    var format = LocateFormat.text

    @OptionGroup(title: "Parts of more") var part: FactsOptions

    @OptionGroup var summaryFile: SummaryOption

    @OptionGroup var threads: JobOptions

    @Flag(name: .long, help: "Show no progress.")
    var quiet = false

    func validate() throws {
        guard !place.isEmpty else {
            throw ValidationError("Name an address, a longitude and a latitude, or a CSV file.")
        }
        if case .address? = LocateQuery(words),
            let option = words.first(where: { $0.count > 1 && $0.hasPrefix("-") && Double($0) == nil })
        {
            throw ValidationError("Unknown option “\(option)”.")
        }
        guard let file else {
            if output != nil || summaryFile.path != nil {
                throw ValidationError("-o and --summary are about the rows of a file; name one.")
            }
            _ = try query()
            return
        }
        if format == .json {
            throw ValidationError("--format json is for a position or an address; rows stay what they are.")
        }
        try OutputPaths.check(
            [("-o", output), summaryFile.output], inputs: [file] + part.inputs, city: city)
        try OutputPaths.checkFile("-o", output, format: nil, endings: ["csv", "tsv", "txt"])
    }

    /// The file that the only argument names; `nil` where the arguments are a place.
    private var file: String? { words.count == 1 ? words.first.flatMap(TableArgument.path) : nil }

    /// Words that begin like options are kept, since numbers may, and so is what ends the options.
    private var words: [String] { place.filter { $0 != "--" } }

    func run() throws {
        if let file { return try locateRows(of: file) }
        var city = try CityFile.open(CityFileLocation.find(named: city, beside: "-"))
        let query = try query()
        let answer = LocatedQuery(query: query, places: try places(query, city))
        if let layer { city.layers = [try city.layer(named: layer)] }
        let finder = try AreaFinder(city: city, day: on)
        finder.unreadable.forEach(Terminal.warn)
        switch format {
        case .text: Terminal.write(try LocateReport(answer: answer, finder: finder).text, to: 1)
        case .json: Terminal.write(try LocateRecord(answer: answer, finder: finder).text, to: 1)
        }
        if answer.isNothing { throw ExitCode(2) }
    }

    private func locateRows(of file: String) throws {
        let city = try CityFile.open(CityFileLocation.find(named: city, beside: file))
        let progress = ProgressLine(quiet: quiet)
        let kept = InputFiles.canBeReadAgain(file) ? nil : try KeptInput(file)
        let work = try LocateWork(
            kept?.path ?? file, named: kept.map { _ in TextSource(argument: file).name }, city: city,
            layerName: layer, day: on, options: part.apply(to: progress.options(threads)))
        progress.clear()
        if let output {
            try withExtendedLifetime(kept) { try work.write(to: OutputDestination(argument: output)) }
        }
        let summary = work.summary
        let text = LocatedFileText(summary: summary).text
        try summaryFile.write(RunSummary(summary), text: text)
        Terminal.write(text, to: output == "-" ? STDERR_FILENO : STDOUT_FILENO)
    }

    private func query() throws -> LocateQuery {
        guard let query = LocateQuery(words) else {
            throw ValidationError(
                "\(words.joined(separator: " ")) is no longitude and latitude in degrees; longitude comes first."
            )
        }
        return query
    }

    private func places(_ query: LocateQuery, _ city: CityFile) throws -> LocatedQuery.Places {
        switch query {
        case .position(let coordinate): return .position(coordinate)
        case .address(let line):
            let reference = try city.openReference(progress: ProgressLine(quiet: quiet), threads: threads)
            return .geocoded(Geocoder(reference: reference).geocode(line))
        }
    }
}

enum LocateFormat: String, ExpressibleByArgument { case text, json }
