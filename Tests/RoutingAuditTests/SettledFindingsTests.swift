import Boundaries
import Chronology
import Geometry
import Locating
import ServiceRequests
import TestSupport
import Testing

@testable import RoutingAudit

private typealias Town = AddressedTown

/// What clerks answered, in the place of what is found.
@Suite struct SettledFindingsTests {
    private func settled(
        _ answer: Decision.Answer, _ trueArea: String? = nil, asked: (assigned: String, expected: String?),
        at place: (Double, Double) = (300, 0), now assigned: String, movedTo there: (Double, Double)? = nil
    ) throws -> (finding: Finding, isAsked: Bool) {
        let day = try #require(CivilDate(iso: "2024-06-01"))
        let decision = Decision(
            answer, trueArea: trueArea, day: day, layer: "zone", assigned: asked.assigned,
            expected: asked.expected, verdict: .misrouted, distance: 300, source: .recorded, channel: nil,
            street: nil, place: Town.coordinate(place.0, place.1))
        let decisions = [DecisionKey(row: 0, layer: Ordinal(0)): decision]
        let layer = Town.layer([try Town.edition(borders: [0, 1000])])
        let request = Town.request(nil, at: there ?? place, assigned: assigned)
        let table = RequestTable([request], layerCount: 1)
        let result = try RoutingAuditor(
            layers: [layer], calendars: [EditionCalendar(starts: [nil])], placeholders: .none,
            decisions: decisions, jobs: 1, listing: .all
        ).audit(table)
        let list = ReviewList(
            result, of: table, layers: [layer], decisions: decisions, earlier: [decision])
        #expect(list.answered == (list.questions.isEmpty ? 1 : 0))
        return (try #require(result.findings.first), !list.questions.isEmpty)
    }

    @Test(arguments: [Decision.Answer.other, .position])
    func `a record that has become what a clerk called right is correct, and not asked again`(
        _ answer: Decision.Answer
    ) throws {
        // Asked: 1, or 2 where the position lies. Answered: 3, which is loaded back.
        let before = try settled(answer, "3", asked: ("1", "2"), now: "1")
        #expect(before.finding.verdict == .misrouted && before.finding.repair?.confidence == .certain)
        let after = try settled(answer, "3", asked: ("1", "2"), now: "3")
        #expect(after.finding.verdict == .correct && after.finding.repair == nil)
        #expect(!after.isAsked)
        // Where no area has the position the same.
        let outside = try settled(answer, "3", asked: ("1", nil), at: (2500, 0), now: "3")
        #expect(outside.finding.verdict == .correct && !outside.isAsked)
        // What the CRM wrote besides is another question.
        let other = try settled(.other, "1", asked: ("3", "2"), now: "1")
        #expect(other.finding.verdict == .correct)
        #expect(try settled(.assigned, asked: ("1", "2"), now: "3").isAsked)
    }

    @Test func `that a place is wrong says nothing of another place`() throws {
        let same = try settled(.position, asked: ("1", "2"), now: "1")
        #expect(same.finding.verdict == .uncertain && !same.isAsked)
        let moved = try settled(.position, asked: ("1", "2"), now: "1", movedTo: (400, 0))
        #expect(moved.finding.verdict == .misrouted && moved.isAsked)
    }

    @Test func `evidence does not give the day of the data for the day of the answer`() throws {
        let layer = Town.layer([try Town.edition(borders: [0, 1000])])
        let said = try settled(.assigned, asked: ("1", "2"), now: "1").finding.evidenceText(in: layer)
        #expect(said == "the CRM is right, a clerk answered of the requests until 2024-06-01")
    }

    @Test(arguments: [(Decision.Answer.expected, "2"), (.other, "3"), (.position, "3")])
    func `a disagreement that a clerk settled is counted apart, and none that nobody did`(
        _ answer: Decision.Answer, _ right: String
    ) throws {
        let finding = try settled(answer, right, asked: ("1", "2"), now: "1").finding
        #expect(finding.verdict == .misrouted && finding.isAnswered)
        let open = try settled(.unknown, asked: ("1", "2"), now: "1").finding
        #expect(open.verdict == .misrouted && !open.isAnswered)
        var counts = AuditResult.LayerCounts()
        for one in [finding, open] { counts.add(one) }
        #expect(counts.answered == 1 && counts[.misrouted, .unexplained] == 2)
        counts.remove(finding)
        #expect(counts.answered == 0 && counts[.misrouted] == 1)
    }
}
