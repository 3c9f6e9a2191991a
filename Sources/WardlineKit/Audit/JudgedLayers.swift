package import City
import Locating
package import RoutingAudit
import Wording

/// The names of the layers that an audit judges by, and of those that it leaves out.
package struct JudgedLayers: Sendable {
    package let judged: [String]
    /// Those of the city file for which nothing says which column holds the CRM's answer.
    package let leftOut: [String]

    /// - Parameter name: The only layer to judge by; `nil` for all.
    /// - Throws: ``City/LayerChoiceError`` for a name that the city file has not.
    package init(of city: CityFile, only name: String?) throws(LayerChoiceError) {
        let (judged, leftOut) = try city.judgedLayers(only: name)
        (self.judged, self.leftOut) = (judged.map(\.name), leftOut)
    }

    /// Those of an audit that was made.
    package init(_ audit: AuditBasis) {
        (judged, leftOut) = (audit.layers.map(\.name), audit.layersLeftOut)
    }

    /// Returns why the first limit that is about another layer cannot be held, in a sentence: it would never be passed, and
    /// nobody told.
    package func refusal(of limits: [FailLimit]) -> String? {
        for limit in limits {
            guard let layer = limit.layer, !judged.contains(layer) else { continue }
            let start = "\(layer):\(limit.verdict.rawValue): "
            if leftOut.contains(layer) {
                return start
                    + "layer \(layer) is not audited, since the city file names no assigned: column for"
                    + " it. Layers that are: \(judged.joined(separator: ", "))"
            }
            guard !judged.isEmpty else { return start + "the city file has no layer \(layer), nor any other" }
            return start + "no layer \(layer) is judged; did you mean"
                + " \(Spelling.nearest(to: layer, among: judged))? Layers that are: \(judged.joined(separator: ", "))"
        }
        return nil
    }
}

extension CityFile {
    /// Returns the layers that an audit judges by: those with a column of the CRM's answer or, where none has one, all, which
    /// reading the requests then refuses.
    ///
    /// - Parameter name: The only layer to judge by; `nil` for all.
    func judgedLayers(only name: String?) throws(LayerChoiceError) -> (
        judged: [LayerSettings], leftOut: [String]
    ) {
        let asked = try name.map { name throws(LayerChoiceError) in [try layer(named: name)] } ?? layers
        let judged = asked.filter { $0.assigned != nil }
        guard !judged.isEmpty else { return (asked, []) }
        return (judged, asked.filter { $0.assigned == nil }.map(\.name))
    }
}
