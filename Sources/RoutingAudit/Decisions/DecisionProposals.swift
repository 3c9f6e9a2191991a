package import Geometry
import Locating

/// What the answers of clerks propose for the city file. It is proposed, and nothing is done by itself.
package struct DecisionProposals: Sendable, Equatable {
    /// A code that no area has, and the area that it means.
    package struct Alias: Sendable, Equatable {
        package let layer: String
        package let code: String
        package let area: String
        package let answers: Int
    }

    /// A position at which clerks found several requests to be wrong.
    package struct DefaultPoint: Sendable, Equatable {
        package let place: Coordinate
        package let answers: Int
    }

    /// A difference between record and map that is right by all answers.
    package struct Exception: Sendable, Equatable {
        package let layer: String
        package let assigned: String
        package let expected: String
        package let answers: Int
    }

    /// Fewer answers propose nothing, and a single one against it neither.
    package static let fewest = 3
    /// Nearer to the assigned area than this, metres, the CRM may be right by the position's error alone.
    private static let beyondErrors = LearntUncertainty.farthest

    package let aliases: [Alias]
    package let defaultPoints: [DefaultPoint]
    package let exceptions: [Exception]

    package var isEmpty: Bool { aliases.isEmpty && defaultPoints.isEmpty && exceptions.isEmpty }

    /// - Parameter isNamed: Whether the city file names a default point already.
    package init(_ decisions: [Decision], isNamed: (Coordinate) -> Bool = { _ in false }) {
        aliases = Self.aliases(decisions)
        defaultPoints = Self.defaultPoints(decisions).filter { !isNamed($0.place) }
        exceptions = Self.exceptions(decisions)
    }

    private struct Key: Hashable {
        let layer: String
        let first: String
        let second: String
    }

    private static func aliases(_ decisions: [Decision]) -> [Alias] {
        var areas: [Key: [String: Int]] = [:]
        for decision in decisions where decision.verdict == .unknownArea {
            guard let code = decision.assigned else { continue }
            let area = decision.trueArea ?? (decision.answer == .expected ? decision.expected : nil)
            guard let area else { continue }
            areas[Key(layer: decision.layer, first: code, second: ""), default: [:]][area, default: 0] += 1
        }
        return areas.compactMap { key, counts -> Alias? in
            guard counts.count == 1, let (area, count) = counts.first, count >= fewest else { return nil }
            return Alias(layer: key.layer, code: key.first, area: area, answers: count)
        }.sorted { ($0.layer, $0.code) < ($1.layer, $1.code) }
    }

    private static func defaultPoints(_ decisions: [Decision]) -> [DefaultPoint] {
        var wrong: [Coordinate: Int] = [:]
        var right: Set<Coordinate> = []
        for decision in decisions where decision.source == .recorded {
            guard let place = decision.place else { continue }
            switch decision.answer {
            case .position: wrong[place, default: 0] += 1
            case .expected: right.insert(place)
            case .assigned, .other, .unknown: break
            }
        }
        return wrong.filter { $0.value >= fewest && !right.contains($0.key) }
            .map { DefaultPoint(place: $0.key, answers: $0.value) }
            .sorted {
                ($0.place.longitude, $0.place.latitude) < ($1.place.longitude, $1.place.latitude)
            }
    }

    private static func exceptions(_ decisions: [Decision]) -> [Exception] {
        var counts: [Key: (right: Int, wrong: Int)] = [:]
        for decision in decisions {
            guard let assigned = decision.assigned, let expected = decision.expected,
                decision.verdict == .misrouted, decision.distance ?? 0 > beyondErrors
            else { continue }
            let key = Key(layer: decision.layer, first: assigned, second: expected)
            switch decision.answer {
            case .assigned: counts[key, default: (0, 0)].right += 1
            case .expected, .other: counts[key, default: (0, 0)].wrong += 1
            case .position, .unknown: break
            }
        }
        return counts.filter { $0.value.right >= fewest && $0.value.wrong == 0 }
            .map {
                Exception(
                    layer: $0.key.layer, assigned: $0.key.first, expected: $0.key.second,
                    answers: $0.value.right)
            }
            .sorted { ($0.layer, $0.assigned, $0.expected) < ($1.layer, $1.assigned, $1.expected) }
    }
}
