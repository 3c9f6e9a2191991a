/// Rows out of JSON: a list of objects, as Open311's GeoReport gives it, also within one object; GeoJSON's features with the
/// position of their points; objects one after another, each on its line.
///
/// A value within a value has both names, `location.latitude`; a list stays JSON; null is blank; a point is `POINT (x y)`, in
/// features in the column `geometry`. Numbers keep their digits.
package final class JSONRecords: RowSource {
    /// What the records are, for a summary.
    package let title: String

    private var cursor: JSONCursor
    private var table = ListedRecords()
    /// Where the records begin.
    private let starts: [Int]
    private var next = 0
    private var hasHeader = false
    private let shape: Shape
    /// What the text says itself of rows that it lacks.
    private let missing: String?
    /// The number of the reference system of the columns x and y, as EPSG has it; `nil` for degrees of today's.
    private let system: Int?
    private var isGathering = true
    private var parts: Set<FeaturePart> = []
    private var partColumns: [FeaturePart: Int] = [:]
    /// How many features have each kind of geometry that is no point, by its name.
    private var otherGeometries: [String: Int] = [:]

    /// What people should know of the records.
    package var remarks: TableRemarks {
        var remarks = TableRemarks()
        remarks.notes += [missing].compactMap(\.self)
        remarks.positionSystem = system
        guard !otherGeometries.isEmpty else { return remarks }
        let count = otherGeometries.values.reduce(0, +)
        let kinds = otherGeometries.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.key) \($0.value)" }
        remarks.notes += [
            "the geometry of \(count) \(count == 1 ? "feature" : "features") is no point, and gives no position:"
                + " \(kinds.joined(separator: ", "))"
        ]
        return remarks
    }

    enum Shape { case objects, features, esriFeatures }

    /// - Parameter text: The whole text in UTF-8.
    package init(_ text: [UInt8]) throws(TableFileError) {
        var cursor = JSONCursor(text)
        let found = try Self.find(in: &cursor)
        starts = found.starts
        title = found.title
        shape = found.shape
        missing = found.missing
        system = found.system
        self.cursor = cursor
        super.init()
        for start in starts {
            self.cursor.offset = start
            try readRecord { (table: inout ListedRecords, name, _) throws(TableFileError) in
                guard table.index(of: name) != nil else {
                    throw .noRecords(format: "JSON", holds: "more than 4,096 columns")
                }
            }
        }
        isGathering = false
        nameParts()
    }

    override func makeRows() throws(TableFileError) -> Bool {
        if !hasHeader {
            hasHeader = true
            table.appendHeader(to: &rows)
        }
        while next < starts.count, rows.count < 1 << 16 {
            cursor.offset = starts[next]
            next += 1
            table.beginRow()
            try readRecord { (table: inout ListedRecords, name, text) throws(TableFileError) in
                if let index = table.known(name) { table.add(text, at: index) }
            }
            table.appendRow(to: &rows)
        }
        return next < starts.count
    }
}

extension JSONRecords {
    private typealias Taking = (inout ListedRecords, String, ArraySlice<UInt8>) throws(TableFileError) -> Void

    private func readRecord(_ take: Taking) throws(TableFileError) {
        switch shape {
        case .objects: try readObject(prefix: "", depth: 0, take)
        case .features, .esriFeatures:
            let feature = try readFeature(take)
            for (part, text) in feature {
                if isGathering {
                    parts.insert(part)
                } else if let index = partColumns[part] {
                    table.add(text, at: index)
                }
            }
        }
    }

    /// Names the columns of what features have beside their properties, each by a name that no property has.
    private func nameParts() {
        for part in FeaturePart.allCases where parts.contains(part) {
            let own = table.known(part.rawValue) == nil ? part.rawValue : "feature." + part.rawValue
            partColumns[part] = table.index(of: own)
        }
    }

    private func readObject(prefix: String, depth: Int, _ take: Taking) throws(TableFileError) {
        var own = cursor
        try own.forEachMember { (own: inout JSONCursor, name) throws(TableFileError) in
            let name = prefix + String(decoding: name, as: UTF8.self)
            switch own.peek() {
            case UInt8(ascii: "{") where depth < 4:
                if let point = PointText(own) {
                    try take(&table, name, Array(point.wellKnownText.utf8)[...])
                    try own.skip()
                } else {
                    cursor = own
                    try readObject(prefix: name + ".", depth: depth + 1, take)
                    own = cursor
                }
            case UInt8(ascii: "\""):
                let text = try own.string()
                guard name.hasSuffix(Self.packed), let members = Self.members(of: text) else {
                    try take(&table, name, text[...])
                    return
                }
                for (member, text) in members { try take(&table, name + "." + member, text[...]) }
            case UInt8(ascii: "{"), UInt8(ascii: "["): try take(&table, name, own.skip())
            default:
                let text = try own.literal()
                try take(&table, name, JSONCursor.isNothing(text) ? [] : text)
            }
        }
        cursor = own
    }

    /// How the name of a text ends that Socrata fills with an object of an address's parts, as text.
    private static let packed = "human_address"

