package import GRDB
package import Geometry

/// What a GeoPackage says of its tables, in tables of its own.
package enum GeoPackageCatalogue {
    /// Lists a table.
    ///
    /// - Parameters:
    ///   - isSpatial: Whether it is a layer, with places in WGS 84.
    ///   - box: What holds all its places, where it is known.
    package static func add(
        _ table: String, title: String, isSpatial: Bool, box: Box<Coordinate>? = nil, to database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                table, isSpatial ? "features" : "attributes", table, title, GeoPackageSchema.madeOn,
                box?.minX, box?.minY, box?.maxX, box?.maxY, isSpatial ? GeoPackageBlob.systemID : nil,
            ])
    }

    /// Says what a column holds.
    package static func describe(
        _ column: String, of table: String, meaning: String, in database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, NULL, ?, NULL, NULL)",
            arguments: [table, column, column, meaning])
    }

    /// Says which column holds a layer's places, of a type such as `POINT`, and whether a spatial index stands beside them.
    package static func addGeometry(
        _ column: String, type: String, of table: String, isIndexed: Bool = true, to database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
            arguments: [table, column, type, GeoPackageBlob.systemID])
        guard isIndexed else { return }
        try database.execute(
            sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
            arguments: [table, column, GeoPackageSchema.indexExtension])
    }

    /// Returns a name as SQL takes it.
    package static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}
