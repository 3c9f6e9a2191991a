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

    /// Reads the city file that is named, or the one that is found.
    func readCity() throws -> CityFile {
        let city = try CityFile.read(CityFileLocation.find(named: city, beside: requests))
        for note in city.notes { Terminal.warn(note) }
        return city
    }
}

/// Looks for the city file.
enum CityFileLocation {
    /// Returns the file that is named, or `city.yaml` beside the requests, or in the working directory.
    static func find(named name: String?, beside requests: String) throws -> String {
        if let name { return name }
        let beside = URL(fileURLWithPath: requests).deletingLastPathComponent().appendingPathComponent(
            "city.yaml")
        let candidates = (requests == "-" ? [] : [beside.relativePath]) + ["city.yaml"]
        if let found = candidates.first(where: FileManager.default.fileExists) { return found }
        throw WardlineError(
            part: .cityFile,
            description:
                "no city file: there is no \(candidates.joined(separator: " and no ")); name one with --city FILE, or let wardline init write one"
        )
    }
}
