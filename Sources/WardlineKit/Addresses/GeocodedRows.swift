import City
import DelimitedText
import Geocoding
import Records

extension WardlineCity {
    /// Places the addresses of a CSV file: the same rows come out, with what came of each appended.
    ///
    /// - Parameters:
    ///   - table: The file, or `-` for standard input.
    ///   - columns: The columns that make up the address, in their order; none to find it.
    ///   - output: A file that ends in `.csv`, `.tsv` or `.txt`; `nil` to count only.
    ///   - rejects: A file for the rows that could not be read or placed; `nil` for nowhere.
    /// - Throws: ``WardlineError``, or `CancellationError` as soon as the task is cancelled; the outputs are then as they
    ///   were.
    public func geocodeRows(
        of table: String, columns: [String] = [], writingTo output: String? = nil,
        rejectsTo rejects: String? = nil
    ) async throws -> GeocodedRows {
        try await run { file, options in
            let outputs = [output, rejects].compactMap(\.self)
            try KitOutput.refuse(outputs, inputs: options.inputs(table, of: file))
            for path in outputs {
                try OutputPlan.refuseFolder(path)
                try OutputPlan.checkEnding(of: path, among: ["csv", "tsv", "txt"])
            }
            let outcome = try GeocodeWork(city: file, options: options).place(
                TextSource(argument: table), columns: columns, rows: output.map(OutputDestination.file),
                rejects: rejects.map(OutputDestination.file))
            return GeocodedRows(outcome.tally)
        }
    }
}

/// What came of the addresses of a file, counted: rows = matches + ties + those that were not placed.
public struct GeocodedRows: Sendable, Hashable {
    /// How many rows could be read.
    public let rows: Int
    /// How many were placed, by precision: `address_point`, `range`, `intersection`, `block` or `street`.
    public let matches: [String: Int]
    /// How many fit several places equally well.
    public let ties: Int
    /// How many were not placed, by reason, such as `street_not_found`.
    public let notPlaced: [String: Int]
    /// The lines of rows that could not be read, from 1.
    public let unreadableLines: [Int]

    init(_ tally: GeocodeTally) {
        rows = tally.rows
        matches = Dictionary(uniqueKeysWithValues: tally.matches.map { ($0.name, $1) })
        ties = tally.ties
        notPlaced = tally.reasons
        unreadableLines = tally.unreadable
    }
}
