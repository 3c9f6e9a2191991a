import City
import DelimitedText
import Geometry
import Wording

/// Which column of one file holds what.
struct ColumnMap {
    let header: HeaderNames
    private(set) var columns: [RequestField: Int] = [:]
    private(set) var assigned: [Int] = []
    /// The columns of an address in parts, in order.
    private(set) var addressParts: [Int] = []
    /// The part before which a `&` stands, since two streets meet; `nil` for none.
    private(set) var crossingPart: Int?
    /// The columns with the times of day of dates that have none.
    private(set) var times: [RequestField: Int] = [:]
    /// The columns of dates in parts: year, month and day. The year's stands under ``columns`` too.
    private(set) var dateParts: [RequestField: [Int]] = [:]
    /// The columns that are passed on as they are, each once, in the order in which they were asked for.
    private(set) var carried: [Int] = []
    private(set) var profile: ColumnProfile?
    /// The names that the city file has for columns.
    private var asked: Set<String> = []
    private(set) var coordinateSystem: String?
    /// By which columns rows without degrees are placed, where the city file names others beside those of degrees.
    private(set) var second = PositionColumns.none
    /// What every row has to reach to in order to be one.
    let essential: [RequestField]
    var hasDegrees: Bool { positionColumns == .degrees }
    var hasGrid: Bool { positionColumns == .grid }
    private var positionColumns: PositionColumns { PositionColumns { columns[$0] != nil } }

    /// The names that errors may show: none where the row is no header but perhaps a request.
    private let shown: [String]

