import GRDB
import GRDBSQLite

/// Ends queries that ask for more than the size of their file allows: a view may give rows for ever, or a blob of
/// gigabytes, out of a file of a few kilobytes.
final class QueryBudget {
    /// SQLite's steps and the bytes of all rows that are left.
    private var steps: Int
    private var bytes: Int
    private(set) var isSpent = false

    struct Exceeded: Error {}

    /// How many of SQLite's steps pass between two looks at the budget.
    private static let stride = 1000

    /// - Parameter fileSize: Bytes. Reading a table takes a few steps a row, and a row has at least a few bytes; a view
    ///   that joins tables may take some hundred times as many.
    init(fileSize: Int) {
        steps = (10_000_000 + 200 * fileSize) / Self.stride
        bytes = (16 << 20) + 8 * fileSize
    }

    /// Watches over a connection until the end of a closure.
    func watch<Value>(_ database: Database, fileSize: Int, _ body: () throws -> Value) throws -> Value {
        let connection = database.sqliteConnection
        // No value is longer than the file that it comes from.
        sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(clamping: max(fileSize, 1 << 20)))
        sqlite3_progress_handler(
            connection, Int32(Self.stride),
            { budget in
                guard let budget else { return 0 }
                return Unmanaged<QueryBudget>.fromOpaque(budget).takeUnretainedValue().takeStep() ? 0 : 1
            }, Unmanaged.passUnretained(self).toOpaque())
        defer { sqlite3_progress_handler(connection, 0, nil, nil) }
        return try body()
    }

    private func takeStep() -> Bool {
        steps -= 1
        if steps < 0 { isSpent = true }
        return !isSpent
    }

    /// Counts a row.
    func take(bytes count: Int) throws {
        // What a row takes beside its values.
        bytes -= count + 64
        guard bytes < 0 else { return }
        isSpent = true
        throw Exceeded()
    }
}
