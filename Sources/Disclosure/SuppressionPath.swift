/// Finds how a hidden count of a table could have another value, and what has to be hidden for it.
///
/// With the sums taken negative, and the sum of all positive, each row and each column adds up to zero. A count can be
/// one more or one less just where a closed way leads from its column back to its row, by turns down a column and along
/// a row, over counts that can change in turn by as much: one less, one more. As all bounds are whole numbers, so is
/// the answer exact (a circulation with integer bounds; Hoffman 1960). The cheapest such way is found by Dijkstra's
/// method, where a count that is hidden costs nothing and one that is shown costs what is lost by hiding it.
struct SuppressionPath {
    let counts: [[Int]]
    let cells: [[SuppressedTable.Cell]]
    /// Of rows that are not told the most that each can count.
    let limits: [Int?]
    /// Rows of parts that are hidden as unwillingly as sums.
    let kept: Set<Int>

    private var height: Int { counts.count }
    private var width: Int { counts[0].count }

    /// Returns the counts that have to be hidden, none where the count is safe; `nil` where nothing helps.
    func cheapest(for row: Int, _ column: Int) -> [(row: Int, column: Int)]? {
        var best: (cost: Cost, hidden: [(row: Int, column: Int)])?
        for step in [1, -1] where canChange(row, column, by: step * sign(row, column)) {
            guard let way = way(for: row, column, up: step > 0) else { continue }
            // Nothing is cheaper than what costs nothing.
            if way.cost == Cost() { return way.hidden }
            if best.map({ way.cost < $0.cost }) ?? true { best = way }
        }
        return best?.hidden
    }

    /// Sums count against their parts.
    private func sign(_ row: Int, _ column: Int) -> Int {
        (row == height - 1) != (column == width - 1) ? -1 : 1
    }

    /// Whether the count may be one more or less for somebody who sees the table, were it hidden.
    private func canChange(_ row: Int, _ column: Int, by step: Int) -> Bool {
        let value = counts[row][column] + step
        if limits.indices.contains(row), let limit = limits[row], value > limit { return false }
        switch cells[row][column] {
        case .small: return (0..<CountBand.threshold).contains(value)
        case .shown, .complementary: return value >= CountBand.threshold
        case .withheld: return value >= 0
        }
    }

    // MARK: The cheapest way

    /// The sums hidden, and then the size of all that is hidden.
    private struct Cost: Comparable {
        var sums = 0
        var size = 0

        static func < (one: Self, other: Self) -> Bool { (one.sums, one.size) < (other.sums, other.size) }
    }

    private struct Step {
        var cost: Cost
        /// The node before: a row's number, or a column's after all rows.
        var from: Int
    }

    private func cost(_ row: Int, _ column: Int) -> Cost {
        guard cells[row][column] == .shown else { return Cost() }
        let isDear = row == height - 1 || column == width - 1 || kept.contains(row)
        return Cost(sums: isDear ? 1 : 0, size: counts[row][column])
    }

    /// - Parameter up: Whether the count, with its sign, becomes one more.
    private func way(for row: Int, _ column: Int, up: Bool) -> (
        cost: Cost, hidden: [(row: Int, column: Int)]
    )? {
        let (start, end) = (height + column, row)
        var steps = [Step?](repeating: nil, count: height + width)
        var isDone = [Bool](repeating: false, count: height + width)
        steps[start] = Step(cost: Cost(), from: start)
        // Those that are reached for nothing, the last first: in a table of which most is hidden the end is a few turns away.
        var free = [start]
        while let node = free.popLast() ?? cheapestOpen(steps, isDone), node != end {
            if isDone[node] { continue }
            isDone[node] = true
            guard let step = steps[node] else { break }
            let nodes = node < height ? height..<(height + width) : 0..<height
            for next in nodes where !isDone[next] {
                let (atRow, atColumn) = node < height ? (node, next - height) : (next, node - height)
                let change = (node < height) == up ? 1 : -1
                guard (atRow, atColumn) != (row, column),
                    canChange(atRow, atColumn, by: change * sign(atRow, atColumn))
                else { continue }
                let own = cost(atRow, atColumn)
                let cost = Cost(sums: step.cost.sums + own.sums, size: step.cost.size + own.size)
                guard steps[next].map({ cost < $0.cost }) ?? true else { continue }
                steps[next] = Step(cost: cost, from: node)
                guard cost == Cost() else { continue }
                if next == end { return (cost, hidden(along: steps, from: end, to: start)) }
                free.append(next)
            }
        }
        guard let cost = steps[end]?.cost else { return nil }
        return (cost, hidden(along: steps, from: end, to: start))
    }

    private func cheapestOpen(_ steps: [Step?], _ isDone: [Bool]) -> Int? {
        var cheapest: Int?
        var least = Cost()
        for node in 0..<steps.count {
            guard !isDone[node], let cost = steps[node]?.cost else { continue }
            if cheapest == nil || cost < least { (cheapest, least) = (node, cost) }
        }
        return cheapest
    }

    /// Returns the counts on a way that are still shown.
    private func hidden(along steps: [Step?], from end: Int, to start: Int) -> [(row: Int, column: Int)] {
        var hidden: [(row: Int, column: Int)] = []
        var node = end
        while node != start, let step = steps[node] {
            let (row, column) =
                node < height ? (node, step.from - height) : (step.from, node - height)
            if cells[row][column] == .shown { hidden.append((row, column)) }
            node = step.from
        }
        return hidden
    }
}
