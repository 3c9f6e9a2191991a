import Foundation
import GRDB

/// Reads the feature layers of a GeoPackage, never writing to it.
enum GeoPackageReader {
    static func layers(of path: String) throws(FeatureFileError) -> [String] {
        try inDatabase(path) { database, _ in try GeoPackageLayer.all(database).map(\.table) }
    }

    /// - Parameter layer: The layer's table name; may be left out where the file has only one.
    static func read(_ path: String, layer: String?) throws(FeatureFileError) -> FeatureCollection {
        try inDatabase(path) { database, budget in
            let layers = try GeoPackageLayer.all(database)
            let chosen = try choose(layers, named: layer, path: path)
            return try read(chosen, database, path: path, budget: budget)
        }
    }

    /// Checks that a file has a layer of some name.
    static func check(layer: String, of path: String) throws(FeatureFileError) {
        _ = try inDatabase(path) { database, _ in
            try choose(try GeoPackageLayer.all(database), named: layer, path: path)
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
        _ layer: GeoPackageLayer, _ database: Database, path: String, budget: QueryBudget
    ) throws -> FeatureCollection {
        let statement = try database.makeStatement(
            sql: "SELECT * FROM \(quoted(layer.table))")
        let rows = try Row.fetchCursor(statement)
        let columns = statement.columnNames
        let geometryColumn = columns.firstIndex(of: layer.geometryColumn)
        let kept = columns.indices.filter { $0 != geometryColumn }
        var features: [Feature] = []
        var notes = ReadingNotes()
        while let row = try rows.next() {
            try budget.take(bytes: columns.indices.reduce(0) { $0 + length(row[$1]) })
            let number = features.count + 1
            var rings = RingIntake()
            let geometry =
                try geometryColumn.map { try self.geometry(row, at: $0, rings: &rings) }
                ?? FeatureGeometry.null
            notes.add(rings, feature: number)
            let values = kept.map { value(row[$0]) }
            features.append(Feature(number: number, geometry: geometry, values: values))
        }
        if layer.referenceSystem == .missing { notes.add(.noReferenceSystem) }
        return FeatureCollection(
            name: layer.table, path: path, format: .geoPackage, referenceSystem: layer.referenceSystem,
            fields: kept.map { columns[$0] }, features: features, notes: notes.all)
    }

    private static func quoted(_ identifier: String) -> String {
        "\"\(identifier.replacing("\"", with: "\"\""))\""
    }

    private static func geometry(
        _ row: Row, at column: Int, rings: inout RingIntake
    ) throws -> FeatureGeometry {
        switch (row[column] as DatabaseValue).storage {
        case .null: return .null
        case .blob:
            return try row.withUnsafeData(atIndex: column) { data in
                data?.withUnsafeBytes { WellKnownBinary.read(geoPackage: $0, rings: &rings) } ?? .null
            }
        default: return .unreadable("the geometry is no blob")
        }
    }

    private static func length(_ value: DatabaseValue) -> Int {
        switch value.storage {
        case .string(let text): text.utf8.count
        case .blob(let data): data.count
        case .null, .int64, .double: 8
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
        _ path: String, _ body: (Database, QueryBudget) throws -> Value
    ) throws(FeatureFileError) -> Value {
        let size = FileBytes.size(path)
        let budget = QueryBudget(fileSize: size)
        do {
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration).read { database in
                try budget.watch(database, fileSize: size) { try body(database, budget) }
            }
        } catch let error as FeatureFileError {
            throw error
        } catch let error as GeoPackageLayer.Damage {
            throw FeatureFileError(path: path, reason: .damaged(error.text))
        } catch {
            if budget.isSpent {
                throw FeatureFileError(path: path, reason: .endless("reading its rows"))
            }
            let message = (error as? DatabaseError).map { $0.message ?? "\($0.resultCode)" } ?? "\(error)"
            throw FeatureFileError(path: path, reason: .database(message))
        }
    }
}
