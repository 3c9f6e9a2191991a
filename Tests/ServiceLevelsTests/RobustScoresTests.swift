import Testing

@testable import ServiceLevels

@Suite struct RobustScoresTests {
    @Test func `scores are those of scipy, and only the far value is outlying`() throws {
        let scores = try robustScores([3, 4, 4, 5, 6, 6, 7, 30])
        let expected = [
            -1.1241666666666668, -0.6745, -0.6745, -0.22483333333333333, 0.22483333333333333,
            0.22483333333333333, 0.6745, 11.016833333333333,
        ]
        #expect(zip(scores, expected).allSatisfy { agrees($0, $1) })
        #expect(scores.indices.filter { abs(scores[$0]) > outlyingRobustScore } == [7])
    }

    @Test func `where most are equal the mean distance is the unit`() throws {
        #expect(agrees(try robustScores([2, 2, 2, 2, 12])[4], 10 / (1.253314 * 2)))
    }

    @Test func `equal values and none have no outlier`() throws {
        #expect(try robustScores([4, 4, 4]) == [0, 0, 0])
        #expect(try robustScores([]).isEmpty)
        #expect(throws: ServiceLevelError.self) { try robustScores([1, .nan]) }
    }
}
