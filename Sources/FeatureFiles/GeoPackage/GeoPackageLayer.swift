import GRDB

/// A layer of features as a GeoPackage's own tables describe it.
struct GeoPackageLayer {
    let table: String
    let title: String?
    let geometryColumn: String
    let referenceSystem: RecordedReferenceSystem

    /// Returns the layers in the order of their names.
    static func all(_ database: Database) throws -> [GeoPackageLayer] {
        guard try database.tableExists("gpkg_geometry_columns") else { return [] }
        let sql = """
            SELECT g.table_name, g.column_name, c.identifier, s.srs_id, s.organization,
                s.organization_coordsys_id, s.definition
            FROM gpkg_geometry_columns g
            LEFT JOIN gpkg_contents c ON c.table_name = g.table_name
            LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
            ORDER BY g.table_name
            """
        return try Row.fetchAll(database, sql: sql).map { row in
            GeoPackageLayer(
                table: row["table_name"], title: row["identifier"], geometryColumn: row["column_name"],
                referenceSystem: referenceSystem(row))
        }
    }

    /// The ids 0 and −1 stand for an undefined system.
    private static func referenceSystem(_ row: Row) -> RecordedReferenceSystem {
        guard let id: Int = row["srs_id"], id > 0 else { return .missing }
        let organization: String = (row["organization"] ?? "").uppercased()
        if ["EPSG", "ESRI"].contains(organization), let code: Int = row["organization_coordsys_id"] {
            return .recorded(definition: "\(organization):\(code)", place: .systemTable)
        }
        guard let definition: String = row["definition"], definition.lowercased() != "undefined" else {
            return .missing
        }
        return .recorded(definition: definition, place: .systemTable)
    }
}
