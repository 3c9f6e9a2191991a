package import Geometry
package import ServiceRequests
import Statistics
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
                PositionGroups(of: suspects, in: table) { $0 % jobs == part.lowerBound }.groups(isDefault)
            }.flatMap(\.self))
        guard !found.isEmpty else { return .none }
        var indexByRow = [Int32](repeating: -1, count: table.count)
        for (index, group) in found.enumerated() {
            for row in group.rows { indexByRow[Int(row)] = Int32(index) }
        }
        return Placeholders(all: found.map { placeholder($0.group) }, indexByRow: indexByRow)
    }

    /// Returns which rows of a table carry default points that were found in other rows of the city, with the counts of those.
    ///
    /// Where facts name default points, they are those that the facts name.
    package func find(_ points: Placeholders, in table: RequestTable, jobs: Int = 1) -> Placeholders {
        known(table.facts?.defaultPoints ?? points.facts, in: table, jobs: jobs)
    }

    /// Whether a position is a default point.
    fileprivate func isDefault(_ group: PositionGroup) -> Bool {
        isNamed(group.coordinate) || (group.requests >= leastRequests && group.streets >= leastStreets)
    }

    fileprivate func placeholder(_ group: PositionGroup) -> Placeholder {
        Placeholder(
            coordinate: group.coordinate, requests: group.requests, streets: group.streets,
            origin: isNamed(group.coordinate) ? .named : .found)
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
        let unknown = PositionGroups(
            of: carried.filter { $0.point < 0 }.map { Int32($0.row) }, in: table, isOwn: { _ in true })
        for (group, rows) in Self.sorted(unknown.groups { _ in true }) {
            for row in rows { indexByRow[Int(row)] = Int32(all.count) }
            all.append(
                Placeholder(
                    coordinate: group.coordinate, requests: group.requests, streets: group.streets,
                    origin: .named))
        }
        return Placeholders(all: all, indexByRow: indexByRow)
    }

    /// The most frequent first.
    fileprivate static func sorted(
        _ groups: [(group: PositionGroup, rows: [Int32])]
    ) -> [(group: PositionGroup, rows: [Int32])] {
        groups.sorted {
            ($1.group.requests, $0.group.coordinate.longitude, $0.group.coordinate.latitude)
                < ($0.group.requests, $1.group.coordinate.longitude, $1.group.coordinate.latitude)
        }
    }

    private func isNamed(_ coordinate: Coordinate) -> Bool {
        named.contains {
            abs($0.longitude - coordinate.longitude) < 1e-7 && abs($0.latitude - coordinate.latitude) < 1e-7
        }
    }

    /// The rows whose position may be carried often enough, or is named, in order.
    private func suspectRows(in table: RequestTable, jobs: Int) -> [Int32] {
        let share = max(1, (table.count + jobs - 1) / jobs)
        let tallies = mapSlices(count: table.count, sliceLength: share, jobs: jobs, makeWorker: { () }) {
            _, rows in
            Self.tally(table, rows)
        }
        var counts = [UInt16](repeating: 0, count: Self.slots)
        for tally in tallies {
            for slot in counts.indices { counts[slot] &+= UInt16(tally[slot]) }
        }
        return suspectRows(in: table, counts: counts, jobs: jobs)
    }

    /// - Parameter counts: For each slot how many positions have it, roughly.
    fileprivate func suspectRows(in table: RequestTable, counts: [UInt16], jobs: Int) -> [Int32] {
        let share = max(1, (table.count + jobs - 1) / jobs)
        let (frequent, threshold) = (counts, UInt16(min(leastRequests, Int(UInt8.max))))
        return mapSlices(count: table.count, sliceLength: share, jobs: jobs, makeWorker: { () }) { _, rows in
            var suspects: [Int32] = []
            for row in rows {
                let (longitude, latitude) = (table.longitudes[row], table.latitudes[row])
                guard !longitude.isNaN, !latitude.isNaN else { continue }
                if frequent[Self.slot(longitude, latitude)] >= threshold
                    || (!named.isEmpty && isNamed(Coordinate(longitude: longitude, latitude: latitude)))
                {
                    suspects.append(Int32(row))
                }
            }
            return suspects
        }.flatMap(\.self)
    }

    fileprivate static let slots = 1 << 20

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
    fileprivate static func slot(_ longitude: Double, _ latitude: Double) -> Int {
        Int(BitMixing.pair(longitude.bitPattern, latitude.bitPattern) >> 44)
    }
}

