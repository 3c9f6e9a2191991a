import ServiceLevels
import Statistics

/// Whether poorer areas are served more slowly.
struct Equity: Sendable {
    /// How the areas of the low third of incomes fare beside those of the high third.
    struct Comparison: Sendable {
        /// An index into the report's categories.
        let category: Int
        let waits: WaitRatio
        let low: TargetTally
        let high: TargetTally

        init(_ requests: [ServedRequest], category: Int, thirds: [IncomeThird]) throws {
            func tally(_ third: IncomeThird) -> TargetTally {
                TargetTally(requests.filter { thirds[$0.area] == third }.compactMap(\.outcome))
            }
            self.category = category
            waits = try WaitRatio(waits: requests.map(\.wait), thirds: requests.map { thirds[$0.area] })
            low = tally(.low)
            high = tally(.high)
        }
    }

    /// How lateness goes with income over the areas, each area's late requests beside those that its mix of categories
    /// lets expect.
    struct Lateness: Sendable {
        /// Below 0 where it falls on the poorer, above 0 on the richer.
        let index: Double
        /// How often the areas' incomes, dealt out anew at random, give an index as far from 0.
        let probability: Double

        var isBeyondChance: Bool { probability <= 0.05 }
    }

    let incomes: IncomeTable
    /// In the order of the report's categories.
    let comparisons: [Comparison]
    /// `nil` where nothing is late.
    let lateness: Lateness?
    /// The share of the inequality in the days of closed requests that lies between the areas.
    let shareBetweenAreas: Double?

    init(_ requests: [ServedRequest], _ levels: ServiceLevelTable, incomes: IncomeTable) throws {
        self.incomes = incomes
        let placed = requests.filter { $0.area >= 0 }
        let ofCategory = Dictionary(grouping: placed, by: \.category)
        comparisons = try levels.categories.compactMap(\.category).map { category in
            try Comparison(ofCategory[category] ?? [], category: category, thirds: incomes.thirds)
        }
        lateness = try Self.lateness(levels, incomes)
        let closed = placed.filter { $0.wait.end == .closed }
        shareBetweenAreas = try TheilIndex(of: closed.map(\.wait.days), groups: closed.map(\.area))
            .shareBetween
    }

    private static let deals = 999

    private static func lateness(_ levels: ServiceLevelTable, _ incomes: IncomeTable) throws -> Lateness? {
        let expected = levels.all.areas.indices.map {
            Double(levels.all.areas[$0].tally.known) - levels.expected[$0].count
        }
        let areas = expected.indices.filter { expected[$0] > 0 }
        let values = areas.map { Double(levels.all.areas[$0].tally.late) / expected[$0] }
        var ranked = areas.map { incomes.incomes[$0] }
        let people = areas.map { incomes.people[$0] }
        guard let index = try concentrationIndex(of: values, incomes: ranked, people: people) else {
            return nil
        }
        var generator = SeededGenerator(seed: 311)
        var asFar = 1
        for _ in 0..<deals {
            ranked.shuffle(using: &generator)
            let dealt = try concentrationIndex(of: values, incomes: ranked, people: people) ?? 0
            if abs(dealt) >= abs(index) - 1e-12 { asFar += 1 }
        }
        return Lateness(index: index, probability: Double(asFar) / Double(deals + 1))
    }
}
