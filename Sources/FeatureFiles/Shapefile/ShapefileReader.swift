import TableFiles

/// Reads shapefiles: .shp with .shx, .dbf, .prj and .cpg.
enum ShapefileReader {
    static func read(_ path: String) throws(FeatureFileError) -> FeatureCollection {
        let parts = ShapefileParts(path)
        guard parts.path(".shx") != nil else {
            throw FeatureFileError(path: path, reason: .missingPart(".shx"))
        }
        guard let shapes = ShapeFile(path: path), shapes.count <= parts.recordCount else {
            throw FeatureFileError(path: path, reason: .damaged("its header or index cannot be read"))
        }
        var notes = ReadingNotes()
        let attributes = try openAttributes(parts, notes: &notes)
        let features = readFeatures(shapes, attributes, notes: &notes)
        return FeatureCollection(
            name: FilePath.stem(of: path), path: path, format: .shapefile,
            referenceSystem: try referenceSystem(parts, notes: &notes),
            fields: attributes?.fields ?? [], features: features, notes: notes.all)
    }

    private static func readFeatures(
        _ shapes: ShapeFile, _ attributes: AttributeFile?, notes: inout ReadingNotes
    ) -> [Feature] {
        var features: [Feature] = []
        features.reserveCapacity(shapes.count)
        if attributes?.isOtherwiseUTF8 == true { notes.add(.notNamedEncoding) }
        if attributes?.isEncodingAssumed == true { notes.add(.assumedEncoding) }
        for record in 0..<shapes.count {
            var values: [PropertyValue] = []
            if let attributes, record < attributes.count {
                guard !attributes.isDeleted(record) else {
                    notes.add(.deletedRecord, feature: record + 1)
                    continue
                }
                var isMended = false
                values = attributes.values(at: record, isMended: &isMended)
                if isMended { notes.add(.notUTF8, feature: record + 1) }
            } else if attributes != nil {
                notes.add(.fewerRecords, feature: record + 1)
            }
            var rings = RingIntake()
            let geometry = shapes.geometry(at: record, rings: &rings)
            notes.add(rings, feature: record + 1)
            features.append(Feature(number: record + 1, geometry: geometry, values: values))
        }
        return features
    }

    private static func openAttributes(
        _ parts: ShapefileParts, notes: inout ReadingNotes
    ) throws(FeatureFileError) -> AttributeFile? {
        guard let path = parts.path(".dbf") else {
            notes.add(.noAttributeTable)
            return nil
        }
        guard let attributes = AttributeFile(path: path, page: try encoding(parts, notes: &notes)) else {
            throw FeatureFileError(path: path, reason: .damaged("its header cannot be read"))
        }
        return attributes
    }

    private static func encoding(
        _ parts: ShapefileParts, notes: inout ReadingNotes
    ) throws(FeatureFileError) -> CodePage? {
        guard let name = try parts.text(".cpg") else { return nil }
        if let page = CodePage.named(name) { return page }
        notes.add(.unknownEncoding)
        return .windows1252
    }

    private static func referenceSystem(
        _ parts: ShapefileParts, notes: inout ReadingNotes
    ) throws(FeatureFileError) -> RecordedReferenceSystem {
        guard let text = try parts.text(".prj") else {
            notes.add(.noReferenceSystem)
            return .missing
        }
        return .recorded(definition: text, place: .projectionFile)
    }
}
