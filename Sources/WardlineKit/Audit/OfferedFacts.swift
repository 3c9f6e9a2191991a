import City
import Geometry
import Locating
import Records
import ServiceRequests

/// What a long file told and a shorter one may not: lines for the city file that keep it.
package struct OfferedFacts: Sendable {
    /// Under `requests:`.
    package let requests: [String]
    /// By the layer's name, under that layer.
    package let layers: [(layer: String, line: String)]

    package var isEmpty: Bool { requests.isEmpty && layers.isEmpty }

    package init(_ audit: AuditBasis) {
        var requests: [String] = []
        let points = audit.placeholders
        if points.contains(where: { $0.origin == .found }) {
            // Those that the city file names and no request carries now stay.
            let named = audit.city.requests.placeholders.filter { named in
                !points.contains { $0.coordinate == named }
            }
            let list = (points.map(\.coordinate) + named).map {
                "[\(Self.degrees($0.longitude)), \(Self.degrees($0.latitude))]"
            }
            requests.append("placeholders: [\(list.joined(separator: ", "))]")
        }
        if audit.city.requests.dateOrder == nil, let order = audit.intake.dateOrder {
            switch order.basis {
            case .dates, .sequence, .years:
                let first = ["day", "month", "year"].first { order.order.hasPrefix($0) }
                if let first { requests.append("dates: \(first) first") }
            case .cityFile, .facts, .deniedFacts, .imports, .earlierFiles, .usual, .openYear: break
            }
        }
        self.requests = requests
        let most = audit.measured?.radii?.max()
        layers = audit.layers.compactMap { layer in
            guard !layer.isUncertaintyStated, let most, most > layer.uncertainty else { return nil }
            return (layer.name, "uncertainty: \(NumberText.decimal(most, places: 0)) m")
        }
    }

    /// As few digits as say the number.
    private static func degrees(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : "\(value)"
    }
}