    /// Finds the columns by the header, by a named profile, or as they are spelled out.
    ///
    /// - Parameter rows: The first texts of each column, by which a header is told from a request.
    init(
        header names: [String], line: Int, source: String, selection: ColumnSelection, layers: [String],
        carrying: [String] = [], above rows: [[String]] = []
    ) throws(RequestError) {
        header = HeaderNames(names)
        shown = HeaderEvidence.isPlausible(names, above: rows) ? names : []
        essential = Self.requestFields
        if let name = selection.profile {
            profile = try ColumnProfile.named(name)
        } else if !Self.isComplete(selection) {
            profile = ColumnProfile.best(for: header)
            if profile == nil, selection.columns.isEmpty {
                throw .noProfileFits(
                    source: source, line: line, header: shown,
                    nearest: ColumnProfile.nearest(to: header))
            }
        }
        coordinateSystem = selection.coordinateSystem ?? profile?.coordinateSystem
        takeProfileColumns()
        for (field, name) in selection.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            columns[field] = try index(of: name, for: .key(field.rawValue), source, selection)
        }
        for (field, names) in selection.dateParts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            var parts: [Int] = []
            for name in names {
                parts.append(try index(of: name, for: .key(field.rawValue), source, selection))
            }
            take(parts, for: field)
        }
        for (field, name) in selection.times.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            times[field] = try index(of: name, for: .key("times: \(field.rawValue)"), source, selection)
        }
        preferGrid(of: selection)
        if selection.identification == .lineNumber { columns[.id] = nil }
        if !selection.addressParts.isEmpty { columns[.address] = nil }
        crossingPart = selection.crossingPart
        for name in selection.addressParts {
            addressParts.append(
                try index(of: name, for: .key(RequestField.address.rawValue), source, selection))
        }
        for layer in layers {
            assigned.append(
                try index(of: layer, for: .key("assigned"), source, selection, line: "assigned \(layer)"))
        }
        for name in carrying {
            let column = try index(of: name, for: .setting(.carry), source)
            if !carried.contains(column) { carried.append(column) }
        }
        asked = Set(selection.columns.values).union(layers).union(selection.addressParts)
            .union(selection.times.values).union(selection.dateParts.values.joined())
        takeSecond(of: selection)
        try check(selection, source)
    }

    private mutating func takeSecond(of selection: ColumnSelection) {
        guard hasDegrees else { return }
        second = PositionColumns { field in
            let isReadable = field == .location || coordinateSystem != nil
            return [.x, .y, .location].contains(field) && isReadable && columns[field] != nil
                && selection.columns[field] != nil
        }
    }

    /// What is said of rows that other columns than those of degrees place; `nil` where none do.
    private var secondRemark: String? {
        let fields: [RequestField] =
            switch second {
            case .grid: [.x, .y]
            case .text: [.location]
            case .degrees, .none: []
            }
        let names = fields.compactMap { columns[$0] }.map { header.names[$0] }
        return names.isEmpty
            ? nil : "rows without longitude and latitude are placed by \(names.joined(separator: " and "))"
    }

    /// Takes columns for a grid's that the city file calls so, whatever their names say to a profile.
    private mutating func preferGrid(of selection: ColumnSelection) {
        for (grid, degrees) in [(RequestField.x, RequestField.longitude), (.y, .latitude)]
        where selection.columns[grid] != nil && selection.columns[degrees] == nil
            && columns[grid] == columns[degrees]
        {
            columns[degrees] = nil
        }
    }

    private mutating func take(_ parts: [Int], for field: RequestField) {
        columns[field] = parts.first
        dateParts[field] = parts
    }

    private static func isComplete(_ selection: ColumnSelection) -> Bool {
        requestFields.allSatisfy { field in
            selection.columns[field] != nil || selection.dateParts[field] != nil
                || field == .id && selection.identification == .lineNumber
        }
    }

    private mutating func takeProfileColumns() {
        for (field, names) in profile?.columns ?? [:] {
            for name in names where columns[field] == nil { columns[field] = header.firstIndex(of: name) }
        }
    }

    /// - Parameter key: What tells the city file's line, where it is not the key that names the column.
    private func index(
        of name: String, for use: ColumnUse, _ source: String, _ selection: ColumnSelection? = nil,
        line key: String? = nil
    ) throws(RequestError) -> Int {
        if let index = header.index(of: name) { return index }
        let error = RequestError.unknownColumn(
            name: name, use: use, source: source,
            nearest: Spelling.candidates(for: name, among: shown),
            header: shown)
        throw selection?.atItsLine(error, key: key ?? use.key) ?? error
    }

    private func check(_ selection: ColumnSelection, _ source: String) throws(RequestError) {
        let hasOwnIDs =
            selection.identification == .column && profile.map { $0.columns[.id] != nil } ?? true
        for field in Self.requestFields where columns[field] == nil {
            if field == .id, !hasOwnIDs { continue }
            throw .missingField(field, source: source, header: shown)
        }
        if let field = IntakePlan.dates.first(where: { times[$0] != nil && columns[$0] == nil }) {
            throw .missingField(field, source: source, header: shown)
        }
        if hasGrid, coordinateSystem == nil { throw .missingCoordinateSystem(source: source) }
        try checkShared(selection, source)
    }

    /// Refuses two meanings of one column that no column has both of, where the city file gives it one of them.
    private func checkShared(_ selection: ColumnSelection, _ source: String) throws(RequestError) {
        let fields = columns.keys.filter { dateParts[$0] == nil }.sorted { $0.rawValue < $1.rawValue }
        for (index, first) in fields.enumerated() {
            for second in fields[(index + 1)...]
            where columns[first] == columns[second] && times[first] == times[second]
                && first.cannotShare(with: second)
            {
                guard let named = [second, first].first(where: { selection.columns[$0] != nil }),
                    let column = columns[first]
                else { continue }
                throw selection.atItsLine(
                    .sharedColumn(name: header.names[column], meanings: [first, second], source: source),
                    key: named.rawValue)
            }
        }
    }

    /// What every request has.
    private static let requestFields: [RequestField] = [.id, .category, .opened]

    /// Adds columns to those that are carried.
    mutating func keep(_ kept: KeptColumns, source: String) throws(RequestError) {
        var indices: [Int] = []
        for (name, setting) in kept.named {
            indices.append(try index(of: name, for: .setting(setting), source))
        }
        for field in kept.fields {
            indices += field == .assigned ? assigned : [columns[field]].compactMap(\.self)
        }
        for index in indices where !carried.contains(index) { carried.append(index) }
    }

    /// All columns that are used.
    var used: Set<Int> {
        Set(columns.values).union(assigned).union(addressParts).union(times.values)
            .union(dateParts.values.joined())
    }

    /// The names of columns that are used and that others bear too.
    var doubledNames: [String] {
        used.sorted().map { header.names[$0] }.filter { header.isDoubled($0, askedAs: asked) }
    }

    /// What is said of columns that are read in another way than one for each meaning.
    var remarks: [String] { dateRemarks + [secondRemark].compactMap(\.self) }

    /// Which columns dates and their times of day were put together from, one sentence for each.
    private var dateRemarks: [String] {
        IntakePlan.dates.flatMap { field in
            let names = (dateParts[field] ?? []).map { header.names[$0] }.joined(separator: ", ")
            return [
                names.isEmpty ? nil : "\(field.rawValue): its year, month and day are those of \(names)",
                times[field].map { "\(field.rawValue): its times of day are those of \(header.names[$0])" },
            ].compactMap(\.self)
        }
    }

    /// Takes the column that holds both numbers of the positions in all of the city's requests, where no others do.
    mutating func takeLocation(_ name: String?) {
        guard !hasDegrees, !hasGrid, columns[.location] == nil, let name else { return }
        columns[.location] = header.index(of: name)
    }

    /// Takes a column that holds both numbers of the positions, where no others do.
    ///
    /// - Parameter texts: The first texts of a column.
    mutating func findLocation(texts: (_ column: Int) -> [String]) {
        guard !hasDegrees, !hasGrid, columns[.location] == nil else { return }
        let used = used
        columns[.location] = header.names.indices.first { column in
            guard !used.contains(column) || columns[.address] == column,
                PlaceOwner(columnNamed: header.names[column]) == nil
            else { return false }
            let filled = texts(column).filter { !$0.isEmpty }
            let pairs = filled.count { text in
                PositionText(text).map {
                    $0.system != nil
                        || ClosedRange.writtenLongitudes.contains($0.position.longitude.value)
                            && abs($0.position.latitude.value) <= 90
                }
                    ?? false
            }
            return pairs > 0 && pairs * 5 >= filled.count * 4
        }
    }

    /// Returns what to say where the columns of degrees hold the metres or feet of a grid; `nil` where they do not.
    func gridRemark(texts: (_ column: Int) -> [String]) -> String? {
        guard let longitude = columns[.longitude], let latitude = columns[.latitude],
            [longitude, latitude].allSatisfy({ PlaceEvidence.holdsGrid(texts($0)) })
        else { return nil }
        return
            "\(header.names[longitude]) and \(header.names[latitude]) hold no degrees, but what may be metres or feet of a grid: under"
            + " requests: name them x: and y: in columns: in place of longitude: and latitude:, and the grid as crs:, which is"
            + " EPSG:3857 for Web Mercator"
    }

    /// Returns the names of columns that look like an address or degrees and are not used.
    func unusedPlaces(texts: (_ column: Int) -> [String]) -> [String] {
        header.names.indices.filter { column in
            guard !used.contains(column), PlaceOwner(columnNamed: header.names[column]) == nil else {
                return false
            }
            return PlaceEvidence.looksLikePlace(name: header.names[column], texts: texts(column))
        }.map { header.names[$0] }
    }
}

