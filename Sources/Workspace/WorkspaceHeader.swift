import Foundation
import GRDB
import Records
import ServiceRequests

/// What a workspace says of itself and of the files that went into it.
struct WorkspaceHeader: Codable, Sendable, Equatable {
    /// A layer whose assigned areas are kept.
    struct Layer: Codable, Sendable, Equatable {
        let name: String
        /// The requests' column, as the files call it.
        var column: String
    }

    /// An order of dates that an import took and nothing settled.
    struct GuessedOrder: Codable, Sendable, Equatable {
        /// The number of the import among the runs.
        let run: Int64
        let source: String
        let order: String

        /// As people are told of it: `import 1 (jan.csv)`.
        var text: String { "import \(run) (\(source))" }
    }

    var version = Workspace.version
    let city: String
    let timeZone: String
    /// The profile by which the files were read.
    var profile: String?
    /// The files' own names of the columns, by what they mean.
    var columns: [String: String] = [:]
    var addressParts: [String] = []
    var layers: [Layer] = []
    /// The last day of the files so far, as in `2025-06-30`.
    var lastDay: String?
    /// How the files write dates, where one of them settled it.
    var dateOrder: String?
    /// The orders that were taken without being settled, of imports in their order; `nil` for none, and in older workspaces.
    var guessedOrders: [GuessedOrder]?
    /// How the files delimit fields and records, and what their columns are called; `nil` in older workspaces.
    var writing: CityFacts.Writing?
    var header: [String]?
    /// The layouts of each column of dates, as facts name them.
    var dateForms: [String: [String]]?

    private static let row = "header"

    /// Reads it, or returns `nil` from a database without tables.
    init?(_ database: Database, path: String) throws {
        guard try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 else {
            return nil
        }
        guard try database.tableExists(GeoPackageSchema.workspaceMark) else {
            throw WorkspaceError.noWorkspace(path: path)
        }
        func value(_ key: String) throws -> String? {
            try String.fetchOne(
                database, sql: "SELECT value FROM \(GeoPackageSchema.workspaceMark) WHERE key = ?",
                arguments: [key])
        }
        let version = try value("version")
        guard version == "\(Workspace.version)" else {
            throw WorkspaceError.otherVersion(path: path, version: version ?? "unknown")
        }
        guard let text = try value(Self.row),
            let header = try? JSONDecoder().decode(Self.self, from: Data(text.utf8))
        else { throw WorkspaceError.damaged(path: path, reason: "it does not say what it holds") }
        self = header
    }

    init(city: String, timeZone: String) {
        self.city = city
        self.timeZone = timeZone
    }

    func write(to database: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(self), as: UTF8.self)
        for (key, value) in [("version", "\(version)"), (Self.row, text)] {
            try WorkspaceSchema.keep(
                value, under: key, table: GeoPackageSchema.workspaceMark, in: database)
        }
    }

    /// What the statuses mean by the profile.
    var profileStatuses: StatusWordList {
        get throws { try profile.map(ColumnProfile.named)?.statuses ?? StatusWordList() }
    }
}

extension Workspace {
    /// Reads what it says of itself. Every reader of its tables asks this first, since another version may keep other things.
    ///
    /// - Throws: ``WorkspaceError``, also where it is of another version.
    func header(in database: Database) throws -> WorkspaceHeader {
        guard let header = try WorkspaceHeader(database, path: path) else {
            throw WorkspaceError.noWorkspace(path: path)
        }
        return header
    }
}
