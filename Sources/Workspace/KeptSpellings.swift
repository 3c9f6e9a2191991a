import GRDB
import ServiceRequests

/// Finds the ids of a workspace that are one id in another spelling: see `IDSpelling`.
struct KeptSpellings {
    private let database: Database
    /// The rows whose id is not in the plain spelling, by that; made when the first id is asked for.
    private var rows: [FactKey: Int64]?

    init(_ database: Database) { self.database = database }

    /// Returns the other spellings of an id that may be there.
    mutating func others(of id: KeptValue) throws -> [KeptValue] {
        guard case .text(let text?) = id else { return [] }
        let plain = IDSpelling.plain(text.utf8)
        var others: [KeptValue] =
            plain == Array(text.utf8) ? [] : [.text(String(decoding: plain, as: UTF8.self))]
        let rows = try rows ?? Self.marked(in: database)
        self.rows = rows
        if let row = rows[FactKey(of: plain)],
            let kept = try String.fetchOne(
                database, sql: "SELECT request_id FROM \(WorkspaceSchema.requests) WHERE fid = ?",
                arguments: [row])
        {
            others.append(.text(kept))
        }
        return others
    }

    private static func marked(in database: Database) throws -> [FactKey: Int64] {
        let all = try KeptStatement(
            database, "SELECT fid, request_id FROM \(WorkspaceSchema.requests) ORDER BY fid")
        var rows: [FactKey: Int64] = [:]
        while try all.step() {
            let plain = all.withText(1) { id -> [UInt8]? in
                let plain = IDSpelling.plain(id)
                return plain.elementsEqual(id) ? nil : plain
            }
            guard let plain else { continue }
            rows[FactKey(of: plain)] = all.whole(0)
        }
        return rows
    }
}
