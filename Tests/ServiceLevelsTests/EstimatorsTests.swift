import Statistics
import Testing

@testable import ServiceLevels

/// The expected numbers are those of lifelines and statsmodels, printed by `expected.py`.
struct EstimatorsTests {
    private static func generated(_ number: Int) -> [Wait] {
        (0..<200).map { index in
            let quarters = (index * 7919 * (number + 1) + index * index * 13) % 400
            return Wait(
                days: Double(quarters) / 4,
                end: (index * 31 + 7 * (number + 1)) % 10 < 5 + number ? .closed : .stillOpen)
        }
    }

    @Test(arguments: [
        (0, 76.0, 68.5, 85.0, 2.0761230948398324), (1, 67.75, 60.0, 75.75, 0.03756643909332167),
        (2, 59.5, 51.5, 70.0, 1.4523766657018773),
    ])
    func `medians, their intervals and the log-rank test of generated sets are those of lifelines`(
        number: Int, median: Double, low: Double, high: Double, statistic: Double
    ) throws {
        let waits = Self.generated(number)
        let curve = try WaitCurve(waits)
        #expect(curve.median == median)
        #expect(curve.medianInterval.low == low)
        #expect(curve.medianInterval.high == high)
        let groups = (0..<200).map { ($0 / 3) % 4 - 1 }
        let z = slowness(of: waits, groups: groups, groupCount: 3)[1]
        #expect(agrees(z * z, statistic))
    }

    @Test func `p-values are adjusted as statsmodels adjusts them`() {
        let p = (0..<20).map { Double(($0 * 37 + 11) % 101) / 1000 + 0.0001 }
        let adjusted = falseDiscoveryAdjusted(p)
        let expected = [
            0.0705, 0.0929090909090909, 0.09788888888888889, 0.08033333333333334, 0.094, 0.0981, 0.08525,
        ]
        for (found, wanted) in zip(adjusted, expected) { #expect(agrees(found, wanted)) }
    }

    @Test
    func `the difference within strata and its error are Mantel's, Haenszel's, Greenland's and Robins'`()
        throws
    {
        let strata = [(9, 20, 30, 90), (40, 50, 5, 12), (3, 4, 60, 100), (5, 6, 0, 0)].map {
            MantelHaenszelDifference.Stratum(ones: $0.0, onesTotal: $0.1, others: $0.2, othersTotal: $0.3)
        }
        let found = try #require(MantelHaenszelDifference(strata))
        #expect(agrees(found.difference, 0.207302437919843))
        #expect(agrees(found.standardError, 0.0878918327948582))
        #expect(found.leftOut == 6)
    }

    private static let months: [Double] = (0..<60).map { index in
        let season = [0, 10, 25, 40, 30, 20, 5, -10, -20, -25, -15, -5][index % 12]
        return Double(80 + (index * 37 + 11) % 29 + season)
    }

    @Test func `seasonal smoothing follows a series as statsmodels does`() {
        let smoothing = SeasonalSmoothing(Self.months, alpha: 0.3, gamma: 0.1, startingYears: 2)
        let expected = [
            94.23472433492998, 112.50243978946098, 122.40330482397667, 132.29155361315722, 127.35629341733326,
            112.02928823871459,
        ]
        for (found, wanted) in zip(smoothing.forecast(6), expected) { #expect(agrees(found, wanted)) }
        #expect(agrees(smoothing.squares, 5992.425327191324))
    }

    @Test func `the least squares of smoothing are no greater than those that statsmodels finds`() {
        #expect(SeasonalSmoothing(Self.months).squares <= 4378.602626917893 * 1.0001)
    }
}
