import Boundaries
package import Locating
package import ServiceRequests

/// The repairs of one record together: what is loaded in one layer must not be what the next audit accuses in another.
///
/// A repair that brings a position is loaded with it, and the next audit judges the record by that position, as the CRM's
/// own and with the radius of recorded ones. What that makes of the other layers is told now:
/// an area beyond that radius is as certain as the position, and a doubt that the position would settle by its mere radius
/// keeps the old position, since nobody has been asked.
struct RecordRepairs {
    /// How far a recorded position may be off in each layer, metres, for a row.
    let radius: (_ row: Int, _ layer: Ordinal<Layer>) -> Double
    /// The repairs that are loaded: these and the more certain ones.
    let least: Repair.Confidence
    /// Whether a new position is loaded with its repair.
    let isLoaded: (Position) -> Bool

    /// - Parameter findings: Those of one record.
    func repairs(of findings: ArraySlice<Finding>) -> [Repair] {
        var repairs = findings.compactMap(\.repair)
        let moved = repairs.filter { $0.confidence <= least && $0.position.map(isLoaded) ?? false }
            .min { $0.confidence < $1.confidence }
        guard let moved, let position = moved.position else { return repairs }
        let others = findings.filter { $0.position == position }
        // Nothing becomes more certain than the position that it rests on.
        for index in repairs.indices
        where repairs[index].confidence == .likely && moved.confidence == .certain {
            let finding = others.first { $0.layer == repairs[index].layer }
            if let finding, isBeyondRadius(finding) { repairs[index].confidence = .certain }
        }
        if others.contains(where: wouldBeAccused) {
            for index in repairs.indices where repairs[index].position != nil {
                repairs[index].position = nil
                repairs[index].keepsDoubtfulPosition = true
            }
        }
        return repairs
    }

    private func isBeyondRadius(_ finding: Finding) -> Bool {
        guard let margin = finding.margin, finding.isAddressSure, finding.support == .address else {
            return false
        }
        return margin > radius(finding.row, finding.layer)
    }

    private func wouldBeAccused(_ finding: Finding) -> Bool {
        guard finding.verdict == .uncertain, let distance = finding.distance else { return false }
        return distance > radius(finding.row, finding.layer)
    }
}

extension RoutingAuditor {
    /// Returns what should be loaded back, in the order of the findings.
    ///
    /// - Parameters:
    ///   - table: The requests of which the findings are.
    ///   - least: The repairs that are loaded: these and the more certain ones.
    ///   - isLoaded: Whether a new position is loaded with its repair.
    package func repairs(
        of result: AuditResult, in table: RequestTable, least: Repair.Confidence,
        isLoaded: (Position) -> Bool
    ) -> [Repair] {
        withoutActuallyEscaping(isLoaded) { isLoaded in
            let record = RecordRepairs(
                radius: { recordedRadius(ofRow: $0, layer: $1, in: table) }, least: least, isLoaded: isLoaded)
            var repairs: [Repair] = []
            var start = 0
            while start < result.findings.count {
                let row = result.findings[start].row
                let end = result.findings[start...].firstIndex { $0.row != row } ?? result.findings.count
                repairs += record.repairs(of: result.findings[start..<end])
                start = end
            }
            return repairs
        }
    }

    /// How far a position that the CRM records to the last decimal may be off, metres.
    private func recordedRadius(ofRow row: Int, layer: Ordinal<Layer>, in table: RequestTable) -> Double {
        guard !layers[layer].isUncertaintyStated, let radii = measured?.radii, let unnamed = radii.last else {
            return layers[layer].uncertainty
        }
        let channels = table.channels.indices
        guard row < channels.count, channels[row] >= 0 else { return unnamed }
        return radii[Int(channels[row])]
    }
}
