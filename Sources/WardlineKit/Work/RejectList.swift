import DelimitedText
package import Records
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

    package mutating func add(_ row: Int, kind: String, reason: String) {
        entries.append(Entry(line: Int(table.lines[row]), row: row, kind: kind, reason: reason))
    }

    /// Writes CSV in the order of the file's lines: `line, request_id, kind, reason`.
    package func write(to destination: OutputDestination) throws {
        var file = try OutputFile(destination)
        var buffer = DelimitedBuffer()
        buffer.appendRecord(["line", "request_id", "kind", "reason"])
        let ordered = entries.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
        var next = 0
        // Rejected rows may be all of a file: they are written as they come and kept nowhere.
        for rejection in table.rejections {
            while next < ordered.count, ordered[next].line < rejection.line {
                append(ordered[next], to: &buffer)
                next += 1
            }
            append(
                Entry(line: rejection.line, row: nil, kind: "rejected", reason: rejection.reason.description),
                to: &buffer)
            if buffer.bytes.count >= 1 << 20 {
                try file.write(buffer.bytes)
                buffer.removeAll()
            }
        }
        for entry in ordered[next...] { append(entry, to: &buffer) }
        try file.write(buffer.bytes)
        try file.commit()
    }

    private func append(_ entry: Entry, to buffer: inout DelimitedBuffer) {
        buffer.append(entry.line)
        buffer.append(entry.row.map(table.id) ?? "")
        buffer.append(entry.kind)
        buffer.append(entry.reason)
        buffer.endRecord()
    }
}
