import AddressParsing

/// The tables of a reference as named runs of bytes, for storing.
struct ReferenceArchive {
    private(set) var parts: [(name: String, bytes: [UInt8])] = []

    init(_ tables: ReferenceTables) {
        add("names", tables.names)
        add("words", tables.words)
        add("places", tables.places)
        add("towns", tables.towns)
        add("town_aliases", tables.townAliases)
        add("streets", tables.streets)
        add("name_streets", tables.nameStreets)
        add("piece_starts", tables.pieceStarts)
        add("pieces", tables.pieces)
        add("side_starts", tables.sideStarts)
        add("sides", tables.sides)
        add("street_node_starts", tables.streetNodeStarts)
        add("street_nodes", tables.streetNodes)
        add("street_node_ends", tables.streetNodeEnds)
        add("point_starts", tables.pointStarts)
        add("points", tables.points)
        add("point_streets", tables.pointStreets)
        add("vertex_starts", tables.vertexStarts)
        add("vertices", tables.vertices)
        add("segment_streets", tables.segmentStreets)
        add("nodes", tables.nodes)
        add("spellings", tables.nameIndex.spellings)
        add("sounds", tables.nameIndex.sounds)
        add("trigram_starts", tables.nameIndex.trigramStarts)
        add("trigram_names", tables.nameIndex.trigramNames)
        add("segment_grid", tables.segmentGrid)
        add("point_grid", tables.pointGrid)
        add("side_offset", [tables.sideOffset])
        add("filling", FillingCode.numbers(tables.filling))
        add("city_name", StringTable([tables.cityName]))
        add("zip_places", tables.zipPlaces)
        add("official_names", tables.officialNames)
        add("official_streets", tables.officialStreets)
    }

    private mutating func add<Element: BitwiseCopyable>(_ name: String, _ array: [Element]) {
        parts.append((name, array.withUnsafeBytes { Array($0) }))
    }

    private mutating func add(_ name: String, _ table: StringTable) {
        add("\(name)_bytes", table.bytes)
        add("\(name)_starts", table.starts)
    }

    private mutating func add(_ name: String, _ grid: ItemGrid) {
        add("\(name)_frame", [grid.frame])
        add("\(name)_starts", grid.starts)
        add("\(name)_items", grid.items)
    }
}

/// Puts stored runs of bytes back together, checking that they fit each other: a damaged file gives `nil`, never a
/// reference that fails while matching.
struct ReferenceUnpacker {
    let bytes: [String: [UInt8]]

    func tables() -> ReferenceTables? {
        var tables = ReferenceTables()
        guard let names = strings("names"), let words = strings("words"), let places = strings("places"),
            words.count > 0, places.count > 0, let towns = strings("towns"),
            let townAliases = strings("town_aliases"), let cityName = strings("city_name"),
            cityName.count == 1,
            let officialNames = strings("official_names"), let filling = FillingCode.filling(array("filling"))
        else { return nil }
        tables.cityName = cityName[0]
        tables.filling = filling
        tables.officialNames = officialNames
        tables.officialStreets = array("official_streets")
        tables.zipPlaces = array("zip_places")
        tables.names = names
        tables.words = words
        tables.places = places
        tables.towns = towns
        tables.townAliases = townAliases
        tables.streets = array("streets")
        tables.nameStreets = array("name_streets")
        tables.pieceStarts = array("piece_starts")
        tables.pieces = array("pieces")
        tables.sideStarts = array("side_starts")
        tables.sides = array("sides")
        tables.streetNodeStarts = array("street_node_starts")
        tables.streetNodes = array("street_nodes")
        tables.streetNodeEnds = array("street_node_ends")
        tables.pointStarts = array("point_starts")
        tables.points = array("points")
        tables.pointStreets = array("point_streets")
        tables.vertexStarts = array("vertex_starts")
        tables.vertices = array("vertices")
        tables.segmentStreets = array("segment_streets")
        tables.nodes = array("nodes")
        tables.sideOffset = (array("side_offset") as [Double]).first ?? .nan
        return addIndexes(to: &tables) && fits(tables) ? tables : nil
    }

