import Testing

@testable import ServiceLevels

/// The expected numbers are computed by hand in `expected.py`, winsorised by scipy.
@Suite struct FunnelTests {
    private let totals = (0..<21).map { (index: Int) -> Int in 40 + (index * 53) % 400 }
    private var counts: [Int] {
        var counts = totals.enumerated().map { (index: Int, total: Int) -> Int in
            let share = 0.7 + 0.02 * Double((index * 7) % 11)
            return Int(Double(total) * share)
        }
        counts[4] = Int(Double(totals[4]) * 0.35)
        counts[9] = Int(Double(totals[9]) * 0.999)
        return counts
    }

    @Test func `over-dispersion widens the limits`() throws {
        let funnel = try Funnel(counts: counts, totals: totals)
        #expect(agrees(funnel.target, 0.7882599580712788))
        #expect(agrees(funnel.overdispersion, 6.114450783475209))
        #expect(agrees(funnel.areas[4]?.z, -6.899265604434255))
        #expect(agrees(funnel.areas[9]?.z, 2.1756387607651235))
        #expect(agrees(funnel.areas[4]?.inner.lowerBound, 0.6635322971874127))
        #expect(agrees(funnel.areas[4]?.inner.upperBound, 0.9129876189551449))
        #expect(agrees(funnel.areas[4]?.outer.lowerBound, 0.5916045857397727))
        #expect(agrees(funnel.areas[4]?.outer.upperBound, 0.9849153304027849))
    }

    @Test func `three areas are outside, one of them far`() throws {
        let areas = try Funnel(counts: counts, totals: totals).areas
        #expect(areas.indices.filter { areas[$0]?.position != .within } == [4, 9, 14])
        #expect(areas.indices.filter { areas[$0]?.position == .outlying } == [4])
    }

    @Test func `areas that vary no more than by chance keep the plain limits`() throws {
        #expect(try Funnel(counts: [10, 11, 9, 10], totals: [20, 20, 20, 20]).overdispersion == 1)
    }

    @Test func `an area without requests has no place in the funnel`() throws {
        let funnel = try Funnel(counts: [5, 0, 6], totals: [10, 0, 10])
        #expect(funnel.areas[1] == nil && funnel.areas[2] != nil)
        #expect(funnel.target == 0.55)
    }

    @Test func `one of nine areas that is far off does not widen its own limits`() throws {
        let funnel = try Funnel(
            counts: [0] + [Int](repeating: 990, count: 8), totals: [Int](repeating: 1000, count: 9))
        #expect(funnel.areas[0]?.position == .outlying)
    }

    @Test func `an area's own expectation takes the place of the city's share`() throws {
        let expected = [80.0, 50, 20].map { Funnel.Expectation(count: $0, variance: 16) }
        let funnel = try Funnel(counts: [80, 58, 20], totals: [100, 100, 100], expected: expected)
        #expect(funnel.areas.map { $0?.z } == [0, 2 / funnel.overdispersion.squareRoot(), 0])
    }

    @Test func `an area too small for the limits is not judged, and does not widen them`() throws {
        // Of 100 and 100 three in four count; of 16 four are expected not to.
        let funnel = try Funnel(counts: [75, 75, 12], totals: [100, 100, 16], fewestExpected: 5)
        #expect(funnel.areas[0] != nil && funnel.areas[1] != nil && funnel.areas[2] == nil)
        let odd = try Funnel(counts: [80, 80, 0], totals: [100, 100, 2], fewestExpected: 5)
        #expect(odd.overdispersion == 1)
        #expect(try Funnel(counts: [80, 80, 0], totals: [100, 100, 2]).overdispersion > 1)
    }

    @Test func `where all are on time nobody is outside`() throws {
        let funnel = try Funnel(counts: [5, 7], totals: [5, 7])
        #expect(funnel.areas.allSatisfy { $0?.position == .within && $0?.outer == 1...1 })
    }

    @Test func `more on time than there are is refused`() {
        #expect(throws: ServiceLevelError.self) { try Funnel(counts: [11], totals: [10]) }
        #expect(throws: ServiceLevelError.self) { try Funnel(counts: [1], totals: [10, 10]) }
    }
}
