/// Tells columns of easts and norths by their names: latitude and longitude, x and y, easting and northing.
struct AxisName: Equatable {
    enum Axis { case east, north }

    let axis: Axis
    let merit: Int
    /// What the name says beside the axis: two columns with the same belong together.
    let rest: [String]
    /// Whether it says nothing else but that it is the place of a request.
    let isPlain: Bool
    /// Whether it is where a person is at home, or where a photo was taken.
    let isOfAnother: Bool
    /// Whether it is where those were who saw to the request.
    let isOfCrew: Bool

    private static let east: Set<String> = ["x", "xcoord", "coordx", "srx", "rx", "mapx", "pointx", "gpsx"]
    private static let north: Set<String> = ["y", "ycoord", "coordy", "sry", "ry", "mapy", "pointy", "gpsy"]

    private static let crews: Set<String> = [
        "crew", "crews", "vehicle", "vehicles", "truck", "trucks", "cuadrilla", "vehiculo", "equipe",
        "viatura",
        "vehicule", "fahrzeug", "squadra", "veicolo", "ploeg", "voertuig",
    ]

    private static let ofRequests: Set<Meaning> = [
        .request, .problem, .service, .place, .street, .position, .coordinate, .filler,
    ]

    init?(_ name: ColumnName) {
        guard !name.says(.date), !name.isFormatted else { return nil }
        var found: (Axis, Int, String)?
        for (word, meaning) in zip(name.words, name.wordMeanings) {
            if meaning == .longitude { found = (.east, 60, word) }
            if meaning == .latitude { found = (.north, 60, word) }
            if found != nil { break }
            if Self.east.contains(word) { found = (.east, 45, word) }
            if Self.north.contains(word) { found = (.north, 45, word) }
            if meaning == .easting { found = (.east, 50, word) }
            if meaning == .northing { found = (.north, 50, word) }
        }
        // `E` and `N` alone, or with nothing but a word for coordinate: `Koordinate E`, `coord_n`.
        let plain = zip(name.words, name.wordMeanings).filter {
            ["e", "n"].contains($0) || $1 != .coordinate && $1 != .position && $1 != .filler
        }.map(\.0)
        if found == nil, plain == ["e"] { found = (.east, 45, "e") }
        if found == nil, plain == ["n"] { found = (.north, 45, "n") }
        guard let found else { return nil }
        (axis, merit) = (found.0, found.1 - 3 * name.unknownCount)
        rest = name.words.filter { $0 != found.2 }
        isOfAnother = name.isPlaceOfAnother
        isOfCrew = name.says(.closed) || name.words.contains(where: Self.crews.contains)
        isPlain = zip(name.words, name.wordMeanings).allSatisfy { word, meaning in
            word == found.2 || meaning.map(Self.ofRequests.contains) ?? false
        }
    }
}
