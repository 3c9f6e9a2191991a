import Records
import RoutingAudit
import ServiceRequests

/// Writes every row that could not be read or judged, with its line and the reason.
struct RejectsWriter {
    let audit: AuditRun
    let result: AuditResult

    /// Writes a ``RejectList``; what could not be judged has its layer's name for a kind.
    func write(to destination: OutputDestination) throws {
        var list = RejectList(audit.table)
        for finding in result.findings {
            guard let reason = reason(finding) else { continue }
            list.add(finding.row, kind: audit.layers[finding.layer].name, reason: reason)
        }
        try list.write(to: destination)
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
