import Boundaries
import Chronology
package import Locating
import OrderedCollections
package import ServiceRequests

/// What to ask a clerk, the most valuable questions first.
///
/// An answer speaks for all findings of its ``Lesson``: of the same channel as far from the border, of the same pair of areas, of the
/// same unknown code. The more findings a lesson has, and the fewer answers, the more the next one is worth: `√findings /
/// (answers + 1)`, where the root has each lesson asked in proportion to what an answer makes more exact (Neyman's allocation,
/// for a share that is not known beforehand). Of a pair of areas it is worth a tenth of that: so far from the assigned area a position's
/// error decides nothing, and the answer seldom surprises. Repairs that are certain need no question, and what was answered is not asked again
/// as long as the answer speaks of what is found (``Decision/speaks(of:recorded:in:)``).
package struct ReviewList: Sendable {
    /// What an answer teaches.
    package enum Lesson: Hashable, Sendable {
        /// How far the positions of a channel are off, by how far they lie from the assigned area.
        case position(layer: String, channel: String?, band: Int)
        /// Which of two areas is right.
        case pair(layer: String, assigned: String?, expected: String?)
        /// Which area a code means.
        case code(layer: String, assigned: String?)

        /// How much an answer is worth beside others.
        fileprivate var weight: Double { if case .pair = self { 0.1 } else { 1 } }
    }

    package struct Question: Sendable {
        /// Its index among the findings of the audit.
        package let finding: Int
        package let lesson: Lesson
        /// The findings without an answer that the lesson has.
        package let speaksFor: Int
    }

    /// The first distances of the bands but the first, metres.
    package static let bands = [5.0, 10, 15, 20, 30, 40, 60]

    package let questions: [Question]
    /// How many findings were answered, and are not asked again.
    package let answered: Int

    /// - Parameters:
    ///   - decisions: What was answered, by the rows of the table.
    ///   - earlier: What was answered of whatever request.
    package init(
        _ result: AuditResult, of table: RequestTable, layers: [PreparedLayer],
        decisions: [DecisionKey: Decision], earlier: [Decision]
    ) {
        var answers: [Lesson: Int] = [:]
        for decision in earlier where decision.answer != .unknown {
            if let lesson = Self.lesson(of: decision) { answers[lesson, default: 0] += 1 }
        }
        var findings: OrderedDictionary<Lesson, [Int]> = [:]
        var asked: Set<DecisionKey> = []
        func isAnswered(_ finding: Finding) -> Bool {
            let key = DecisionKey(row: finding.row, layer: finding.layer)
            guard let decision = decisions[key] else { return false }
            let recorded = table.assigned[key.layer.index][key.row]
            if decision.speaks(of: finding, recorded: recorded, in: layers[key.layer]) { return true }
            asked.insert(key)
            return false
        }
        for (index, finding) in result.findings.enumerated() {
            guard !isAnswered(finding), finding.repair?.confidence != .certain,
                let lesson = Self.lesson(of: finding, table, layers[finding.layer])
            else { continue }
            findings[lesson, default: []].append(index)
        }
        // What was found right is no finding any more.
        answered = decisions.keys.count { !asked.contains($0) }
        var ranked: [(value: Double, question: Question)] = []
        for (lesson, all) in findings {
            let sorted = all.sorted {
                Self.key(result.findings[$0].row, table) < Self.key(result.findings[$1].row, table)
            }
            for (asked, index) in sorted.enumerated() {
                ranked.append(
                    (
                        lesson.weight * Double(all.count).squareRoot()
                            / Double((answers[lesson] ?? 0) + asked + 1),
                        Question(finding: index, lesson: lesson, speaksFor: all.count)
                    ))
            }
        }
        questions = ranked.enumerated().sorted {
            ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
        }.map(\.element.question)
    }

    /// Open requests first, since an answer can still send them right; then the latest, since people remember them.
    private static func key(_ row: Int, _ table: RequestTable) -> (Int, Int64, Int) {
        let opened = table.opened[row]?.secondsSince1970 ?? .min
        return (table.state(at: row) == .open ? 0 : 1, opened == .min ? .max : -opened, row)
    }

    private static func lesson(
        of finding: Finding, _ table: RequestTable, _ layer: PreparedLayer
    ) -> Lesson? {
        let assigned = table.assigned[finding.layer.index][finding.row]
        switch finding.verdict {
        case .unknownArea: return .code(layer: layer.name, assigned: assigned)
        case .misrouted, .uncertain, .outside:
            return lesson(
                layer.name, assigned: assigned, expected: finding.expectedCode(in: layer),
                source: finding.position?.source,
                distance: finding.distance, channel: table.channels[finding.row])
        case .correct, .unassigned, .unlocatable: return nil
        }
    }

    private static func lesson(of decision: Decision) -> Lesson? {
        switch decision.verdict {
        case .unknownArea: .code(layer: decision.layer, assigned: decision.assigned)
        case .misrouted, .uncertain, .outside:
            lesson(
                decision.layer, assigned: decision.assigned, expected: decision.expected,
                source: decision.source, distance: decision.distance, channel: decision.channel)
        case .correct, .unassigned, .unlocatable, nil: nil
        }
    }

    private static func lesson(
        _ layer: String, assigned: String?, expected: String?, source: Position.Source?, distance: Double?,
        channel: String?
    ) -> Lesson {
        if source == .recorded, expected != nil, let distance, distance <= LearntUncertainty.farthest {
            return .position(layer: layer, channel: channel, band: bands.count { $0 <= distance })
        }
        return .pair(layer: layer, assigned: assigned, expected: expected)
    }
}
