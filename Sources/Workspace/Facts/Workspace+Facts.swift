import GRDB
import Records
package import ServiceRequests

extension Workspace {
    private static let factsTable = "facts"
    /// The key of the last run that brought something when the facts were made.
    private static let runKey = "run"

    /// Returns the facts that it keeps; `nil` where it keeps none, or requests or answers came since.
    ///
    /// - Throws: ``FactsError``, or ``WorkspaceError``.
    package func currentFacts() throws -> CityFacts? {
        let values = try Self.naming(path) {
            try queue.read { database -> [(key: String, value: String)]? in
                _ = try header(in: database)
                guard try database.tableExists(Self.factsTable) else { return nil }
                let kept = try Self.factValues(in: database)
                guard try kept[Self.runKey] == "\(Self.lastChange(in: database))" else { return nil }
                return kept.filter { $0.key != Self.runKey }.sorted { $0.key < $1.key }
            }
        }
        // Facts of an earlier version are made again.
        guard let values,
            values.contains(where: { $0.key == "version" && $0.value == "\(CityFacts.version)" })
        else { return nil }
        let facts = try FactsFile.facts(values, path: path)
        return facts.areForEverybody ? facts : nil
    }

    /// Adds to facts how the files were written that were imported last.
    package func describeFiles(in facts: inout CityFacts) throws {
        let header = try Self.naming(path) { try queue.read(self.header(in:)) }
        facts.columns.header = header.header ?? []
        facts.dialect = header.writing
        facts.dates = CityFacts.Dates(
            order: header.dateOrder ?? header.guessedOrders?.first?.order, form: header.dateForms ?? [:],
            certain: header.dateOrder != nil && header.guessedOrders == nil)
    }

    private static func factValues(in database: Database) throws -> [String: String] {
        try Row.fetchAll(database, sql: "SELECT key, value FROM \(factsTable)").reduce(into: [:]) {
            $0[$1["key"] as String] = $1["value"] as String
        }
    }

    /// The number of the last run that brought requests or answers.
    private static func lastChange(in database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT max(fid) FROM runs WHERE command <> 'audit'") ?? 0
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
                let kept = try Self.factValues(in: database)
                let run = try (key: Self.runKey, value: "\(Self.lastChange(in: database))")
                let changed = (values + [run]).filter { kept[$0.key] != $0.value }
                for (key, value) in changed {
                    try WorkspaceSchema.keep(value, under: key, table: Self.factsTable, in: database)
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
