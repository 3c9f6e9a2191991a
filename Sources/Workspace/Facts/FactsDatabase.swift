import Foundation
import GRDB
import GRDBSQLite
import ServiceRequests

/// Facts as a SQLite file: a table for each list, and one of the other values by their keys.
enum FactsDatabase {
    private static let values = "facts"
    /// The lists, with the columns of their tables.
    private static let lists: [(key: CityFacts.CodingKeys, columns: String)] = [
        (.defaultPoints, "longitude REAL, latitude REAL, requests INTEGER, streets INTEGER"),
        (.repeatedIDs, "id TEXT, rows INTEGER, winner TEXT, others TEXT, is_another INTEGER"),
        (.positionErrors, "channel TEXT, pairs INTEGER, radius_m REAL"),
        (
            .witnesses,
            "layer TEXT, edition TEXT, block TEXT, town TEXT, area TEXT, requests INTEGER, addresses TEXT,"
                + " places TEXT, across INTEGER, astray INTEGER"
        ),
        (
            .stale,
            "layer TEXT, edition TEXT, under TEXT, assigned TEXT, expected TEXT, requests INTEGER"
        ),
        (.aliases, "layer TEXT, recorded TEXT, area TEXT, requests INTEGER, agreeing INTEGER"),
    ]

    /// Returns the bytes of the file.
    static func bytes(_ facts: CityFacts) throws -> [UInt8] {
        let queue = try DatabaseQueue()
        try queue.write { database in
            try database.execute(sql: "CREATE TABLE \(values) (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
            for key in CityFacts.CodingKeys.allCases where !lists.contains(where: { $0.key == key }) {
                try database.execute(
                    sql: "INSERT INTO \(values) VALUES (?, ?)",
                    arguments: [key.rawValue, FactsFile.text(of: key, in: facts)])
            }
            for list in lists {
                try database.execute(sql: "CREATE TABLE \(list.key.rawValue) (\(list.columns))")
            }
            for record in facts.defaultPoints { try record.insert(database) }
            for record in facts.repeatedIDs { try record.insert(database) }
            for record in facts.positionErrors { try record.insert(database) }
            for record in facts.witnesses { try record.insert(database) }
            for record in facts.stale { try record.insert(database) }
            for record in facts.aliases { try record.insert(database) }
        }
        return try queue.inDatabase { database in
            var length: sqlite3_int64 = 0
            guard let bytes = sqlite3_serialize(database.sqliteConnection, "main", &length, 0) else {
                throw FactsError.unreadable(path: values, reason: "there is not enough memory")
            }
            defer { sqlite3_free(bytes) }
            return Array(UnsafeBufferPointer(start: bytes, count: Int(length)))
        }
    }

    static func read(_ path: String) throws -> CityFacts {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration).read { database in
                guard try database.tableExists(values) else {
                    throw FactsError.damaged(path: path, reason: "it has no table \(values)")
                }
                var texts = try Row.fetchAll(database, sql: "SELECT key, value FROM \(values) ORDER BY key")
                    .map {
                        (key: $0["key"] as String, value: $0["value"] as String)
                    }
                texts += lists.map { ($0.key.rawValue, "[]") }
                var facts = try FactsFile.facts(texts, path: path)
                facts.defaultPoints = try all(in: database)
                facts.repeatedIDs = try all(in: database)
                facts.positionErrors = try all(in: database)
                facts.witnesses = try all(in: database)
                facts.stale = try all(in: database)
                facts.aliases = try all(in: database)
                return facts
            }
        } catch let error as DatabaseError {
            throw FactsError.damaged(path: path, reason: error.message ?? "SQLite's error")
        } catch is RowDecodingError, is DecodingError {
            throw FactsError.damaged(path: path, reason: "a value is not of its kind")
        }
    }

    private static func all<Fact: FetchableRecord & TableRecord>(in database: Database) throws -> [Fact] {
        try Fact.order(Column.rowID).fetchAll(database)
    }
}

extension CityFacts.DefaultPoint: FetchableRecord, PersistableRecord {
    package static var databaseTableName: String { CityFacts.CodingKeys.defaultPoints.rawValue }
}

extension CityFacts.RepeatedID: FetchableRecord, PersistableRecord {
    package static var databaseTableName: String { CityFacts.CodingKeys.repeatedIDs.rawValue }
}

extension CityFacts.PositionError: FetchableRecord, PersistableRecord {
    package static var databaseTableName: String { CityFacts.CodingKeys.positionErrors.rawValue }
}

extension CityFacts.Witnesses: FetchableRecord, PersistableRecord {
    package static var databaseTableName: String { CityFacts.CodingKeys.witnesses.rawValue }
}

extension CityFacts.StalePair: FetchableRecord, PersistableRecord {
    package static var databaseTableName: String { CityFacts.CodingKeys.stale.rawValue }
}

extension CityFacts.Alias: FetchableRecord, PersistableRecord {
    package static var databaseTableName: String { CityFacts.CodingKeys.aliases.rawValue }
}
