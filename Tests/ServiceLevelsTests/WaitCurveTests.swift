import Testing

@testable import ServiceLevels

/// The expected numbers are those of lifelines and scipy, printed by `expected.py`.
@Suite struct WaitCurveTests {
    @Test func `median and 90th percentile are those of lifelines`() throws {
        let curve = try WaitCurve(MadeUpWaits.waits)
        #expect(curve.median == 63.5)
        #expect(curve.ninetiethPercentile == 96)
        #expect(curve.days(closing: 0.25) == 33)
        #expect(curve.steps.count == 77)
        #expect(curve.stillOpen == 60)
    }

    @Test(arguments: [
        (1.0, 0.9848984771573607), (10, 0.9232401231365349), (50, 0.6169567082822507),
        (90, 0.20974457550652295),
    ])
    func `the share still open after some days is that of lifelines`(days: Double, share: Double) throws {
        let curve = try WaitCurve(MadeUpWaits.waits)
        #expect(agrees(curve.steps.last { $0.days <= days }?.shareOpen, share))
    }

    @Test func `the variance is Greenwood's`() throws {
        let curve = try WaitCurve(MadeUpWaits.waits)
        #expect(agrees(curve.steps.last { $0.days <= 50 }?.variance, 0.0013125766671607598))
    }

    @Test func `a request open until the day of a closing was open before it`() throws {
        let curve = try WaitCurve([Wait(days: 5, end: .stillOpen), Wait(days: 5, end: .closed)])
        #expect(curve.steps.map(\.open) == [2])
        #expect(curve.steps.map(\.shareOpen) == [0.5])
        #expect(curve.median == 5)
    }

    @Test func `a percentile is unknown while too many are open`() throws {
        let curve = try WaitCurve(
            [Wait(days: 1, end: .closed)] + [Wait](repeating: Wait(days: 400, end: .stillOpen), count: 9))
        #expect(curve.median == nil)
        #expect(curve.days(closing: 0.1) == 1)
    }

    @Test func `without open requests the median is that of the closed`() throws {
        let curve = try WaitCurve([3, 1, 2, 5, 4].map { Wait(days: $0, end: .closed) })
        #expect(curve.median == 3)
        #expect(curve.steps.last?.shareOpen == 0)
    }

    @Test func `no request at all has no percentile`() throws { #expect(try WaitCurve([]).median == nil) }

    @Test(arguments: [-1, .nan, .infinity]) func `an impossible duration is named`(days: Double) {
        #expect(throws: ServiceLevelError.self) {
            try WaitCurve([Wait(days: 1, end: .closed), Wait(days: days, end: .closed)])
        }
    }
}
