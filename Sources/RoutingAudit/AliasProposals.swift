package import Boundaries
import Locating
package import ServiceRequests

/// A recorded code that no area has, and the area in which most of its requests lie.
package struct AliasProposal: Sendable, Equatable {
    package let recorded: String
    /// The area of the layer's last edition.
    package let area: Ordinal<Area>
    /// How many requests carry the code and can be placed, and how many of them lie in the area.
    package let requests: Int
    package let agreeing: Int
}

extension SummaryFindings {
    /// Fewer requests, or a smaller share of them in one area, show nothing.
    private static let leastRequests = 3
    private static let leastShare = 0.8

    /// Returns what the recorded codes of a layer most likely mean, by where their requests lie.
    ///
    /// - Parameters:
    ///   - edition: The edition that the proposals are for.
    ///   - table: Has the texts that the CRM recorded.
    /// - Returns: None where some code is known, since codes then are misspelt rather than named otherwise; and none for
    ///   codes that would share an area.
    package func aliasProposals(
        ofLayer layer: Ordinal<Layer>, edition: Ordinal<Edition>, in table: RequestTable
    ) -> [AliasProposal] {
        let counts = layers[layer]
        let known = counts[.correct] + counts[.misrouted] + counts[.uncertain] + counts[.outside]
        guard known == 0, counts[.unknownArea] > 0 else { return [] }
        let column = table.assigned[layer.index]
        var requests: [Int32: Int] = [:]
        var areas: [Int32: [Ordinal<Area>: Int]] = [:]
        for finding in findings
        where finding.layer == layer && finding.verdict == .unknownArea && finding.edition == edition {
            guard finding.isPlaced, finding.code >= 0 else { continue }
            requests[finding.code, default: 0] += 1
            if finding.expected.exists {
                areas[finding.code, default: [:]][finding.expected, default: 0] += 1
            }
        }
        let proposals = areas.compactMap { code, counts -> AliasProposal? in
            let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
            guard let most, let all = requests[code], most.value >= Self.leastRequests,
                Double(most.value) >= Self.leastShare * Double(all)
            else { return nil }
            return AliasProposal(
                recorded: column.values[Int(code)], area: most.key, requests: all, agreeing: most.value)
        }
        let claims = Dictionary(grouping: proposals, by: \.area)
        return proposals.filter { claims[$0.area]?.count == 1 }.sorted {
            ($0.area, $0.recorded) < ($1.area, $1.recorded)
        }
    }

    /// Returns what a part of the requests has to know of the codes of a layer.
    func aliasFacts(ofLayer index: Ordinal<Layer>, _ layer: PreparedLayer, in table: RequestTable)
        -> [CityFacts.Alias]
    {
        let last = Ordinal<Edition>(layer.editions.count - 1)
        return aliasProposals(ofLayer: index, edition: last, in: table).map {
            CityFacts.Alias(
                layer: layer.name, recorded: $0.recorded, area: layer.editions[last].code(of: $0.area),
                requests: $0.requests, agreeing: $0.agreeing)
        }
    }
}
