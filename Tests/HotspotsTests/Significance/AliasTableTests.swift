import Statistics
import Testing

@testable import Hotspots

@Suite struct AliasTableTests {
    @Test func `indices are drawn in proportion to their weights`() {
        let weights: [Double] = [1, 0, 7, 2, 0.5, 9.5]
        let table = AliasTable(weights: weights)
        var generator = SeededGenerator(seed: 8)
        var counts = [Double](repeating: 0, count: weights.count)
        for _ in 0..<200_000 { counts[table.draw(from: &generator)] += 1 }
        #expect(counts[1] == 0)
        // Chi-squared with 4 degrees of freedom exceeds 18.5 in one of a thousand seeds.
        let chi = zip(counts, weights).filter { $0.1 > 0 }.reduce(0.0) { sum, pair in
            let expected = pair.1 * 10_000
            return sum + (pair.0 - expected) * (pair.0 - expected) / expected
        }
        #expect(chi < 18.5)
    }
}
