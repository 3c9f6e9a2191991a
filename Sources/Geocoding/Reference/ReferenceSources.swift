/// Where a city's streets and addresses come from.
package struct ReferenceSources: Sendable, Hashable {
    package var streets: [StreetSource]
    package var addresses: [AddressPointSource]
    /// Other names of streets: what people write, and the street's own name.
    package var aliases: [String: String]
    /// A file of other names, linked to segments by id (TIGER FEATNAMES), or of pairs `alias,street`.
    package var aliasFiles: [String]
    /// The towns that the streets lie in, where the files do not say; none for any, or those of the profile.
    package var towns: [String]
    /// What lines call towns beside their names, such as `BC`.
    package var townAliases: [String: String]
    /// The city's name, for streets whose town neither files nor settings tell; empty for any.
    package var cityName = ""
    /// Metres from a centre line to the addresses along it; `nil` for that of the profile.
    package var sideOffset: Double?

    package init(
        streets: [StreetSource] = [], addresses: [AddressPointSource] = [], aliases: [String: String] = [:],
        aliasFiles: [String] = [], towns: [String] = [], townAliases: [String: String] = [:]
    ) {
        self.streets = streets
        self.addresses = addresses
        self.aliases = aliases
        self.aliasFiles = aliasFiles
        self.towns = towns
        self.townAliases = townAliases
    }

    /// The files in a fixed order.
    var paths: [String] { streets.map(\.path) + addresses.map(\.path) + aliasFiles }
}

/// A file of street centre lines.
package struct StreetSource: Sendable, Hashable {
    package var path: String
    /// The layer of a GeoPackage, where it has several.
    package var layer: String?
    /// `nil` to recognise it by the file's columns.
    package var profile: StreetProfile?

    package init(path: String, layer: String? = nil, profile: StreetProfile? = nil) {
        self.path = path
        self.layer = layer
        self.profile = profile
    }
}

/// A file of addresses with positions.
package struct AddressPointSource: Sendable, Hashable {
    package var path: String
    package var layer: String?
    /// `nil` to recognise it by the file's columns.
    package var profile: AddressPointProfile?

    package init(path: String, layer: String? = nil, profile: AddressPointProfile? = nil) {
        self.path = path
        self.layer = layer
        self.profile = profile
    }
}

/// What was read from the sources: each row is in one of these counts.
package struct SourceTally: Sendable, Hashable, Codable {
    package var rows = 0
    package var withoutName = 0
    package var withoutPlace = 0
    /// Lines and addresses with a position far from all others, which cannot be meant.
    package var farAway = 0
    /// Streets without a house number on either side, or addresses without one.
    package var withoutNumbers = 0
    /// Rows whose fields do not fit the header.
    package var unreadable = 0

    package init() {}

    static func + (first: SourceTally, second: SourceTally) -> SourceTally {
        var sum = first
        sum.rows += second.rows
        sum.withoutName += second.withoutName
        sum.withoutPlace += second.withoutPlace
        sum.farAway += second.farAway
        sum.withoutNumbers += second.withoutNumbers
        sum.unreadable += second.unreadable
        return sum
    }
}