    /// Returns the texts of an object that stands in a text; `nil` where none does.
    private static func members(of text: [UInt8]) -> [(name: String, text: [UInt8])]? {
        var cursor = JSONCursor(text)
        guard cursor.peek() == UInt8(ascii: "{") else { return nil }
        var members: [(name: String, text: [UInt8])] = []
        do throws(TableFileError) {
            try cursor.forEachMember { (cursor: inout JSONCursor, name) throws(TableFileError) in
                guard cursor.peek() == UInt8(ascii: "\"") else {
                    try cursor.skip()
                    return
                }
                members.append((String(decoding: name, as: UTF8.self), try cursor.string()))
            }
        } catch {
            return nil
        }
        return members
    }

    /// Reads a feature's properties, and returns its id and the position of its point.
    private func readFeature(_ take: Taking) throws(TableFileError) -> [FeaturePart: [UInt8]] {
        var own = cursor
        var feature: [FeaturePart: [UInt8]] = [:]
        try own.forEachMember { (own: inout JSONCursor, name) throws(TableFileError) in
            switch String(decoding: name, as: UTF8.self) {
            case "properties" where own.peek() == UInt8(ascii: "{"),
                "attributes" where own.peek() == UInt8(ascii: "{"):
                cursor = own
                try readObject(prefix: "", depth: 0, take)
                own = cursor
            case "geometry":
                if let point = PointText(own) {
                    feature[.geometry] = Array(point.wellKnownText.utf8)
                    if shape == .esriFeatures { (feature[.x], feature[.y]) = (point.x, point.y) }
                } else if isGathering, let kind = GeometryKind.name(of: own) {
                    otherGeometries[kind, default: 0] += 1
                }
                try own.skip()
            case "id":
                feature[.id] = own.peek() == UInt8(ascii: "\"") ? try own.string() : Array(try own.skip())
            default: try own.skip()
            }
        }
        cursor = own
        return feature
    }
}

/// What features have beside their properties, by the names of the columns that it goes to.
private enum FeaturePart: String, CaseIterable {
    case id, geometry, x, y
}

/// What a feature's geometry is that is no point.
private enum GeometryKind {
    /// GeoJSON's kinds, and what holds the places of Esri's.
    private static let known: [(member: String, name: String)] = [
        ("rings", "Polygon"), ("paths", "LineString"), ("points", "MultiPoint"),
    ]
    private static let types: Set<String> = [
        "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
    ]

    /// Returns its name; `nil` where there is none, or a point that cannot be read.
    static func name(of cursor: JSONCursor) -> String? {
        var cursor = cursor
        guard cursor.peek() == UInt8(ascii: "{") else { return nil }
        var name: String?
        do throws(TableFileError) {
            try cursor.forEachMember { (cursor: inout JSONCursor, member) throws(TableFileError) in
                let member = String(decoding: member, as: UTF8.self)
                if member == "type", cursor.peek() == UInt8(ascii: "\"") {
                    let type = String(decoding: try cursor.string(), as: UTF8.self)
                    if types.contains(type) { name = type }
                } else {
                    name = known.first { $0.member == member }?.name ?? name
                    try cursor.skip()
                }
            }
        } catch {
            return nil
        }
        return name
    }
}

/// The digits of a point's position, as they are written.
private struct PointText {
    let x: [UInt8]
    let y: [UInt8]

    var wellKnownText: String {
        "POINT (\(String(decoding: x, as: UTF8.self)) \(String(decoding: y, as: UTF8.self)))"
    }

    /// Reads GeoJSON's point, also in a list of one, or Esri's `x` and `y`; `nil` where another value stands there.
    init?(_ cursor: JSONCursor) {
        var cursor = cursor
        guard cursor.peek() == UInt8(ascii: "{") else { return nil }
        var type: [UInt8] = []
        var numbers: [[UInt8]] = []
        var grid: [String: [UInt8]] = [:]
        do throws(TableFileError) {
            try cursor.forEachMember { (cursor: inout JSONCursor, name) throws(TableFileError) in
                let name = String(decoding: name, as: UTF8.self)
                if name == "type", cursor.peek() == UInt8(ascii: "\"") {
                    type = try cursor.string()
                } else if name == "coordinates" {
                    var text = try cursor.skip()
                    if type == Array("MultiPoint".utf8) { text = text.dropFirst().dropLast() }
                    numbers = Self.numbers(text)
                } else {
                    let text = try cursor.skip()
                    if name == "x" || name == "y" { grid[name] = Array(text) }
                }
            }
        } catch {
            return nil
        }
        if let x = grid["x"], let y = grid["y"], type.isEmpty, Self.isNumber(x), Self.isNumber(y) {
            (self.x, self.y) = (x, y)
            return
        }
        guard type == Array("Point".utf8) || type == Array("MultiPoint".utf8), numbers.count >= 2 else {
            return nil
        }
        (x, y) = (numbers[0], numbers[1])
    }

    /// Returns the numbers of one position; none where the text is anything else.
    private static func numbers(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        let plain = text.filter { !blanks.contains($0) }
        guard plain.first == UInt8(ascii: "["), plain.last == UInt8(ascii: "]") else { return [] }
        let numbers = plain.dropFirst().dropLast().split(separator: UInt8(ascii: ",")).map(Array.init)
        return numbers.allSatisfy(isNumber) ? numbers : []
    }

    private static func isNumber(_ text: [UInt8]) -> Bool {
        Double(String(decoding: text, as: UTF8.self))?.isFinite ?? false
    }
}