/// Finds the default points of a file in slices: positions are counted roughly in a first look at all slices, and the frequent
/// ones exactly in a second one.
package struct PlaceholderSearch: Sendable {
    private let finder: PlaceholderFinder
    private var counts = [UInt16](repeating: 0, count: PlaceholderFinder.slots)
    private var groups = PositionGroups()

    package init(_ finder: PlaceholderFinder) { self.finder = finder }

    /// Takes up a slice in the first look. Rows that are no request of their own may be among its rows.
    package mutating func count(_ slice: RequestTable) {
        for row in 0..<slice.count {
            let slot = PlaceholderFinder.slot(slice.longitudes[row], slice.latitudes[row])
            if counts[slot] < .max { counts[slot] += 1 }
        }
    }

    /// Takes up a slice in the second look.
    package mutating func group(_ slice: RequestTable, jobs: Int) {
        groups.add(finder.suspectRows(in: slice, counts: counts, jobs: jobs), in: slice)
    }

    /// The default points of all slices, the most frequent first.
    package var found: [Placeholder] {
        PlaceholderFinder.sorted(groups.groups(finder.isDefault)).map { finder.placeholder($0.group) }
    }
}

/// How many requests carry one position, and how many streets their addresses name.
private struct PositionGroup: Sendable {
    let coordinate: Coordinate
    private(set) var requests = 0
    /// The last row whose address was looked into: most are the same again.
    private var last: Int32 = -1
    private var lastStreet: UInt64?
    /// The streets, by ``StreetKey``, where there is more than one.
    private var others: Set<UInt64> = []

    init(_ coordinate: Coordinate) { self.coordinate = coordinate }

    /// Forgets the last row, since those that follow are another table's.
    mutating func beginTable() { last = -1 }

    var streets: Int { max(others.count, lastStreet == nil ? 0 : 1) }

    mutating func add(_ row: Int32, in addresses: TextColumn) {
        requests += 1
        if last >= 0, addresses.areSame(Int(last), Int(row)) { return }
        last = row
        guard let street = addresses.withBytes(at: Int(row), StreetKey.of), street != lastStreet else {
            return
        }
        if let lastStreet {
            others.insert(lastStreet)
            others.insert(street)
        }
        lastStreet = street
    }
}

/// Rows by their positions.
private struct PositionGroups {
    private var all: [PositionGroup] = []
    private var rows: [Int32] = []
    /// For each of ``rows`` its group.
    private var numbers: [Int32] = []
    /// Open addressing by a hash of the position: the number of a group, −1 where free.
    private var slots = [Int32](repeating: -1, count: 1024)

    /// Begins without rows.
    init() {}

    /// Adds rows of a slice, and keeps none of them.
    mutating func add(_ rows: [Int32], in slice: RequestTable) {
        for index in all.indices { all[index].beginTable() }
        let addresses = slice.addresses
        for row in rows {
            let number = number(
                of: Coordinate(longitude: slice.longitudes[Int(row)], latitude: slice.latitudes[Int(row)]))
            all[number].add(row, in: addresses)
        }
    }

    /// - Parameter isOwn: Whether rows whose positions have a slot of ``PlaceholderFinder`` are among them.
    init(of rows: [Int32], in table: RequestTable, isOwn: (Int) -> Bool) {
        let (longitudes, latitudes, addresses) = (table.longitudes, table.latitudes, table.addresses)
        for row in rows {
            let (longitude, latitude) = (longitudes[Int(row)], latitudes[Int(row)])
            guard isOwn(PlaceholderFinder.slot(longitude, latitude)) else { continue }
            let number = number(of: Coordinate(longitude: longitude, latitude: latitude))
            all[number].add(row, in: addresses)
            self.rows.append(row)
            numbers.append(Int32(number))
        }
    }

    /// Returns the groups that are wanted, with their rows in order.
    func groups(_ isWanted: (PositionGroup) -> Bool) -> [(group: PositionGroup, rows: [Int32])] {
        var wanted: [(group: PositionGroup, rows: [Int32])] = []
        var indices = [Int32](repeating: -1, count: all.count)
        for (number, group) in all.enumerated() where isWanted(group) {
            indices[number] = Int32(wanted.count)
            wanted.append((group, []))
        }
        guard !wanted.isEmpty else { return [] }
        for (row, number) in zip(rows, numbers) where indices[Int(number)] >= 0 {
            wanted[Int(indices[Int(number)])].rows.append(row)
        }
        return wanted
    }

    /// Returns the number of a position's group, a new one where it has none.
    private mutating func number(of coordinate: Coordinate) -> Int {
        let slot = slot(of: coordinate)
        if slots[slot] >= 0 { return Int(slots[slot]) }
        slots[slot] = Int32(all.count)
        all.append(PositionGroup(coordinate))
        if all.count * 2 > slots.count { grow() }
        return all.count - 1
    }

    /// The slot of a position, or the free one where it would stand.
    private func slot(of coordinate: Coordinate) -> Int {
        // Zeros of both signs are one position.
        let hash = BitMixing.pair(
            (coordinate.longitude + 0).bitPattern, (coordinate.latitude + 0).bitPattern)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[slot] >= 0, all[Int(slots[slot])].coordinate != coordinate { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for number in all.indices { slots[slot(of: all[number].coordinate)] = Int32(number) }
    }
}
