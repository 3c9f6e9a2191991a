import Algorithms
import Chronology
import Foundation
package import ServiceLevels
import Statistics

/// At which hours residents' requests were opened, by the clock as written: a mean outside 11 to 16 h says that the clock is
/// shifted, and then nothing is said of hours.
///
/// The mean of hours is circular (``HoursOfDay``). Where hours are spread evenly the sum of their directions is short and
/// its direction chance: with R = |Σ| / n a mean is judged only where R is at least 0.2, as far as people's day is from a
/// machine's, and where Rayleigh's test of all years or months together finds it at 0.1 %.
///
/// Source: Fisher, Statistical Analysis of Circular Data (1993), 4.3.
package struct ClockCheck: Sendable {
    /// The mean opening hour of a year or month, and of how many requests.
    package struct Entry: Sendable, Hashable {
        package let year: Int
        /// `nil` for the whole year.
        package let month: Int?
        package let requests: Int
        package let hour: Double
        /// R: how far the hours lie together, from 0, spread evenly, to 1, all the same.
        package let concentration: Double

        /// Whether the mean is more than the direction of chance, judged among so many of them: p ≈ exp(−n R²) below 0.1 % of all
        /// together.
        func hasMean(among count: Int) -> Bool {
            concentration >= 0.2
                && Double(requests) * concentration * concentration > log(1000 * Double(max(1, count)))
        }

        /// Whether the mean lies outside the usual hours by more than chance lets it, judged among so many of them: at 0.1 % of all
        /// together, by the standard error √((1 − R⁴) / 2 n R²) of a wrapped normal distribution (Fisher 1993, 3.3.4 and 4.4.4).
        func isUnusual(among count: Int) -> Bool {
            let usual = HoursOfDay.usualForRequests
            guard !usual.contains(hour) else { return false }
            let square = concentration * concentration
            let error = ((1 - square * square) / (2 * Double(requests) * square)).squareRoot() * 12 / .pi
            // Around the clock: before the first hour, or after the last one.
            let (before, after) = (usual.lowerBound - hour, hour - usual.upperBound)
            let beyond = min(before < 0 ? before + 24 : before, after < 0 ? after + 24 : after)
            return twoSidedNormalP(beyond / error) < 0.001 / Double(max(1, count))
        }
    }

    package let years: [Entry]
    package let months: [Entry]
    /// Whether openings have times of day at all.
    package let hasHours: Bool
    /// Whether openings are spread over the hours so evenly that no year has a mean: nothing can be said of the clock.
    package let isEven: Bool

    /// What a city's mean hour is where nothing else tells.
    private static let expected = 13.5
    private static let fewest = 30
    /// A wrong zone, or an offset taken twice, shifts by more than an hour; habits and seasons do not.
    private static let leastHours = 2

    package init(_ history: CaseHistory) {
        hasHours = !history.opensByDay
        guard hasHours else {
            (years, months, isEven) = ([], [], false)
            return
        }
        var sums: [Int: HoursOfDay] = [:]
        for own in history.cases where own.isResidents && !own.marks.contains(.openedByDay) {
            let moment = Timestamp(secondsSince1970: own.opened)
            let wall = history.clock.wallSeconds(at: moment)
            let date = history.clock.date(at: moment)
            sums[12 * date.year + date.month - 1, default: HoursOfDay()].add(
                minute: (wall - Int64(date.daysSince1970) * 86_400) / 60)
        }
        months = sums.sorted { $0.key < $1.key }.map { key, sum in
            Entry(
                year: key / 12, month: key % 12 + 1, requests: sum.count, hour: sum.mean,
                concentration: sum.concentration)
        }
        years = Dictionary(grouping: sums) { $0.key / 12 }.sorted { $0.key < $1.key }.map { year, parts in
            let sum = parts.sorted { $0.key < $1.key }.reduce(into: HoursOfDay()) { $0.add($1.value) }
            return Entry(
                year: year, month: nil, requests: sum.count, hour: sum.mean,
                concentration: sum.concentration)
        }
        isEven =
            years.reduce(0) { $0 + $1.requests } >= Self.fewest
            && !years.contains { [count = years.count] in $0.hasMean(among: count) }
    }

    /// Whether a year's mean hour is more than the direction of chance.
    package func hasMean(_ year: Entry) -> Bool { year.hasMean(among: years.count) }

    /// A span of months in which the clock seems shifted.
    package struct Shift: Sendable, Hashable {
        package let first: (year: Int, month: Int)
        package let last: (year: Int, month: Int)
        /// Whole hours by which the clock is early, the least and the most; negative where it is late.
        package let hours: ClosedRange<Int>
        /// Whether the span begins or ends with the file.
        package let isFirst: Bool
        package let isLast: Bool

        package static func == (one: Self, other: Self) -> Bool {
            one.first == other.first && one.last == other.last && one.hours == other.hours
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(first.year * 12 + first.month) }
    }

    /// The span of months that are shifted, from the first to the last of them; `nil` where none is by more than chance, or by two hours.
    package var shift: Shift? {
        let judged = months.filter { $0.requests >= Self.fewest && $0.hasMean(among: months.count) }
        let right = judged.filter { HoursOfDay.usualForRequests.contains($0.hour) }
        let shifted = Self.span(judged)
        guard let first = shifted.first, let last = shifted.last, let firstMonth = first.month,
            let lastMonth = last.month
        else { return nil }
        let usual =
            right.count >= 3
            ? right.reduce(0) { $0 + $1.hour * Double($1.requests) }
                / Double(right.reduce(0) { $0 + $1.requests }) : Self.expected
        func early(_ months: [Entry]) -> Int? {
            let requests = months.reduce(0) { $0 + $1.requests }
            guard requests > 0 else { return nil }
            let hour = months.reduce(0) { $0 + $1.hour * Double($1.requests) } / Double(requests)
            return Int((usual - hour).rounded())
        }
        // Summer time moves a shift by an hour: winter and summer are told apart.
        let seasons = [
            early(shifted.filter { [12, 1, 2].contains($0.month) }),
            early(shifted.filter { [6, 7, 8].contains($0.month) }),
        ].compactMap(\.self)
        let found = seasons.isEmpty ? [early(shifted) ?? 0] : seasons
        guard found.contains(where: { abs($0) >= Self.leastHours }) else { return nil }
        return Shift(
            first: (first.year, firstMonth), last: (last.year, lastMonth),
            hours: (found.min() ?? 0)...(found.max() ?? 0),
            isFirst: judged.first == first, isLast: judged.last == last)
    }

    /// Returns the months outside the usual hours from the first to the last one that is so by more than chance, and those outside that run on
    /// from these. Where most months between are usual they are no span, and the longest run of them counts.
    private static func span(_ judged: [Entry]) -> [Entry] {
        func isUnusual(_ month: Entry) -> Bool { month.isUnusual(among: judged.count) }
        func isOutside(_ month: Entry) -> Bool { !HoursOfDay.usualForRequests.contains(month.hour) }
        guard var first = judged.firstIndex(where: isUnusual), var last = judged.lastIndex(where: isUnusual)
        else { return [] }
        while first > 0, isOutside(judged[first - 1]) { first -= 1 }
        while last + 1 < judged.count, isOutside(judged[last + 1]) { last += 1 }
        let all = judged[first...last].filter(isOutside)
        if 2 * all.count >= last - first + 1 { return all }
        let runs = judged.chunked { isOutside($0) == isOutside($1) }
            .filter { $0.contains(where: isUnusual) }
        return runs.max { $0.count < $1.count }.map { Array($0) } ?? []
    }
}
