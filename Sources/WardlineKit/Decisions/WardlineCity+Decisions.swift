import Records
import RoutingAudit
import Workspace

extension WardlineCity {
    /// Takes clerks' answers into a workspace that keeps the findings they are about. They are used from then on.
    ///
    /// - Parameter answers: CSV or an Excel workbook with the columns `request_id`, `layer`, `decision` and, where there is
    ///   something to say, `true_area` and `note`.
    /// - Throws: ``WardlineError``, or `CancellationError` as soon as the task is cancelled. The workspace is then as it was.
    public func decide(_ answers: String, in workspace: String) async throws -> TakenDecisions {
        try await run { file, options in
            let work = try DecideWork(answers, into: workspace, city: file, options: options)
            return TakenDecisions(
                taken: work.counts.taken, unchanged: work.counts.unchanged, blank: work.blank,
                refused: work.refused.map { .init(line: $0.line, reason: $0.reason) })
        }
    }
}

/// What became of a file of clerks' answers. All counts sum to its rows.
public struct TakenDecisions: Sendable, Hashable {
    /// Answers that are new, or other than before.
    public let taken: Int
    /// Answers that stood already.
    public let unchanged: Int
    /// Rows without a decision.
    public let blank: Int
    /// Rows that were not taken.
    public let refused: [Refused]

    /// A row that was not taken, and why.
    public struct Refused: Sendable, Hashable {
        /// Its line in the file, from 1.
        public let line: Int
        /// Why, in words.
        public let reason: String
    }
}

extension CityAudit {
    /// Keeps the findings in the workspace that the requests come from, so that clerks' answers can be taken.
    ///
    /// - Returns: How many findings are new.
    /// - Throws: ``WardlineError`` where the requests come from no workspace.
    public func keep() async throws -> Int {
        let (work, result) = parts
        return try await OwnThread.run { try FindingKeeper.keep(result, of: work).new }
    }

    /// Writes what to ask clerks, the most valuable questions first.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.xlsx` or `.gpkg`.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func writeReview(to path: String) async throws {
        let (work, result) = parts
        try await writing(path, formats: RecordFormat.lists) { destination, writer in
            try ReviewWriter(result, of: work).write(to: destination, by: writer)
        }
    }
}
