import Algorithms
import Foundation

/// The outcomes of each category or area in order of opening.
struct OutcomeTable {
    struct Side {
        var count = 0
        var sum = 0.0
        var squares = 0.0
        var mean: Double { count > 0 ? sum / Double(count) : .nan }
        /// The variance of the mean, were each request by itself.
        var variance: Double {
            guard count > 1 else { return .nan }
            return max(0, squares / Double(count) - mean * mean) / Double(count - 1)
        }
    }

    struct Sides {
        var before: Side
        var after: Side
        var difference: Double { after.mean - before.mean }
        /// How many requests the side with fewer has.
        var fewer: Int { min(before.count, after.count) }
        var variance: Double { after.variance + before.variance }
    }

    private var opened: [[Int64]]
    /// Sums of the outcomes up to each.
    private var sums: [[Double]]
    /// Sums of their squares.
    private var squares: [[Double]]

    init(_ history: CaseHistory, settings: BeforeAfter.Settings, unit: (ServiceCase) -> Int, count: Int) {
        let limit = Int64((settings.within * 86_400).rounded())
        var found = [[(opened: Int64, days: Double)]](repeating: [], count: count)
        for own in history.cases where own.counts && history.secondsSeen(own) >= limit {
            let number = unit(own)
            guard number >= 0 else { continue }
            let seconds = own.secondsOpen.map { min($0, limit) } ?? limit
            found[number].append((own.opened, Double(seconds) / 86_400))
        }
        let sorted = found.map { $0.sorted { ($0.opened, $0.days) < ($1.opened, $1.days) } }
        opened = sorted.map { $0.map(\.opened) }
        sums = sorted.map { $0.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1.days) } }
        squares = sorted.map { $0.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1.days * $1.days) } }
    }

    private func side(_ unit: Int, _ range: Range<Int64>) -> Side {
        let (low, high) = (index(unit, range.lowerBound), index(unit, range.upperBound))
        return Side(
            count: high - low, sum: sums[unit][high] - sums[unit][low],
            squares: squares[unit][high] - squares[unit][low])
    }

    private func index(_ unit: Int, _ moment: Int64) -> Int {
        opened[unit].partitioningIndex { $0 >= moment }
    }

    func sides(_ unit: Int, at day: Int64, window: Int64) -> Sides {
        Sides(before: side(unit, day - window..<day), after: side(unit, day..<day + window))
    }

    /// The slope of weekly differences between one and others before a day, by least squares; `nil` for too few weeks.
    func trend(_ unit: Int, against others: [Int], before day: Int64, weeks: Int) -> Double? {
        guard opened.indices.contains(unit), !others.isEmpty else { return nil }
        let week: Int64 = 7 * 86_400
        var points: [(x: Double, y: Double)] = []
        for number in 0..<weeks {
            let start = day - Int64(weeks - number) * week
            let own = side(unit, start..<start + week)
            let rest = others.map { side($0, start..<start + week) }.filter { $0.count > 0 }
            guard own.count > 0, !rest.isEmpty else { continue }
            points.append((Double(number), own.mean - rest.reduce(0) { $0 + $1.mean } / Double(rest.count)))
        }
        guard points.count >= 3 else { return nil }
        let (x, y) = points.reduce((0.0, 0.0)) { ($0.0 + $1.x, $0.1 + $1.y) }
        let n = Double(points.count)
        let (over, under) = points.reduce((0.0, 0.0)) { sums, point in
            (sums.0 + (point.x - x / n) * (point.y - y / n), sums.1 + (point.x - x / n) * (point.x - x / n))
        }
        return under > 0 ? over / under : nil
    }
}
