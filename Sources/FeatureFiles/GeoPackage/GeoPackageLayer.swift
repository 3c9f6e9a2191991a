import GRDB

/// A layer of features as a GeoPackage's own tables describe it.
struct GeoPackageLayer {
    let table: String
    let title: String?
    let geometryColumn: String
    let referenceSystem: RecordedReferenceSystem

    /// Why the tables cannot be what they have to be.
    struct Damage: Error { let text: String }

    /// Returns the layers in the order of their names.
    ///
    /// - Throws: ``Damage`` where a value is of another type than the format says, which SQLite does not hinder.
    static func all(_ database: Database) throws -> [GeoPackageLayer] {
        guard try database.tableExists("gpkg_geometry_columns") else { return [] }
        let hasContents = try database.tableExists("gpkg_contents")
        let hasSystems = try database.tableExists("gpkg_spatial_ref_sys")
        let sql = """
            SELECT g.table_name, g.column_name, g.srs_id, \(hasContents ? "c.identifier" : "NULL"),
                \(hasSystems ? "s.organization, s.organization_coordsys_id, s.definition" : "NULL, NULL, NULL")
            FROM gpkg_geometry_columns g
            \(hasContents ? "LEFT JOIN gpkg_contents c ON c.table_name = g.table_name" : "")
            \(hasSystems ? "LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id" : "")
            ORDER BY g.table_name
            """
        return try Row.fetchAll(database, sql: sql).map { row in
            guard let table = text(row, 0), let column = text(row, 1) else {
                throw Damage(text: "gpkg_geometry_columns names a table or a column that is no text")
            }
            return GeoPackageLayer(
                table: table, title: text(row, 3), geometryColumn: column,
                referenceSystem: try referenceSystem(row, of: table))
        }
    }

    /// The ids 0 and −1 stand for an undefined system.
    private static func referenceSystem(_ row: Row, of table: String) throws -> RecordedReferenceSystem {
        guard let recorded = whole(row, 2) else {
            if row[2] as DatabaseValue == .null { return .missing }
            throw Damage(
                text: "the reference system of \(table) has no whole number in gpkg_geometry_columns")
        }
        guard recorded > 0 else { return .missing }
        let organization = text(row, 4)?.uppercased() ?? ""
        if ["EPSG", "ESRI"].contains(organization) {
            guard let code = whole(row, 5) else {
                throw Damage(
                    text: "reference system \(recorded) of \(table) has no whole number as"
                        + " organization_coordsys_id in gpkg_spatial_ref_sys")
            }
            return .recorded(definition: "\(organization):\(code)", place: .systemTable)
        }
        guard let definition = text(row, 6), definition.lowercased() != "undefined" else { return .missing }
        return .recorded(definition: definition, place: .systemTable)
    }

    private static func text(_ row: Row, _ column: Int) -> String? {
        if case .string(let text) = (row[column] as DatabaseValue).storage { text } else { nil }
    }

    /// A whole number, also where it is kept as text or with a fraction of zero.
    private static func whole(_ row: Row, _ column: Int) -> Int? {
        switch (row[column] as DatabaseValue).storage {
        case .int64(let number): Int(exactly: number)
        case .double(let number): Int(exactly: number)
        case .string(let text): Int(text)
        case .null, .blob: nil
        }
    }
}
