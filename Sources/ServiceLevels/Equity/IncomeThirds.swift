/// A third of the people by the income of their area.
package enum IncomeThird: String, Sendable, CaseIterable {
    case low
    case middle
    case high
}

/// Returns the third each area belongs to: that in which the middle of its people lies when areas stand in order of
/// income, equal incomes together.
///
/// - Parameters:
///   - incomes: One for each area, such as its median household income.
///   - people: The weight of each area, such as its residents or households.
/// - Throws: ``ServiceLevelError``.
package func incomeThirds(incomes: [Double], people: [Double]) throws(ServiceLevelError) -> [IncomeThird] {
    try fractionalRanks(of: incomes, weights: people).map { rank in
        rank < 1.0 / 3 ? .low : rank <= 2.0 / 3 ? .middle : .high
    }
}

/// How much longer the poorer third waits than the richer.
package struct WaitRatio: Sendable {
    package let low: WaitCurve
    package let high: WaitCurve

    /// - Parameters:
    ///   - waits: The waits of all requests.
    ///   - thirds: The third of each request's area.
    package init(waits: [Wait], thirds: [IncomeThird]) throws(ServiceLevelError) {
        try requireEqualLengths("waits", count: waits.count, second: "thirds", otherCount: thirds.count)
        func curve(_ third: IncomeThird) throws(ServiceLevelError) -> WaitCurve {
            try WaitCurve(zip(waits, thirds).filter { $0.1 == third }.map(\.0))
        }
        low = try curve(.low)
        high = try curve(.high)
    }

    /// The low third's median over the high third's: above 1 the poorer wait longer. `nil` where one is not known, or
    /// the high third's is 0, or a third has fewer than 20 requests.
    package var ofMedians: Double? { ratio(low.median, high.median) }

    /// The same for the 90th percentile.
    package var ofNinetiethPercentiles: Double? { ratio(low.ninetiethPercentile, high.ninetiethPercentile) }

    /// A ratio of fewer requests says nothing.
    private static let fewestRequests = 20

    private func ratio(_ low: Double?, _ high: Double?) -> Double? {
        guard let low, let high, high > 0,
            min(self.low.requests, self.high.requests) >= Self.fewestRequests
        else { return nil }
        return low / high
    }
}
