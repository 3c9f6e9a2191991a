import WardlineKit
import ArgumentParser
import Chronology
import City
import Geocoding
import Geometry
import Locating

/// `wardline locate`: which areas a position or an address lies in, and how near the borders are.
struct LocateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locate",
        abstract: "Tells the areas of a position or an address, with the distances to the borders.",
        discussion: """
            Example: wardline locate "649 S Concord Ave" --city SampleData/city.yaml
            Example: wardline locate -70.8570 41.6095 --city SampleData/city.yaml --on 2024-06-30

            All editions of each layer are told, or with --on the one in force on a day. An address that fits several
            places equally well is told with all of them.
            """)

    @Argument(parsing: .allUnrecognized, help: "An address, or a longitude and a latitude in degrees.")
    var place: [String]

    @Option(help: "The city file. Without it, city.yaml in the working directory.")
    var city: String?

    @Option(help: "Only this layer, by its name.")
    var layer: String?

    @Option(help: "Only the edition in force on a day, such as 2024-07-01.")
    var on: CivilDate?

    @Option(help: "text or json.")
    var format = LocateFormat.text

    @Flag(name: .long, help: "Show no progress.")
    var quiet = false

    func validate() throws {
        guard !place.isEmpty else { throw ValidationError("Name an address, or a longitude and a latitude.") }
        if let option = words.first(where: { $0.hasPrefix("-") && Self.numbers($0) == nil }) {
            throw ValidationError("Unknown option “\(option)”.")
        }
        _ = try query()
    }

    /// Words that begin like options are kept, since numbers may, and so is what ends the options.
    private var words: [String] { place.filter { $0 != "--" } }

    /// Returns the numbers of a text such as `-70.857` or `-70.857,41.6095`, or `nil` for any other.
    private static func numbers(_ text: String) -> [Double]? {
        let parts = text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map {
            Double($0.replacing("\u{2212}", with: "-"))
        }
        return parts.isEmpty || parts.contains(nil) ? nil : parts.compactMap(\.self)
    }

    func run() throws {
        var city = try CityFile.read(CityFileLocation.find(named: city, beside: "-"))
        let query = try query()
        let answer = LocatedQuery(query: query, places: try places(query, city))
        if let layer { city.layers = [try city.layer(named: layer)] }
        let finder = try AreaFinder(city: city, day: on)
        switch format {
        case .text: Terminal.write(try LocateReport(answer: answer, finder: finder).text, to: 1)
        case .json: Terminal.write(try LocateRecord(answer: answer, finder: finder).text, to: 1)
        }
        if answer.isNothing { throw ExitCode(2) }
    }

    /// What is asked for: two numbers are a position, all else is an address.
    private func query() throws -> LocateQuery {
        let numbers = words.compactMap(Self.numbers)
        guard numbers.count == words.count, numbers.joined().count == 2 else {
            return .address(words.joined(separator: " "))
        }
        let (longitude, latitude) = (Array(numbers.joined())[0], Array(numbers.joined())[1])
        guard abs(longitude) <= 180, abs(latitude) <= 90 else {
            throw ValidationError(
                "\(words.joined(separator: " ")) is no longitude and latitude in degrees; longitude comes first."
            )
        }
        return .position(Coordinate(longitude: longitude, latitude: latitude))
    }

    private func places(_ query: LocateQuery, _ city: CityFile) throws -> LocatedQuery.Places {
        switch query {
        case .position(let coordinate): return .position(coordinate)
        case .address(let line):
            let reference = try city.openReference(progress: ProgressLine(quiet: quiet), jobs: 1)
            return .geocoded(Geocoder(reference: reference).geocode(line))
        }
    }
}

enum LocateFormat: String, ExpressibleByArgument { case text, json }

/// What somebody wants to know the areas of.
enum LocateQuery {
    case position(Coordinate)
    case address(String)
}

/// A query with the places that it means.
struct LocatedQuery {
    enum Places {
        case position(Coordinate)
        case geocoded(GeocodedAddress)
    }

    let query: LocateQuery
    let places: Places

    /// Whether an address was asked for and not found.
    var isNothing: Bool {
        if case .geocoded(let geocoded) = places, case .none = geocoded.status { true } else { false }
    }

    /// The places to tell areas for: that of a match, all that tie, or none.
    var candidates: [AddressCandidate] {
        guard case .geocoded(let geocoded) = places else { return [] }
        return Array(geocoded.candidates.prefix(geocoded.tieCount))
    }
}
