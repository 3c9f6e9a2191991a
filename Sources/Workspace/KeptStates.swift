import Foundation
import GRDB
import Records
import ServiceRequests

/// The categories that requests had in no row that a workspace keeps: of older files that came later, and private ones of rows that
/// could not be read whole.
enum KeptStates {
    private static let key = "other_states"

    /// Adds some, and returns whether any of them is new.
    static func add(_ states: [StatedCategory], in database: Database) throws -> Bool {
        guard !states.isEmpty else { return false }
        let known = try kept(in: database)
        let all = states.byCategory(beside: known)
        guard all != known else { return false }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try WorkspaceSchema.keep(
            String(decoding: try encoder.encode(all), as: UTF8.self), under: key,
            table: GeoPackageSchema.workspaceMark, in: database)
        return true
    }

    /// Returns all of them.
    static func all(in database: Database) throws -> [StatedCategory] {
        try kept(in: database).sorted { $0.key < $1.key }.flatMap { $0.value.stated(category: $0.key) }
    }

    private static func kept(in database: Database) throws -> [String: StatesByID] {
        let text = try String.fetchOne(
            database, sql: "SELECT value FROM \(GeoPackageSchema.workspaceMark) WHERE key = ?",
            arguments: [key])
        return try text.map { try JSONDecoder().decode([String: StatesByID].self, from: Data($0.utf8)) }
            ?? [:]
    }
}
