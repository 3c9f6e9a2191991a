import Boundaries
import Chronology
import City
import Closures
import DelimitedText
import Foundation
import Locating
import ServiceLevels
import ServiceRequests
import TestSupport

/// The public extracts of Baltimore and Washington with the settings that the expected figures were found with, where they
/// are at hand: in the folder that `WARDLINE_REAL_DATA` names or beside the package.
enum RealCities {
    static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["WARDLINE_REAL_DATA"]
        let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data").path
        return [named, beside].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
    }()

    /// The figures to be met stand beside the data.
    static let expected: [ExpectedFigure] = {
        guard let folder,
            let text = try? String(
                contentsOf: URL(filePath: folder).deletingLastPathComponent().appending(
                    path: "closures-expected.tsv"), encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").dropFirst().map(ExpectedFigure.init)
    }()

    static var isThere: Bool { folder != nil && !expected.isEmpty }

    static let baltimore = Result { try load(.baltimore) }
    static let washington = Result { try load(.washington) }
    static let washingtonAsUTC = Result { try load(.washingtonAsUTC) }

    enum Name { case baltimore, washington, washingtonAsUTC }

    struct Loaded: Sendable {
        let city: CityFile
        let table: RequestTable
        let survey: ClosureSurvey
    }

    static func load(_ name: Name) throws -> Loaded {
        let data = folder ?? ""
        let scratch = try ScratchFolder()
        let (text, file) =
            switch name {
            case .baltimore: (baltimoreCity, "\(data)/baltimore/baltimore_311_sample_10000.csv")
            case .washington: (washingtonCity, "\(data)/washington-dc/dc_311_combined.csv")
            case .washingtonAsUTC:
                (
                    washingtonCity.replacing("zulu: local", with: "zulu: utc"),
                    "\(data)/washington-dc/dc_311_combined.csv"
                )
            }
        let city = try CityFile.read(try scratch.write(text, to: "city.yaml"))
        let clock = CityClock(timeZone: city.timeZone) ?? .utc
        let table = try RequestReader(
            source: TextSource(argument: file), city: city,
            layers: [name == .baltimore ? "CouncilDistrict" : "WARD"], clock: clock
        ).read()
        let places = RequestPlacer(namedPlaceholders: city.requests.placeholders, reference: nil, jobs: 2)
            .places(in: table, lookup: .missingPositions)
        var settings = ClosureSettings()
        if name != .baltimore { (settings.returnDays, settings.controlDays) = (7, 7) }
        let asOf = LastDay(of: table, clock: clock)?.day ?? CivilDate(daysSince1970: 0)
        let assigned = table.assigned[0].indices
        let survey = try ClosureSurvey(
            table, city: city, clock: clock, asOf: asOf, settings: settings, jobs: 2,
            missing: { Self.missing(places, $0) }, home: { Ordinal(Int(assigned[$0])) })
        return Loaded(city: city, table: table, survey: survey)
    }

    private static func missing(_ places: RequestPlaces, _ row: Int) -> MissingPosition? {
        if case .missing(let reason) = places.bases[row] { reason } else { nil }
    }

    private static let baltimoreCity = """
        name: Baltimore
        timezone: America/New_York
        requests:
          profile: baltimore
          placeholders: [[-77, 39], [-76, 39]]
        returning:
          - SW-Bulk Scheduled
          - SW-Bulk Special
          - SW-Mixed Refuse
          - SW-Recycling
          - SW-HGW
          - SW-Appliance (White Goods)
          - SW-Appliance (White Goods) Special
        categories:
          TEC-Footways Contract/Reconstruction: {group: footways}
          TEC-Footways Complaint: {group: footways}
          WW-Water Leak (Exterior): {group: leaks or no water}
          WW-Water No Water: {group: leaks or no water}
        """

    private static let washingtonCity = """
        name: Washington
        timezone: America/New_York
        requests:
          profile: washington-dc
          zulu: local
        statuses: {closed: [voided]}
        returning:
          - Bulk Collection
          - Trash Collection - Missed
          - Recycling Collection - Missed
          - Yard Waste - Missed
          - Dead Animal Collection
          - Supercan - Delivery
          - Supercan - Repair
          - Recycling Cart Delivery
        """
}

/// A row of the file of expected figures.
struct ExpectedFigure: Sendable, CustomStringConvertible {
    let city: String
    let use: String
    let measure: String
    let subset: String
    let parameter: String
    let value: String
    let note: String

    init(_ line: Substring) {
        var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        fields += [String](repeating: "", count: max(0, 7 - fields.count))
        (city, use, measure, subset) = (fields[0], fields[1], fields[2], fields[3])
        (parameter, value, note) = (fields[4], fields[5], fields[6])
    }

    var description: String { [city, measure, subset, parameter].joined(separator: " ") }
}
