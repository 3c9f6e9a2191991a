import GRDB
import GRDBSQLite

/// A prepared statement that is bound and read field by field, without a value of GRDB's for each: millions of rows pass.
struct KeptStatement {
    private let statement: Statement
    private var pointer: OpaquePointer { statement.sqliteStatement }

    init(_ database: Database, _ sql: String) throws { statement = try database.makeStatement(sql: sql) }

    /// Has SQLite copy the bytes, which live no longer than the call.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    func bind(_ value: KeptValue, at index: Int32) {
        switch value {
        case .text(var text?):
            _ = text.withUTF8 {
                // An empty text has no address, which would stand for nothing.
                $0.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(pointer, index, $0.baseAddress, Int32($0.count), Self.copied)
                }
            }
        case .whole(let number): sqlite3_bind_int64(pointer, index, number)
        case .number(let number) where !number.isNaN: sqlite3_bind_double(pointer, index, number)
        case .text(nil), .number: sqlite3_bind_null(pointer, index)
        }
    }

    func bind(_ blob: [UInt8]?, at index: Int32) {
        guard let blob else {
            sqlite3_bind_null(pointer, index)
            return
        }
        sqlite3_bind_blob(pointer, index, blob, Int32(blob.count), Self.copied)
    }

    /// Runs to the next row and returns whether there is one; after the last the statement can be bound anew.
    func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(pointer)
            return false
        default:
            let connection = sqlite3_db_handle(pointer)
            let error = DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
                message: String(cString: sqlite3_errmsg(connection)))
            sqlite3_reset(pointer)
            throw error
        }
    }

    /// Runs a statement that gives no rows.
    func run() throws { while try step() {} }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

    func whole(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    /// NaN where there is nothing.
    func number(_ column: Int32) -> Double {
        isNull(column) ? .nan : sqlite3_column_double(pointer, column)
    }

    /// Calls a closure with the bytes of a text, none where there is nothing.
    func withText<Result>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = sqlite3_column_text(pointer, column)
        return body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }

    func text(_ column: Int32) -> String? {
        isNull(column) ? nil : withText(column) { String(decoding: $0, as: UTF8.self) }
    }

    /// What a column holds by its type in the database.
    func value(_ column: Int32) -> KeptValue {
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: .whole(whole(column))
        case SQLITE_FLOAT: .number(number(column))
        default: .text(text(column))
        }
    }

    func value(_ column: Int32, of kept: KeptColumn) -> KeptValue {
        switch kept.content {
        case .text, .assigned, .moment: .text(text(column))
        case .longitude, .latitude: .number(number(column))
        case .positionState, .decimals: .whole(whole(column))
        }
    }
}
