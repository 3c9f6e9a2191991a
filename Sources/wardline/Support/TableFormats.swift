import ArgumentParser
import Records

/// Formats are named as their files end: `csv`.
extension RecordFormat: ExpressibleByArgument {}

/// Which formats the commands write their tables in.
enum TableFormats {
    static let names = text(RecordFormat.tables)
    static let help = ArgumentHelp("\(names); by the ending of the output where it is not named.")

    /// The help of an option whose output may be pages too.
    static func pageHelp(_ formats: [RecordFormat]) -> ArgumentHelp {
        "\(formats.map(\.rawValue).joined(separator: ", ")), or html or pdf for pages; by the ending of the output where it is not named."
    }

    /// One output of a command: its option, its path and format where they are given, and what it is written in.
    typealias Output = (option: String, path: String?, format: RecordFormat?, known: [RecordFormat])

    /// - Throws: An error of usage that names an output whose format is not written, before any work.
    static func check(_ outputs: [Output], _ spreadsheet: SpreadsheetOption? = nil) throws {
        var formats: [RecordFormat] = []
        for output in outputs {
            guard let path = output.path else { continue }
            // As a folder without the right to write: the option is well given, and its file cannot be made.
            try OutputPlan.refuseFolder(path)
            if let named = output.format, !output.known.contains(named) {
                throw ValidationError(
                    "--format \(named.rawValue) is not written here; try \(text(output.known))")
            }
            do throws(OutputError) {
                formats.append(try format(of: path, named: output.format, among: output.known))
            } catch {
                throw ValidationError("\(output.option) \(error)")
            }
        }
        if spreadsheet?.spreadsheet == true, !formats.isEmpty, !formats.contains(.csv) {
            throw ValidationError("--spreadsheet is about CSV, and none is written")
        }
    }

    /// Returns the format that is named, or the one of the path's ending.
    static func format(
        of path: String, named: RecordFormat? = nil, among known: [RecordFormat]
    ) throws(OutputError) -> RecordFormat {
        if let named { return named }
        return try RecordFormat.named(byEndingOf: path, among: known)
    }

    /// Returns what writes an output. Without the option for spreadsheets CSV stays plain.
    static func writer(
        of path: String, named: RecordFormat? = nil, among known: [RecordFormat],
        _ spreadsheet: SpreadsheetOption? = nil
    ) throws(OutputError) -> RecordWriter {
        RecordWriter(
            format: try format(of: path, named: named, among: known), style: spreadsheet?.style ?? .plain)
    }

    private static func text(_ formats: [RecordFormat]) -> String {
        formats.dropLast().map(\.rawValue).joined(separator: ", ") + " or " + (formats.last?.rawValue ?? "")
    }
}

/// Whether CSV is written for a spreadsheet.
struct SpreadsheetOption: ParsableArguments {
    @Flag(
        help:
            "Write CSV for Excel: with a byte order mark, and with an apostrophe before texts that would run as formulas. An .xlsx file needs neither. What is loaded back, repairs and assignments, stays as it is."
    )
    var spreadsheet = false

    var style: DelimitedStyle { spreadsheet ? .spreadsheet : .plain }
}
