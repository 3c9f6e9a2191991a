package import Foundation
import GRDB

/// Makes GeoPackages for tests, table by table as OGC 12-128 describes them.
package struct GeoPackageFixture {
    package struct Layer {
        let name: String
        let title: String?
        let systemID: Int
        /// A column of text and a row's geometry as hexadecimal well-known binary, `nil` for none.
        let rows: [(code: String?, geometry: String?)]

        package init(
            _ name: String, title: String? = nil, systemID: Int = 4326,
            rows: [(code: String?, geometry: String?)]
        ) {
            self.name = name
            self.title = title
            self.systemID = systemID
            self.rows = rows
        }
    }

    /// A reference system beside those that every GeoPackage has.
    package struct ReferenceSystem {
        let id: Int
        let organization: String
        let organizationID: Int
        let definition: String

        package init(id: Int, organization: String, organizationID: Int, definition: String = "undefined") {
            self.id = id
            self.organization = organization
            self.organizationID = organizationID
            self.definition = definition
        }
    }

    package static func write(_ layers: [Layer], systems: [ReferenceSystem] = [], to path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(sql: tables)
            for system in systems {
                try database.execute(
                    sql: "INSERT INTO gpkg_spatial_ref_sys VALUES ('made up', ?, ?, ?, ?, NULL)",
                    arguments: [system.id, system.organization, system.organizationID, system.definition])
            }
            for layer in layers { try add(layer, to: database) }
        }
        try queue.close()
    }

    private static func add(_ layer: Layer, to database: Database) throws {
        let table = "\"\(layer.name.replacing("\"", with: "\"\""))\""
        try database.execute(
            sql: "CREATE TABLE \(table) (fid INTEGER PRIMARY KEY, code TEXT, geom BLOB)")
        try database.execute(
            sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?)",
            arguments: [layer.name, layer.title ?? layer.name])
        try database.execute(
            sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', ?, 0, 0)",
            arguments: [layer.name, layer.systemID])
        for row in layer.rows {
            let blob = row.geometry.map { header(systemID: layer.systemID) + bytes(hexadecimal: $0) }
            try database.execute(
                sql: "INSERT INTO \(table) (code, geom) VALUES (?, ?)", arguments: [row.code, blob])
        }
    }

    /// The header of a geometry blob: `GP`, version 0, little-endian without an envelope, the system's id.
    package static func header(systemID: Int) -> Data {
        var id = Int32(systemID).littleEndian
        return Data([0x47, 0x50, 0, 1]) + Data(bytes: &id, count: 4)
    }

    package static func bytes(hexadecimal text: String) -> Data {
        let digits = Array(text.utf8).map { $0 > 0x39 ? $0 - 55 : $0 - 48 }
        return Data(stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }

    private static let tables = """
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
            organization_coordsys_id INTEGER, definition TEXT, description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES
            ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
            ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
            ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', NULL);
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT,
            geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
        """
}
