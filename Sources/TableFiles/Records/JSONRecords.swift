import Algorithms

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
    private var isGathering = true
    private var parts: Set<FeaturePart> = []
    private var partColumns: [FeaturePart: Int] = [:]
    /// How many features have each kind of geometry that is no point, by its name.
    private var otherGeometries: [String: Int] = [:]

    /// What people should know of the records.
    package var remarks: TableRemarks {
        var remarks = TableRemarks()
        guard !otherGeometries.isEmpty else { return remarks }
        let count = otherGeometries.values.reduce(0, +)
        let kinds = otherGeometries.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.key) \($0.value)" }
        remarks.notes = [
            "the geometry of \(count) \(count == 1 ? "feature" : "features") is no point, and gives no position:"
                + " \(kinds.joined(separator: ", "))"
        ]
        return remarks
    }

    private enum Shape { case objects, features, esriFeatures }

    /// - Parameter text: The whole text in UTF-8.
    package init(_ text: [UInt8]) throws(TableFileError) {
        var cursor = JSONCursor(text)
        let found = try Self.find(in: &cursor)
        starts = found.starts
        title = found.title
        shape = found.shape
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
    private typealias Found = (starts: [Int], title: String, shape: Shape)

    /// Finds where the records begin, and holds all of the text to the grammar.
    private static func find(in cursor: inout JSONCursor) throws(TableFileError) -> Found {
        if cursor.peek() == UInt8(ascii: "[") {
            let starts = try list(&cursor)
            guard cursor.peek() == 0, cursor.isAtEnd else { throw cursor.wrong() }
            guard let starts, !starts.isEmpty else {
                throw .noRecords(
                    format: "JSON", holds: starts == nil ? "a list of no objects" : "an empty list")
            }
            return (starts, "JSON", try shape(of: cursor, at: starts[0], isLine: true))
        }
        let first = cursor.offset
        var lists = MemberLists()
        var esri = false
        var (system, esriSystem): (String?, Int?)
        try cursor.forEachMember { (cursor: inout JSONCursor, name) throws(TableFileError) in
            let name = String(decoding: name, as: UTF8.self)
            if cursor.peek() == UInt8(ascii: "[") { return try lists.take(&cursor, named: name) }
            if name == "crs" {
                system = try Self.system(named: &cursor)
                return
            }
            if name != "spatialReference", cursor.peek() == UInt8(ascii: "{") {
                return try lists.look(into: &cursor, named: name, depth: 1)
            }
            let text = try cursor.skip()
            if name == "geometryType" || name == "spatialReference" { esri = true }
            if name == "spatialReference" { esriSystem = Self.systemNumber(in: text) }
        }
        if cursor.peek() != 0 || !cursor.isAtEnd { return try lines(&cursor, first: first) }
        let full = lists.full
        if let bare = lists.ofLists, bare.count > full.first?.starts.count ?? 0 {
            throw .noRecords(
                format: "JSON",
                holds:
                    "the rows of “\(bare.name)” as lists whose columns have no names; export them as CSV or as objects"
            )
        }
        guard let longest = full.first else {
            guard lists.ofObjects.isEmpty else { throw .noRecords(format: "JSON", holds: "an empty list") }
            return try lines(&cursor, first: first)
        }
        let shape = try shape(of: cursor, at: longest.starts[0], isLine: false)
        if let system, shape == .features { throw .referenceSystem(system) }
        let others = full.dropFirst().map { "“\($0.name)”" }
        var title = shape == .features ? "GeoJSON" : esri ? "Esri JSON" : "JSON"
        if shape == .esriFeatures, let esriSystem {
            title +=
                " with positions in EPSG:\(esriSystem) in columns x and y, which crs: and columns: under requests: name"
        }
        if !others.isEmpty {
            title += ", the records of “\(longest.name)”, not of \(others.joined(separator: ", "))"
        }
        return (longest.starts, title, shape)
    }

    /// Objects one after another.
    private static func lines(_ cursor: inout JSONCursor, first: Int) throws(TableFileError) -> Found {
        var starts: [Int] = []
        cursor.offset = first
        while cursor.peek() != 0 || !cursor.isAtEnd {
            guard cursor.peek() == UInt8(ascii: "{") else { throw cursor.wrong() }
            starts.append(cursor.offset)
            try cursor.skip()
        }
        guard starts.count > 1 else { throw .noRecords(format: "JSON", holds: "one object without a list") }
        return (starts, "JSON", try shape(of: cursor, at: starts[0], isLine: true))
    }

    /// Passes a list, and returns where its objects begin; `nil` where it holds anything else.
    private static func list(_ cursor: inout JSONCursor) throws(TableFileError) -> [Int]? {
        try elements(&cursor).starts
    }

    /// Passes a list, and returns where its objects begin, `nil` where it holds anything else; and how many lists it holds, 0 where it
    /// holds anything else.
    private static func elements(
        _ cursor: inout JSONCursor
    ) throws(TableFileError) -> (starts: [Int]?, lists: Int) {
        var starts: [Int] = []
        var (lists, all) = (0, 0)
        try cursor.forEachElement { (cursor: inout JSONCursor) throws(TableFileError) in
            all += 1
            if cursor.peek() == UInt8(ascii: "{") { starts.append(cursor.offset) }
            if cursor.peek() == UInt8(ascii: "[") { lists += 1 }
            try cursor.skip(depth: 1)
        }
        return (starts.count == all ? starts : nil, lists == all ? lists : 0)
    }

    /// The lists that an object has, also within objects: `{"result": {"records": […]}}`.
    private struct MemberLists {
        private static let deepest = 2

        private(set) var ofObjects: [(name: String, starts: [Int])] = []
        /// The longest list of lists.
        private(set) var ofLists: (name: String, count: Int)?

        /// Those that hold any, the longest first, without those that describe columns where there are others.
        var full: [(name: String, starts: [Int])] {
            let filled = ofObjects.filter { !$0.starts.isEmpty }.sorted { $0.starts.count > $1.starts.count }
            let records = filled.filter { !Self.descriptions.contains(Self.last($0.name)) }
            return records.isEmpty && ofLists == nil ? filled : records
        }

        private static let descriptions: Set = ["fields", "columns", "aliases", "links"]
        private static let shapes: Set = ["coordinates", "rings", "paths", "bbox"]

        private static func last(_ name: String) -> String {
            String(name.split(separator: ".").last ?? "").lowercased()
        }

        mutating func take(_ cursor: inout JSONCursor, named name: String) throws(TableFileError) {
            let found = try elements(&cursor)
            if let starts = found.starts { ofObjects.append((name, starts)) }
            if found.lists > ofLists?.count ?? 0, !Self.shapes.contains(Self.last(name)) {
                ofLists = (name, found.lists)
            }
        }

        mutating func look(
            into cursor: inout JSONCursor, named name: String, depth: Int
        ) throws(TableFileError) {
            var lists = self
            try cursor.forEachMember { (cursor: inout JSONCursor, member) throws(TableFileError) in
                let path = "\(name).\(String(decoding: member, as: UTF8.self))"
                switch cursor.peek() {
                case UInt8(ascii: "["): try lists.take(&cursor, named: path)
                case UInt8(ascii: "{") where depth < Self.deepest:
                    try lists.look(into: &cursor, named: path, depth: depth + 1)
                default: try cursor.skip()
                }
            }
            self = lists
        }
    }

    private static func shape(of cursor: JSONCursor, at start: Int, isLine: Bool) throws(TableFileError)
        -> Shape
    {
        var cursor = cursor
        cursor.offset = start
        var names: Set<String> = []
        var type: [UInt8] = []
        try cursor.forEachMember { (cursor: inout JSONCursor, name) throws(TableFileError) in
            let name = String(decoding: name, as: UTF8.self)
            names.insert(name)
            if name == "type", cursor.peek() == UInt8(ascii: "\"") {
                type = try cursor.string()
            } else {
                try cursor.skip()
            }
        }
        if type == Array("Feature".utf8), names.contains("properties") { return .features }
        return names.contains("attributes") && names.isSubset(of: ["attributes", "geometry"])
            ? .esriFeatures : .objects
    }

    /// Returns the name of a reference system that is not that of GeoJSON: `{"type": "name", "properties": {"name": …}}`.
    private static func system(named cursor: inout JSONCursor) throws(TableFileError) -> String? {
        var name = ""
        guard cursor.peek() == UInt8(ascii: "{") else {
            try cursor.skip()
            return nil
        }
        try cursor.forEachMember { (cursor: inout JSONCursor, key) throws(TableFileError) in
            guard key == Array("properties".utf8), cursor.peek() == UInt8(ascii: "{") else {
                try cursor.skip()
                return
            }
            try cursor.forEachMember { (cursor: inout JSONCursor, key) throws(TableFileError) in
                if key == Array("name".utf8), cursor.peek() == UInt8(ascii: "\"") {
                    name = String(decoding: try cursor.string(), as: UTF8.self)
                } else {
                    try cursor.skip()
                }
            }
        }
        let isDegrees = ["CRS84", ":4326", ":4269", ":4258"].contains { name.hasSuffix($0) }
        return name.isEmpty || isDegrees ? nil : name
    }

    /// Returns the number of Esri's reference system, the one that EPSG knows where there are two; `nil` for degrees and where none
    /// is named.
    private static func systemNumber(in text: ArraySlice<UInt8>) -> Int? {
        let words = text.split { !(48...57).contains($0) && !(65...90).contains($0 & 0xDF) }
            .map { String(decoding: $0, as: UTF8.self) }
        let numbers = ["latestWkid", "wkid"].compactMap { key in
            words.adjacentPairs().first { $0.0 == key }.flatMap { Int($0.1) }
        }
        guard let number = numbers.first, ![4326, 4269, 4258].contains(number) else { return nil }
        return number
    }

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
            case UInt8(ascii: "\""): try take(&table, name, own.string()[...])
            case UInt8(ascii: "{"), UInt8(ascii: "["): try take(&table, name, own.skip())
            default:
                let text = try own.literal()
                try take(&table, name, JSONCursor.isNothing(text) ? [] : text)
            }
        }
        cursor = own
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