extension ColumnMap {
    /// Finds the columns that say where the rows of any table lie, be they requests or not: a column that the city file
    /// names and the table lacks is no fault, and ids count for nothing.
    init(
        placesUnder names: [String], selection: ColumnSelection
    ) throws(RequestError) {
        header = HeaderNames(names)
        shown = HeaderEvidence.isPlausible(names) ? names : []
        essential = []
        if let name = selection.profile { profile = try ColumnProfile.named(name) }
        profile = profile ?? ColumnProfile.best(for: header)
        coordinateSystem = selection.coordinateSystem ?? profile?.coordinateSystem
        takeProfileColumns()
        for (field, name) in selection.columns {
            if let column = header.index(of: name) { columns[field] = column }
        }
        for (field, names) in selection.dateParts {
            let parts = names.compactMap(header.index)
            if parts.count == names.count { take(parts, for: field) }
        }
        let parts = selection.addressParts.compactMap(header.index)
        if !parts.isEmpty, parts.count == selection.addressParts.count {
            columns[.address] = nil
            addressParts = parts
            crossingPart = selection.crossingPart
        }
        for (field, names) in UsualColumns.degrees where columns[field] == nil {
            columns[field] = names.lazy.compactMap(header.index).first
        }
        preferGrid(of: selection)
        columns[.id] = nil
        if coordinateSystem == nil { (columns[.x], columns[.y]) = (nil, nil) }
        takeSecond(of: selection)
        guard columns[.address] == nil, addressParts.isEmpty else { return }
        // What a city calls its addresses may be anything elsewhere: it is asked where nothing else tells a place.
        let addresses = hasPlaces ? UsualColumns.addresses : UsualColumns.addresses(knownFor: profile)
        columns[.address] = addresses.lazy.compactMap(header.index).first
    }

