/// Reads GeoJSON: RFC 7946, the older kind with a `crs` member, and one feature a line.
struct GeoJSONReader {
    private let path: String
    private var table = PropertyTable()
    private var features: [Feature] = []
    private var notes = ReadingNotes()
    private var name: String?
    private var referenceSystem: RecordedReferenceSystem = .impliedByFormat

    static func read(_ path: String) throws(FeatureFileError) -> FeatureCollection {
        try read(FileBytes.read(path), path: path)
    }

    /// Returns the features of a GeoJSON text.
    /// - Parameter path: Names the text in messages and in the collection.
    static func read(_ bytes: [UInt8], path: String) throws(FeatureFileError) -> FeatureCollection {
        let bytes = UTF16Text.utf8(bytes)
        let plain = attempt(bytes, path: path)
        // Rewriting takes a second reading, which nearly no file needs.
        if case .success(let reader) = plain, !reader.table.hasLongNumbers { return reader.collection }
        guard let rewritten = JSONLiterals.rewrite(bytes),
            case .success(var reader) = attempt(rewritten.bytes, path: path)
        else { return try plain.get().collection }
        if rewritten.words > 0 { reader.notes.add(.notANumber) }
        return reader.collection
    }

    private init(path: String) { self.path = path }

    private static func attempt(_ bytes: [UInt8], path: String) -> Result<GeoJSONReader, FeatureFileError> {
        Result { () throws(FeatureFileError) in
            var reader = GeoJSONReader(path: path)
            var values = JSONValues(bytes)
            while let tree = try nextValue(&values, path: path) { try reader.add(tree.root) }
            return reader
        }
    }

    private static func nextValue(
        _ values: inout JSONValues, path: String
    ) throws(FeatureFileError) -> JSONTree? {
        do throws(JSONValues.Failure) {
            return try values.next()
        } catch {
            let (line, column) = values.place(of: error.offset)
            let found =
                error.isAtEnd
                ? "the text ends too early" : "cannot read “\(values.excerpt(at: error.offset))”"
            throw FeatureFileError(
                path: path, reason: .malformedJSON(line: line, column: column, found: found))
        }
    }

    private mutating func add(_ root: JSONNode) throws(FeatureFileError) {
        switch root["type"]?.string {
        case "FeatureCollection": try addCollection(root)
        case "Feature": addFeature(root)
        case let type? where GeoJSONGeometry.types.contains(type): addGeometry(root)
        default: throw FeatureFileError(path: path, reason: ForeignJSON.reason(root))
        }
    }

    private mutating func addCollection(_ root: JSONNode) throws(FeatureFileError) {
        guard let list = root["features"], list.kind == .array else {
            throw FeatureFileError(
                path: path, reason: .notGeoJSON(content: "a FeatureCollection without a list of features"))
        }
        name = root["name"]?.string ?? name
        readReferenceSystem(root)
        if MissingFeatures.areTold(by: root, of: list) {
            notes.add(.missingFeatures)
        }
        for feature in list.children { addFeature(feature) }
    }

    private mutating func addFeature(_ node: JSONNode) {
        let number = features.count + 1
        var geometry = FeatureGeometry.unreadable("it is no object of type Feature")
        if node.kind == .object, node["type"]?.string ?? "Feature" == "Feature" {
            geometry = readGeometry(node["geometry"], feature: number)
        }
        let values = table.values(
            of: node["properties"], identifier: node["id"], feature: number, notes: &notes)
        features.append(Feature(number: number, geometry: geometry, values: values))
    }

    private mutating func addGeometry(_ node: JSONNode) {
        let number = features.count + 1
        readReferenceSystem(node)
        features.append(
            Feature(number: number, geometry: readGeometry(node, feature: number), values: []))
    }

    private mutating func readGeometry(_ node: JSONNode?, feature number: Int) -> FeatureGeometry {
        guard let node else { return .null }
        var reader = GeoJSONGeometry()
        let geometry = reader.read(node)
        notes.add(reader.rings, feature: number)
        return geometry
    }

    private mutating func readReferenceSystem(_ node: JSONNode) {
        guard let member = node["crs"], member.kind != .null else { return }
        if let definition = GeoJSONReferenceSystem.definition(of: member) {
            referenceSystem = .recorded(definition: definition, place: .member)
        } else {
            referenceSystem = .missing
            notes.add(.unknownReferenceSystem)
        }
    }

    private var collection: FeatureCollection {
        FeatureCollection(
            name: name ?? FilePath.stem(of: path), path: path, format: .geoJSON,
            referenceSystem: referenceSystem,
            fields: table.fields, identifierField: table.identifierField, features: features, notes: notes.all
        )
    }
}
