import Boundaries
import Locating
package import Records
package import RoutingAudit
import ServiceRequests

/// Writes every row that could not be read or judged, with its line and the reason.
package struct RejectsWriter {
    private let audit: AuditWork
    private let result: AuditResult

    package init(audit: AuditWork, result: AuditResult) {
        self.audit = audit
        self.result = result
    }

    /// Writes a ``RejectList``; what could not be judged has its layer's name for a kind.
    package func write(to destination: OutputDestination, by writer: RecordWriter) throws {
        try list.write(to: destination, by: writer)
    }

    var list: RejectList {
        var list = RejectList(audit.table)
        for finding in result.findings {
            guard let reason = reason(finding) else { continue }
            list.add(finding.row, kind: audit.layers[finding.layer].name, reason: reason)
        }
        return list
    }

    /// Why a request could not be judged in a layer, or `nil` where it could.
    private func reason(_ finding: Finding) -> String? {
        let evidence = finding.evidenceText(in: audit.layers[finding.layer])
        switch finding.verdict {
        case .unassigned: return "no area is recorded"
        case .unknownArea:
            return evidence.isEmpty ? "the recorded code is no area of the edition in force" : evidence
        case .unlocatable:
            let reason = MissingPosition(ofUnused: audit.table.positionStates[finding.row])
            return evidence.isEmpty ? reason.sentence : evidence
        case .correct, .misrouted, .uncertain, .outside: return nil
        }
    }
}
