import FeatureFiles
import Geometry
import GeometryEngine

/// A source's rows, their positions in degrees and their values found by column: of a feature file, or of delimited
/// text, whose rows have no geometry.
struct SourceFeatures {
    let fields: [String]
    let features: [Feature]
    /// Rows that could not be read.
    let faultCount: Int
    private let transformation: CoordinateTransformation?

    init(path: String, layer: String?) throws(ReferenceError) {
        if let collection = try Self.collection(path, layer: layer) {
            fields = collection.fields
            features = collection.features
            faultCount = 0
            transformation = try Self.transformation(collection)
        } else {
            let rows = try DelimitedRows.read(path)
            fields = rows.fields
            features = rows.features
            faultCount = rows.faultCount
            transformation = nil
        }
    }

    /// Returns the features of a feature file, or `nil` where the file may be delimited text.
    private static func collection(_ path: String, layer: String?) throws(ReferenceError)
        -> FeatureCollection?
    {
        do throws(FeatureFileError) {
            return try FeatureReader.read(path, layer: layer)
        } catch {
            if case .unknownFormat = error.reason { return nil }
            throw .source(path: path, reason: "\(error)")
        }
    }

    private static func transformation(
        _ collection: FeatureCollection
    ) throws(ReferenceError) -> CoordinateTransformation? {
        guard let definition = collection.referenceSystem.definition else { return nil }
        do {
            let system = try CoordinateReferenceSystem(definition)
            if system.isGeographic, system.name.contains("WGS 84") { return nil }
            return try CoordinateTransformation(from: system, to: .wgs84)
        } catch {
            throw .source(path: collection.path, reason: "\(error)")
        }
    }

    /// Returns the positions of a profile's columns that the file has.
    ///
    /// - Parameter required: Those that it has to have.
    /// - Throws: ``ReferenceError/unknownColumn(path:key:name:present:)`` for one of these that it has not.
    func positions<Column: RawRepresentable<String> & Hashable>(
        of columns: [Column: String], required: Set<Column>, path: String
    ) throws(ReferenceError) -> [Column: Int] {
        var positions: [Column: Int] = [:]
        for (column, name) in columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            positions[column] = field(name)
            if positions[column] == nil, required.contains(column) {
                throw .unknownColumn(path: path, key: column.rawValue, name: name, present: fields)
            }
        }
        return positions
    }

    /// Returns the position of a column by its exact name, or else by its name whatever the case of its letters.
    func field(_ name: String?) -> Int? {
        guard let name else { return nil }
        return fields.firstIndex(of: name) ?? fields.firstIndex { $0.lowercased() == name.lowercased() }
    }

    /// Returns the text in a column, without spaces around it; empty where there is none.
    func text(_ feature: Feature, _ field: Int?) -> String {
        guard let field else { return "" }
        return (feature.value(at: field).text ?? "").trimmingSpaces
    }

    /// Returns the positions in degrees, longitudes of 180 to 360 as −180 to 0; those that have none on the map are left out.
    func coordinates(_ points: [MapPoint]) -> [Coordinate] {
        var points = points
        transformation?.transform(&points)
        return points.compactMap { point in
            guard point.x.isFinite, point.y.isFinite, point.x >= -180, point.x <= 360, abs(point.y) <= 90
            else {
                return nil
            }
            return Coordinate(longitude: point.x, latitude: point.y).standard
        }
    }
}
