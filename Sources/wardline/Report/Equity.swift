import ServiceLevels

/// Whether poorer areas are served more slowly.
struct Equity: Sendable {
    /// How the areas of the low third of incomes fare beside those of the high third.
    struct Comparison: Sendable {
        /// `nil` for all categories together.
        let category: String?
        let waits: WaitRatio
        let low: TargetTally
        let high: TargetTally

        init(_ requests: [ServedRequest], category: String?, thirds: [IncomeThird]) throws {
            let placed = requests.filter { $0.area >= 0 }
            func tally(_ third: IncomeThird) -> TargetTally {
                TargetTally(placed.lazy.filter { thirds[$0.area] == third }.compactMap(\.outcome))
            }
            self.category = category
            waits = try WaitRatio(waits: placed.map(\.wait), thirds: placed.map { thirds[$0.area] })
            low = tally(.low)
            high = tally(.high)
        }
    }

    let incomes: IncomeTable
    let comparisons: [Comparison]
    /// On whom lateness falls: below 0 on the poorer, above 0 on the richer; `nil` where nothing is late.
    let lateness: Double?
    /// The share of the inequality in days to close that lies between the areas.
    let shareBetweenAreas: Double?

    init(_ requests: [ServedRequest], _ levels: ServiceLevelTable, names: [String], incomes: IncomeTable)
        throws
    {
        self.incomes = incomes
        comparisons = try levels.categories.map { levels in
            let category = levels.category
            return try Comparison(
                category == nil ? requests : requests.filter { names[$0.category] == category },
                category: category, thirds: incomes.thirds)
        }
        let shares = levels.categories[0].areas.map(\.tally.shareOnTime)
        let known = shares.indices.filter { shares[$0] != nil }
        lateness = try concentrationIndex(
            of: known.map { 1 - (shares[$0] ?? 1) }, incomes: known.map { incomes.incomes[$0] },
            people: known.map { incomes.people[$0] })
        let closed = requests.filter { $0.wait.end == .closed && $0.area >= 0 }
        shareBetweenAreas = try TheilIndex(of: closed.map(\.wait.days), groups: closed.map(\.area))
            .shareBetween
    }
}
