import ArgumentParser
import Closures
import Disclosure
import Foundation
import PageLanguage
import Records
import ReportPages
import WardlineKit

/// What is told of closures, and where it goes.
struct ClosureOutput: ParsableArguments {
    @Option(name: .shortAndLong, help: "Where the call-back list goes; - for standard output.")
    var output: String?

    @Option(help: TableFormats.pageHelp(RecordFormat.lists))
    var format: OutputForm?

    @OptionGroup var spreadsheet: SpreadsheetOption

    @OptionGroup var language: LanguageOption

    @Option(help: "Write all measures, one figure a row with its formula.")
    var measures: String?

    /// The outputs with their options, for the check of all together.
    var outputs: [(option: String, path: String?)] { [("-o", output), ("--measures", measures)] }

    var tables: [TableFormats.Output] {
        [
            ("-o", pages == nil ? output : nil, format?.table, RecordFormat.lists),
            ("--measures", measures, nil, RecordFormat.lists),
        ]
    }

    /// The form of pages that is asked for; `nil` for tables.
    var pages: PageFormat? { OutputForm.pages(named: format, path: output) }

    func validate() throws {
        try OutputPaths.checkFile(
            "-o", output, format: format?.rawValue, endings: OutputForm.endings(RecordFormat.lists))
        try language.check(pages)
    }

    /// Writes what is asked for, pages in a language, and returns what people are told.
    func write(_ work: ClosureWork, _ words: PageWords) throws -> String {
        let summary = ClosureText(work).text
        if let output, let pages {
            let ready = work.pages(in: words)
            try ready.write(pages, to: OutputDestination(argument: output))
            for problem in try ready.problems(pages) { Terminal.warn(problem) }
        } else if let output {
            try write(
                work, tables: [work.callBacks.table, work.measures.table], to: output, format: format?.table,
                summary: summary)
        }
        if let measures {
            try write(work, tables: [work.measures.table], to: measures, format: nil, summary: summary)
        }
        return summary
    }

    private func write(
        _ work: ClosureWork, tables: [RecordTable], to path: String, format: RecordFormat?,
        summary: String
    ) throws {
        let writer = try TableFormats.writer(of: path, named: format, among: RecordFormat.lists, spreadsheet)
        try writer.write(
            work.document(tables, summary: Terminal.plain(summary)), to: OutputDestination(argument: path))
    }
}
