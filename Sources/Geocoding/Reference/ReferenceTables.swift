import AddressParsing

/// Everything that matching reads, in flat arrays that are stored and loaded as they are.
struct ReferenceTables: Sendable {
    /// Distinct street names proper, in byte order.
    var names = StringTable()
    /// Types, modifiers and number suffixes; index 0 is the empty one.
    var words = StringTable([""])
    /// Towns; index 0 is the empty one.
    var places = StringTable([""])
    /// In order of name, so that those of one name stand together.
    var streets: [StreetRecord] = []
    /// Cuts ``streets`` by name.
    var nameStreets: [UInt32] = [0]
    /// Cuts ``pieces``, ``sides``, ``streetNodes`` and ``points`` by street.
    var pieceStarts: [UInt32] = [0]
    /// The segments of each street, under its own name or an alias.
    var pieces: [UInt32] = []
    var sideStarts: [UInt32] = [0]
    var sides: [SideRecord] = []
    var streetNodeStarts: [UInt32] = [0]
    /// The nodes on each street, ascending.
    var streetNodes: [UInt32] = []
    /// By entry of ``streetNodes``, how many of the street's segments end there: 1 where it ends or breaks off.
    var streetNodeEnds: [UInt8] = []
    var pointStarts: [UInt32] = [0]
    /// In order of number within a street.
    var points: [PointRecord] = []
    /// Cuts ``vertices`` by segment.
    var vertexStarts: [UInt32] = [0]
    var vertices: [GridPosition] = []
    /// The street whose own name a segment bears, by segment.
    var segmentStreets: [UInt32] = []
    /// Where segments end, once each.
    var nodes: [GridPosition] = []
    var nameIndex = NameIndex()
    var segmentGrid = ItemGrid()
    var pointGrid = ItemGrid()
    /// By point, its street.
    var pointStreets: [UInt32] = []
    /// The towns that streets without a town lie in, upper case; none for any.
    var towns = StringTable()
    /// Other names in lines and what they stand for, one after the other.
    var townAliases = StringTable()
    /// Metres from the centre line to an address, as the source's profile has it; not a number where it does not say.
    var sideOffset = Double.nan
    /// How houses fill their ranges.
    var filling = RangeFilling.evenly
    /// Whether full hundreds on ranges are houses, as a city's requests show; else they may be blocks. Not stored.
    var areHundredsHouses = false
    /// The city's own name, for streets whose town nothing else tells; or empty.
    var cityName = ""
    /// The towns that addresses with one ZIP code lie in, ascending.
    var zipPlaces: [ZipPlaceRecord] = []
    /// Names that are not read as they are written, each with its street: words in standard form.
    var officialNames = StringTable()
    var officialStreets: [UInt32] = []
}

extension ReferenceTables {
    func street(_ index: UInt32) -> StreetName {
        let record = streets[Int(index)]
        var name = StreetName()
        name.preModifier = words[Int(record.preModifier)]
        name.preDirectional = Self.directional(record.preDirectional)
        name.preType = words[Int(record.preType)]
        name.name = names[Int(record.name)]
        name.postType = words[Int(record.postType)]
        name.postDirectional = Self.directional(record.postDirectional)
        return name
    }

    /// Whether the streets are named in French: a third and more bear a type before the name, and some are called `rue`.
    var isFrench: Bool {
        guard let rue = (0..<words.count).first(where: { words[$0] == "RUE" }) else { return false }
        let rues = streets.count { Int($0.preType) == rue }
        guard rues > 0, rues * 20 >= streets.count else { return false }
        let isType = (0..<words.count).map { FrenchTypes.english(words[$0]) != nil }
        let typed = streets.count { isType[Int($0.preType)] || FrenchTypes.opens(names[Int($0.name)]) }
        return typed * 3 >= streets.count
    }

    static func directional(_ code: UInt8) -> Directional? {
        code == 0 ? nil : Directional(rawValue: code - 1)
    }

    static func code(_ directional: Directional?) -> UInt8 { directional.map { $0.rawValue + 1 } ?? 0 }
}
