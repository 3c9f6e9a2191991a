package import Chronology
package import Geometry

/// What one city file says, read and checked once. Paths in it are already taken from the file's own folder.
package struct CityFile: Sendable, Equatable {
    /// Where the file is.
    package let path: String
    package var name: String
    /// An identifier such as `America/New_York`, which ``Chronology/CityClock`` knows.
    package var timeZone: String
    package var requests = RequestSettings()
    package var statuses = StatusSettings()
    package var layers: [LayerSettings] = []
    /// The names of all layers of the file, also where only some are asked for.
    package var layerNames: [String] = []
    package var streets: ReferenceSettings?
    package var addresses: ReferenceSettings?
    package var names = NameSettings()
    /// Rivers, lakes and the sea, to be drawn on maps.
    package var water: WaterSettings?
    /// Whom readers of a page may ask.
    package var contact: ContactSettings?
    /// What is set for single categories, by their name in the requests.
    package var categories = NamedCategories()
    /// Which requests the city's own staff made.
    package var staff = StaffSettings()
    /// Categories that come back by their nature.
    package var returning: [String] = []
    /// The channels by which members of the council refer requests.
    package var referralChannels: [String] = []
    package var business = BusinessCalendar()
    /// The first month of the fiscal year, 1 to 12.
    package var fiscalYearMonth = 1
    /// The lines of `staff: channels`, `staff: categories`, `returning` and `referrals: channels`.
    package var lines = KeyLines()
    /// All files that the city file names, and itself: none of them may be written over.
    package internal(set) var files: [String]

    package init(path: String, name: String, timeZone: String) {
        self.path = path
        self.name = name
        self.timeZone = timeZone
        files = [path]
    }

    /// How the city's requests are written.
    package struct RequestSettings: Sendable, Equatable {
        /// A known city's columns, or `nil` to find them by the header.
        package var profile: String?
        /// Columns spelled out: what they mean, and their name in the file.
        package var columns: [String: String] = [:]
        /// The columns of an address in parts, in their order; empty where one column holds it.
        package var addressParts: [String] = []
        /// The part of an address before which a `&` stands, since two streets meet; `nil` for none.
        package var crossingPart: Int?
        /// The columns of dates in parts, those of the year, the month and the day, by the date's key.
        package var dateParts: [String: [String]] = [:]
        /// The columns with the times of day of dates that have none, by the date's key.
        package var timeColumns: [String: String] = [:]
        /// `nil` where the city file does not say: the column.
        package var identification: Identification?
        /// The encoding of the file's text; `nil` to find it by looking.
        package var encoding: String?
        /// The sheet of a workbook; `nil` for the first that is a table.
        package var sheet: String?
        /// `nil` where the file itself has to settle it.
        package var dateOrder: DateOrder?
        package var zulu: ZuluTime?
        /// Default points that stand for "no position".
        package var placeholders: [Coordinate] = []
        /// The reference system of the columns `x` and `y`.
        package var referenceSystem: String?
        /// Of the keys, of the columns by what they mean, and of those under `times: `.
        package var lines = KeyLines()
    }

    /// What identifies a request.
    package enum Identification: String, Sendable, CaseIterable {
        case column
        /// The number of its line stands in, in a file that has no ids.
        case lineNumber = "line number"
    }

    /// The order of day, month and year in a date of numbers.
    package enum DateOrder: String, Sendable, CaseIterable {
        case dayFirst = "day first"
        case monthFirst = "month first"
        case yearFirst = "year first"
    }

    /// What a `Z` after a time means.
    package enum ZuluTime: String, Sendable, CaseIterable {
        case utc
        /// The city's own time, which only looks like UTC.
        case local
    }

    /// Which words of a status mean what; empty where the profile's or the built-in words count.
    package struct StatusSettings: Sendable, Equatable {
        package var closed: [String] = []
        package var open: [String] = []
        package var ignored: [String] = []
    }

    /// A layer that requests are routed by.
    package struct LayerSettings: Sendable, Equatable {
        package var name: String
        package var title: String
        /// The requests column that holds the CRM's answer.
        package var assigned: String?
        /// Other names of areas, and the codes they mean.
        package var aliases: [String: String] = [:]
        /// The lines of the city file that name them.
        package var aliasLines: [String: Int] = [:]
        /// The radius within which a recorded position may be wrong, metres, where the city file says it.
        package var statedUncertainty: Double?
        /// Differences between record and map that were agreed upon.
        package var accepted: [AcceptedSettings] = []
        /// The areas' field with the number of people.
        package var people: String?
        package var editions: [EditionSettings] = []
        package var lines = KeyLines()

        /// The radius within which a recorded position may be wrong, metres.
        package var uncertainty: Double { statedUncertainty ?? Self.usualUncertainty }

        /// Metres.
        package static let usualUncertainty = 10.0
    }

    /// A difference between record and map that was agreed upon.
    package struct AcceptedSettings: Sendable, Equatable {
        /// The code that the CRM assigned.
        package var from: String
        /// The code of the area where the position lies.
        package var to: String
        package var why: String
        package var line: Int
    }

    /// A layer's areas in force from one day on.
    package struct EditionSettings: Sendable, Equatable {
        package var file: String
        /// The layer of a GeoPackage.
        package var layer: String?
        /// The fields that hold an area's code and title; found by looking where they are not named.
        package var code: String?
        package var title: String?
        package var from: CivilDate?
        /// The line of the city file that names the edition.
        package var line: Int
        package var lines = KeyLines()
    }

    /// Streets or address points to geocode by.
    package struct ReferenceSettings: Sendable, Equatable {
        package var file: String
        package var layer: String?
        package var profile: String?
        package var columns: [String: String] = [:]
        /// Metres from a centre line to the addresses along it.
        package var sideOffset: Double?
        /// Of the keys and of the columns.
        package var lines = KeyLines()
    }

    /// The names that people use for streets and towns beside those of the reference.
    package struct NameSettings: Sendable, Equatable {
        /// What people write for a street, and the street's own name.
        package var streets: [String: String] = [:]
        /// A file of such names: TIGER's FEATNAMES, or the columns `alias` and `street`.
        package var file: String?
        /// What people write for a town, and the town's own name, such as `BC: Baltimore`.
        package var towns: [String: String] = [:]
        /// The towns that the streets lie in, where the files do not say.
        package var ownTowns: [String] = []
        /// The line that names the file.
        package var fileLine: Int?
    }

    /// A file of surfaces of water.
    package struct WaterSettings: Sendable, Equatable {
        package var file: String
        /// The layer of a GeoPackage.
        package var layer: String?
        package var lines = KeyLines()
    }

    /// Whom readers of a page may ask.
    package struct ContactSettings: Sendable, Equatable {
        package var name: String?
        package var telephone: String?
        package var mail: String?
        /// Begins with `http://` or `https://`.
        package var url: String?
        /// A file.
        package var logo: String?
    }

    /// What holds for one category of requests.
    package struct CategorySettings: Sendable, Equatable {
        /// The radii that clusters may have, metres.
        package static let radii: ClosedRange<Double> = 1...100_000
        /// The fewest requests that can make a cluster.
        package static let leastMinimum = 2

        /// The radius of a cluster, metres.
        package var radius: Double?
        /// The fewest requests that make a cluster.
        package var minimum: Int?
        /// How long a repair is expected to hold, days.
        package var repairLife: Double?
        /// How long after a closing a report is still of the same occurrence, days.
        package var gap: Double?
        /// The time within which a request should be closed.
        package var target: Deadline?
        /// `nil` where the city file does not say.
        package var privacy: Privacy?
        /// What pages call it, and the group in which maps show it.
        package var title: String?
        package var group: String?
        /// The line of the city file that begins the settings.
        package var line = 0
    }

    /// Whether a category may be shown in public editions, or only counted.
    package enum Privacy: Sendable { case open, counted }
}
