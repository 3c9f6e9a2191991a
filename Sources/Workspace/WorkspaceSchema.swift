import GRDB
import Records

/// The tables of a workspace, beside those that every GeoPackage has.
enum WorkspaceSchema {
    static let requests = "requests"
    static let geometry = "geom"
    static let key = "fid"
    static let index = "rtree_\(requests)_\(geometry)"

    /// Makes all tables in an empty database.
    static func create(in database: Database) throws {
        try database.execute(sql: GeoPackageSchema.pragmas)
        try database.execute(sql: GeoPackageSchema.tables)
        try database.execute(
            sql: """
                CREATE TABLE \(GeoPackageSchema.workspaceMark) (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                    key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
                CREATE TABLE runs (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, command TEXT NOT NULL,
                    source TEXT NOT NULL, day DATE NOT NULL, rows INTEGER NOT NULL, inserted INTEGER NOT NULL,
                    updated INTEGER NOT NULL, deleted INTEGER NOT NULL, version TEXT NOT NULL);
                CREATE TABLE changes (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, request INTEGER NOT NULL,
                    request_id TEXT NOT NULL, run INTEGER NOT NULL, day DATE NOT NULL, field TEXT NOT NULL,
                    before TEXT, after TEXT);
                CREATE INDEX changes_by_day ON changes (day);
                CREATE TABLE \(requests) (\(key) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                    \(geometry) POINT, \(KeptColumn.common.map(definition).joined(separator: ", ")),
                    first_run INTEGER NOT NULL, last_run INTEGER NOT NULL, deleted DATE);
                CREATE VIRTUAL TABLE \(index) USING rtree(id, minx, maxx, miny, maxy);
                """)
        for (table, title) in [
            (GeoPackageSchema.workspaceMark, "What the workspace is"), ("runs", "Imports, in their order"),
            ("changes", "What the CRM rewrote between imports"),
        ] {
            try GeoPackageCatalogue.add(table, title: title, isSpatial: false, to: database)
        }
        try GeoPackageCatalogue.add(requests, title: "Service requests", isSpatial: true, to: database)
        try GeoPackageCatalogue.addGeometry(geometry, type: "POINT", of: requests, to: database)
        for column in KeptColumn.common { try describe(column, in: database) }
    }

    /// Adds the column of a layer that no earlier import had.
    static func add(_ column: KeptColumn, to database: Database) throws {
        try database.execute(sql: "ALTER TABLE \(requests) ADD COLUMN \(definition(column))")
        try describe(column, in: database)
    }

    /// Makes what finds requests by their ids and on the map. Made at once, after many rows, it takes a tenth of the time.
    static func createIndexes(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE INDEX IF NOT EXISTS requests_by_id ON \(requests) (request_id);
                INSERT INTO \(index) SELECT \(key), longitude, longitude, latitude, latitude FROM \(requests)
                    WHERE \(geometry) NOT NULL ORDER BY CAST(longitude * 200 AS INTEGER), latitude;
                """)
    }

    /// The triggers are for programs that edit the file: they call functions that a GeoPackage's readers have.
    static func createTriggers(in database: Database) throws {
        try database.execute(
            sql: GeoPackageSchema.indexTriggers(table: requests, geometry: geometry, key: key))
    }

    static func dropTriggers(in database: Database) throws {
        for name in try String.fetchAll(
            database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
            arguments: [requests])
        {
            try database.execute(sql: "DROP TRIGGER \(GeoPackageCatalogue.quoted(name))")
        }
    }

    private static func definition(_ column: KeptColumn) -> String {
        "\(GeoPackageCatalogue.quoted(column.name)) \(column.type)"
    }

    private static func describe(_ column: KeptColumn, in database: Database) throws {
        try GeoPackageCatalogue.describe(
            column.name, of: requests, meaning: column.meaning, in: database)
    }
}
