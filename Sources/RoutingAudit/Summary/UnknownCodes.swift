package import ServiceRequests

/// A recorded code that is no area of the edition in force, and how many requests carry it.
package struct UnknownCode: Sendable, Equatable {
    package let code: String
    package let requests: Int
}

extension SummaryFindings {
    /// Returns the recorded codes of a layer that are no areas, the most frequent first.
    ///
    /// - Parameter table: Has the texts that the CRM recorded.
    package func unknownCodes(ofLayer layer: Int, in table: RequestTable) -> [UnknownCode] {
        let column = table.assigned[layer]
        var counts: [Int32: Int] = [:]
        for finding in findings
        where finding.layer == layer && finding.verdict == .unknownArea && finding.edition >= 0 {
            counts[finding.code, default: 0] += 1
        }
        return counts.filter { $0.key >= 0 }.map {
            UnknownCode(code: column.values[Int($0.key)], requests: $0.value)
        }
        .sorted { ($1.requests, $0.code) < ($0.requests, $1.code) }
    }
}
