import Geometry
import Locating
import Records
import RoutingAudit
import ServiceRequests

/// Writes what to load back into the CRM.
struct RepairsWriter {
    let audit: AuditRun
    /// Also the repairs that somebody has to look at first.
    let selection: Selection

    enum Selection { case certain, all }

    static let columns = [
        "request_id", "layer", "from", "to", "longitude", "latitude", "uncertainty_m", "position_source",
        "confidence", "cause",
    ]

    /// Writes CSV in the order of the requests, and returns how many repairs of each confidence there are.
    func write(_ result: AuditResult, to destination: OutputDestination) throws -> [Repair.Confidence: Int] {
        var counts: [Repair.Confidence: Int] = [:]
        var buffer = DelimitedBuffer()
        buffer.appendRecord(Self.columns)
        for finding in result.findings {
            guard let repair = finding.repair(addresses: audit.addresses) else { continue }
            counts[repair.confidence, default: 0] += 1
            if selection == .all || repair.confidence == .certain { append(repair, to: &buffer) }
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

    /// Returns what was written, and what was not, in one line for people.
    func summary(_ counts: [Repair.Confidence: Int], name: String) -> String {
        let certain = counts[.certain] ?? 0
        let others = [Repair.Confidence.likely, .doubtful].compactMap { confidence in
            counts[confidence].map { "\(NumberText.count($0)) \(confidence.rawValue)" }
        }
        let all = DayText.counted(certain, "certain repair")
        guard !others.isEmpty else { return "\(name): \(all)." }
        let rest = others.joined(separator: " and ")
        return selection == .all
            ? "\(name): \(all), \(rest)."
            : "\(name): \(all); \(rest) left out, --all-repairs writes them too."
    }
}
