import GRDB

extension WorkspaceSchema {
    /// Keeps a value under a key, in the place of an earlier one.
    static func keep(_ value: String, under key: String, table: String, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO \(table) (key, value) VALUES (?, ?)"
                + " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            arguments: [key, value])
    }

    /// Lists a run.
    ///
    /// - Parameters:
    ///   - source: What was read; empty where that is the workspace.
    ///   - counts: How many rows were added, rewritten and taken back.
    static func addRun(
        _ command: String, source: String = "", day: String, rows: Int, _ counts: [Int], program: String,
        in database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO runs (command, source, day, rows, inserted, updated, deleted, version)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [command, source, day, rows, counts[0], counts[1], counts[2], program])
    }
}
