package import Chronology
package import Geometry

/// What one city file says, read and checked once. Paths in it are already taken from the file's own folder.
package struct CityFile: Sendable, Equatable {
    /// Where the file is.
    package let path: String
    package var name: String
    /// An identifier such as `America/New_York`.
    package var timeZone: String
    package var requests = RequestSettings()
    package var layers: [LayerSettings] = []
    package var streets: ReferenceSettings?
    package var addresses: ReferenceSettings?
    package var names = NameSettings()
    /// Rivers, lakes and the sea, to be drawn on maps.
    package var water: WaterSettings?
    /// What is set for single categories, by their name in the requests.
    package var categories: [String: CategorySettings] = [:]

    package init(path: String, name: String, timeZone: String) {
        self.path = path
        self.name = name
        self.timeZone = timeZone
    }

    /// How the city's requests are written.
    package struct RequestSettings: Sendable, Equatable {
        /// A known city's columns, or `nil` to find them by the header.
        package var profile: String?
        /// Columns spelled out: what they mean, and their name in the file.
        package var columns: [String: String] = [:]
        /// Default points that stand for "no position".
        package var placeholders: [Coordinate] = []
        /// The reference system of the columns `x` and `y`.
        package var referenceSystem: String?
    }

    /// A layer that requests are routed by.
    package struct LayerSettings: Sendable, Equatable {
        package var name: String
        package var title: String
        /// The requests column that holds the CRM's answer.
        package var assigned: String?
        /// Other names of areas, and the codes they mean.
        package var aliases: [String: String] = [:]
        /// The radius within which a recorded position may be wrong, metres.
        package var uncertainty: Double = 10
        package var editions: [EditionSettings] = []
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
    }

    /// Streets or address points to geocode by.
    package struct ReferenceSettings: Sendable, Equatable {
        package var file: String
        package var layer: String?
        package var profile: String?
        package var columns: [String: String] = [:]
        /// Metres from a centre line to the addresses along it.
        package var sideOffset: Double?
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
    }

    /// A file of surfaces of water.
    package struct WaterSettings: Sendable, Equatable {
        package var file: String
        /// The layer of a GeoPackage.
        package var layer: String?
    }

    /// What holds for one category of requests.
    package struct CategorySettings: Sendable, Equatable {
        /// The radius of a cluster, metres.
        package var radius: Double?
        /// The fewest requests that make a cluster.
        package var minimum: Int?
        /// How long a repair is expected to hold, days.
        package var repairLife: Double?
        /// The days within which a request should be closed.
        package var target: Double?
        /// `nil` where the file says nothing of it.
        package var privacy: Privacy?
    }

    /// Whether a category may be shown in public editions, or only counted.
    package enum Privacy: Sendable { case open, counted }
}
