import Disclosure
import Testing

/// Lines of which each leaves out or adds some of the one before.
struct SteppedSharesTests {
    private func told(_ lines: [(part: Int, whole: Int)], secret: Set<Int> = []) -> [Bool] {
        let shares = SteppedShares(lines, secret: secret, audience: .public)
        return lines.indices.map { shares[$0] }
    }

    @Test func `a line that lies a few from the one before is hidden, one that lies none or many is told`() {
        #expect(told([(1083, 1193), (1083, 1200), (1083, 1240)]) == [true, false, true])
        #expect(told([(988, 1094), (982, 1094), (970, 1094)]) == [true, false, true])
        #expect(told([(988, 1094), (988, 1094)]) == [true, true])
    }

    /// Of the hidden line and the next the few would follow.
    @Test func `a few are hidden also behind a line that is hidden`() {
        #expect(told([(1083, 1193), (1083, 1200), (1060, 1177)]) == [true, false, false])
    }

    @Test func `what was added and what was left out tell neither by their difference`() {
        // Seven open cases more, and eleven late ones less.
        #expect(told([(1083, 1193), (1083, 1200), (1000, 1106)]) == [true, false, true])
    }

    @Test func `neither a small count is told nor one that leaves a small one`() {
        #expect(told([(8, 60), (52, 60), (60, 60), (0, 60), (30, 60)]) == [false, false, true, true, true])
        #expect(told([(0, 10)]) == [false])
    }

    @Test func `a step that others tell is hidden however large it is`() {
        #expect(told([(500, 800), (500, 900)]) == [true, true])
        #expect(told([(500, 800), (500, 900), (450, 850)], secret: [1]) == [true, false, false])
        // With some left out after it the difference does not tell it.
        #expect(told([(500, 800), (500, 900), (450, 820)], secret: [1]) == [true, false, true])
    }

    @Test func `who works with the cases sees all`() {
        let shares = SteppedShares([(1, 5), (1, 6)], audience: .internal)
        #expect(shares[0] && shares[1])
    }
}