    /// Whether a column says where the rows lie.
    var hasPlaces: Bool {
        hasDegrees || hasGrid || columns[.location] != nil || columns[.address] != nil
            || !addressParts.isEmpty
    }
}

/// Tells columns that hold an address or degrees by their names and texts.
private enum PlaceEvidence {
    private static let names: Set<String> = [
        "longitude", "latitude", "lon", "lat", "lng", "address", "location", "street", "adresse", "direccion",
        "longitud",
        "latitud", "coordinates", "geom", "point",
    ]
    /// What means a longitude among numbers, and much else among words.
    private static let namesOfNumbers: Set<String> = ["long", "x", "y"]

    /// Words of names of columns that hold a grid's metres or feet.
    private static let namesOfGrids: Set<String> = ["x", "y", "easting", "northing", "xcoord", "ycoord"]

    /// Whether nearly all numbers are larger than degrees are, and none larger than the earth in feet.
    static func holdsGrid(_ texts: [String]) -> Bool {
        let filled = texts.filter { !$0.isEmpty }
        let numbers = filled.count { text in
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                DecimalText(bytes).map { (1_000...140_000_000).contains(abs($0.value)) } ?? false
            }
        }
        return numbers > 0 && numbers * 10 >= filled.count * 9
    }

    static func looksLikePlace(name: String, texts: [String]) -> Bool {
        let filled = texts.filter { !$0.isEmpty }
        guard !filled.isEmpty else { return false }
        let words = StatusWordList.words(of: name)
        if words.contains(where: names.contains) { return true }
        if words.contains(where: namesOfGrids.contains), holdsGrid(filled) { return true }
        let fewestDecimals = words.contains(where: namesOfNumbers.contains) ? 1 : 4
        let degrees = filled.count { text in
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                DecimalText(bytes).map {
                    $0.decimals >= fewestDecimals && ClosedRange.writtenLongitudes.contains($0.value)
                } ?? false
            }
        }
        if degrees * 2 > filled.count || filled.count(where: hasTwoDegrees) * 2 > filled.count { return true }
        // Addresses seldom repeat, as counts of days or the names of priorities do.
        let addresses = Set(filled.filter(looksLikeAddress))
        return addresses.count * 2 > filled.count
    }

    /// Whether two numbers of a text may be degrees by their decimals, whatever stands around them: a link, a line, a list.
    private static func hasTwoDegrees(_ text: String) -> Bool {
        text.split { !"0123456789.-".contains($0) }.count { number in
            Array(number.utf8).withUnsafeBufferPointer { bytes in
                DecimalText(bytes).map {
                    $0.decimals >= 4 && ClosedRange.writtenLongitudes.contains($0.value)
                } ?? false
            }
        } >= 2
    }

    private static let timeWords: Set<String> = [
        "day", "days", "hour", "hours", "week", "weeks", "month", "months", "minutes", "ago",
    ]

    /// Whether a text begins with a house number and goes on with a name of two words or more.
    private static func looksLikeAddress(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count > 2, let number = words.first, number.first?.isNumber == true else { return false }
        guard !words.contains(where: { timeWords.contains($0.lowercased()) }) else { return false }
        return number.count < 7 && number.allSatisfy { $0.isNumber || $0 == "-" || $0.isLetter }
            && words[1...].contains { $0.count > 2 && $0.allSatisfy(\.isLetter) }
    }
}
