import DelimitedText
import OutputFiles
import RoutingAudit
import ServiceRequests

/// Writes every row that could not be read or judged, with its line and the reason.
struct RejectsWriter {
    let audit: AuditRun
    let result: AuditResult

    private struct Entry {
        let line: Int
        let row: Int?
        let kind: String
        let reason: String
    }

    /// Writes CSV in the order of the file's lines: `line, request_id, kind, reason`. The kind is `rejected` for a row
    /// that could not be read, `note` for a field that could not be, and a layer's name where it could not be judged.
    func write(to destination: OutputDestination) throws {
        var buffer = DelimitedBuffer()
        buffer.appendRecord(["line", "request_id", "kind", "reason"])
        for entry in entries() {
            buffer.append(entry.line)
            buffer.append(entry.row.map(audit.table.id) ?? "")
            buffer.append(entry.kind)
            buffer.append(entry.reason)
            buffer.endRecord()
        }
        let file = try OutputFile(destination)
        try file.write(buffer.bytes)
        try file.commit()
    }

    private func entries() -> [Entry] {
        let table = audit.table
        var entries = table.rejections.map {
            Entry(line: $0.line, row: nil, kind: "rejected", reason: "\($0.reason)")
        }
        entries += table.notes.map {
            Entry(line: Int(table.lines[$0.row]), row: $0.row, kind: "note", reason: "\($0)")
        }
        for finding in result.findings {
            guard let reason = reason(finding) else { continue }
            entries.append(
                Entry(
                    line: Int(table.lines[finding.row]), row: finding.row,
                    kind: audit.layers[finding.layer].name,
                    reason: reason))
        }
        return entries.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element)
    }

    /// Why a request could not be judged in a layer, or `nil` where it could.
    private func reason(_ finding: Finding) -> String? {
        let evidence = finding.evidenceText(in: audit.layers[finding.layer])
        switch finding.verdict {
        case .unassigned: return "no area is recorded"
        case .unknownArea:
            return evidence.isEmpty ? "the recorded code is no area of the edition in force" : evidence
        case .unlocatable: return evidence.isEmpty ? positionReason(finding.row) : evidence
        case .correct, .misrouted, .uncertain, .outside: return nil
        }
    }

    private func positionReason(_ row: Int) -> String {
        switch audit.table.positionStates[row] {
        case .blank: "no position is recorded"
        case .unreadable: "the position is no pair of numbers"
        case .outOfRange: "the position is out of range"
        case .zero: "the position is 0, 0"
        case .recorded: "the position cannot be used"
        }
    }
}
