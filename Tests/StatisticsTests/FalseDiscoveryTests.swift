import Testing

@testable import Statistics

@Suite struct FalseDiscoveryTests {
    @Test func `the example of Benjamini and Hochberg keeps four of its fifteen tests`() {
        // Table of the 1995 paper: thrombolysis trials, p-values as printed there.
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
            0.6528,
            0.7590, 1.0000,
        ]
        #expect(falseDiscoveryAdjusted(p).count { $0 <= 0.05 } == 4)
    }

    @Test func `the order of the tests does not matter`() {
        #expect(agree(falseDiscoveryAdjusted([0.5, 0.01, 0.02]), [0.5, 0.03, 0.03]))
    }

    @Test func `no test at all gives none back`() { #expect(falseDiscoveryAdjusted([]).isEmpty) }
}
