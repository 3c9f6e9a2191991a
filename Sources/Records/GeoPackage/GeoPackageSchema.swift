import Foundation
import GRDB

/// The tables that every GeoPackage has (OGC 12-128r18, version 1.3), and those of the extensions that are used.
package enum GeoPackageSchema {
    /// The day on which all GeoPackages say that they were made, so that the same records give the same bytes.
    package static let madeOn = "2000-01-01T00:00:00.000Z"

    /// The table that marks a workspace: no output may replace a file that has it.
    package static let workspaceMark = "wardline_workspace"

    /// Returns whether a file has ``workspaceMark``. A file that is no database has not. One that cannot be read, since it is
    /// damaged or another run holds it, is taken for one where its bytes name the mark: it is not to be replaced.
    package static func isWorkspace(_ path: String) -> Bool {
        guard hasDatabase(path) else { return false }
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        // Not opened for reading alone: what a killed run left undone is taken back by who opens the file next.
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try queue.read { try $0.tableExists(workspaceMark) }
        } catch {
            return namesMark(path)
        }
    }

    /// Whether a file's bytes hold the name of the table ``workspaceMark``: its schema and its list of contents do.
    private static func namesMark(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        let mark = Data(workspaceMark.utf8)
        var text = Data()
        while let more = try? file.read(upToCount: 1 << 20), !more.isEmpty {
            // The end of the bytes before: the mark may lie across.
            text = text.suffix(mark.count - 1) + more
            if text.range(of: mark) != nil { return true }
        }
        return false
    }

    /// Whether a file begins as SQLite's do: a look that costs nothing, also at a table of a gigabyte. Pipes are not looked
    /// into: what is read of them is gone.
    package static func hasDatabase(_ path: String) -> Bool {
        guard FileIdentity(path: path) != nil, let file = FileHandle(forReadingAtPath: path) else {
            return false
        }
        defer { try? file.close() }
        return (try? file.read(upToCount: 16)).flatMap(\.self) == Data("SQLite format 3\u{0}".utf8)
    }

    package static let pragmas = "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"

    package static let tables = """
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
            organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
            description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES
            ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
            ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
            ('WGS 84 geodetic', 4326, 'EPSG', 4326, '\(worldGeodeticSystem)', 'longitude and latitude in degrees');
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
            identifier TEXT UNIQUE, description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
            definition TEXT NOT NULL, scope TEXT NOT NULL,
            CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
        CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,
            description TEXT, mime_type TEXT, constraint_name TEXT,
            CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
        CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL,
            value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
            CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
        CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
            md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
            mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
        CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,
            row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
            CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
            CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
        INSERT INTO gpkg_extensions VALUES
            ('gpkg_data_columns', NULL, 'gpkg_schema', '\(schemaExtension)', 'read-write'),
            ('gpkg_data_column_constraints', NULL, 'gpkg_schema', '\(schemaExtension)', 'read-write'),
            ('gpkg_metadata', NULL, 'gpkg_metadata', '\(metadataExtension)', 'read-write'),
            ('gpkg_metadata_reference', NULL, 'gpkg_metadata', '\(metadataExtension)', 'read-write');
        """

    /// The table in which QGIS looks for the layers' styles.
    static let styles = """
        CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
            f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30),
            styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
            update_time DATETIME);
        INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
            VALUES ('layer_styles', 'attributes', 'layer_styles', '\(madeOn)');
        """

    package static let indexExtension = "http://www.geopackage.org/spec131/#extension_rtree"
    private static let schemaExtension = "http://www.geopackage.org/spec131/#extension_schema"
    private static let metadataExtension = "http://www.geopackage.org/spec131/#extension_metadata"

    private static let worldGeodeticSystem = """
        GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
        AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
        UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],\
        AUTHORITY["EPSG","4326"]]
        """

    /// The triggers that keep a layer's spatial index in step with its rows, for programs that edit it.
    package static func indexTriggers(table: String, geometry: String, key: String) -> String {
        let index = "rtree_\(table)_\(geometry)"
        func entry(_ row: String) -> String {
            "\(row).\"\(key)\", ST_MinX(\(row).\"\(geometry)\"), ST_MaxX(\(row).\"\(geometry)\"),"
                + " ST_MinY(\(row).\"\(geometry)\"), ST_MaxY(\(row).\"\(geometry)\")"
        }
        let isThere = "NEW.\"\(geometry)\" NOT NULL AND NOT ST_IsEmpty(NEW.\"\(geometry)\")"
        let isGone = "NEW.\"\(geometry)\" ISNULL OR ST_IsEmpty(NEW.\"\(geometry)\")"
        return """
            CREATE TRIGGER "\(index)_insert" AFTER INSERT ON "\(table)" WHEN (\(isThere))
            BEGIN INSERT OR REPLACE INTO "\(index)" VALUES (\(entry("NEW"))); END;
            CREATE TRIGGER "\(index)_update1" AFTER UPDATE OF "\(geometry)" ON "\(table)"
            WHEN OLD."\(key)" = NEW."\(key)" AND (\(isThere))
            BEGIN INSERT OR REPLACE INTO "\(index)" VALUES (\(entry("NEW"))); END;
            CREATE TRIGGER "\(index)_update2" AFTER UPDATE OF "\(geometry)" ON "\(table)"
            WHEN OLD."\(key)" = NEW."\(key)" AND (\(isGone))
            BEGIN DELETE FROM "\(index)" WHERE id = OLD."\(key)"; END;
            CREATE TRIGGER "\(index)_update3" AFTER UPDATE ON "\(table)"
            WHEN OLD."\(key)" != NEW."\(key)" AND (\(isThere))
            BEGIN DELETE FROM "\(index)" WHERE id = OLD."\(key)";
            INSERT OR REPLACE INTO "\(index)" VALUES (\(entry("NEW"))); END;
            CREATE TRIGGER "\(index)_update4" AFTER UPDATE ON "\(table)"
            WHEN OLD."\(key)" != NEW."\(key)" AND (\(isGone))
            BEGIN DELETE FROM "\(index)" WHERE id IN (OLD."\(key)", NEW."\(key)"); END;
            CREATE TRIGGER "\(index)_delete" AFTER DELETE ON "\(table)" WHEN OLD."\(geometry)" NOT NULL
            BEGIN DELETE FROM "\(index)" WHERE id = OLD."\(key)"; END;
            """
    }
}
