import Testing

@testable import Hotspots

/// The expected numbers are pymannkendall's, printed by `expected.py`.
@Suite struct MannKendallTests {
    @Test func `a rising series`() {
        let test = MannKendall(series: [3, 5, 4, 8, 6, 9, 11, 10, 13, 12, 15, 14])
        #expect(test.score == 56)
        #expect(agrees(test.variance, 212.66666666666666))
        #expect(agrees(test.z, 3.771490147280579))
        #expect(agrees(test.p, 0.00016227556647607777))
        #expect(agrees(test.tau, 0.8484848484848485))
        #expect(test.slope == 1)
        #expect(test.trend(significance: 0.05) == .rising)
    }

    @Test func `a series with ties has the corrected variance`() {
        let test = MannKendall(series: [2, 2, 1, 2, 3, 2, 1, 1, 2, 3, 3, 2, 1])
        #expect(test.score == 2)
        #expect(agrees(test.variance, 228))
        #expect(agrees(test.z, 0.06622661785325219))
        #expect(agrees(test.p, 0.947197405306911))
        #expect(test.slope == 0)
        #expect(test.trend(significance: 0.05) == .steady)
    }

    @Test func `a falling series`() {
        let test = MannKendall(series: [9.5, 9.1, 8.7, 8.8, 7.0, 6.5, 6.6, 5.0, 4.2, 4.1, 3.9])
        #expect(test.score == -51)
        #expect(agrees(test.z, -3.8924947208076146))
        #expect(agrees(test.slope, -0.625))
        #expect(test.trend(significance: 0.05) == .falling)
    }

    @Test(arguments: [[], [4], [4, 4, 4, 4]] as [[Double]])
    func `nothing, one value or equal values have no trend`(series: [Double]) {
        let test = MannKendall(series: series)
        #expect(test.score == 0 && test.z == 0 && test.p == 1 && test.slope == 0)
    }
}