    private func addIndexes(to tables: inout ReferenceTables) -> Bool {
        guard
            let index = NameIndex(
                spellings: array("spellings"), sounds: array("sounds"),
                trigramStarts: array("trigram_starts"),
                trigramNames: array("trigram_names"), nameCount: tables.names.count),
            let segmentGrid = grid("segment_grid", tables.segmentStreets.count),
            let pointGrid = grid("point_grid", tables.points.count)
        else { return false }
        tables.nameIndex = index
        tables.segmentGrid = segmentGrid
        tables.pointGrid = pointGrid
        return true
    }

    private func fits(_ tables: ReferenceTables) -> Bool {
        let streets = tables.streets.count
        let segments = tables.segmentStreets.count
        let cuts = [
            (tables.nameStreets, tables.names.count, streets),
            (tables.pieceStarts, streets, tables.pieces.count),
            (tables.sideStarts, streets, tables.sides.count),
            (tables.pointStarts, streets, tables.points.count),
            (tables.streetNodeStarts, streets, tables.streetNodes.count),
            (tables.vertexStarts, segments, tables.vertices.count),
        ]
        return cuts.allSatisfy { $0.0.count == $0.1 + 1 && OffsetTable.isValid($0.0, total: $0.2) }
            && tables.streets.allSatisfy { isKnown($0, tables) }
            && tables.sides.allSatisfy {
                $0.segment < segments && $0.place < tables.places.count && $0.prefix < tables.words.count
            }
            && tables.points.allSatisfy { $0.suffix < tables.words.count && $0.place < tables.places.count }
            && tables.zipPlaces.allSatisfy { $0.place < tables.places.count }
            && tables.officialStreets.count == tables.officialNames.count
            && tables.officialStreets.allSatisfy { $0 < streets }
            && tables.pieces.allSatisfy { $0 < segments }
            && tables.segmentStreets.allSatisfy { $0 < streets }
            && tables.pointStreets.allSatisfy { $0 < streets }
            && tables.pointStreets.count == tables.points.count
            && tables.streetNodeEnds.count == tables.streetNodes.count
            && tables.streetNodes.allSatisfy { $0 < tables.nodes.count }
            && (0..<segments).allSatisfy { tables.vertexStarts.group($0).count > 1 }
    }

    private func isKnown(_ street: StreetRecord, _ tables: ReferenceTables) -> Bool {
        street.name < tables.names.count
            && max(street.preModifier, street.preType, street.postType) < tables.words.count
            && max(street.preDirectional, street.postDirectional) <= Directional.allCases.count
    }

    /// Returns the elements of a part; none where it is absent or of another length.
    private func array<Element: BitwiseCopyable>(_ name: String) -> [Element] {
        guard let bytes = bytes[name], bytes.count % MemoryLayout<Element>.stride == 0 else { return [] }
        let count = bytes.count / MemoryLayout<Element>.stride
        return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes)
            initialized = count
        }
    }

    private func strings(_ name: String) -> StringTable? {
        StringTable(bytes: array("\(name)_bytes"), starts: array("\(name)_starts"))
    }

    private func grid(_ name: String, _ itemCount: Int) -> ItemGrid? {
        guard let frame = (array("\(name)_frame") as [ItemGrid.Frame]).first else { return nil }
        return ItemGrid(
            frame: frame, starts: array("\(name)_starts"), items: array("\(name)_items"), itemCount: itemCount
        )
    }
}

/// A filling as numbers: none for even, one for crowded, the knots of curves.
private enum FillingCode {
    static func numbers(_ filling: RangeFilling) -> [Double] {
        switch filling {
        case .evenly: []
        case .crowded: [1]
        case .learnt(let curves): curves.knots
        }
    }

    static func filling(_ numbers: [Double]) -> RangeFilling? {
        if numbers.isEmpty { return .evenly }
        return numbers.count == 1 ? .crowded : FillingCurves(knots: numbers).map(RangeFilling.learnt)
    }
}
