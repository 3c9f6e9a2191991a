package import Geometry
package import ServiceRequests
import WorkSharing

/// Finds positions that many unrelated addresses share.
package struct PlaceholderFinder: Sendable {
    /// How many requests have to carry one exact position.
    package var leastRequests = 20
    /// How many different streets their addresses have to name. One building has many requests and one street, a
    /// corner two, a park several.
    package var leastStreets = 10
    /// The positions that the city file names.
    package var named: [Coordinate]

    package init(named: [Coordinate] = []) { self.named = named }

    /// Returns the default points of a table, the most frequent first.
    ///
    /// Where facts name them, they are those that the facts name, with the counts of all of the city's requests.
    ///
    /// Takes two passes: the first counts positions roughly in a small table that stays in the processor's cache,
    /// the second looks only at the few positions whose count is large.
    /// - Parameter jobs: The number of threads.
    package func find(in table: RequestTable, jobs: Int = 1) -> Placeholders {
        if let facts = table.facts { return known(facts.defaultPoints, in: table, jobs: jobs) }
        let suspects = suspectRows(in: table, jobs: jobs)
        // Each thread groups the positions of its own slots.
        let found = Self.sorted(
            mapSlices(count: jobs, sliceLength: 1, jobs: jobs, makeWorker: { () }) { _, part in
                groups(of: suspects, in: table) { $0 % jobs == part.lowerBound }.filter { coordinate, group in
                    isNamed(coordinate)
                        || (group.rows.count >= leastRequests && group.streets.count >= leastStreets)
                }
            }.flatMap(\.self))
        guard !found.isEmpty else { return .none }
        var indexByRow = [Int32](repeating: -1, count: table.count)
        for (index, group) in found.enumerated() {
            for row in group.value.rows { indexByRow[row] = Int32(index) }
        }
        let all = found.map { coordinate, group in
            Placeholder(
                coordinate: coordinate, requests: group.rows.count, streets: group.streets.count,
                origin: isNamed(coordinate) ? .named : .found)
        }
        return Placeholders(all: all, indexByRow: indexByRow)
    }

    /// Returns the default points that facts name, in their order, and then those that only the city file names.
    private func known(
        _ points: [CityFacts.DefaultPoint], in table: RequestTable, jobs: Int
    ) -> Placeholders {
        let numbers = Dictionary(
            points.enumerated().map {
                (Coordinate(longitude: $1.longitude, latitude: $1.latitude), Int32($0))
            }, uniquingKeysWith: { first, _ in first })
        guard !numbers.isEmpty || !named.isEmpty else { return .none }
        let slots = Set(numbers.keys.map { Self.slot($0.longitude, $0.latitude) })
        let carried = mapSlices(
            count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: { () }
        ) { _, rows in
            rows.compactMap { row -> (row: Int, point: Int32)? in
                let (longitude, latitude) = (table.longitudes[row], table.latitudes[row])
                guard !longitude.isNaN, !latitude.isNaN else { return nil }
                let coordinate = Coordinate(longitude: longitude, latitude: latitude)
                if slots.contains(Self.slot(longitude, latitude)), let point = numbers[coordinate] {
                    return (row, point)
                }
                return !named.isEmpty && isNamed(coordinate) ? (row, -1) : nil
            }
        }.flatMap(\.self)
        guard !carried.isEmpty else { return .none }
        var all: [Placeholder] = []
        var indexByRow = [Int32](repeating: -1, count: table.count)
        var indices: [Int32: Int32] = [:]
        for point in Set(carried.map(\.point)).sorted() where point >= 0 {
            let known = points[Int(point)]
            let coordinate = Coordinate(longitude: known.longitude, latitude: known.latitude)
            indices[point] = Int32(all.count)
            all.append(
                Placeholder(
                    coordinate: coordinate, requests: known.requests, streets: known.streets,
                    origin: isNamed(coordinate) ? .named : .found))
        }
        for (row, point) in carried { indexByRow[row] = indices[point] ?? -1 }
        let unknown = groups(of: carried.filter { $0.point < 0 }.map(\.row), in: table) { _ in true }
        for (coordinate, group) in Self.sorted(unknown) {
            for row in group.rows { indexByRow[row] = Int32(all.count) }
            all.append(
                Placeholder(
                    coordinate: coordinate, requests: group.rows.count, streets: group.streets.count,
                    origin: .named))
        }
        return Placeholders(all: all, indexByRow: indexByRow)
    }

    /// The most frequent first.
    private static func sorted(
        _ groups: some Sequence<(key: Coordinate, value: Group)>
    ) -> [(key: Coordinate, value: Group)] {
        groups.sorted {
            ($1.value.rows.count, $0.key.longitude, $0.key.latitude)
                < ($0.value.rows.count, $1.key.longitude, $1.key.latitude)
        }
    }

    private func groups(
        of rows: [Int], in table: RequestTable, isOwn: (Int) -> Bool
    ) -> [Coordinate: Group] {
        var groups: [Coordinate: Group] = [:]
        for row in rows where isOwn(Self.slot(table.longitudes[row], table.latitudes[row])) {
            let coordinate = Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
            let street = table.withAddressBytes(at: row, StreetKey.of)
            groups[coordinate, default: Group()].add(row, street)
        }
        return groups
    }

    private func isNamed(_ coordinate: Coordinate) -> Bool {
        named.contains {
            abs($0.longitude - coordinate.longitude) < 1e-7 && abs($0.latitude - coordinate.latitude) < 1e-7
        }
    }

    /// The rows whose position may be carried often enough, or is named, in order.
    private func suspectRows(in table: RequestTable, jobs: Int) -> [Int] {
        let share = max(1, (table.count + jobs - 1) / jobs)
        let tallies = mapSlices(count: table.count, sliceLength: share, jobs: jobs, makeWorker: { () }) {
            _, rows in
            Self.tally(table, rows)
        }
        var counts = [UInt16](repeating: 0, count: Self.slots)
        for tally in tallies {
            for slot in counts.indices { counts[slot] &+= UInt16(tally[slot]) }
        }
        let (frequent, threshold) = (counts, UInt16(min(leastRequests, Int(UInt8.max))))
        return mapSlices(count: table.count, sliceLength: share, jobs: jobs, makeWorker: { () }) { _, rows in
            rows.filter { row in
                let (longitude, latitude) = (table.longitudes[row], table.latitudes[row])
                guard !longitude.isNaN, !latitude.isNaN else { return false }
                return frequent[Self.slot(longitude, latitude)] >= threshold
                    || (!named.isEmpty && isNamed(Coordinate(longitude: longitude, latitude: latitude)))
            }
        }.flatMap(\.self)
    }

    private static let slots = 1 << 20

    /// Counts the rows at each position's slot, up to what a byte holds.
    private static func tally(_ table: RequestTable, _ rows: Range<Int>) -> [UInt8] {
        var counts = [UInt8](repeating: 0, count: slots)
        for row in rows {
            let slot = slot(table.longitudes[row], table.latitudes[row])
            if counts[slot] < .max { counts[slot] += 1 }
        }
        return counts
    }

    @inline(__always)
    private static func slot(_ longitude: Double, _ latitude: Double) -> Int {
        let mixed = (longitude.bitPattern &* 0x9E37_79B9_7F4A_7C15) ^ latitude.bitPattern
        return Int((mixed &* 0xD6E8_FEB8_6659_FD93) >> 44)
    }
}

/// The requests that carry one position.
private struct Group: Sendable {
    var rows: [Int] = []
    /// The streets that their addresses name, by ``StreetKey``.
    var streets: Set<UInt64> = []

    mutating func add(_ row: Int, _ street: UInt64?) {
        rows.append(row)
        if let street { streets.insert(street) }
    }
}
