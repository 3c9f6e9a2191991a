import City
import Locating

extension WardlineCity {
    /// Tells for each row of a table in which areas it lies: the rows go to a file as they are, with `NAME_code`, `NAME_title`,
    /// `NAME_margin_m` and `NAME_doubt` appended for each layer, and `located_by`.
    ///
    /// - Parameters:
    ///   - requests: The file; it is read twice, and so is not standard input.
    ///   - layer: The only layer to ask; `nil` for all.
    ///   - day: A day such as `2024-07-01`: the editions in force on it are asked instead of those in force when each row was
    ///     opened.
    ///   - path: A file that ends in `.csv`, `.tsv` or `.txt`. It appears whole or not at all.
    /// - Throws: ``WardlineError``, or `CancellationError` as soon as the task is cancelled.
    public func locateRows(
        of requests: String, layer: String? = nil, on day: String? = nil, writingTo path: String
    ) async throws -> LocatedRows {
        let date = try day.map { (text) throws(WardlineError) in try QuestionDay.day(text) }
        return try await run { file, options in
            let work = try LocateWork(requests, city: file, layerName: layer, day: date, options: options)
            try KitOutput.write(
                path, endings: ["csv", "tsv", "txt"], inputs: options.inputs(requests, of: file)
            ) {
                try work.write(to: $0)
            }
            return LocatedRows(work.summary)
        }
    }
}

/// How many rows of a table were located.
public struct LocatedRows: Sendable, Hashable {
    /// All rows of the table; each was written.
    public let rows: Int
    /// Those that could be read.
    public let read: Int
    /// Those that have a place.
    public let located: Int

    init(_ summary: LocatedSummary) {
        rows = summary.rows
        read = summary.read
        located = summary.sources.reduce(0) { $0 + $1.count }
    }
}
