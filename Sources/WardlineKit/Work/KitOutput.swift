import PageLanguage
import Records
import ReportPages

/// Checks an output before it is written: it replaces nothing that was read, and its ending names a format.
enum KitOutput {
    /// Refuses outputs that would replace what was read, and `-`: streams are the command's.
    static func refuse(_ paths: [String], inputs: [String]) throws(OutputError) {
        if let path = paths.first(where: { $0 == "-" }) { throw .isNoFile(path: path) }
        try OutputPlan.check(paths.map { ("output", $0) }, reading: InputFiles(inputs))
    }

    static func write(
        _ path: String, endings: [String], inputs: [String], _ write: (OutputDestination) throws -> Void
    ) throws {
        try refuse([path], inputs: inputs)
        try OutputPlan.refuseFolder(path)
        try OutputPlan.checkEnding(of: path, among: endings)
        try write(.file(path))
    }

    /// Writes a table of its own document.
    static func write(_ table: RecordTable, title: String, to path: String, inputs: [String]) throws {
        try write(path, formats: RecordFormat.tables, inputs: inputs) { destination, writer in
            try writer.write(RecordDocument(title: title, tables: [table]), to: destination)
        }
    }

    /// Writes a table in the format that the path's ending names, among some.
    static func write(
        _ path: String, formats: [RecordFormat], inputs: [String],
        _ write: (OutputDestination, RecordWriter) throws -> Void
    ) throws {
        try refuse([path], inputs: inputs)
        try OutputPlan.refuseFolder(path)
        let format = try RecordFormat.named(byEndingOf: path, among: formats)
        try write(.file(path), RecordWriter(format: format))
    }

    /// Writes pages in a language, and returns what should be known of the typeface.
    static func writePages(
        to path: String, language: String, inputs: [String], _ pages: (PageWords) throws -> ReadyPages
    ) throws -> [String] {
        let endings = PageFormat.allCases.map(\.rawValue)
        guard let format = PageFormat(ending: path) else {
            throw OutputError.unknownEnding(path: path, known: endings)
        }
        let words = try PageWords(language: language)
        var problems: [String] = []
        try write(path, endings: endings + ["htm"], inputs: inputs) { destination in
            let ready = try pages(words)
            try ready.write(format, to: destination)
            problems = try ready.problems(format)
        }
        return problems
    }
}
