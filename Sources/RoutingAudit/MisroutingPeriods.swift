package import Chronology
import ServiceRequests

/// A run of months in which far more requests were misrouted than in the others, mostly from one origin.
package struct MisroutingPeriod: Sendable, Equatable {
    /// The first days of its first and last month.
    package let first: CivilDate
    package let last: CivilDate
    package let misrouted: Int
    /// All requests opened in it.
    package let opened: Int
    /// The share of misrouted requests in the months outside all such periods.
    package let usualShare: Double
    /// Its causes, the most frequent first.
    package let causes: [(cause: Cause, count: Int)]
    /// The category with the most misrouted requests.
    package let category: (name: String, misrouted: Int, opened: Int)?

    package static func == (first: Self, second: Self) -> Bool {
        (first.first, first.last, first.misrouted, first.opened)
            == (second.first, second.last, second.misrouted, second.opened)
    }
}

/// Finds when misrouting was frequent, so that one cause can be told from a standing one.
struct PeriodFinder {
    /// A month with fewer misrouted requests is none of a period.
    private static let leastMisrouted = 8
    /// How many times the usual share a month's has to be.
    private static let ratio = 2.0

    let table: RequestTable
    let clock: CityClock

    private struct Month {
        var misrouted = 0
        var opened = 0
        var origins: [CauseOrigin: Int] = [:]
        /// Where most of its misrouted requests come from.
        var origin: CauseOrigin? {
            CauseOrigin.allCases.max { (origins[$0] ?? 0) < (origins[$1] ?? 0) }
        }
        var share: Double { opened > 0 ? Double(misrouted) / Double(opened) : 0 }
    }

    /// Returns the periods in order of time.
    func periods(of misrouted: [Finding]) -> [MisroutingPeriod] {
        let numbers = (0..<table.count).map { row in table.opened[row].map { Self.number(clock.date(at: $0)) }
        }
        var months: [Int: Month] = [:]
        for case let number? in numbers { months[number, default: Month()].opened += 1 }
        for finding in misrouted {
            guard let number = numbers[finding.row] else { continue }
            months[number, default: Month()].misrouted += 1
            months[number]?.origins[finding.cause?.origin ?? .unexplained, default: 0] += 1
        }
        let shares = months.values.map(\.share).sorted()
        guard shares.count >= 3 else { return [] }
        // The middle month is not moved by a few bad ones.
        let middle = shares[shares.count / 2]
        let raised = months.filter {
            $0.value.misrouted >= Self.leastMisrouted && $0.value.share > Self.ratio * middle
        }
        let rest = months.filter { raised[$0.key] == nil }.values
        let usual = Self.share(rest.map(\.misrouted).reduce(0, +), rest.map(\.opened).reduce(0, +))
        return Self.runs(raised.keys.sorted(), months).map { run in
            period(run, misrouted.filter { numbers[$0.row].map(run.contains) ?? false }, numbers, usual)
        }
    }

    private func period(
        _ run: ClosedRange<Int>, _ misrouted: [Finding], _ numbers: [Int?], _ usual: Double
    ) -> MisroutingPeriod {
        let rows = table.categories.indices.indices.filter { numbers[$0].map(run.contains) ?? false }
        let causes = Dictionary(grouping: misrouted.compactMap(\.cause), by: \.self).mapValues(\.count)
        let categories = Dictionary(
            grouping: misrouted.map { table.categories.indices[$0.row] }.filter { $0 >= 0 }, by: \.self
        ).mapValues(\.count)
        let most = categories.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return MisroutingPeriod(
            first: Self.date(run.lowerBound), last: Self.date(run.upperBound), misrouted: misrouted.count,
            opened: rows.count, usualShare: usual,
            causes: Cause.allCases.compactMap { cause in causes[cause].map { (cause, $0) } }
                .sorted { $1.1 < $0.1 },
            category: most.map { index, count in
                (
                    table.categories.values[Int(index)], count,
                    rows.count { table.categories.indices[$0] == index }
                )
            })
    }

    private static func number(_ date: CivilDate) -> Int { date.year * 12 + date.month - 1 }

    private static func date(_ number: Int) -> CivilDate {
        CivilDate(year: number / 12, month: number % 12 + 1, day: 1) ?? CivilDate(daysSince1970: 0)
    }

    private static func share(_ part: Int, _ whole: Int) -> Double {
        whole > 0 ? Double(part) / Double(whole) : 0
    }

    /// Returns runs of consecutive months of one origin.
    private static func runs(_ numbers: [Int], _ months: [Int: Month]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for month in numbers {
            if let last = runs.last, last.upperBound + 1 == month,
                months[month]?.origin == months[last.upperBound]?.origin
            {
                runs[runs.count - 1] = last.lowerBound...month
            } else {
                runs.append(month...month)
            }
        }
        return runs
    }
}
