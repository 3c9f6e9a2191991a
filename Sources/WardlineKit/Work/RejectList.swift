package import Records
package import ServiceLevels
package import ServiceRequests

/// The rows of a file that could not be used, each with its line and the reason.
package struct RejectList {
    private struct Entry {
        let line: Int
        let row: Int?
        let kind: String
        let reason: String
    }

    private let table: RequestTable
    private var entries: [Entry] = []

    /// Begins with the rows that could not be read (`rejected`), those that are the same request as another (`merged`,
    /// `superseded`), and the fields that could not be read (`note`).
    package init(_ table: RequestTable) {
        self.table = table
        entries = table.foldedRows.map {
            Entry(line: $0.line, row: nil, kind: "\($0.kind)", reason: "\($0)")
        }
        for note in table.notes { add(note.row, kind: "note", reason: "\(note)") }
    }

    /// Adds the rows that a report or closures could not count; what was not asked for is none of them.
    package init(_ table: RequestTable, leftOut: [(row: Int, reason: ServiceOmission)]) {
        self.init(table)
        for (row, reason) in leftOut where !reason.isChoice {
            add(row, kind: "left_out", reason: reason.text)
        }
    }

    package mutating func add(_ row: Int, kind: String, reason: String) {
        entries.append(Entry(line: Int(table.lines[row]), row: row, kind: kind, reason: reason))
    }

    package static let columns = [
        RecordColumn("line", .whole, "line of the file, the first is 1"),
        RecordColumn("request_id", "id of the request, where it could be read"),
        RecordColumn(
            "kind",
            "rejected, merged, superseded, note, left_out, or the layer in which it could not be judged"),
        RecordColumn("reason", "why"),
    ]

    /// The rows in the order of the file's lines.
    package var rejects: RecordTable {
        RecordTable(
            name: "rejects", title: "Rejects", columns: Self.columns,
            count: entries.count + table.rejections.count, records: records)
    }

    /// Writes a table in the order of the file's lines.
    package func write(to destination: OutputDestination, by writer: RecordWriter) throws {
        try writer.write(
            RecordDocument(title: "Rejects of \(table.intake.sourceName)", tables: [rejects]),
            to: destination)
    }

    /// The records in their order. Rejected rows may be all of a file: each is made when it is written, and kept nowhere.
    private var records: some Sequence<TableRecord> {
        let ordered = entries.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
        var rejections = table.rejections.makeIterator()
        var rejection = rejections.next()
        var next = 0
        return AnySequence(
            AnyIterator { () -> TableRecord? in
                if let first = rejection, next == ordered.count || first.line <= ordered[next].line {
                    rejection = rejections.next()
                    return record(
                        Entry(
                            line: first.line, row: nil, kind: "rejected", reason: first.reason.description))
                }
                guard next < ordered.count else { return nil }
                defer { next += 1 }
                return record(ordered[next])
            })
    }

    private func record(_ entry: Entry) -> TableRecord {
        TableRecord(values: [
            .whole(entry.line), .text(entry.row.map(table.id)), .text(entry.kind), .text(entry.reason),
        ])
    }
}
