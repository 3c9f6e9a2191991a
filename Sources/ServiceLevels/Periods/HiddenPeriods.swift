package import Disclosure

/// What everybody may not see of periods: a small count, or one that could tell a small one by subtraction from a sum over areas,
/// categories, who made the requests, or all periods.
package struct HiddenPeriods: Sendable {
    /// The cells of which nothing is told, and those of which it is not told how many were on time.
    private var cells: Set<Int> = []
    private var onTimes: Set<Int> = []
    /// Those of which the share closed within 7 days, and within 30, is not told: beside the opened they are counts.
    private var weeks: Set<Int> = []
    private var months: Set<Int> = []
    /// Those that are not set beside the same days of a year before.
    private var years: Set<Int> = []
    /// The cells whose backlog is not told, and those whose closings are not, since the backlog follows from them.
    private var stocks: Set<Int> = []
    private var closings: Set<Int> = []
    /// The groups of which it is not told how many were opened in all periods.
    private var totals: Set<Int> = []
    private let count: Int
    private let perYear: Int

    package init(_ report: PeriodReport, audience: Audience) {
        self.init(report, audience: audience) {}
    }

    /// - Parameter check: Is asked between the steps, and ends the work by what it throws.
    init<Failure: Error>(
        _ report: PeriodReport, audience: Audience, check: () throws(Failure) -> Void
    ) throws(Failure) {
        count = report.span.numbers.count
        perYear = report.span.perYear
        guard audience == .public, !report.groups.isEmpty else { return }
        let divisions: [(PeriodReport.Group) -> Bool] = [
            { $0.scope == .area }, { $0.scope == .category }, { $0.scope == .city && $0.kind != .all },
        ]
        let parts = divisions.compactMap { isPart -> CountedParts? in
            let groups = report.groups.indices.filter { isPart(report.groups[$0]) }
            return groups.isEmpty
                ? nil
                : CountedParts(
                    groups, of: groups.map { report.groups[$0].series.levels }, whole: report.city.levels)
        }
        try hide([CountedParts([0], of: [report.city.levels])] + parts, check: check)
    }

    /// Hides of a series that is shown by itself; it is the group 0.
    package init(_ series: PeriodSeries, perYear: Int, audience: Audience) {
        count = series.levels.count
        self.perYear = perYear
        guard audience == .public else { return }
        hide([CountedParts([0], of: [series.levels])]) {}
    }

    /// Hides of parts of a whole: they are the groups from 1, and the whole is 0.
    package init(_ parts: [PeriodSeries], of whole: PeriodSeries, perYear: Int, audience: Audience) {
        count = whole.levels.count
        self.perYear = perYear
        guard audience == .public else { return }
        hide([
            CountedParts([0], of: [whole.levels]),
            CountedParts(Array(1...parts.count), of: parts.map(\.levels), whole: whole.levels),
        ]) {}
    }

    /// Hides until nothing more is hidden of the whole, which may not follow from another division.
    private mutating func hide<Failure: Error>(
        _ divisions: [CountedParts], check: () throws(Failure) -> Void
    ) throws(Failure) {
        var before = 0
        repeat {
            before = hiddenOfWhole
            for parts in divisions { try hide(parts, check: check) }
        } while hiddenOfWhole != before
    }

    /// How much is hidden of the group 0.
    private var hiddenOfWhole: Int {
        [cells, onTimes, weeks, months, years, stocks, closings].reduce(0) { $0 + $1.count { $0 < count } }
    }

    private func numbers(_ groups: [Int], _ period: Int) -> [Int] { groups.map { $0 * count + period } }

    private mutating func hide<Failure: Error>(
        _ parts: CountedParts, check: () throws(Failure) -> Void
    ) throws(Failure) {
        for figure: KeyPath<PeriodLevel, Int> in [\.opened, \.closed] {
            try check()
            let hidden = parts.hidden(figure, hiddenSums: cells.filter { $0 < count })
            cells.formUnion(hidden.cells.map { $0.group * count + $0.period })
            if figure == \.opened { totals.formUnion(hidden.totals) }
        }
        for figure: KeyPath<PeriodLevel, Int> in [\.onTime, \.late] {
            try check()
            let hidden = parts.hidden(figure, hiddenSums: onTimes.filter { $0 < count })
            onTimes.formUnion(hidden.cells.map { $0.group * count + $0.period })
        }
        var stock: (groups: [Int], isWholeHidden: Bool) = ([], false)
        for period in 0..<count {
            try check()
            // Of an empty period all is hidden already, and what is open at its end is what was open before it.
            let isEmpty = parts.areEmpty[period]
            if !isEmpty { hideShares(parts, period) }
            hideYears(parts, period)
            let isWholeHidden = containsBacklog(0, period)
            if !(isEmpty && period > 0 && stock.isWholeHidden == isWholeHidden) {
                let groups = parts.hidden(isWholeHidden: isWholeHidden) { [$0[period].backlog] }
                stock = (groups, isWholeHidden)
            }
            hideStock(stock.groups, period)
        }
        totals.formUnion(parts.hidden { [CountedParts.opened($0)] })
        // What is open now, beside all that were opened, tells how many were closed.
        if parts.hasFewClosed, count > 0 {
            hideStock(
                parts.hidden(isWholeHidden: containsOpen(0)) {
                    [CountedParts.opened($0) - ($0.last?.backlog ?? 0)]
                }, count - 1)
        }
    }

    private mutating func hideStock(_ groups: [Int], _ period: Int) {
        let hidden = numbers(groups, period)
        stocks.formUnion(hidden)
        // The closings of the period and of the next one would tell what was open between them.
        closings.formUnion(hidden)
        if period + 1 < count { closings.formUnion(hidden.map { $0 + 1 }) }
    }

    /// Of each share the closed, the others and those that were not followed so long; where all were, also what was closed between.
    private mutating func hideShares(_ parts: CountedParts, _ period: Int) {
        func hide(
            _ closed: KeyPath<PeriodLevel, Int>, of followed: KeyPath<PeriodLevel, Int>, isHidden: Bool
        ) -> [Int] {
            let areAll = parts.all { $0[period][keyPath: followed] == $0[period].opened }
            let hidden = parts.hidden(isWholeHidden: isHidden) { own in
                let (some, all) = (own[period][keyPath: closed], own[period][keyPath: followed])
                return [some, all - some] + (areAll ? [] : [own[period].opened - all])
            }
            return numbers(hidden, period)
        }
        weeks.formUnion(hide(\.closed7, of: \.followed7, isHidden: weeks.contains(period)))
        months.formUnion(hide(\.closed30, of: \.followed30, isHidden: months.contains(period)))
        guard parts.all({ $0[period].followed7 == $0[period].followed30 }) else { return }
        let between = parts.hidden(isWholeHidden: months.contains(period)) {
            [$0[period].closed30 - $0[period].closed7]
        }
        months.formUnion(numbers(between, period))
    }

    /// Of an unfinished period the same days of the year before, and the rest of that period.
    private mutating func hideYears(_ parts: CountedParts, _ period: Int) {
        let before = period - perYear
        guard before >= 0, !parts.all({ $0[period].isFinished }) else { return }
        let hidden = parts.hidden(isWholeHidden: years.contains(period)) { own in
            let same = own[period].previousYear ?? 0
            return [same, own[before].opened - same]
        }
        years.formUnion(numbers(hidden, period))
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
        contains(group, period) || onTimes.contains(group * count + period)
    }
    /// Whether the share closed within 7 days is not told.
    package func containsWithin7(_ group: Int, _ period: Int) -> Bool {
        contains(group, period) || weeks.contains(group * count + period)
    }
    /// Whether the share closed within 30 days is not told.
    package func containsWithin30(_ group: Int, _ period: Int) -> Bool {
        contains(group, period) || months.contains(group * count + period)
    }
    /// Whether what was opened is not set beside the same of a year before.
    package func containsYear(_ group: Int, _ period: Int) -> Bool {
        let before = period - perYear
        return contains(group, period) || years.contains(group * count + period)
            || (before >= 0 && contains(group, before))
    }
    /// Whether it is not told how many were opened in all periods together.
    package func containsTotal(_ group: Int) -> Bool { totals.contains(group) }
    /// Whether it is not told what is open at the end of all periods.
    package func containsOpen(_ group: Int) -> Bool { stocks.contains(group * count + count - 1) }
}

