package import Locating
package import ServiceRequests

/// A recorded code that is no area of the edition in force, and how many requests carry it.
package struct UnknownCode: Sendable, Equatable {
    package let code: String
    package let requests: Int
}

extension AuditResult {
    /// Returns the recorded codes of a layer that are no areas, the most frequent first.
    package func unknownCodes(ofLayer layer: Int, in table: RequestTable) -> [UnknownCode] {
        let column = table.assigned[layer]
        var counts: [Int32: Int] = [:]
        for finding in findings
        where finding.layer == layer && finding.verdict == .unknownArea && finding.edition >= 0 {
            counts[column.indices[finding.row], default: 0] += 1
        }
        return counts.filter { $0.key >= 0 }.map {
            UnknownCode(code: column.values[Int($0.key)], requests: $0.value)
        }
        .sorted { ($1.requests, $0.code) < ($0.requests, $1.code) }
    }

    /// Returns how many verdicts of a layer became `uncertain` since recorded positions are less exact than the layer's own
    /// uncertainty says.
    package func uncertainByMeasure(ofLayer index: Int, _ layer: PreparedLayer) -> Int {
        findings.count { finding in
            guard finding.layer == index, finding.verdict == .uncertain, let distance = finding.distance,
                let position = finding.position, position.source == .recorded
            else { return false }
            return distance > layer.uncertainty && distance <= position.uncertainty
        }
    }
}
