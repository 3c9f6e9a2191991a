/// What a column of a street file holds.
package enum StreetColumn: String, Sendable, CaseIterable {
    case name
    case fullName = "full_name"
    case preModifier = "premodifier"
    case preDirectional = "predirectional"
    case preType = "pretype"
    case postType = "type"
    case postDirectional = "postdirectional"
    case leftFrom = "left_from"
    case leftTo = "left_to"
    case rightFrom = "right_from"
    case rightTo = "right_to"
    case leftParity = "left_parity"
    case rightParity = "right_parity"
    case leftZip = "left_zip"
    case rightZip = "right_zip"
    case leftPlace = "left_place"
    case rightPlace = "right_place"
    /// What links a segment to rows of a file of other names.
    case id
}

/// The columns of one kind of street file, and how its houses stand to its lines.
package struct StreetProfile: Sendable, Hashable {
    package var name: String
    /// Names as the file writes them; whatever the case of the letters.
    package var columns: [StreetColumn: String]
    /// The columns that somebody named: a file that has not all of them is not read.
    package var required: Set<StreetColumn> = []
    /// Metres from the centre line to an address, where the source's own is known.
    package var sideOffset: Double?
    /// How houses fill their ranges, where that is known of the source.
    package var filling: RangeFilling?
    /// The towns that the streets lie in, where the columns do not say; none for any.
    package var towns: [String] = []
    /// What lines call those towns beside their names.
    package var townAliases: [String: String] = [:]

    package init(name: String, columns: [StreetColumn: String]) {
        self.name = name
        self.columns = columns
    }

    /// Returns a known profile.
    package init?(named name: String) {
        guard let known = Self.known.first(where: { $0.name == name }) else { return nil }
        self = known
    }

    /// Returns the known profile whose columns a file has all of.
    package init?(recognizing fields: [String]) {
        let present = Set(fields.map { $0.lowercased() })
        let fitting = Self.known.first { $0.columns.values.allSatisfy { present.contains($0.lowercased()) } }
        guard let fitting else { return nil }
        self = fitting
    }

    package static let known = [tigerAddressRanges, tigerEdges, nena, baltimore]

    /// The Census Bureau's ADDRFEAT: one row for each name of a segment.
    package static let tigerAddressRanges = StreetProfile(
        name: "tiger",
        columns: [
            .id: "TLID", .fullName: "FULLNAME", .leftFrom: "LFROMHN", .leftTo: "LTOHN", .rightFrom: "RFROMHN",
            .rightTo: "RTOHN", .leftZip: "ZIPL", .rightZip: "ZIPR", .leftParity: "PARITYL",
            .rightParity: "PARITYR",
        ])

    /// The Census Bureau's EDGES.
    package static let tigerEdges = StreetProfile(
        name: "tiger-edges",
        columns: [
            .id: "TLID", .fullName: "FULLNAME", .leftFrom: "LFROMADD", .leftTo: "LTOADD",
            .rightFrom: "RFROMADD", .rightTo: "RTOADD", .leftZip: "ZIPL", .rightZip: "ZIPR",
        ])

    /// Road centre lines of the NENA NG9-1-1 data model.
    package static let nena = StreetProfile(
        name: "nena",
        columns: [
            .preModifier: "St_PreMod", .preDirectional: "St_PreDir", .preType: "St_PreTyp", .name: "St_Name",
            .postType: "St_PosTyp", .postDirectional: "St_PosDir", .leftFrom: "FromAddr_L",
            .leftTo: "ToAddr_L", .rightFrom: "FromAddr_R", .rightTo: "ToAddr_R", .leftParity: "Parity_L",
            .rightParity: "Parity_R", .leftZip: "PostCode_L", .rightZip: "PostCode_R",
            .leftPlace: "IncMuni_L", .rightPlace: "IncMuni_R",
        ])

    /// Baltimore's street centre lines. The positions that the city records lie 12 m from them in the median.
    package static let baltimore: StreetProfile = {
        var profile = StreetProfile(
            name: "baltimore",
            columns: [
                .preDirectional: "dirpre", .name: "feanme", .postType: "featype", .postDirectional: "dirsuf",
                .leftFrom: "fraddl", .leftTo: "toaddl", .rightFrom: "fraddr", .rightTo: "toaddr",
                .leftZip: "leftzip", .rightZip: "rightzip",
            ])
        profile.sideOffset = 12
        profile.filling = .crowded
        profile.towns = ["Baltimore", "Baltimore City"]
        profile.townAliases = ["BC": "Baltimore"]
        return profile
    }()
}