extension PeriodLevel {
    fileprivate var late: Int { due - onTime }
}

/// Groups that are counted beside each other, with what of the whole is in none of them.
private struct CountedParts {
    private let groups: [Int]
    private let series: [[PeriodLevel]]
    private let whole: [PeriodLevel]?
    /// How many requests of the whole are in no group: nothing that is counted of them can be more, and everybody knows.
    private let elsewhere: Int
    /// Of each period whether nothing was opened, closed or due in it.
    let areEmpty: [Bool]

    /// - Parameters:
    ///   - series: Of each group.
    ///   - whole: Of what the groups are parts, which is the group 0; `nil` where there is no such.
    init(_ groups: [Int], of series: [[PeriodLevel]], whole: [PeriodLevel]? = nil) {
        self.groups = groups
        self.series = series
        self.whole = whole
        elsewhere = whole.map { Self.opened($0) - series.reduce(0) { $0 + Self.opened($1) } } ?? 0
        let all = series + [whole].compactMap(\.self)
        areEmpty = (series.first ?? []).indices.map { period in
            all.allSatisfy { $0[period].opened == 0 && $0[period].closed == 0 && $0[period].due == 0 }
        }
    }

    static func opened(_ levels: [PeriodLevel]) -> Int { levels.reduce(0) { $0 + $1.opened } }

