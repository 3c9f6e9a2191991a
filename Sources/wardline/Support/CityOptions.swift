import ArgumentParser
import City
import Foundation
import WardlineKit

/// What every command that reads a city's requests is asked.
struct CityOptions: ParsableArguments {
    @Argument(help: "The requests: CSV, .xlsx, JSON, GeoJSON or XML, packed or not; - for standard input.")
    var requests: String

    @Option(
        name: .long,
        help: "The city file. Without it, city.yaml beside the requests or in the working directory.")
    var city: String?

    @OptionGroup var threads: JobOptions
    var jobs: Int { threads.jobs }

    @Flag(name: .long, help: "Show no progress.")
    var quiet = false

    @OptionGroup(title: "Parts of more") var part: FactsOptions

    /// The files that are read beside those of the city.
    var inputs: [String?] { [requests] + part.inputs }

    /// Reads the city file that is named, or the one that is found.
    func readCity() throws -> CityFile { try Self.readCity(named: city, beside: requests) }

    static func readCity(named name: String?, beside requests: String) throws -> CityFile {
        try CityFile.open(CityFileLocation.find(named: name, beside: requests))
    }

    /// Options of work that shows its progress and warnings on the terminal.
    func work(_ progress: ProgressLine) -> WorkOptions {
        part.apply(to: progress.options(threads))
    }
}
