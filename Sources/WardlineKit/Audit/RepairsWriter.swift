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
        "request_id", "layer", "from", "to", "longitude", "latitude", "uncertainty_m", "position_source",
        "confidence", "cause",
    ]

    /// Writes CSV in the order of the requests, and returns how many repairs of each confidence there are.
    package func write(_ result: AuditResult, to destination: OutputDestination) throws -> [Repair.Confidence:
        Int]
    {
        var counts: [Repair.Confidence: Int] = [:]
        var buffer = DelimitedBuffer()
        buffer.appendRecord(Self.columns)
        for finding in result.findings {
            guard let repair = finding.repair else { continue }
            counts[repair.confidence, default: 0] += 1
            if repair.confidence <= selection.least { append(repair, to: &buffer) }
        }
        try OutputFile.write(buffer.bytes, to: destination)
        return counts
    }

    private func append(_ repair: Repair, to buffer: inout DelimitedBuffer) {
        let table = audit.table
        let layer = audit.layers[repair.layer]
        table.ids.withBytes(at: repair.row) { buffer.append($0) }
        buffer.append(layer.name)
        buffer.append(table.assigned[repair.layer][repair.row] ?? "")
        buffer.append(layer.editions[repair.edition].codes[repair.area])
        buffer.append(repair.position?.coordinate.longitude ?? .nan, decimals: 7)
        buffer.append(repair.position?.coordinate.latitude ?? .nan, decimals: 7)
        buffer.append(repair.position?.uncertainty ?? .nan, decimals: 1)
        buffer.append(repair.position?.source.rawValue ?? "")
        buffer.append(repair.confidence.rawValue)
        buffer.append(repair.cause?.rawValue ?? "")
        buffer.endRecord()
    }
}
