import Chronology
import ServiceLevels
import ServiceRequests
import Statistics
import Wording
import WorkSharing

/// Closings of one category in one minute of the wall clock, at several addresses: sheets of crews that were typed in.
///
/// It says that closing times are not working times, and nothing about a single case. By chance: each closing's minute drawn
/// anew within its hour, so many times. A closing that is a day without a time is in no minute.
package struct BulkClosings: Sendable {
    package struct Count: Sendable, Hashable {
        package var groups = 0
        package var rows = 0
        package var largest = 0
    }

    package let found: Count
    /// The closings that have a minute.
    package let closings: Int
    /// The mean of the draws.
    package let groupsByChance: Double
    package let rowsByChance: Double
    /// For each category with a bulk its closings, and those of them in bulk; by share, the largest first.
    package let categories: [(category: Int, closings: Int, inBulk: Int)]

    /// The categories of which more than a quarter were closed in bulk: their durations are those of typing.
    package var typedIn: [(category: Int, closings: Int, inBulk: Int)] {
        categories.filter { $0.closings >= 20 && 4 * $0.inBulk > $0.closings }
    }

    /// How often minutes were drawn anew: 20 times, and more often where there are few closings.
    package let draws: Int

    /// - Parameter address: Returns a number for the text of a row's address, whatever its case and spaces.
    init(
        _ history: CaseHistory, settings: ClosureSettings, jobs: Int,
        address: @escaping @Sendable (Int) -> UInt64
    ) {
        let clock = history.clock
        var keyed = history.cases.indices.compactMap { index -> (key: UInt64, wall: Int64, index: Int32)? in
            let own = history.cases[index]
            guard own.isClosedAtMinute else { return nil }
            let wall = clock.wallSeconds(at: Timestamp(secondsSince1970: own.closed))
            return (UInt64(own.category) << 32 | UInt64(wall / 3600), wall, Int32(index))
        }
        keyed.sort {
            $0.key != $1.key ? $0.key < $1.key : $0.wall != $1.wall ? $0.wall < $1.wall : $0.index < $1.index
        }
        // An hour with fewer closings than a bulk has none, however the minutes fall.
        var hours: [Range<Int>] = []
        var start = 0
        var closings: [Int: Int] = [:]
        while start < keyed.count {
            var end = start + 1
            while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
            closings[Int(keyed[start].key >> 32), default: 0] += end - start
            if end - start >= settings.bulkClosings { hours.append(start..<end) }
            start = end
        }
        self.closings = keyed.count
        let draws = max(20, min(200, 2_000_000 / max(1, keyed.count)))
        self.draws = draws
        let (entries, spans) = (keyed, hours)
        let results = mapSlices(count: spans.count, sliceLength: 256, jobs: jobs, makeWorker: { () }) {
            _, range in
            range.map { number -> HourOutcome in
                let span = spans[number]
                let addresses = entries[span].map { address(Int(history.cases[Int($0.index)].row)) }
                var outcome = HourOutcome(category: Int(entries[span.lowerBound].key >> 32))
                outcome.found = Self.count(
                    entries[span].map { Int(($0.wall / 60) % 60) }, addresses: addresses, settings: settings)
                // By the category's name and the addresses, whatever the order of the file.
                var stream = TextHash(of: history.names[outcome.category].utf8)
                stream.mix(entries[span.lowerBound].key & 0xFFFF_FFFF)
                var generator = SeededGenerator(seed: 311, stream: stream.value)
                let sorted = addresses.sorted()
                for _ in 0..<draws {
                    let minutes = sorted.map { _ in Int(generator.next(below: 60)) }
                    let drawn = Self.count(minutes, addresses: sorted, settings: settings)
                    outcome.drawnGroups += drawn.groups
                    outcome.drawnRows += drawn.rows
                }
                return outcome
            }
        }.flatMap(\.self)
        var found = Count()
        var drawn = (groups: 0, rows: 0)
        var inBulk: [Int: Int] = [:]
        for outcome in results {
            found.groups += outcome.found.groups
            found.rows += outcome.found.rows
            found.largest = max(found.largest, outcome.found.largest)
            drawn.groups += outcome.drawnGroups
            drawn.rows += outcome.drawnRows
            inBulk[outcome.category, default: 0] += outcome.found.rows
        }
        self.found = found
        groupsByChance = Double(drawn.groups) / Double(draws)
        rowsByChance = Double(drawn.rows) / Double(draws)
        categories = inBulk.filter { $0.value > 0 }.map { ($0.key, closings[$0.key] ?? 0, $0.value) }
            .sorted { one, other in
                let (first, second) = (one.inBulk * other.closings, other.inBulk * one.closings)
                return first != second
                    ? first > second : history.names[one.category] < history.names[other.category]
            }
    }

    private struct HourOutcome: Sendable {
        let category: Int
        var found = Count()
        var drawnGroups = 0
        var drawnRows = 0

        init(category: Int) { self.category = category }
    }

    /// Counts the bulks among closings of one category and hour.
    private static func count(_ minutes: [Int], addresses: [UInt64], settings: ClosureSettings) -> Count {
        var sizes = [Int](repeating: 0, count: 60)
        for minute in minutes { sizes[minute] += 1 }
        var count = Count()
        for minute in 0..<60 where sizes[minute] >= settings.bulkClosings {
            var different: Set<UInt64> = []
            for (index, own) in minutes.enumerated() where own == minute {
                different.insert(addresses[index])
            }
            guard different.count >= settings.bulkAddresses else { continue }
            count.groups += 1
            count.rows += sizes[minute]
            count.largest = max(count.largest, sizes[minute])
        }
        return count
    }
}

extension ServiceCase {
    fileprivate var isClosedAtMinute: Bool { isClosed && !marks.contains(.closedByDay) }
}

extension RequestTable {
    /// Returns a number for a row's address text: the same for texts that differ in case and in spaces only.
    func addressNumber(_ row: Int) -> UInt64 {
        withAddressBytes(at: row) { bytes in
            // Two of a handful of addresses share one number once in 10^17.
            var hash = TextHash()
            var pendingSpace = false
            var isFirst = true
            for byte in bytes {
                if byte == 0x20 || byte == 0x09 {
                    pendingSpace = true
                    continue
                }
                if pendingSpace, !isFirst { hash.add(0x20) }
                pendingSpace = false
                isFirst = false
                hash.add((0x61...0x7A).contains(byte) ? byte - 32 : byte)
            }
            return hash.value
        }
    }
}
