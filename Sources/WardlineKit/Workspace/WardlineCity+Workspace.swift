import Chronology
import City
import Records
import ServiceRequests
import Workspace

extension WardlineCity {
    /// Puts a file's requests into a workspace, a GeoPackage that keeps them and what the CRM rewrites of them. Every
    /// question takes the workspace where it takes a file of requests.
    ///
    /// - Parameters:
    ///   - requests: The file of requests, or `-` for standard input.
    ///   - workspace: The workspace, which is made where it is not there.
    ///   - isComplete: Whether the file holds every request that was opened within the days it spans: what it lacks is
    ///     then marked as deleted.
    ///   - day: The day whose state the file shows, as in `2025-06-30`; `nil` for that of its last opening or closing.
    /// - Throws: ``WardlineError``, or `CancellationError` as soon as the task is cancelled. The workspace is then as it was.
    public func importRequests(
        _ requests: String, into workspace: String, isComplete: Bool = false, asOf day: String? = nil
    ) async throws -> ImportedRequests {
        let day = try day.map { (text) throws(WardlineError) in try QuestionDay.day(text) }
        return try await run { file, options in
            let work = try ImportWork(
                requests, into: workspace, city: file, isComplete: isComplete, asOf: day, options: options)
            return ImportedRequests(work)
        }
    }

    /// Returns what the CRM rewrote of the requests in a workspace, in the order of the imports.
    ///
    /// - Parameter day: The first day that counts, as in `2025-06-30`; `nil` for all.
    /// - Throws: ``WardlineError``, or `CancellationError` as soon as the task is cancelled.
    public func changes(in workspace: String, since day: String? = nil) async throws -> [RewrittenField] {
        let day = try day.map { (text) throws(WardlineError) in try QuestionDay.day(text) }
        return try await run { file, _ in
            try Workspace(opening: workspace, of: file.kept)
                .changes(since: day, statuses: StatusWordList(file.statuses)).map(RewrittenField.init)
        }
    }
}

/// What an import did. The first five counts sum to the requests of the file.
public struct ImportedRequests: Sendable, Hashable {
    /// Requests that the workspace had not.
    public let inserted: Int
    /// Requests that the CRM has rewritten since.
    public let updated: Int
    /// Requests that are as they were.
    public let unchanged: Int
    /// Requests of which the workspace has a later state.
    public let older: Int
    /// Requests left out since a spreadsheet rewrote their id.
    public let withoutWholeID: Int
    /// Requests that the workspace has and a complete file has not.
    public let deleted: Int
    /// Such requests that are not marked as deleted, since they may be among rows of the file that could not be read, or that it
    /// says it lacks.
    public let lacking: Int

    init(_ work: ImportWork) {
        inserted = work.counts.inserted
        updated = work.counts.updated
        unchanged = work.counts.unchanged
        older = work.counts.older
        withoutWholeID = work.counts.withoutWholeID
        deleted = work.counts.deleted
        lacking = work.counts.lacking
    }
}

/// What the CRM rewrote of one request in one field.
public struct RewrittenField: Sendable, Hashable {
    /// The id, as the CRM writes it.
    public let requestID: String
    /// The day whose state the import brought, as in `2025-06-30`.
    public let day: String
    /// `routed`, `rerouted`, `closed`, `reopened`, `status`, `edited`, `deleted` or `restored`.
    public let kind: String
    /// The column of the workspace; `position` for degrees.
    public let field: String
    /// What stood there; `nil` for nothing.
    public let before: String?
    /// What stands there now; `nil` for nothing.
    public let after: String?

    init(_ change: RequestChange) {
        requestID = change.requestID
        day = change.day.description
        kind = change.kind.rawValue
        field = change.field
        before = change.before
        after = change.after
    }
}
