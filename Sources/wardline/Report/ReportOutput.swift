import ArgumentParser
import Disclosure
import PageLanguage
import Records
import ReportPages
import ServiceLevels
import WardlineKit

/// Where the figures of a report go, and as what.
struct ReportOutput: ParsableArguments {
    @Option(name: .shortAndLong, help: "Where the figures go; - for standard output.")
    var output: String?

    @Option(help: TableFormats.pageHelp(RecordFormat.tables))
    var format: OutputForm?

    @OptionGroup var spreadsheet: SpreadsheetOption

    @OptionGroup var language: LanguageOption

    /// The form of pages that is asked for; `nil` for tables.
    var pages: PageFormat? { OutputForm.pages(named: format, path: output) }

    /// Whether the figures are to be written with the areas' places.
    var hasPlaces: Bool {
        get throws {
            guard pages == nil, let output else { return format?.table == .geojson }
            return try TableFormats.format(
                of: output, named: format?.table, among: RecordFormat.tables) == .geojson
        }
    }

    func validate() throws {
        try OutputPaths.checkFile(
            "-o", output, format: format?.rawValue, endings: OutputForm.endings(RecordFormat.tables))
        try language.check(pages)
    }

    /// The output as a table, for the check of all outputs together.
    var table: TableFormats.Output {
        ("-o", pages == nil ? output : nil, format?.table, RecordFormat.tables)
    }

    /// Writes the figures where that is asked for, and returns what people are told.
    ///
    /// - Parameter words: Of pages.
    func write(_ work: ServiceLevelWork, _ words: PageWords) throws -> String {
        let summary = ReportText(
            survey: work.survey, figures: work.periods?.figures ?? [], privateLine: work.privateCounts?.line
        ).text
        guard let output else { return summary }
        if let pages {
            guard let ready = work.pages(in: words) else {
                throw ValidationError(
                    "-o \(output): pages need parts that were asked with --by, and with --edition")
            }
            try ready.write(pages, to: OutputDestination(argument: output))
            for problem in try ready.problems(pages) { Terminal.warn(problem) }
            return summary
        }
        let writer = try TableFormats.writer(
            of: output, named: format?.table, among: RecordFormat.tables, spreadsheet)
        try ServiceLevelRecords(
            survey: work.survey, writer: writer, periods: work.periods?.tables ?? []
        ).write(to: OutputDestination(argument: output), summary: Terminal.plain(summary))
        return summary
    }
}

extension OutputForm: ExpressibleByArgument {}
