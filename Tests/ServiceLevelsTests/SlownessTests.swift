import Testing

@testable import ServiceLevels

/// The expected numbers are lifelines' `logrank_test` of each group against the rest, printed by `expected.py`.
@Suite struct SlownessTests {
    private let groups = (0..<200).map { ($0 / 3) % 4 - 1 }

    @Test func `each group against the rest is the log-rank test`() {
        let scores = slowness(of: MadeUpWaits.waits, groups: groups, groupCount: 4)
        let expected = [-1.1523082927683685, 1.2744661684883891, -0.9473631630559057]
        #expect(zip(scores, expected).allSatisfy { agrees($0, $1) })
        #expect(scores[3] == 0)
    }

    @Test func `a slower group is above 0, and the order of the requests changes nothing`() {
        let slow = (0..<40).map { Wait(days: Double($0 % 20) + ($0 < 20 ? 30 : 0), end: .closed) }
        let scores = slowness(of: slow, groups: (0..<40).map { $0 / 20 }, groupCount: 2)
        #expect(scores[0] > 4 && agrees(scores[1], -scores[0]))
        let turned = slowness(of: slow.reversed(), groups: (0..<40).map { 1 - $0 / 20 }, groupCount: 2)
        #expect(zip(scores, turned).allSatisfy { agrees($0, $1) })
    }

    @Test func `of one request, or of equal waits, nothing can be told`() {
        #expect(slowness(of: [Wait(days: 3, end: .closed)], groups: [0], groupCount: 1) == [0])
        let equal = [Wait](repeating: Wait(days: 2, end: .closed), count: 6)
        #expect(slowness(of: equal, groups: [0, 0, 0, 1, 1, 1], groupCount: 2) == [0, 0])
        #expect(slowness(of: [], groups: [], groupCount: 2) == [0, 0])
    }
}
