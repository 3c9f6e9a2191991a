package import Chronology
import GRDB
import Records
package import ServiceRequests

/// What the CRM rewrote of one request between two imports, in one field.
package struct RequestChange: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// An area was assigned where none was.
        case routed
        /// Another area was assigned, or none any more.
        case rerouted
        case closed, reopened
        /// Another status that says the same of open and closed.
        case status
        /// What the caller said, where it is or when it was opened or is due.
        case edited
        /// The CRM has it no more.
        case deleted
        /// The CRM has it again.
        case restored
    }

    /// The field of degrees.
    static let position = "position"

    package let requestID: String
    /// The day whose state the import brought.
    package let day: CivilDate
    package let kind: Kind
    /// The column of the workspace; `position` for degrees.
    package let field: String
    /// What stood there; `nil` for nothing. Moments are in the city's time zone, with its offset.
    package let before: String?
    package let after: String?

    /// The layer that was routed by, `nil` for another field.
    package var layer: String? {
        field.hasPrefix(KeptColumn.assignedPrefix)
            ? String(field.dropFirst(KeptColumn.assignedPrefix.count)) : nil
    }
}

extension Workspace {
    /// Returns what the CRM rewrote, in the order of the imports.
    ///
    /// - Parameters:
    ///   - since: The first day that counts; `nil` for all.
    ///   - statuses: What the city file says that statuses mean.
    package func changes(since: CivilDate?, statuses: StatusWordList) throws -> [RequestChange] {
        try Self.naming(path) {
            try queue.read { database in
                let header = try self.header(in: database)
                let words = StatusWords(city: statuses, profile: try header.profileStatuses)
                guard let clock = CityClock(timeZone: header.timeZone) else {
                    throw WorkspaceError.damaged(path: path, reason: "“\(header.timeZone)” is no time zone")
                }
                let rows = try Row.fetchAll(
                    database,
                    sql:
                        "SELECT request_id, day, field, before, after FROM changes WHERE day >= ? ORDER BY fid",
                    arguments: [since?.description ?? ""])
                return try rows.map { row in
                    guard let day = CivilDate(iso: row["day"] as String) else {
                        throw WorkspaceError.damaged(path: path, reason: "a change has no day")
                    }
                    let (before, after): (String?, String?) = (row["before"], row["after"])
                    let field: String = row["field"]
                    return RequestChange(
                        requestID: row["request_id"], day: day,
                        kind: Self.kind(of: field, before: before, after: after, words: words), field: field,
                        before: Self.told(before, of: field, clock), after: Self.told(after, of: field, clock)
                    )
                }
            }
        }
    }

    /// Returns what stands in a field as people are told it: a moment is kept in UTC, and told by the city's clock.
    private static func told(_ text: String?, of field: String, _ clock: CityClock) -> String? {
        guard var text, KeptColumn.isMoment(field) else { return text }
        return text.withUTF8(GeoPackageMoment.moment).map(clock.text) ?? text
    }

    private static func kind(
        of field: String, before: String?, after: String?, words: StatusWords
    ) -> RequestChange.Kind {
        switch field {
        case "deleted": return after == nil ? .restored : .deleted
        case RequestField.closed.rawValue:
            if before == nil { return .closed }
            return after == nil ? .reopened : .edited
        case RequestField.status.rawValue:
            let states = [before, after].map { $0.flatMap { words.reading(of: $0).state } }
            switch (states[0], states[1]) {
            case (.closed, .open): return .reopened
            case (.open, .closed): return .closed
            default: return .status
            }
        default:
            guard field.hasPrefix(KeptColumn.assignedPrefix) else { return .edited }
            return before == nil ? .routed : .rerouted
        }
    }
}
