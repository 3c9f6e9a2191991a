import Records
import ServiceRequests

/// What became of a file's rows when they were read, for people.
enum IntakeText {
    static func lines(_ table: RequestTable) -> [String] {
        var lines = [
            "\(NumberText.count(table.rowsInFile)) rows in \(table.intake.sourceName)"
                + " (\(table.intake.dialect)): \(NumberText.count(table.count)) requests read,"
                + " \(NumberText.count(table.rejections.count)) rejected"
        ]
        lines += reasons(table.rejections.map { "\($0.reason)" }, singular: "rejected")
        lines += reasons(table.notes.map(\.description), singular: "read with a note")
        if !table.repeatedIDRows.isEmpty {
            lines.append(
                "  \(NumberText.count(table.repeatedIDRows.count)) carry an id that an earlier row has")
        }
        return lines + StatusText.lines(table)
    }

    /// Returns how often each reason occurs, the most frequent first.
    private static func reasons(_ reasons: [String], singular: String) -> [String] {
        Dictionary(grouping: reasons, by: \.self).map { (reason: $0, count: $1.count) }
            .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
            .map { "  \(NumberText.count($0.count)) \(singular): \($0.reason)" }
    }
}
