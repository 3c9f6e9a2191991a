import Algorithms

/// Where a text has its records, and of which shape they are.
extension JSONRecords {
    typealias Found = (starts: [Int], title: String, shape: Shape, missing: String?, system: Int?)

    /// Finds where the records begin, and holds all of the text to the grammar.
    static func find(in cursor: inout JSONCursor) throws(TableFileError) -> Found {
        if cursor.peek() == UInt8(ascii: "[") {
            let starts = try list(&cursor)
            guard cursor.peek() == 0, cursor.isAtEnd else { throw cursor.wrong() }
            guard let starts, !starts.isEmpty else {
                throw .noRecords(
                    format: "JSON", holds: starts == nil ? "a list of no objects" : "an empty list")
            }
            return (starts, "JSON", try shape(of: cursor, at: starts[0], isLine: true), nil, nil)
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
            lists.missing.take(name, text)
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
        return (
            longest.starts, title, shape, lists.missing.note(beside: longest.starts.count),
            shape == .esriFeatures ? esriSystem : nil
        )
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
        return (starts, "JSON", try shape(of: cursor, at: starts[0], isLine: true), nil, nil)
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
        /// What members beside the lists say of rows that are missing.
        var missing = MissingRows()

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
            if let starts = found.starts {
                ofObjects.append((name, starts))
                if Self.last(name) == "links" { try look(atLinks: starts, cursor) }
            }
            if found.lists > ofLists?.count ?? 0, !Self.shapes.contains(Self.last(name)) {
                ofLists = (name, found.lists)
            }
        }

        private mutating func look(atLinks starts: [Int], _ cursor: JSONCursor) throws(TableFileError) {
            var cursor = cursor
            for start in starts {
                cursor.offset = start
                missing.take(link: try cursor.skip())
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
                default: lists.missing.take(path, try cursor.skip())
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
}
