/// One thing on a map: its place and what the file says about it.
package struct Feature: Hashable, Sendable {
    /// Its place in the file, from 1.
    package let number: Int
    package let geometry: FeatureGeometry
    /// The values in the order of the collection's fields; may be shorter, the rest is null.
    let values: [PropertyValue]

    package init(number: Int, geometry: FeatureGeometry, values: [PropertyValue]) {
        self.number = number
        self.geometry = geometry
        self.values = values
    }

    /// Returns the value under a field of the collection, null where the feature has none.
    package func value(at field: Int) -> PropertyValue { field < values.count ? values[field] : .null }
}

/// The features of one layer of a file, in the file's order.
package struct FeatureCollection: Sendable {
    /// The layer's name in the file, or the file's own without its ending.
    package let name: String
    package let path: String
    package let format: FeatureFileFormat
    package let referenceSystem: RecordedReferenceSystem
    /// The names of the properties, in the order in which the file brings them.
    package let fields: [String]
    /// The field that is no property but the features' own ids, as GeoJSON may have them; `nil` where there is none.
    package var identifierField: Int?
    package let features: [Feature]
    /// What was mended or left out while reading.
    package let notes: [ReadingNote]

    /// Returns the position of a field by its exact name, or else by its name whatever the case of its letters.
    package func field(named name: String) -> Int? {
        fields.firstIndex(of: name) ?? fields.firstIndex { $0.lowercased() == name.lowercased() }
    }

    /// Returns how many features have each kind of geometry, only for kinds that occur.
    package var geometryCounts: [(kind: FeatureGeometry.Kind, count: Int)] {
        var counts: [FeatureGeometry.Kind: Int] = [:]
        for feature in features { counts[feature.geometry.kind, default: 0] += 1 }
        return FeatureGeometry.Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    }

    /// The geometries in words: `8 polygons, 3 without geometry`, with the reason where one could not be read.
    package var geometrySummary: String {
        guard !features.isEmpty else { return "no features" }
        let counts = geometryCounts.map { $0.kind.counted($0.count) }.joined(separator: ", ")
        for feature in features {
            if case .unreadable(let reason) = feature.geometry {
                return "\(counts) (feature \(feature.number): \(reason))"
            }
        }
        return counts
    }
}