    func all(_ holds: ([PeriodLevel]) -> Bool) -> Bool {
        series.allSatisfy(holds) && whole.map(holds) ?? true
    }

    /// Whether a group has a few that were closed, which what it has open would tell.
    var hasFewClosed: Bool {
        !all { own in
            let open = own.last?.backlog ?? 0
            return open < CountBand.threshold || !Audience.public.hides(Self.opened(own) - open)
        }
    }

    /// Returns the groups of which some counts may not be told; the whole among them where it would tell one.
    ///
    /// - Parameter isWholeHidden: Whether the whole's are not told already.
    func hidden(isWholeHidden: Bool = false, _ counts: ([PeriodLevel]) -> [Int]) -> [Int] {
        let table = table(counts) { isWholeHidden ? Set($0) : [] }
        func isHidden(_ row: Int) -> Bool {
            table.cells[row].dropLast().contains { $0 != .shown }
        }
        let parts = groups.indices.filter(isHidden).map { groups[$0] }
        return whole != nil && isHidden(table.cells.count - 1) ? parts + [0] : parts
    }

    /// Returns the periods of which a group's count may not be told, where its sum over all periods is told too, and the groups of
    /// which that sum may not be.
    ///
    /// One empty period stands for all of them: what one can count instead of nothing, each of the others can.
    ///
    /// - Parameter hiddenSums: The periods of which the whole's count is not told already.
    func hidden(
        _ count: KeyPath<PeriodLevel, Int>, hiddenSums: Set<Int>
    ) -> (cells: [(group: Int, period: Int)], totals: [Int]) {
        let empty = areEmpty.indices.filter { areEmpty[$0] }
        let columns = areEmpty.indices.filter { !areEmpty[$0] || $0 == empty.first }
        let table = table({ own in columns.map { own[$0][keyPath: count] } }) {
            Set($0.filter { hiddenSums.contains(columns[$0]) })
        }
        guard let last = table.cells.last else { return ([], []) }
        func periods(_ column: Int) -> [Int] {
            columns[column] == empty.first ? empty : [columns[column]]
        }
        var cells: [(group: Int, period: Int)] = []
        var totals: [Int] = []
        for row in groups.indices {
            for (column, cell) in table.cells[row].dropLast().enumerated()
            where cell != .shown || (whole == nil && last[column] != .shown) {
                cells += periods(column).map { (groups[row], $0) }
            }
            if table.cells[row].last != .shown { totals.append(groups[row]) }
        }
        if whole != nil {
            for (column, cell) in last.dropLast().enumerated() where cell != .shown {
                cells += periods(column).map { (0, $0) }
            }
        }
        return (cells, totals)
    }

    private func table(
        _ counts: ([PeriodLevel]) -> [Int], hiddenSums: (Range<Int>) -> Set<Int>
    ) -> SuppressedTable {
        var rows = series.map(counts)
        var limits = [Int?](repeating: nil, count: rows.count)
        if let whole {
            rows.append(rows.reduce(counts(whole)) { rest, own in zip(rest, own).map { $0 - $1 } })
            limits.append(elsewhere)
        }
        return SuppressedTable(
            rows, limits: limits, hiddenSums: whole == nil ? [] : hiddenSums(0..<(rows.first?.count ?? 0)))
    }
}
