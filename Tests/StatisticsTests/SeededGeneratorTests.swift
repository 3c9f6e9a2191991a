import Testing

@testable import Statistics

@Suite struct SeededGeneratorTests {
    private func draws(seed: UInt64, stream: UInt64) -> [UInt64] {
        var generator = SeededGenerator(seed: seed, stream: stream)
        return (0..<5).map { _ in generator.next() }
    }

    @Test func `the same seed and stream draw the same numbers`() {
        #expect(draws(seed: 4, stream: 2) == draws(seed: 4, stream: 2))
    }

    @Test func `another seed or another stream draws other numbers`() {
        let first = draws(seed: 4, stream: 2)
        #expect(Set(first).isDisjoint(with: draws(seed: 5, stream: 2)))
        #expect(Set(first).isDisjoint(with: draws(seed: 4, stream: 3)))
        #expect(Set(first).isDisjoint(with: draws(seed: 2, stream: 4)))
    }

    @Test func `each number below a bound is drawn about equally often`() {
        var generator = SeededGenerator(seed: 1)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<60_000 { counts[Int(generator.next(below: 6))] += 1 }
        // Chi-squared with 5 degrees of freedom exceeds 20.5 in one of a thousand seeds.
        let chi = counts.reduce(0.0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
        #expect(chi < 20.5)
    }

    @Test func `each order of three is reached about equally often`() {
        var generator = SeededGenerator(seed: 9)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<6_000 {
            var list = [1, 2, 3]
            generator.shuffle(&list)
            counts[list, default: 0] += 1
        }
        #expect(counts.count == 6)
        #expect(counts.values.allSatisfy { (880...1120).contains($0) })
    }

    @Test func `a unit number lies between 0 and 1`() {
        var generator = SeededGenerator(seed: 3)
        let mean = (0..<10_000).map { _ in generator.nextUnit() }.reduce(0, +) / 10_000
        #expect(abs(mean - 0.5) < 0.01)
    }
}
