import Foundation
import GRDB
import Records

/// The GeoPackage that keeps a city's requests between runs. It opens in QGIS and GDAL as it is.
///
/// It is changed in place and in one transaction: what is killed changes nothing, and two that write wait for each other.
package struct Workspace {
    package static let version = 1

    package let path: String
    let queue: DatabaseQueue

    /// Returns whether a file is a workspace.
    package static func isWorkspace(_ path: String) -> Bool { GeoPackageSchema.isWorkspace(path) }

    /// Opens a workspace that is there.
    ///
    /// - Throws: ``WorkspaceError``.
    package init(opening path: String) throws {
        guard Self.isWorkspace(path) else { throw WorkspaceError.noWorkspace(path: path) }
        try self.init(path: path)
    }

    /// Opens a workspace, or makes an empty file for one.
    init(path: String) throws {
        self.path = path
        queue = try Self.naming(path) {
            var configuration = Configuration()
            // Another run may import for long: wait for it.
            configuration.busyMode = .timeout(3600)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // A rollback journal: its file is gone after each run, and folders that are only read can hold a workspace.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return queue
        }
    }

    /// Does some work in one transaction that other writers wait for.
    ///
    /// - Returns: What the work returns; where that is `nil`, nothing is changed.
    func change<Result>(_ work: (Database) throws -> Result?) throws -> Result? {
        var result: Result?
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                result = try work(database)
                return result == nil ? .rollback : .commit
            }
        }
        return result
    }

    /// Says SQLite's errors in words that name the file.
    static func naming<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as DatabaseError {
            let reason = error.message ?? "SQLite's error \(error.resultCode.rawValue)"
            switch error.resultCode.primaryResultCode {
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw WorkspaceError.damaged(path: path, reason: reason)
            case .SQLITE_FULL: throw WorkspaceError.full(path: path)
            default: throw WorkspaceError.failed(path: path, reason: reason)
            }
        }
    }
}
