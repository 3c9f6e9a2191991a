import Statistics
import Testing

@testable import ServiceLevels

/// Waits are sorted by digits; the judge is the standard library's sort.
@Suite struct WaitOrderTests {
    private func waits(_ count: Int, seed: UInt64) -> [Wait] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            // Whole seconds, as in files, with ties, zeros of both signs and years.
            let seconds = generator.next(below: generator.nextUnit() < 0.3 ? 4 : 200_000_000)
            let days = Double(seconds) / 86_400 * (seconds == 0 && generator.nextUnit() < 0.5 ? -1 : 1)
            return Wait(days: days, end: generator.nextUnit() < 0.8 ? .closed : .stillOpen)
        }
    }

    @Test(arguments: [0, 1, 2, 50, 1_023, 1_024, 20_000])
    func `many waits and few come in the order of their days`(count: Int) {
        let waits = waits(count, seed: UInt64(count) + 1)
        var keys = waits.map(\.key)
        sortAscending(&keys) { $0 }
        #expect(keys.map(Wait.days(ofKey:)) == waits.map(\.days).sorted())
        #expect(keys.count { $0 & 1 == 1 } == waits.count { $0.end == .closed })
    }

    @Test func `elements of one number keep their order`() {
        var pairs = (0..<5_000).map { (key: UInt64(($0 * 7_919) % 13) << 40, index: $0) }
        let expected = pairs.sorted { ($0.key, $0.index) < ($1.key, $1.index) }
        sortAscending(&pairs) { $0.key }
        #expect(pairs.map(\.index) == expected.map(\.index))
    }

    @Test func `the estimate is that of the definition, also for more waits than are compared`() throws {
        let waits = waits(3_000, seed: 7)
        let curve = try WaitCurve(waits)
        var share = 1.0
        for (step, days) in zip(
            curve.steps, Set(waits.filter { $0.end == .closed }.map(\.days)).sorted())
        {
            let open = waits.count { $0.days >= days }
            let closed = waits.count { $0.days == days && $0.end == .closed }
            share *= 1 - Double(closed) / Double(open)
            #expect(step.days == days && step.open == open && step.closed == closed)
            #expect(agrees(step.shareOpen, share))
        }
    }
}
