package import Chronology
import Foundation
import Statistics

/// Whether a change made a category, or an area, faster than the others became in the same weeks.
///
/// Y = min(days to close, τ) of requests opened in the weeks before and after and followed τ days; d = mean after − mean before;
/// θ = d of the changed − mean d of what it is compared with (50 requests and more on each side). The interval is from placebos:
/// θ of every comparison at the day of the change and of all at earlier days two windows apart, where nothing changed, each
/// divided by the standard deviation of its own at the other days. p = (1 + placebos at least as far from 0) / (1 + placebos).
/// Weeks or requests taken as independent call a fifth to two fifths of changes that never were.
package struct BeforeAfter: Sendable {
    package struct Settings: Codable, Sendable, Hashable {
        package var weeks = 8
        /// Days within which a request has to be followed; τ.
        package var within = 30.0
        package init() {}
    }

    /// A category or an area, as the changed one and what it is compared with.
    package struct Unit: Sendable, Hashable {
        package let name: String
        package let before: Int
        package let after: Int
        package let meanBefore: Double
        package let meanAfter: Double
        package var difference: Double { meanAfter - meanBefore }
    }

    package enum Verdict: String, Sendable {
        case faster, slower
        /// No more than among placebos.
        case notSeen = "not_seen"
        /// Too few placebos, requests or days.
        case tooLittle = "too_little"
    }

    package let day: CivilDate
    package let settings: Settings
    /// The changed one; `nil` where it has no request on one side.
    package let changed: Unit?
    package let comparisons: [Unit]
    /// θ, days.
    package let effect: Double?
    package let placebos: Int
    package let p: Double?
    package let interval: ClosedRange<Double>?
    /// The least effect that could have been seen, days.
    package let detectable: Double?
    /// By how many days a week the changed one drifted from the others before the change.
    package let trendBefore: Double?
    package let verdict: Verdict

    package static let fewestPlacebos = 19
    package static let fewestRequests = 50

    /// - Parameters:
    ///   - unit: Returns the number of a case's category or area; −1 for none.
    ///   - names: Their names.
    ///   - changed: The number of the one that changed.
    ///   - against: Those it is compared with; `nil` for all others.
    package init(
        _ history: CaseHistory, on day: CivilDate, settings: Settings = Settings(),
        unit: (ServiceCase) -> Int,
        names: [String], changed: Int, against: Set<Int>? = nil
    ) {
        self.day = day
        self.settings = settings
        let table = OutcomeTable(history, settings: settings, unit: unit, count: names.count)
        let window = Int64(settings.weeks) * 7 * 86_400
        let change = history.clock.startOfDay(day).secondsSince1970
        var days = [change]
        while let last = days.last, last - 3 * window >= history.start { days.append(last - 2 * window) }
        let sides = days.map { day in names.indices.map { table.sides($0, at: day, window: window) } }
        func isComparable(_ unit: Int, _ date: Int) -> Bool {
            guard unit == changed || (against?.contains(unit) ?? true) else { return false }
            return sides[date][unit].before.count >= Self.fewestRequests
                && sides[date][unit].after.count >= Self.fewestRequests
        }
        /// θ of a unit at a day, against all others that are compared, the changed one left out.
        func effect(_ unit: Int, _ date: Int) -> Double? {
            guard isComparable(unit, date) else { return nil }
            let others = names.indices.filter { $0 != unit && $0 != changed && isComparable($0, date) }
            guard !others.isEmpty else { return nil }
            let mean = others.reduce(0.0) { $0 + sides[date][$1].difference } / Double(others.count)
            return sides[date][unit].difference - mean
        }
        let effects = names.indices.map { unit in days.indices.map { effect(unit, $0) } }
        /// The spread of a unit's effects at other days than one.
        func spread(_ unit: Int, without date: Int) -> Double? {
            let others = days.indices.filter { $0 != date && $0 != 0 }.compactMap { effects[unit][$0] }
            guard others.count >= 3 else { return nil }
            let mean = others.reduce(0, +) / Double(others.count)
            let squares = others.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
            let spread = (squares / Double(others.count - 1)).squareRoot()
            return spread > 0 ? spread : nil
        }
        var scores: [Double] = []
        for unit in names.indices {
            for date in days.indices where unit != changed || date != 0 {
                guard let found = effects[unit][date], let spread = spread(unit, without: date) else {
                    continue
                }
                scores.append(abs(found / spread))
            }
        }
        func described(_ unit: Int) -> Unit {
            let side = sides[0][unit]
            return Unit(
                name: names[unit], before: side.before.count, after: side.after.count,
                meanBefore: side.before.mean, meanAfter: side.after.mean)
        }
        let own = names.indices.contains(changed) ? sides[0][changed] : nil
        self.changed = own.flatMap { $0.before.count > 0 && $0.after.count > 0 ? described(changed) : nil }
        comparisons = names.indices.filter { $0 != changed && isComparable($0, 0) }.map(described)
        let found = names.indices.contains(changed) ? effects[changed][0] : nil
        self.effect = found
        placebos = scores.count
        trendBefore = table.trend(
            changed, against: names.indices.filter { $0 != changed && isComparable($0, 0) }, before: change,
            weeks: settings.weeks)
        guard let found, scores.count >= Self.fewestPlacebos, let own = spread(changed, without: 0) else {
            (p, interval, detectable, verdict) = (nil, nil, nil, .tooLittle)
            return
        }
        let score = abs(found / own)
        let p = Double(1 + scores.count { $0 >= score }) / Double(1 + scores.count)
        let sorted = scores.sorted()
        let quantile = sorted[min(sorted.count - 1, Int((0.95 * Double(sorted.count)).rounded(.up)) - 1)]
        self.p = p
        interval = found - quantile * own...found + quantile * own
        detectable = quantile * own
        verdict = p > 0.05 ? .notSeen : found < 0 ? .faster : .slower
    }
}

/// The outcomes of each category or area in order of opening.
private struct OutcomeTable {
    struct Side {
        var count = 0
        var sum = 0.0
        var mean: Double { count > 0 ? sum / Double(count) : .nan }
    }

    struct Sides {
        var before: Side
        var after: Side
        var difference: Double { after.mean - before.mean }
    }

    private var opened: [[Int64]]
    /// Sums of the outcomes up to each.
    private var sums: [[Double]]

    init(_ history: CaseHistory, settings: BeforeAfter.Settings, unit: (ServiceCase) -> Int, count: Int) {
        let limit = Int64((settings.within * 86_400).rounded())
        var found = [[(opened: Int64, days: Double)]](repeating: [], count: count)
        for own in history.cases where own.counts && own.opened + limit <= history.end {
            let number = unit(own)
            guard number >= 0 else { continue }
            let seconds = own.isClosed ? min(own.closed - own.opened, limit) : limit
            found[number].append((own.opened, Double(seconds) / 86_400))
        }
        let sorted = found.map { $0.sorted { ($0.opened, $0.days) < ($1.opened, $1.days) } }
        opened = sorted.map { $0.map(\.opened) }
        sums = sorted.map { $0.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1.days) } }
    }

    private func side(_ unit: Int, _ range: Range<Int64>) -> Side {
        let (low, high) = (index(unit, range.lowerBound), index(unit, range.upperBound))
        return Side(count: high - low, sum: sums[unit][high] - sums[unit][low])
    }

    private func index(_ unit: Int, _ moment: Int64) -> Int {
        var (low, high) = (0, opened[unit].count)
        while low < high {
            let middle = (low + high) / 2
            if opened[unit][middle] < moment { low = middle + 1 } else { high = middle }
        }
        return low
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
