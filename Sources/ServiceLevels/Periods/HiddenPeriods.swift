package import Disclosure

/// What everybody may not see of periods: a small count, or one that could tell a small one by subtraction from a sum.
package struct HiddenPeriods {
    /// The cells of which nothing is told, and those of which it is not told how many were on time.
    private var cells: Set<Int> = []
    private var onTimes: Set<Int> = []
    /// The cells whose backlog is not told, and those whose closings are not, since the backlog follows from them.
    private var stocks: Set<Int> = []
    private var closings: Set<Int> = []
    private let count: Int

    package init(_ report: PeriodReport, audience: Audience) {
        count = report.span.numbers.count
        guard audience == .public else { return }
        let parts: [(PeriodReport.Group) -> Bool] = [
            { $0.scope == .city && $0.kind == .all }, { $0.scope == .area }, { $0.scope == .category },
            { $0.scope == .city && $0.kind != .all },
        ]
        for isPart in parts {
            let groups = report.groups.indices.filter { isPart(report.groups[$0]) }
            guard !groups.isEmpty else { continue }
            for period in 0..<count {
                func level(_ group: Int) -> PeriodLevel { report.groups[group].series.levels[period] }
                cells.formUnion(hidden(groups, period: period, counts: groups.map { [level($0).opened] }))
                cells.formUnion(hidden(groups, period: period, counts: groups.map { [level($0).closed] }))
                onTimes.formUnion(
                    hidden(
                        groups, period: period,
                        counts: groups.map { [level($0).onTime, level($0).due - level($0).onTime] }))
                hideStocks(of: groups, period: period) { level($0).backlog }
            }
        }
    }

    /// Hides small backlogs, one more where it would be alone, and the closings from which they follow: those of the period
    /// and of the next one.
    private mutating func hideStocks(of groups: [Int], period: Int, backlog: (Int) -> Int) {
        var small = groups.filter { backlog($0) < CountBand.threshold }
        if small.count == 1,
            let next = groups.filter({ !small.contains($0) }).min(by: { backlog($0) < backlog($1) })
        {
            small.append(next)
        }
        for group in small {
            stocks.insert(group * count + period)
            closings.insert(group * count + period)
            if period + 1 < count { closings.insert(group * count + period + 1) }
        }
    }

    private func hidden(_ groups: [Int], period: Int, counts: [[Int]]) -> [Int] {
        let table = SuppressedTable(counts)
        return groups.indices.filter { row in counts[row].indices.contains { table.cells[row][$0] != .shown }
        }
        .map { groups[$0] * count + period }
    }

    /// Whether nothing is told of a group's period.
    package func contains(_ group: Int, _ period: Int) -> Bool { cells.contains(group * count + period) }
    /// Whether the backlog is not told.
    package func containsBacklog(_ group: Int, _ period: Int) -> Bool {
        contains(group, period) || stocks.contains(group * count + period)
    }
    /// Whether it is not told how many were closed.
    package func containsClosed(_ group: Int, _ period: Int) -> Bool {
        contains(group, period) || closings.contains(group * count + period)
    }
    /// Whether it is not told how many were on time.
    package func containsOnTime(_ group: Int, _ period: Int) -> Bool {
        onTimes.contains(group * count + period)
    }
}
