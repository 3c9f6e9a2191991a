package import Chronology
import ServiceRequests
import Statistics

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
struct PeriodFinder: Sendable {
    /// A month with fewer misrouted requests is none of a period.
    private static let leastMisrouted = 8
    /// How many times the usual share a month's has to be.
    private static let ratio = 2.0
    /// Of files in which every month is alike, so many name one.
    private static let level = 0.05

    private let table: RequestTable
    /// For each row the month in which it was opened, counted from January of the year 0, or −1.
    private let numbers: [Int32]

    /// - Parameter chosen: For each row whether it is counted; empty where all are.
    init(table: RequestTable, chosen: [Bool], clock: CityClock) {
        self.table = table
        var numbers = Self.months(of: table, clock: clock)
        for row in chosen.indices where !chosen[row] { numbers[row] = -1 }
        self.numbers = numbers
    }

    /// Reads months off the moments at which they begin: a calendar for each row would take ten times as long.
    private static func months(of table: RequestTable, clock: CityClock) -> [Int32] {
        let seconds = table.opened.seconds
        let missing = TimestampColumn.missing
        var extent: (first: Int64, last: Int64) = (.max, .min)
        for moment in seconds where moment != missing {
            extent = (min(extent.first, moment), max(extent.last, moment))
        }
        guard extent.first <= extent.last else { return [Int32](repeating: -1, count: table.count) }
        func month(at moment: Int64) -> Int {
            number(clock.date(at: Timestamp(secondsSince1970: moment)))
        }
        let first = month(at: extent.first)
        let starts = (first...month(at: extent.last) + 1).map {
            clock.startOfDay(date($0)).secondsSince1970
        }
        var index = 0
        return seconds.map { moment in
            guard moment != missing else { return -1 }
            // Requests mostly stand in order of time, so the last one's month is nearly always right.
            if moment < starts[index] || moment >= starts[index + 1] {
                index = max(0, (starts.firstIndex { moment < $0 } ?? starts.count - 1) - 1)
            }
            return Int32(first + index)
        }
    }

    /// What of a misrouted request's finding matters here.
    struct Misrouting {
        let row: Int
        let cause: Cause?
    }

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
    func periods(of misrouted: [Misrouting]) -> [MisroutingPeriod] {
        var months: [Int: Month] = [:]
        var run = (number: Int32(-1), opened: 0)
        func close() { if run.number >= 0 { months[Int(run.number), default: Month()].opened += run.opened } }
        for number in numbers {
            if number != run.number {
                close()
                run = (number, 0)
            }
            run.opened += 1
        }
        close()
        for finding in misrouted where numbers[finding.row] >= 0 {
            let number = Int(numbers[finding.row])
            months[number, default: Month()].misrouted += 1
            months[number]?.origins[finding.cause?.origin ?? .unexplained, default: 0] += 1
        }
        let shares = months.values.map(\.share)
        // The middle month is not moved by a few bad ones.
        guard shares.count >= 3, let middle = median(shares) else { return [] }
        let high = months.filter {
            $0.value.misrouted >= Self.leastMisrouted && $0.value.share > Self.ratio * middle
        }
        let raised = Self.beyondChance(high, of: months)
        let rest = months.filter { raised[$0.key] == nil }.values
        let usual = Self.share(rest.map(\.misrouted).reduce(0, +), rest.map(\.opened).reduce(0, +))
        return Self.runs(raised.keys.sorted(), months).map { run in
            period(run, misrouted: misrouted.filter { run.contains(Int(numbers[$0.row])) }, usual: usual)
        }
    }

    /// Returns those of some months in which more was misrouted than chance deals out to one of so many: the exact test of a month
    /// against those that are not high, corrected for all months (Benjamini and Hochberg).
    private static func beyondChance(_ high: [Int: Month], of months: [Int: Month]) -> [Int: Month] {
        let rest = months.filter { high[$0.key] == nil }.values
        let (misrouted, opened) = (
            rest.map(\.misrouted).reduce(0, +), rest.map(\.opened).reduce(0, +)
        )
        let numbers = months.keys.sorted()
        let chances = numbers.map { number in
            high[number].map {
                Hypergeometric(
                    population: opened + $0.opened, marked: misrouted + $0.misrouted, drawn: $0.opened
                ).p($0.misrouted)
            } ?? 1
        }
        let adjusted = falseDiscoveryAdjusted(chances)
        return high.filter { number, _ in
            numbers.firstIndex(of: number).map { adjusted[$0] <= level } ?? false
        }
    }

    private func period(
        _ run: ClosedRange<Int>, misrouted: [Misrouting], usual: Double
    ) -> MisroutingPeriod {
        let rows = numbers.indices.filter { run.contains(Int(numbers[$0])) }
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
