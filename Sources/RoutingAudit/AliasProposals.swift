import Locating
package import ServiceRequests

/// A recorded code that no area has, and the area in which most of its requests lie.
package struct AliasProposal: Sendable, Equatable {
    package let recorded: String
    /// The area's index in the layer's last edition.
    package let area: Int
    /// How many requests carry the code and can be placed, and how many of them lie in the area.
    package let requests: Int
    package let agreeing: Int
}

extension AuditResult {
    /// Fewer requests, or a smaller share of them in one area, show nothing.
    private static let leastRequests = 3
    private static let leastShare = 0.8

    /// Returns what the recorded codes of a layer most likely mean, by where their requests lie.
    ///
    /// - Parameter edition: The edition that the proposals are for.
    /// - Returns: None where some code is known, since codes then are misspelt rather than named otherwise; and none for
    ///   codes that would share an area.
    package func aliasProposals(
        ofLayer layer: Int, edition: Int, in table: RequestTable
    ) -> [AliasProposal] {
        let counts = layers[layer]
        let known = counts[.correct] + counts[.misrouted] + counts[.uncertain] + counts[.outside]
        guard known == 0, counts[.unknownArea] > 0 else { return [] }
        let column = table.assigned[layer]
        var requests: [Int32: Int] = [:]
        var areas: [Int32: [Int: Int]] = [:]
        for finding in findings
        where finding.layer == layer && finding.verdict == .unknownArea && finding.edition == edition {
            guard finding.position != nil, column.indices[finding.row] >= 0 else { continue }
            requests[column.indices[finding.row], default: 0] += 1
            if finding.expected >= 0 {
                areas[column.indices[finding.row], default: [:]][finding.expected, default: 0] += 1
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
    func aliasFacts(ofLayer index: Int, _ layer: PreparedLayer, in table: RequestTable) -> [CityFacts.Alias] {
        let last = layer.editions.count - 1
        return aliasProposals(ofLayer: index, edition: last, in: table).map {
            CityFacts.Alias(
                layer: layer.name, recorded: $0.recorded, area: layer.editions[last].codes[$0.area],
                requests: $0.requests, agreeing: $0.agreeing)
        }
    }

    /// Returns how many requests of a layer were opened before its first edition.
    package func beforeFirstEdition(ofLayer layer: Int) -> Int {
        findings.count { $0.layer == layer && $0.evidence == .noEditionInForce }
    }

    /// Returns how many requests of a layer have no date, and would be right under another edition.
    package func undatedDoubts(ofLayer layer: Int) -> Int {
        findings.count {
            guard $0.layer == layer, case .undatedUnder = $0.evidence else { return false }
            return true
        }
    }

    /// Returns how many requests of a layer lie across their street with most others of their block.
    package func exchangedSides(ofLayer layer: Int) -> Int {
        findings.count {
            guard $0.layer == layer, case .exchangedSides = $0.evidence else { return false }
            return true
        }
    }

    /// Returns how many requests are assigned to an area of which nothing can be used.
    package func requests(ofUnreadable area: Int, edition: Int, layer: Int) -> Int {
        findings.count {
            $0.layer == layer && $0.edition == edition && $0.evidence == .unreadableArea(area)
        }
    }
}
