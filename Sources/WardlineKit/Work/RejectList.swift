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

    /// Begins with the rows that could not be read (`rejected`) and the fields that could not be (`note`).
    package init(_ table: RequestTable) {
        self.table = table
        entries = table.rejections.map {
            Entry(line: $0.line, row: nil, kind: "rejected", reason: "\($0.reason)")
        }
        for note in table.notes { add(note.row, kind: "note", reason: "\(note)") }
    }

    package mutating func add(_ row: Int, kind: String, reason: String) {
        entries.append(Entry(line: Int(table.lines[row]), row: row, kind: kind, reason: reason))
    }

    /// Writes CSV in the order of the file's lines: `line, request_id, kind, reason`.
    package func write(to destination: OutputDestination) throws {
        var buffer = DelimitedBuffer()
        buffer.appendRecord(["line", "request_id", "kind", "reason"])
        let ordered = entries.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        for entry in ordered.map(\.element) {
            buffer.append(entry.line)
            buffer.append(entry.row.map(table.id) ?? "")
            buffer.append(entry.kind)
            buffer.append(entry.reason)
            buffer.endRecord()
        }
        try OutputFile.write(buffer.bytes, to: destination)
    }
}
