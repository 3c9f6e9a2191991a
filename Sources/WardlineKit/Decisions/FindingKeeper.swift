import Boundaries
import Locating
import Records
package import RoutingAudit
import ServiceRequests
package import Workspace

/// Keeps the findings of an audit in the workspace that its requests come from.
package enum FindingKeeper {
    /// The columns that are kept: what changes from day to day is told by the requests.
    static let columns = Array(FindingColumns.own.prefix { $0.name != "status" })

    /// - Throws: ``WorkspaceError``, and ``DecisionError`` where the requests are in no workspace or are not all judged.
    package static func keep(_ result: AuditResult, of audit: AuditWork) throws -> KeepCounts {
        guard Workspace.isWorkspace(audit.source) else {
            throw DecisionError.noWorkspace(source: audit.source)
        }
        guard audit.choice.isAll else {
            throw DecisionError.chosenRequests
        }
        let renderer = FindingRenderer(audit: audit, writer: RecordWriter(format: .gpkg))
        let records = result.findings.lazy.filter { $0.verdict != .correct }.map { finding in
            let record = renderer.record(of: finding)
            return KeptFindings.Record(
                request: Int(audit.table.lines[finding.row]), layer: audit.layers[finding.layer].name,
                record: TableRecord(
                    values: Array(record.values.prefix(columns.count)), geometry: record.geometry))
        }
        let findings = KeptFindings(
            layers: audit.layers.map(\.name), columns: columns, requests: audit.table.count,
            records: Array(records))
        let workspace = try Workspace(opening: audit.source)
        let counts = try workspace.keep(findings, program: WardlineVersion.current)
        // A day is judged by them as within the whole. Facts of one layer would say nothing of the others.
        if audit.isOfAllLayers { try workspace.keep(audit.facts()) }
        return counts
    }
}

extension KeepCounts {
    /// What was kept, in a sentence.
    package var text: String {
        guard new + gone > 0 else {
            return "The workspace keeps these findings already: \(NumberText.count(standing)) stand"
        }
        return
            "Kept in the workspace: \(DayText.counted(new, "new finding")), \(NumberText.count(standing)) that stand,"
            + " \(NumberText.count(gone)) gone since the run before"
    }
}
