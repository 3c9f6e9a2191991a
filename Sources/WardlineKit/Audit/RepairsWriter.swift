import Boundaries
import Geometry
import Locating
package import Records
package import RoutingAudit
import ServiceRequests

/// Writes what to load back into the CRM.
package struct RepairsWriter: Sendable {
    private let audit: AuditWork
    package let selection: Selection

    /// The repairs that are written; the doubtful ones never are.
    package enum Selection: Sendable {
        case certain, certainAndLikely

        var least: Repair.Confidence { self == .certain ? .certain : .likely }
    }

    package init(audit: AuditWork, selection: Selection) {
        self.audit = audit
        self.selection = selection
    }

    package static let columns = [
        RecordColumn("request_id", "id of the request"),
        RecordColumn("layer", "layer whose area is to be changed"),
        RecordColumn("from", "area that the CRM recorded"),
        RecordColumn("to", "area to record"),
        RecordColumn(
            "longitude", .number, "position to record, degrees east of WGS 84; empty where it stays"),
        RecordColumn(
            "latitude", .number, "position to record, degrees north of WGS 84; empty where it stays"),
        RecordColumn("uncertainty_m", .number, "metres by which the position may be off"),
        RecordColumn("position_source", "where the position comes from"),
        RecordColumn("confidence", "certain, or likely where they are asked for"),
        RecordColumn("cause", "why it was misrouted, where that can be told"),
    ]

    /// Writes a table in the order of the requests, and returns how many repairs of each confidence there are.
    package func write(
        _ result: AuditResult, to destination: OutputDestination, by writer: RecordWriter
    ) throws -> RepairCounts {
        var counts = RepairCounts()
        try writer.write(
            RecordDocument(
                title: "Repairs of \(audit.table.intake.sourceName)",
                tables: [table(of: result, counting: &counts)]), to: destination)
        return counts
    }

    /// Returns the repairs that are written, and counts all.
    func table(of result: AuditResult, counting counts: inout RepairCounts) -> RecordTable {
        counts.areLineNumbers = audit.table.intake.columns[.id] == nil
        var repairs: [Repair] = []
        for repair in audit.repairs(of: result, selection: selection, isLoaded: { _ in true }) {
            // Nothing can be loaded back by an id that a spreadsheet rewrote.
            guard !audit.table.hasRewrittenID(at: repair.row) else {
                counts.rewrittenIDs += 1
                continue
            }
            counts.byConfidence[repair.confidence, default: 0] += 1
            if repair.keepsDoubtfulPosition { counts.doubtfulPositions += 1 }
            if repair.confidence <= selection.least { repairs.append(repair) }
        }
        let written = repairs
        return RecordTable(
            name: "repairs", title: "Repairs", columns: Self.columns, shape: .points,
            style: .plain("#2e7d32"), count: written.count
        ) { record(of: written[$0]) }
    }

    private func record(of repair: Repair) -> TableRecord {
        let table = audit.table
        let layer = audit.layers[repair.layer]
        let position = repair.position
        return TableRecord(
            values: [
                .text(table.id(at: repair.row)), .text(layer.name),
                .text(table.assigned[repair.layer.index][repair.row]),
                .text(layer.editions[repair.edition].code(of: repair.area)),
                .number(position?.coordinate.longitude, decimals: 7),
                .number(position?.coordinate.latitude, decimals: 7),
                .number(position?.uncertainty, decimals: 1), .text(position?.source.rawValue),
                .text(repair.confidence.rawValue), .text(repair.cause?.rawValue),
            ], geometry: (position?.coordinate).map { .point($0) } ?? .none)
    }
}
