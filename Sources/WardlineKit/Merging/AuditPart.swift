import Locating
package import RoutingAudit
package import ServiceRequests

/// The sums of an audit of a part of a city's requests: all that a summary of the whole is made of.
package struct AuditPart: PartSums {
    package static let command = "audit"

    package let requests: RequestSums
    /// The layers that were judged by, with the files of their editions.
    let layers: [Layer]
    let layersLeftOut: [String]
    /// Which requests were asked about, in words; `nil` for all.
    let choice: String?
    let findings: FindingSums
    let positions: PositionSums?
    let radii: RadiusSums?
    let placeholders: [PlaceholderSums]

    struct Layer: Codable, Sendable, Equatable {
        let name: String
        let editions: [String]
    }

    enum CodingKeys: String, CodingKey {
        case requests, layers
        case layersLeftOut = "layers_left_out"
        case choice, findings, positions, radii, placeholders
    }

    /// - Throws: ``PartSumsError/clerksAnswers`` for a workspace with clerks' answers, which is audited whole.
    package init(_ result: AuditResult, of basis: AuditBasis) throws {
        guard basis.decisions.all.isEmpty else {
            throw PartSumsError.clerksAnswers
        }
        requests = RequestSums(basis.table)
        layers = basis.layers.map { Layer(name: $0.name, editions: $0.editions.map(\.name)) }
        layersLeftOut = basis.layersLeftOut
        choice = basis.choice
        findings = FindingSums(result)
        positions = basis.addressUse.flatMap { use in
            basis.comparedPositions.map { PositionSums(use, $0) }
        }
        radii = basis.measured.map { RadiusSums($0, channels: basis.table.channels.values) }
        placeholders = basis.placeholders.map {
            PlaceholderSums($0, isOfAll: basis.table.facts != nil)
        }
    }
}
