import Testing

@testable import ServiceLevels

/// The expected numbers are those of numpy and PySAL, printed by `expected.py`.
@Suite struct EquityTests {
    private let incomes: [Double] = [31, 52, 28, 90, 65, 65, 44, 120]
    private let people: [Double] = [900, 1200, 700, 400, 1000, 600, 800, 300]

    @Test func `equal incomes share a rank`() throws {
        let expected = [
            0.19491525423728814, 0.5084745762711864, 0.059322033898305086, 0.9152542372881356,
            0.7457627118644068,
            0.7457627118644068, 0.3389830508474576, 0.9745762711864406,
        ]
        let ranks = try fractionalRanks(of: incomes, weights: people)
        #expect(zip(ranks, expected).allSatisfy { agrees($0, $1) })
    }

    @Test func `waits that fall on the poorer have an index below 0`() throws {
        let index = try concentrationIndex(of: [9, 6, 11, 3, 5, 4, 8, 2], incomes: incomes, people: people)
        #expect(agrees(index, -0.21928514973215066))
    }

    @Test func `equal waits have an index of 0, and no waits none`() throws {
        let equal = try concentrationIndex(
            of: [Double](repeating: 5, count: 8), incomes: incomes, people: people)
        #expect(agrees(equal, 0))
        #expect(
            try concentrationIndex(of: [Double](repeating: 0, count: 8), incomes: incomes, people: people)
                == nil)
    }

    @Test func `each area belongs to the third of its middle`() throws {
        let thirds = try incomeThirds(incomes: incomes, people: people)
        #expect(thirds == [.low, .middle, .low, .high, .high, .high, .middle, .high])
    }

    @Test func `the poorer third waits twice as long`() throws {
        let waits = [2.0, 4, 6, 1, 2, 3].map { Wait(days: $0, end: .closed) }
        let thirds: [IncomeThird] = [.low, .low, .low, .high, .high, .high]
        let ratio = try WaitRatio(
            waits: (0..<7).flatMap { _ in waits }, thirds: (0..<7).flatMap { _ in thirds })
        #expect(ratio.ofMedians == 2)
        #expect(ratio.ofNinetiethPercentiles == 2)
        // Of three requests a ratio says nothing.
        #expect(try WaitRatio(waits: waits, thirds: thirds).ofMedians == nil)
    }

    @Test func `a ratio is unknown where a third's median is`() throws {
        let waits = [Wait(days: 9, end: .stillOpen), Wait(days: 3, end: .closed)]
        #expect(try WaitRatio(waits: waits, thirds: [.low, .high]).ofMedians == nil)
    }

    @Test func `inequality within and between districts is that of PySAL`() throws {
        let theil = try TheilIndex(of: MadeUpWaits.days.map { $0 + 0.5 }, groups: (0..<200).map { $0 % 7 })
        #expect(agrees(theil.total, 0.1924753023622747))
        #expect(agrees(theil.between, 0.007336082493888284))
        #expect(agrees(theil.within, 0.1851392198683864))
    }

    @Test func `equal values have no inequality, and zeros are allowed`() throws {
        #expect(try TheilIndex(of: [3, 3, 3], groups: [0, 1, 4]).total == 0)
        #expect(try TheilIndex(of: [3, 3, 3], groups: [0, 1, 4]).shareBetween == nil)
        #expect(agrees(try TheilIndex(of: [0, 2], groups: [0, 1]).total, 0.6931471805599453))
        #expect(throws: ServiceLevelError.self) { try TheilIndex(of: [-1, 2], groups: [0, 1]) }
    }
}
