import FeatureFiles

/// Numbers that a file gives for its areas, such as how many people live there.
package enum AreaNumbers {
    /// Returns the number of each area, the sum where several features are one area; `nil` where one has none.
    ///
    /// - Parameter field: The name of the field, whatever the case of its letters.
    /// - Throws: ``BoundaryError/unknownField(path:name:fields:)`` for a field that the file has not.
    package static func read(_ field: String, of edition: Edition) throws(BoundaryError) -> [Double?] {
        let file: FeatureCollection
        do {
            file = try FeatureReader.read(edition.source.path, layer: edition.source.layer)
        } catch {
            throw .file(error)
        }
        guard let place = file.field(named: field) else {
            throw .unknownField(path: file.path, name: field, fields: file.fields)
        }
        var values: [Int: Double] = [:]
        for feature in file.features {
            guard let value = feature.value(at: place).double, value.isFinite, value > 0 else { continue }
            values[feature.number] = value
        }
        return edition.areas.map { area in
            let own = area.features.map { values[$0] }
            return own.contains(nil) ? nil : own.compactMap(\.self).reduce(0, +)
        }
    }
}
