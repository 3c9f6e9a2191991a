import Foundation
import GRDB

/// Reads the feature layers of a GeoPackage, never writing to it.
enum GeoPackageReader {
    static func layers(of path: String) throws(FeatureFileError) -> [String] {
        try inDatabase(path) { database in try GeoPackageLayer.all(database).map(\.table) }
    }

    /// - Parameter layer: The layer's table name; may be left out where the file has only one.
    static func read(_ path: String, layer: String?) throws(FeatureFileError) -> FeatureCollection {
        try inDatabase(path) { database in
            let layers = try GeoPackageLayer.all(database)
            let chosen = try choose(layers, named: layer, path: path)
            return try read(chosen, database, path: path)
        }
    }

    private static func choose(
        _ layers: [GeoPackageLayer], named name: String?, path: String
    ) throws(FeatureFileError) -> GeoPackageLayer {
        let names = layers.map(\.table)
        if let name {
            guard let layer = layers.first(where: { $0.table == name || $0.title == name }) else {
                throw FeatureFileError(path: path, reason: .unknownLayer(name, layers: names))
            }
            return layer
        }
        guard let layer = layers.first, layers.count == 1 else {
            throw FeatureFileError(path: path, reason: .layerNotNamed(layers: names))
        }
        return layer
    }

    private static func read(
        _ layer: GeoPackageLayer, _ database: Database, path: String
    ) throws -> FeatureCollection {
        let statement = try database.makeStatement(
            sql: "SELECT * FROM \(quoted(layer.table))")
        let rows = try Row.fetchCursor(statement)
        let columns = statement.columnNames
        let geometryColumn = columns.firstIndex(of: layer.geometryColumn)
        let kept = columns.indices.filter { $0 != geometryColumn }
        var features: [Feature] = []
        while let row = try rows.next() {
            let geometry = try geometryColumn.map { try self.geometry(row, at: $0) } ?? FeatureGeometry.null
            let values = kept.map { value(row[$0]) }
            features.append(Feature(number: features.count + 1, geometry: geometry, values: values))
        }
        var notes = ReadingNotes()
        if layer.referenceSystem == .missing { notes.add(.noReferenceSystem) }
        return FeatureCollection(
            name: layer.table, path: path, format: .geoPackage, referenceSystem: layer.referenceSystem,
            fields: kept.map { columns[$0] }, features: features, notes: notes.all)
    }

    private static func quoted(_ identifier: String) -> String {
        "\"\(identifier.replacing("\"", with: "\"\""))\""
    }

    private static func geometry(_ row: Row, at column: Int) throws -> FeatureGeometry {
        try row.withUnsafeData(atIndex: column) { data in
            data.map { $0.withUnsafeBytes(WellKnownBinary.read(geoPackage:)) } ?? FeatureGeometry.null
        }
    }

    private static func value(_ value: DatabaseValue) -> PropertyValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(Int(number))
        case .double(let number): .number(number)
        case .string(let text): .string(text)
        case .blob(let data): .string(String(decoding: data, as: UTF8.self))
        }
    }

    private static func inDatabase<Value>(
        _ path: String, _ body: (Database) throws -> Value
    ) throws(FeatureFileError) -> Value {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration).read(body)
        } catch let error as FeatureFileError {
            throw error
        } catch let error as DatabaseError {
            throw FeatureFileError(path: path, reason: .database(error.message ?? "\(error.resultCode)"))
        } catch {
            throw FeatureFileError(path: path, reason: .database("\(error)"))
        }
    }
}
