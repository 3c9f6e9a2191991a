package import Disclosure

/// What everybody may not see of periods: a small count, or one that could tell a small one by subtraction from a sum.
package struct HiddenPeriods {
    /// The cells of which nothing is told, and those of which it is not told how many were on time.
    private var cells: Set<Int> = []
    private var onTimes: Set<Int> = []
    /// The cells whose backlog is not told, and those whose closings are not, since the backlog follows from them.
    private var stocks: Set<Int> = []
    private var closings: Set<Int> = []
    /// The groups of which it is not told how many were opened in all periods.
    private var totals: Set<Int> = []
    private let count: Int

    package init(_ report: PeriodReport, audience: Audience) {
        count = report.span.numbers.count
        guard audience == .public, !report.groups.isEmpty else { return }
        hide(CountedParts([0], of: [report.city.levels]))
        let parts: [(PeriodReport.Group) -> Bool] = [
            { $0.scope == .area }, { $0.scope == .category }, { $0.scope == .city && $0.kind != .all },
        ]
        for isPart in parts {
            let groups = report.groups.indices.filter { isPart(report.groups[$0]) }
            guard !groups.isEmpty else { continue }
            hide(
                CountedParts(
                    groups, of: groups.map { report.groups[$0].series.levels }, whole: report.city.levels))
        }
    }

    /// Hides of a series that is shown by itself; it is the group 0.
    package init(_ series: PeriodSeries, audience: Audience) {
        count = series.levels.count
        guard audience == .public else { return }
        hide(CountedParts([0], of: [series.levels]))
    }

    private mutating func hide(_ parts: CountedParts) {
        for period in 0..<count {
            func numbers(_ groups: [Int]) -> [Int] { groups.map { $0 * count + period } }
            cells.formUnion(numbers(parts.hidden { [$0[period].opened] }))
            cells.formUnion(numbers(parts.hidden { [$0[period].closed] }))
            onTimes.formUnion(
                numbers(parts.hidden { [$0[period].onTime, $0[period].due - $0[period].onTime] }))
            // The closings of the period and of the next one would tell what was open between them.
            let hidden = numbers(parts.hidden { [$0[period].backlog] })
            stocks.formUnion(hidden)
            closings.formUnion(hidden)
            if period + 1 < count { closings.formUnion(hidden.map { $0 + 1 }) }
        }
        totals.formUnion(parts.hidden { [CountedParts.opened($0)] })
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
    /// Whether it is not told how many were opened in all periods together.
    package func containsTotal(_ group: Int) -> Bool { totals.contains(group) }
    /// Whether it is not told what is open at the end of all periods.
    package func containsOpen(_ group: Int) -> Bool { stocks.contains(group * count + count - 1) }
}

/// Groups that are counted beside each other, with what of the whole is in none of them.
private struct CountedParts {
    private let groups: [Int]
    private let series: [[PeriodLevel]]
    private let whole: [PeriodLevel]?
    /// How many requests of the whole are in no group: nothing that is counted of them can be more, and everybody knows.
    private let elsewhere: Int

    /// - Parameters:
    ///   - series: Of each group.
    ///   - whole: Of what the groups are parts, which is the group 0; `nil` where there is no such.
    init(_ groups: [Int], of series: [[PeriodLevel]], whole: [PeriodLevel]? = nil) {
        self.groups = groups
        self.series = series
        self.whole = whole
        elsewhere = whole.map { Self.opened($0) - series.reduce(0) { $0 + Self.opened($1) } } ?? 0
    }

    static func opened(_ levels: [PeriodLevel]) -> Int { levels.reduce(0) { $0 + $1.opened } }

    /// Returns the groups of which some counts may not be told; the whole among them where it would tell one.
    func hidden(_ counts: ([PeriodLevel]) -> [Int]) -> [Int] {
        var rows = series.map(counts)
        var limits = [Int?](repeating: nil, count: rows.count)
        if let whole {
            rows.append(rows.reduce(counts(whole)) { rest, own in zip(rest, own).map { $0 - $1 } })
            limits.append(elsewhere)
        }
        let table = SuppressedTable(rows, limits: limits)
        func isHidden(_ row: Int) -> Bool {
            table.cells[row].dropLast().contains { $0 != .shown }
        }
        let parts = groups.indices.filter(isHidden).map { groups[$0] }
        return whole != nil && isHidden(rows.count) ? parts + [0] : parts
    }
}
