import GRDB
import Records

/// The tables of a workspace that hold what was found, and what clerks answered. They are made by the first run that needs them.
enum FindingSchema {
    static let findings = "findings"
    static let decisions = "decisions"

    /// Makes the table of findings where there is none.
    static func createFindings(_ columns: [RecordColumn], in database: Database) throws {
        guard try !database.tableExists(findings) else { return }
        try database.execute(
            sql: """
                CREATE TABLE \(findings) (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT,
                    \(columns.map(definition).joined(separator: ", ")),
                    request INTEGER NOT NULL, first_run INTEGER NOT NULL, gone_run INTEGER);
                CREATE INDEX findings_by_request ON \(findings) (request);
                """)
        try add(findings, title: "Findings of audits", columns: columns, to: database)
        for (name, meaning) in [
            ("request", "the request's number in this file"),
            ("first_run", "the run that found it first, by its number among the runs"),
            ("gone_run", "the first run that did not find it so any more"),
        ] {
            try GeoPackageCatalogue.describe(name, of: findings, meaning: meaning, in: database)
        }
    }

    /// Makes the table of decisions where there is none.
    static func createDecisions(in database: Database) throws {
        guard try !database.tableExists(decisions) else { return }
        try database.execute(
            sql: """
                CREATE TABLE \(decisions) (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT,
                    \(KeptDecision.columns.map(definition).joined(separator: ", ")),
                    request INTEGER NOT NULL, run INTEGER NOT NULL);
                CREATE INDEX decisions_by_request ON \(decisions) (request);
                """)
        try add(decisions, title: "What clerks answered", columns: KeptDecision.columns, to: database)
        for (name, meaning) in [
            ("request", "the request's number in this file"),
            ("run", "the run that took the answer, by its number among the runs"),
        ] {
            try GeoPackageCatalogue.describe(name, of: decisions, meaning: meaning, in: database)
        }
    }

    private static func add(
        _ table: String, title: String, columns: [RecordColumn], to database: Database
    ) throws {
        try GeoPackageCatalogue.add(table, title: title, isSpatial: true, to: database)
        // Without a spatial index: they are few, and each run would have to keep it.
        try GeoPackageCatalogue.addGeometry("geom", type: "POINT", of: table, isIndexed: false, to: database)
        for column in columns {
            try GeoPackageCatalogue.describe(
                column.name, of: table, meaning: column.meaning, in: database)
        }
    }

    /// Says that a table lies where the requests lie.
    static func takeExtent(of table: String, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) =
                    (SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?)
                    WHERE table_name = ?
                """, arguments: [WorkspaceSchema.requests, table])
    }

    private static func definition(_ column: RecordColumn) -> String {
        let type =
            switch column.kind {
            case .text: "TEXT"
            case .whole: "INTEGER"
            case .number: "REAL"
            case .moment: "DATETIME"
            case .day: "DATE"
            }
        return "\(GeoPackageCatalogue.quoted(column.name)) \(type)"
    }
}
