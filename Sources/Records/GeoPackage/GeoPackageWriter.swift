import Chronology
import Foundation
import GRDB
import Geometry

/// Writes tables as a GeoPackage: a layer for each with a spatial index, the columns' meanings, the summary as
/// metadata, and styles for QGIS. The same records give the same bytes.
///
/// Moments are in UTC, as GeoPackages want them.
enum GeoPackageWriter {
    static func write(_ document: RecordDocument, to path: String) throws(OutputError) {
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { database in
                // Nothing is lost by a crash: the file takes its place only when it is whole.
                try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
                try database.execute(sql: GeoPackageSchema.pragmas)
                try database.inTransaction {
                    try database.execute(sql: GeoPackageSchema.tables)
                    for table in document.tables { try LayerTable(table: table).write(to: database) }
                    try writeStyles(of: document.tables, to: database)
                    try writeSummary(of: document, to: database)
                    return .commit
                }
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw .cannotWrite(name: path, reason: error.message ?? "SQLite's error \(error.resultCode)")
        } catch {
            throw .cannotWrite(name: path, reason: "\(error)")
        }
    }

    private static func writeStyles(of tables: [RecordTable], to database: Database) throws {
        let styles = tables.compactMap { table in
            table.style.flatMap { QGISStyle(style: $0, shape: table.shape).text }
                .map { (table: table.name, geometry: LayerTable(table: table).geometry, text: $0) }
        }
        guard !styles.isEmpty else { return }
        try database.execute(sql: GeoPackageSchema.styles)
        for style in styles {
            try database.execute(
                sql: """
                    INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
                        styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
                    VALUES ('', '', ?, ?, ?, ?, '', 1, '', '', NULL, ?)
                    """,
                arguments: [
                    style.table, style.geometry, style.table, style.text, GeoPackageSchema.madeOn,
                ])
        }
    }

    private static func writeSummary(of document: RecordDocument, to database: Database) throws {
        let text = document.title + "\n" + document.summaryBody
        try database.execute(
            sql:
                "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'https://www.iana.org/assignments/media-types', ?, ?)",
            arguments: ["text/plain", text])
        try database.execute(
            sql: "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)",
            arguments: [GeoPackageSchema.madeOn])
    }
}

/// One table of a GeoPackage.
private struct LayerTable {
    let table: RecordTable

    /// The format's own columns.
    var key: String { free("fid") }
    var geometry: String { free("geom") }

    /// The usual name of a column of the format's own, or one like it where the table has a column of that name.
    private func free(_ name: String) -> String {
        table.columns.contains { $0.name.lowercased() == name } ? free(name + "_") : name
    }

    private var isSpatial: Bool { if case .none = table.shape { false } else { true } }
    private var name: String { GeoPackageCatalogue.quoted(table.name) }
    private var indexName: String { GeoPackageCatalogue.quoted("rtree_\(table.name)_\(geometry)") }

    func write(to database: Database) throws {
        try create(in: database)
        let box = try insert(into: database)
        try GeoPackageCatalogue.add(
            table.name, title: table.title, isSpatial: isSpatial, box: box, to: database)
        for column in table.columns {
            try GeoPackageCatalogue.describe(
                column.name, of: table.name, meaning: column.meaning, in: database)
        }
        guard isSpatial else { return }
        try GeoPackageCatalogue.addGeometry(geometry, type: geometryType, of: table.name, to: database)
        try database.execute(
            sql: GeoPackageSchema.indexTriggers(table: table.name, geometry: geometry, key: key))
    }

    private func create(in database: Database) throws {
        let columns = table.columns.map { "\(GeoPackageCatalogue.quoted($0.name)) \(Self.type(of: $0.kind))" }
        let shape = isSpatial ? ["\(GeoPackageCatalogue.quoted(geometry)) \(geometryType)"] : []
        try database.execute(
            sql: """
                CREATE TABLE \(name) (
                    \((["\(key) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"] + shape + columns)
                        .joined(separator: ", ")))
                """)
        guard isSpatial else { return }
        try database.execute(
            sql: "CREATE VIRTUAL TABLE \(indexName) USING rtree(id, minx, maxx, miny, maxy)")
    }

    /// Inserts the records and returns the box around them.
    private func insert(into database: Database) throws -> Box<Coordinate>? {
        let count = table.columns.count + (isSpatial ? 2 : 1)
        let marks = repeatElement("?", count: count).joined(separator: ", ")
        let statement = try database.makeStatement(sql: "INSERT INTO \(name) VALUES (\(marks))")
        let index =
            isSpatial
            ? try database.makeStatement(sql: "INSERT INTO \(indexName) VALUES (?, ?, ?, ?, ?)") : nil
        var all: Box<Coordinate>?
        for (row, record) in table.records.enumerated() {
            var values: [(any DatabaseValueConvertible)?] = [row + 1]
            if isSpatial { values.append(Self.blob(record.geometry)) }
            values += record.values.map(Self.value)
            statement.setUncheckedArguments(StatementArguments(values))
            try statement.execute()
            guard let index, let box = Self.box(around: record.geometry) else { continue }
            index.setUncheckedArguments([row + 1, box.minX, box.maxX, box.minY, box.maxY])
            try index.execute()
            all?.formUnion(box)
            if all == nil { all = box }
        }
        return all
    }

    private var geometryType: String {
        switch table.shape {
        case .none, .mixed: "GEOMETRY"
        case .points: "POINT"
        case .surfaces: "MULTIPOLYGON"
        }
    }

    private static func type(of kind: RecordColumn.Kind) -> String {
        switch kind {
        case .text: "TEXT"
        case .whole: "INTEGER"
        case .number: "REAL"
        case .moment: "DATETIME"
        case .day: "DATE"
        }
    }

    private static func value(_ value: RecordValue) -> (any DatabaseValueConvertible)? {
        switch value {
        case .text(let text): text
        case .texts(let texts): texts.isEmpty ? nil : texts.joined(separator: "; ")
        case .whole(let number): number
        case .number(let number?, let decimals) where number.isFinite:
            Double(FixedDecimal.text(number, decimals: decimals)) ?? number
        case .number: nil
        case .moment(let moment, _): moment.map(GeoPackageMoment.text)
        case .day(let day): day?.description
        }
    }

    private static func blob(_ geometry: RecordGeometry) -> DatabaseValue {
        switch geometry {
        case .none: .null
        case .point(let point): Data(GeoPackageBlob.point(point)).databaseValue
        case .surface(let surface): Data(GeoPackageBlob.surface(surface)).databaseValue
        }
    }

    private static func box(around geometry: RecordGeometry) -> Box<Coordinate>? {
        switch geometry {
        case .none: nil
        case .point(let point): Box(enclosing: [point])
        case .surface(let surface): surface.box
        }
    }
}
