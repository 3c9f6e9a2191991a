import Boundaries
package import City
package import Locating
package import RoutingAudit
import ServiceRequests
import Workspace

/// What clerks answered of a city's requests, and what is learnt from it.
package struct ClerkDecisions: Sendable {
    /// The last answer to each finding, also of requests that are not in the table.
    package let all: [Decision]
    /// By the rows of the table and the layers that are audited.
    package let byFinding: [DecisionKey: Decision]
    package let learnt: LearntUncertainty

    /// Creates the answers of nobody.
    init() {
        all = []
        learnt = LearntUncertainty([])
        byFinding = [:]
    }

    /// - Parameters:
    ///   - source: A workspace, or any other source of requests, of which nobody was asked.
    ///   - layers: The names of the layers that are audited.
    init(of source: String, table: RequestTable, layers: [String]) throws {
        let kept = Workspace.isWorkspace(source) ? try Workspace(opening: source).decisions() : []
        let decisions = kept.compactMap { one in Decision(one).map { (one.request, $0) } }
        all = decisions.map(\.1)
        let known = Workspace.isWorkspace(source) ? nil : table.facts?.answers
        learnt = known.map(LearntUncertainty.init) ?? LearntUncertainty(all.compactMap(\.position))
        guard !decisions.isEmpty else {
            byFinding = [:]
            return
        }
        // A workspace numbers its requests by the lines of the table.
        let rows = Dictionary(
            table.lines.enumerated().map { (Int($0.element), $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var byFinding: [DecisionKey: Decision] = [:]
        for (request, decision) in decisions {
            guard let row = rows[request], let layer = layers.firstIndex(of: decision.layer) else { continue }
            byFinding[DecisionKey(row: row, layer: Ordinal(layer))] = decision
        }
        self.byFinding = byFinding
    }

    /// Reads what a workspace keeps, without its requests.
    init(keptIn workspace: String) throws {
        all = try Workspace(opening: workspace).decisions().compactMap(Decision.init)
        learnt = LearntUncertainty(all.compactMap(\.position))
        byFinding = [:]
    }

    /// What the answers propose for the city file, without what it says already.
    package func proposals(for city: CityFile) -> DecisionProposals {
        DecisionProposals(
            all.filter { decision in
                guard let layer = city.layers.first(where: { $0.name == decision.layer }) else { return true }
                return !layer.accepted.contains {
                    $0.from == decision.assigned && $0.to == decision.expected
                } && !(decision.assigned.map { layer.aliases[$0] != nil } ?? false)
            },
            isNamed: { place in city.requests.placeholders.contains(place) })
    }
}

extension Decision {
    /// Creates what a workspace keeps; `nil` for a decision that this version does not know.
    fileprivate init?(_ kept: KeptDecision) {
        guard let answer = Answer(rawValue: kept.answer) else { return nil }
        self.init(
            answer, trueArea: kept.trueArea, day: kept.day, layer: kept.layer, assigned: kept.assigned,
            expected: kept.expected, verdict: Verdict(rawValue: kept.verdict), distance: kept.distance,
            source: kept.source.flatMap(Position.Source.init(rawValue:)), channel: kept.channel,
            street: kept.street, place: kept.place)
    }
}
