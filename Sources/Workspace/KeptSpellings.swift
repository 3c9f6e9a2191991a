import GRDB
import ServiceRequests

/// Finds the ids of a workspace that are one id in another spelling: see `IDSpelling`.
struct KeptSpellings {
    private let database: Database
    /// The rows whose id is not in the plain spelling, by that; made when the first id is asked for.
    private var rows: Marked?

    /// Nearly all ids are alone in their spelling.
    private struct Marked {
        var first: [FactKey: Int64] = [:]
        var further: [FactKey: [Int64]] = [:]
    }

    init(_ database: Database) { self.database = database }

    /// Returns the other spellings of an id that may be there.
    mutating func others(of id: KeptValue) throws -> [KeptValue] {
        guard case .text(let text?) = id else { return [] }
        let plain = IDSpelling.plain(text.utf8)
        var others: [KeptValue] =
            plain == Array(text.utf8) ? [] : [.text(String(decoding: plain, as: UTF8.self))]
        let rows = try rows ?? Self.marked(in: database)
        self.rows = rows
        let key = FactKey(of: plain)
        for row in [rows.first[key]].compactMap(\.self) + (rows.further[key] ?? []) {
            let kept = try String.fetchOne(
                database, sql: "SELECT request_id FROM \(WorkspaceSchema.requests) WHERE fid = ?",
                arguments: [row])
            if let kept, kept != text, !others.contains(.text(kept)) { others.append(.text(kept)) }
        }
        return others
    }

    private static func marked(in database: Database) throws -> Marked {
        let all = try KeptStatement(
            database, "SELECT fid, request_id FROM \(WorkspaceSchema.requests) ORDER BY fid")
        var rows = Marked()
        while try all.step() {
            let plain = all.withText(1) { id -> [UInt8]? in
                let plain = IDSpelling.plain(id)
                return plain.elementsEqual(id) ? nil : plain
            }
            guard let plain else { continue }
            let key = FactKey(of: plain)
            if rows.first[key] == nil {
                rows.first[key] = all.whole(0)
            } else {
                rows.further[key, default: []].append(all.whole(0))
            }
        }
        return rows
    }
}
