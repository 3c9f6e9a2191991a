extension CityKeys {
    /// The profiles of known files of streets.
    package static let streetProfiles = ["tiger", "tiger-edges", "nena", "baltimore"]
    /// The profiles of known files of addresses.
    package static let addressProfiles = ["openaddresses", "nena-points"]

    static let reference = CitySection(
        path: "reference",
        keys: [
            CityKey(
                "streets", .section(streets), "Centre lines of streets with ranges of numbers.",
                otherwise: "none", example: ""),
            CityKey(
                "addresses", .section(addresses), "Points of single addresses.", otherwise: "none",
                example: ""),
            CityKey(
                "aliases", .pairs, "What people write for a street, and the street's own name.",
                otherwise: "none", example: "{MLK Blvd: Martin Luther King Jr Blvd}"),
            CityKey(
                "alias_file", .file,
                "A file of such names: TIGER's FEATNAMES, or the columns alias and street.",
                otherwise: "none", example: "aliases.csv"),
            CityKey(
                "towns", .texts, "The towns that the streets lie in, where the files do not say.",
                otherwise: "those of the files", example: "[Fairhaven]"),
            CityKey(
                "town_aliases", .pairs, "What people write for a town, and the town's own name.",
                otherwise: "none", example: "{FH: Fairhaven}"),
        ])

    static let streets = CitySection(
        path: "reference: streets",
        keys: file("streets.geojson", profiles: streetProfiles, columns: streetColumns) + [
            CityKey(
                "offset", .length(0...1_000), "How far from the centre line addresses lie.",
                otherwise: "the profile's, else what the city's own points show", example: "12 m")
        ])

    static let addresses = CitySection(
        path: "reference: addresses",
        keys: file("addresses.csv", profiles: addressProfiles, columns: addressColumns))

    private static func file(_ name: String, profiles: [String], columns: CitySection) -> [CityKey] {
        [
            CityKey(
                "file", .file, "The file: CSV, GeoJSON, shapefile or GeoPackage.", otherwise: "",
                example: name),
            CityKey(
                "layer", .text, "The layer of a GeoPackage.", otherwise: "the only one",
                example: name.split(separator: ".").first.map(String.init) ?? name),
            CityKey(
                "profile", .choice(profiles), "The columns of a known kind of file.",
                otherwise: "the known kind whose columns it has", example: profiles[0]),
            CityKey(
                "columns", .section(columns), "Columns by what they hold; they win over a profile's.",
                otherwise: "the profile's", example: ""),
        ]
    }

    package static let streetColumns = CitySection(
        path: "reference: streets: columns",
        keys: [
            column("id", "What links a segment to rows of a file of other names.", "TLID"),
            column("name", "The name alone.", "St_Name"),
            column("full_name", "The name with its directions and type.", "FULLNAME"),
            column("premodifier", "What stands before all, such as Old.", "St_PreMod"),
            column("predirectional", "The direction before the name.", "St_PreDir"),
            column("pretype", "The type before the name.", "St_PreTyp"),
            column("type", "The type after the name.", "St_PosTyp"),
            column("postdirectional", "The direction after the name.", "St_PosDir"),
            column("left_from", "The first number on the left.", "LFROMHN"),
            column("left_to", "The last number on the left.", "LTOHN"),
            column("right_from", "The first number on the right.", "RFROMHN"),
            column("right_to", "The last number on the right.", "RTOHN"),
            column("left_parity", "Even, odd or both on the left.", "PARITYL"),
            column("right_parity", "Even, odd or both on the right.", "PARITYR"),
            column("left_zip", "The postal code on the left.", "ZIPL"),
            column("right_zip", "The postal code on the right.", "ZIPR"),
            column("left_place", "The town on the left.", "IncMuni_L"),
            column("right_place", "The town on the right.", "IncMuni_R"),
        ])

    package static let addressColumns = CitySection(
        path: "reference: addresses: columns",
        keys: [
            column("longitude", "Degrees east, for a table without geometry.", "LON"),
            column("latitude", "Degrees north.", "LAT"),
            column("number", "The house number.", "NUMBER"),
            column("number_suffix", "What follows it, such as 1/2 or A.", "AddNum_Suf"),
            column("street", "The street in full.", "STREET"),
            column("premodifier", "What stands before all, such as Old.", "St_PreMod"),
            column("predirectional", "The direction before the name.", "St_PreDir"),
            column("pretype", "The type before the name.", "St_PreTyp"),
            column("name", "The name alone.", "St_Name"),
            column("type", "The type after the name.", "St_PosTyp"),
            column("postdirectional", "The direction after the name.", "St_PosDir"),
            column("zip", "The postal code.", "POSTCODE"),
            column("place", "The town.", "CITY"),
        ])

    private static func column(_ name: String, _ meaning: String, _ example: String) -> CityKey {
        CityKey(name, .text, meaning, otherwise: "the profile's", example: example)
    }
}
