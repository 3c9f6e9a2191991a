extension CityKeys {
    /// The profiles of the columns of known cities.
    package static let requestProfiles = [
        "plain", "new-york", "chicago", "boston", "san-francisco", "los-angeles", "washington-dc",
        "philadelphia", "houston", "houston-2023", "cincinnati", "montreal", "san-diego", "austin",
        "baltimore", "kansas-city", "toronto", "minneapolis", "fixmystreet", "open311",
    ]

    /// The encodings that a file of requests may be said to have.
    package static let textEncodings = [
        "utf-8", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
        "windows-1255",
        "windows-1256", "windows-1257", "windows-1258", "windows-874", "iso-8859-1", "iso-8859-2",
        "iso-8859-5",
        "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-9", "iso-8859-13", "iso-8859-15", "koi8-r",
        "koi8-u",
        "macintosh", "cp437", "cp737", "cp850", "cp852", "cp857", "cp862", "cp866", "shift_jis", "euc-jp",
        "iso-2022-jp", "gbk", "gb18030", "big5", "euc-kr",
    ]

    static let requests = CitySection(
        path: "requests",
        keys: [
            CityKey(
                "profile", .choice(requestProfiles), "The columns of a known city.",
                otherwise: "the known city whose columns the header has", example: "baltimore"),
            CityKey(
                "columns", .section(requestColumns), "Columns by what they hold; they win over a profile's.",
                otherwise: "the profile's", example: ""),
            CityKey(
                "times", .section(requestTimes), "Columns of times of day, where dates have none.",
                otherwise: "the dates' own", example: ""),
            CityKey(
                "ids", .choice(CityFile.Identification.allCases.map(\.rawValue)),
                "What identifies a request: the column id or, in a file that has none, the number of its line.",
                otherwise: "the column id", example: "column"),
            CityKey(
                "encoding", .choice(textEncodings),
                "How the file's letters are stored, where it is not Unicode.",
                otherwise: "found by looking", example: "windows-1250"),
            CityKey(
                "sheet", .text, "The sheet of a workbook.", otherwise: "the first that is a table",
                example: "\"2024\""),
            CityKey(
                "dates", .choice(CityFile.DateOrder.allCases.map(\.rawValue)),
                "The order of day, month and year in dates such as 03/04/2024.",
                otherwise: "settled by the whole file, else by the time zone's country",
                example: "month first"),
            CityKey(
                "zulu", .choice(CityFile.ZuluTime.allCases.map(\.rawValue)),
                "What a Z after a time means: UTC, or local time that only looks like it.",
                otherwise: "utc, and days where all times of a column are midnights of UTC", example: "local"),
            CityKey(
                "placeholders", .positions, "Positions that stand for “no position”.",
                otherwise: "those that Wardline finds by itself", example: "[[-77, 39]]"),
            CityKey(
                "crs", .text, "The reference system of the columns x and y.", otherwise: "the profile's",
                example: "EPSG:2248"),
        ])

    package static let requestColumns = CitySection(
        path: "requests: columns",
        keys: [
            column("id", "What identifies the request.", "sr_number"),
            column("category", "What it is about.", "sr_type"),
            column("status", "Its status, in words.", "status"),
            date(
                "opened",
                "When it was opened: one column, or those of the year, the month and the day: [Year, Month, Day].",
                "created"),
            date("closed", "When it was closed: one column, or three as for opened.", "closed"),
            date("due", "When it should be closed: one column, or three as for opened.", "due"),
            date("updated", "When its row was last changed: the latest of several rows counts.", "updated"),
            CityKey(
                "address", .textOrTexts,
                "Its address: one column, or those of its parts in their order; two streets that meet have \"&\" between them.",
                otherwise: columnFallback, example: "[house_no, street, street_type]"),
            column("longitude", "Degrees east.", "lon"),
            column("latitude", "Degrees north.", "lat"),
            column("location", "Both degrees in one column, such as (39.29, -76.61).", "location"),
            column("x", "Easting in the reference system crs, where there are no degrees.", "x_coord"),
            column("y", "Northing in the reference system crs.", "y_coord"),
            column("channel", "How it came in: phone, web, a member of the council.", "source"),
            column("referral", "The member of the council who referred it.", "referred_by"),
            column("parent", "The request that it repeats.", "parent_sr"),
            column("zip", "The postal code of its address.", "zip"),
            column("city", "The town of its address.", "city"),
            column("description", "Free text. Read only where it is asked for.", "description"),
        ])

    /// The keys of columns that hold dates.
    static let dateColumns = ["opened", "closed", "due", "updated"]

    private static func date(_ name: String, _ meaning: String, _ example: String) -> CityKey {
        CityKey(name, .textOrTexts, meaning, otherwise: columnFallback, example: example)
    }

    /// The columns with the times of day of dates that have none.
    static let requestTimes = CitySection(
        path: "requests: times",
        keys: [
            time("opened", "The time of day of the date in the column opened.", "created_time"),
            time("closed", "That of closed.", "closed_time"),
            time("due", "That of due.", "due_time"),
            time("updated", "That of updated.", "updated_time"),
        ])

    private static func time(_ name: String, _ meaning: String, _ example: String) -> CityKey {
        CityKey(
            name, .text, meaning, otherwise: "none: the dates' own, or midnight", example: example)
    }

    private static let columnFallback = "the profile's"

    private static func column(
        _ name: String, _ meaning: String, _ example: String
    ) -> CityKey {
        CityKey(name, .text, meaning, otherwise: columnFallback, example: example)
    }

    static let layers = CitySection(
        path: "layers",
        keys: [
            CityKey(
                "name", .text, "The layer's name in options and columns.", otherwise: "", example: "zone"),
            CityKey(
                "title", .text, "What an area of the layer is called on pages.", otherwise: "the name",
                example: "Collection zone"),
            CityKey(
                "assigned", .text, "The requests' column with the area that the CRM assigned.",
                otherwise: "the layer is not audited", example: "assigned_zone"),
            CityKey(
                "aliases", .pairs, "Other names of areas in that column, and the codes they mean.",
                otherwise: "none", example: "{Downtown: \"1\"}"),
            CityKey(
                "uncertainty", .length(0...100_000), "How far a recorded position may be off.",
                otherwise: "10 m, or what the requests' own addresses show", example: "10 m"),
            CityKey(
                "accepted", .sections(accepted), "Differences between record and map that were agreed upon.",
                otherwise: "none", example: ""),
            CityKey(
                "people", .text, "The areas' field with the number of people who live there.",
                otherwise: "not shown", example: "population"),
            CityKey(
                "editions", .sections(editions), "The layer's maps, each in force until the next one begins.",
                otherwise: "", example: ""),
        ])

    static let editions = CitySection(
        path: "layers: editions",
        keys: [
            CityKey(
                "file", .file, "The file of its areas: GeoJSON, shapefile or GeoPackage.", otherwise: "",
                example: "zones-2024.geojson"),
            CityKey(
                "layer", .text, "The layer of a GeoPackage.", otherwise: "the only one", example: "zones"),
            CityKey(
                "code", .text, "The field with the areas' codes.",
                otherwise:
                    "found by looking: of several that may be meant the one called as the layer or its column",
                example: "zone"),
            CityKey(
                "title", .text, "The field with the areas' names.", otherwise: "found by looking",
                example: "name"),
            CityKey(
                "from", .date, "The first day on which it is in force.", otherwise: "from the beginning",
                example: "2024-07-01"),
        ])

    static let accepted = CitySection(
        path: "layers: accepted",
        keys: [
            CityKey("from", .text, "The code that the CRM assigned.", otherwise: "", example: "\"1\""),
            CityKey(
                "to", .text, "The code of the area where the position lies.", otherwise: "", example: "\"2\""),
            CityKey(
                "why", .text, "Why both are right.", otherwise: "", example: "served from the north depot"),
        ])
}
