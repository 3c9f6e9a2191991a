import GRDB
import Records
package import ServiceRequests

extension Workspace {
    private static let factsTable = "facts"

    /// Returns the facts that it keeps.
    ///
    /// - Throws: ``FactsError``, or ``WorkspaceError``.
    package func facts() throws -> CityFacts {
        let values = try Self.naming(path) {
            try queue.read { database in
                guard try database.tableExists(Self.factsTable) else { throw FactsError.noneKept(path: path) }
                return try Row.fetchAll(
                    database, sql: "SELECT key, value FROM \(Self.factsTable) ORDER BY key"
                ).map { (key: $0["key"] as String, value: $0["value"] as String) }
            }
        }
        return try FactsFile.facts(values, path: path)
    }

    /// Keeps facts in the place of earlier ones. Where all are as they were, not a byte is changed.
    package func keep(_ facts: CityFacts) throws {
        let values = try CityFacts.CodingKeys.allCases.map {
            (key: $0.rawValue, value: try FactsFile.text(of: $0, in: facts))
        }
        try Self.naming(path) {
            _ = try change { database -> Void? in
                let isNew = try !database.tableExists(Self.factsTable)
                if isNew { try Self.createFacts(in: database) }
                let kept = try Row.fetchAll(
                    database, sql: "SELECT key, value FROM \(Self.factsTable)"
                ).reduce(into: [:]) { $0[$1["key"] as String] = $1["value"] as String }
                let changed = values.filter { kept[$0.key] != $0.value }
                for (key, value) in changed {
                    try database.execute(
                        sql: "INSERT INTO \(Self.factsTable) (key, value) VALUES (?, ?)"
                            + " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                        arguments: [key, value])
                }
                return isNew || !changed.isEmpty ? () : nil
            }
        }
    }

    private static func createFacts(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE \(factsTable) (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                    key TEXT NOT NULL UNIQUE, value TEXT NOT NULL)
                """)
        try GeoPackageCatalogue.add(
            factsTable, title: "What only all requests tell", isSpatial: false, to: database)
    }
}
