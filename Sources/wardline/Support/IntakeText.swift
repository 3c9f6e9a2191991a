import Records
import ServiceRequests

/// What became of a file's rows when they were read, for people.
enum IntakeText {
    /// Returns what became of the rows, which columns, dates and statuses were taken for what, and what is doubtful.
    static func lines(_ table: RequestTable) -> [String] {
        [rows(table)] + remarks(table) + StatusText.lines(table)
    }

    private static func rows(_ table: RequestTable) -> String {
        var parts = [
            "\(NumberText.count(table.count)) requests read",
            "\(NumberText.count(table.rejections.count)) rejected",
        ]
        for (kind, word) in [(FoldedRow.Kind.merged, "merged"), (.superseded, "superseded")] {
            let count = table.foldedRows.count { $0.kind == kind }
            if count > 0 { parts.append("\(NumberText.count(count)) \(word)") }
        }
        return "\(NumberText.count(table.rowsInFile)) rows in \(table.intake.sourceName)"
            + " (\(table.intake.dialect)): \(parts.joined(separator: ", "))"
    }

    /// Returns what was found while reading that people should know: rejected rows and why, repeated ids, columns and dates
    /// that were taken for something.
    static func remarks(_ table: RequestTable) -> [String] {
        var notes: [String: Int] = [:]
        for note in table.notes { notes[note.description, default: 0] += 1 }
        let rejections = table.rejections.counts().reduce(into: [:]) { $0[$1.key.description, default: 0] += $1.value }
        return reasons(rejections, singular: "rejected") + reasons(notes, singular: "read with a note")
            + repeats(table) + text(table.intake)
    }

    private static func repeats(_ table: RequestTable) -> [String] {
        var lines: [String] = []
        for (kind, text) in [
            (FoldedRow.Kind.merged, "merged: another row says the same of the same id"),
            (.superseded, "superseded: another row has a later state of the same id"),
        ] {
            let count = table.foldedRows.count { $0.kind == kind }
            if count > 0 { lines.append("  \(NumberText.count(count)) \(text)") }
        }
        if !table.repeatedIDRows.isEmpty {
            lines.append(
                "  \(NumberText.count(table.repeatedIDRows.count)) carry an id that an earlier row has, with another"
                    + " category or time of opening: they count as requests of their own")
        }
        if table.intake.spreadsheetIDs > 0 {
            let count = table.intake.spreadsheetIDs
            let example = (0..<table.count).first(where: table.hasDamagedID).map { " (\(table.id(at: $0)))" } ?? ""
            lines.append(
                "  \(NumberText.count(count)) \(count == 1 ? "id was" : "ids were") rewritten by a spreadsheet\(example);"
                    + " repairs cannot be loaded back by them")
        }
        return lines
    }

    private static func text(_ intake: IntakeSummary) -> [String] {
        var lines: [String] = []
        if intake.droppedNULs > 0 {
            lines.append("  \(NumberText.count(intake.droppedNULs)) NUL bytes were left out of the text")
        }
        for name in intake.doubledColumns {
            lines.append("  more than one column is called \(name); the first is taken")
        }
        return lines
    }

    /// Returns how often each reason occurs, the most frequent first.
    private static func reasons(_ counts: [String: Int], singular: String) -> [String] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "  \(NumberText.count($0.value)) \(singular): \($0.key)" }
    }
}
