import Algorithms
import Chronology
import ServiceLevels
import ServiceRequests

/// Whether the file is a sample of the city's requests: repeats and duplicates are undercounted then.
///
/// It is if running numbers in the ids leave out more than half, or if at least 20 duplicates are there of which fewer than
/// one in ten has its original in the file.
package struct SampleCheck: Sendable {
    /// The rows whose ids begin alike, as with a year, and the running numbers that they span.
    package struct Series: Sendable, Hashable {
        package let prefix: String
        package let rows: Int
        package let numbers: Int
        package var share: Double { Double(rows) / Double(max(1, numbers)) }
    }

    package let series: [Series]
    package let duplicates: Int
    package let duplicatesWithOriginal: Int

    private static let least = 0.5
    private static let fewestDuplicates = 20
    /// Of fewer rows nothing is said.
    private static let fewestRows = 100
    private static let mostSeries = 60
    /// No city has thirty million requests a year: numbers that rise faster are made of the time, as keys of many digits are.
    private static let mostInDay = 80_000.0

    init(_ history: CaseHistory, table: RequestTable, duplicates: [Duplicate]) {
        series = Self.series(history, table)
        self.duplicates = duplicates.count
        duplicatesWithOriginal = duplicates.count { $0.original >= 0 }
    }

    /// One request of the file stands for so many of the city, by the running numbers; `nil` where they are not known.
    package var oneIn: Double? {
        let (rows, numbers) = series.reduce((0, 0.0)) { ($0.0 + $1.rows, $0.1 + Double($1.numbers)) }
        return rows > 0 ? numbers / Double(rows) : nil
    }

    package var isSampleByNumbers: Bool { oneIn.map { 1 / $0 < Self.least } ?? false }
    package var isSampleByDuplicates: Bool {
        duplicates >= Self.fewestDuplicates && 10 * duplicatesWithOriginal < duplicates
    }
    package var isSample: Bool { isSampleByNumbers || isSampleByDuplicates }

    /// The ids that begin alike: when each was opened, and its number.
    private struct Numbers {
        var entries: [(opened: Int64, number: Int)] = []

        /// Whether the numbers rise with the openings, as running ones do, and no faster than a city's requests can.
        var isRunning: Bool {
            let openings = entries.lazy.map(\.opened)
            let days = Double((openings.max() ?? 0) - (openings.min() ?? 0)) / 86_400
            guard Double(span) <= SampleCheck.mostInDay * max(1, days) else { return false }
            let sorted = entries.sorted { ($0.opened, $0.number) < ($1.opened, $1.number) }
            let rising = sorted.adjacentPairs().count { $0.number < $1.number }
            return 10 * (rising + 1) >= 7 * entries.count
        }

        /// From 1 where the series begins near it; else what came before the file's first is not the file's to have.
        var span: Int {
            let (lowest, highest) = entries.reduce((Int.max, 0)) {
                (min($0.0, $1.number), max($0.1, $1.number))
            }
            return lowest <= highest / 20 ? highest : highest - lowest + 1
        }
    }

    /// Reads ids such as `18-00269879`: what stands before the last digits, and these as a number.
    private static func series(_ history: CaseHistory, _ table: RequestTable) -> [Series] {
        var found: [String: Numbers] = [:]
        var placed = 0
        for own in history.cases {
            guard let (prefix, number) = table.runningNumber(Int(own.row), openedOn: { history.day(own) })
            else { continue }
            placed += 1
            found[prefix, default: Numbers()].entries.append((own.opened, number))
            // Where nearly each id has a beginning of its own, nothing runs.
            if found.count > mostSeries { return [] }
        }
        guard 10 * placed >= 9 * history.cases.count else { return [] }
        return found.filter { $0.value.entries.count >= fewestRows && $0.value.isRunning }
            .sorted { $0.key < $1.key }
            .map { Series(prefix: $0.key, rows: $0.value.entries.count, numbers: $0.value.span) }
    }
}

extension RequestTable {
    /// Returns what stands before the last digits of a row's id, and these as a number; `nil` where the id does not end in
    /// digits. Where they begin with the day of the opening that stands before the number.
    fileprivate func runningNumber(_ row: Int, openedOn day: () -> Int) -> (prefix: String, number: Int)? {
        ids.withBytes(at: row) { bytes in
            var start = bytes.count
            while start > 0, bytes.count - start < 18, (48...57).contains(bytes[start - 1]) { start -= 1 }
            guard start < bytes.count else { return nil }
            func number(_ digits: Range<Int>) -> Int {
                bytes[digits].reduce(0) { 10 * $0 + Int($1) - 48 }
            }
            if bytes.count - start > 8, number(start..<start + 8) == day() { start += 8 }
            return (String(decoding: bytes[..<start], as: UTF8.self), number(start..<bytes.count))
        }
    }
}

extension CaseHistory {
    /// The day on which a case was opened, as ids hold it: 20240705.
    fileprivate func day(_ own: ServiceCase) -> Int {
        let date = clock.date(at: Timestamp(secondsSince1970: own.opened))
        return 10_000 * date.year + 100 * date.month + date.day
    }
}
