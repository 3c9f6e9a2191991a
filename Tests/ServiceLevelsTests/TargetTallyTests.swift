import Testing

@testable import ServiceLevels

@Suite struct TargetTallyTests {
    @Test(arguments: [
        (2, Wait.End.closed, TargetOutcome.onTime), (3, .closed, .onTime), (3.01, .closed, .late),
        (2, .stillOpen, .notYetKnown), (3, .stillOpen, .notYetKnown), (3.01, .stillOpen, .late),
    ])
    func `an outcome against a target of three days`(days: Double, end: Wait.End, expected: TargetOutcome) {
        #expect(TargetOutcome(of: Wait(days: days, end: end), target: 3) == expected)
    }

    @Test func `the share on time leaves out what is not yet known`() {
        let tally = TargetTally([.onTime, .onTime, .onTime, .late, .notYetKnown])
        #expect(tally.shareOnTime == 0.75)
        #expect(tally.notYetKnown == 1)
        #expect(TargetTally([.notYetKnown]).shareOnTime == nil)
    }
}
