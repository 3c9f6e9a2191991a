import DelimitedText
import Foundation
import Geocoding
import Records
import WardlineKit

/// Places the addresses of a CSV file and tells what came of them.
struct AddressFile {
    let path: String
    /// The columns that make up the address; none to find it.
    let columns: [String]
    let candidates: Int?
    let output: String?
    let rejects: String?
    let summaryFile: SummaryOption
    let streets: StreetIndex

    func place() throws {
        let source = TextSource(argument: path)
        let progress = streets.progress
        defer { progress.clear() }
        let outcome = try streets.work.place(
            source, columns: columns, candidates: candidates, rows: output.map(OutputDestination.init),
            rejects: rejects.map(OutputDestination.init))
        progress.clear()
        let summary = GeocodeSummary(source: source.name, tally: outcome.tally, dialect: outcome.dialect).text
        try summaryFile.write(RunSummary(outcome.tally, source: source.name), text: summary)
        let rowsAreData = output == "-" || rejects == "-"
        Terminal.write(summary, to: rowsAreData ? STDERR_FILENO : STDOUT_FILENO)
    }
}
