package import Boundaries
import Locating
import Records
package import RoutingAudit
import ServiceRequests

extension AuditBasis {
    /// Returns what recorded positions are taken to be good to, where the city file does not say it or something else was measured,
    /// in a sentence. Channels of which clerks' answers taught more are not among them.
    package func uncertaintyLines(ofLayer index: Ordinal<Layer>, _ findings: SummaryFindings) -> [String] {
        let layer = layers[index]
        guard let radii = measured?.radii, let most = radii.max() else {
            guard !layer.isUncertaintyStated, decisions.learnt.channels.isEmpty else { return [] }
            return [
                "Recorded positions are taken to be good to \(NumberText.decimal(layer.uncertainty, places: 0)) m, the usual:"
                    + " nothing measured it, and uncertainty: in the city file says otherwise"
            ]
        }
        guard most > layer.uncertainty else { return [] }
        let names = zip(table.channels.values, radii).filter {
            $0.1 > layer.uncertainty && decisions.learnt.radius(channel: $0.0) == nil
        }.map { "\($0.0) \(NumberText.decimal($0.1, places: 0)) m" }
        guard !names.isEmpty || decisions.learnt.channels.isEmpty else { return [] }
        let list = names.isEmpty ? "\(NumberText.decimal(most, places: 0)) m" : names.joined(separator: ", ")
        if layer.isUncertaintyStated {
            return [
                "Recorded positions are less exact than uncertainty: \(NumberText.decimal(layer.uncertainty, places: 0))"
                    + " m says; measured against addresses: \(list)"
            ]
        }
        let count = findings.uncertainByMeasure(ofLayer: index)
        return [
            "Recorded positions are taken to be good to what was measured against addresses: \(list);"
                + " \(DayText.counted(count, "verdict")) became uncertain by that"
        ]
    }
}
