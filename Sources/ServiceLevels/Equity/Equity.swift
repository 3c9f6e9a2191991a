import Boundaries
import Statistics
import ServiceRequests

/// Whether poorer areas are served more slowly.
package struct Equity: Sendable {
    /// How the areas of the low third of incomes fare beside those of the high third.
    package struct Comparison: Sendable {
        /// An index into the report's categories.
        package let category: Int
        package let waits: WaitRatio
        package let low: TargetTally
        package let high: TargetTally

        init(
            _ requests: [ServedRequest], category: Int, thirds: [IncomeThird]
        ) throws(ServiceLevelError) {
            func tally(_ third: IncomeThird) -> TargetTally {
                TargetTally(requests.filter { thirds[$0.area.index] == third }.compactMap(\.outcome))
            }
            self.category = category
            waits = try WaitRatio(waits: requests.map(\.wait), thirds: requests.map { thirds[$0.area.index] })
            low = tally(.low)
            high = tally(.high)
        }
    }

    /// How lateness goes with income over the areas, each area's late requests beside those that its mix of categories
    /// lets expect.
    package struct Lateness: Sendable {
        /// Below 0 where it falls on the poorer, above 0 on the richer.
        package let index: Double
        /// How often the areas' incomes, dealt out anew at random, give an index as far from 0.
        package let probability: Double

        package var isBeyondChance: Bool { probability <= 0.05 }
    }

    package let incomes: IncomeTable
    /// In the order of the report's categories.
    package let comparisons: [Comparison]
    /// `nil` where nothing is late.
    package let lateness: Lateness?
    /// The share of the inequality in the days of closed requests that lies between the areas.
    package let shareBetweenAreas: Double?

    init(
        _ selection: ServiceSelection, _ levels: ServiceLevelTable, incomes: IncomeTable
    ) throws(ServiceLevelError) {
        self.incomes = incomes
        var comparisons: [Comparison] = []
        for own in levels.categories {
            guard let category = own.category else { continue }
            let requests = selection[category].filter {
                $0.area.exists && own.areas[$0.area.index].closings.isComparable
            }
            comparisons.append(
                try Comparison(requests, category: category, thirds: incomes.thirds))
        }
        self.comparisons = comparisons
        lateness = try Self.lateness(levels, incomes)
        let closed = selection.requests.filter { $0.area.exists && $0.wait.end == .closed }
        guard closed.count >= Self.fewestForInequality else {
            shareBetweenAreas = nil
            return
        }
        shareBetweenAreas = try TheilIndex(of: closed.map(\.wait.days), groups: closed.map(\.area.index))
            .shareBetween
    }

    /// Of fewer closed requests a single slow one decides how unequal they are.
    private static let fewestForInequality = 100

    private static let deals = 999

    private static func lateness(
        _ levels: ServiceLevelTable, _ incomes: IncomeTable
    ) throws(ServiceLevelError) -> Lateness? {
        let expected = levels.all.areas.indices.map {
            levels.all.areas[$0].closings.isComparable
                ? Double(levels.all.areas[$0].tally.known) - levels.expected[$0].count : 0
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
            generator.shuffle(&ranked)
            let dealt = try concentrationIndex(of: values, incomes: ranked, people: people) ?? 0
            if abs(dealt) >= abs(index) - 1e-12 { asFar += 1 }
        }
        return Lateness(index: index, probability: Double(asFar) / Double(deals + 1))
    }
}
