import Foundation
import Statistics
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

    /// Ten areas served alike, of which each problem has some callers, closed with it.
    private func joint(callers: Int, seed: UInt64) -> JointSlowness {
        var generator = SeededGenerator(seed: seed)
        var (waits, groups, days): ([Wait], [Int], [UInt16]) = ([], [], [])
        for index in 0..<600 {
            let (opened, took) = (1 + 700 * generator.nextUnit(), -5 * log(1 - generator.nextUnit()))
            for caller in 0..<callers {
                waits.append(Wait(days: took * (1 - 0.2 * Double(caller)), end: .closed))
                groups.append(index % 10)
                days.append(UInt16(opened + took))
            }
        }
        return JointSlowness(of: waits, groups: groups, groupCount: 10, days: days)
    }

    @Test func `callers of one problem count as often as their closings are independent`() {
        var (alone, together) = (0.0, 0.0)
        for seed in 0..<20 {
            let (one, three) = (joint(callers: 1, seed: UInt64(seed)), joint(callers: 3, seed: UInt64(seed)))
            // Of independent requests the test is hardly weaker.
            #expect(one.effects.allSatisfy { $0 >= 1 && $0 < 1.7 })
            #expect(three.effects.allSatisfy { $0 > 2 && $0 < 4.5 })
            alone += one.z.reduce(0) { $0 + $1 * $1 } / 200
            together += three.z.reduce(0) { $0 + $1 * $1 } / 200
        }
        #expect(alone < 1.2 && together < 1.2, "\(alone), \(together)")
    }

    @Test func `requests of unknown days of closing are each by themselves`() {
        let found = JointSlowness(
            of: MadeUpWaits.waits, groups: groups, groupCount: 4,
            days: [UInt16](repeating: JointSlowness.noDay, count: groups.count))
        #expect(found.effects == [1, 1, 1, 1])
        #expect(found.z == slowness(of: MadeUpWaits.waits, groups: groups, groupCount: 4))
    }
}
