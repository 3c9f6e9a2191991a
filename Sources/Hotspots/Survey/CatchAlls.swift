import Geometry
import ServiceRequests
import Statistics
import WorkSharing

/// Addresses at which requests of many categories lie, such as a city hall or a depot: what is counted there says where
/// requests were put, not where the problem is.
package struct CatchAlls: Sendable {
    /// How many categories the requests at a cluster's address have, by the cluster's label; only of catch-alls.
    private let categoriesOfLabel: [Int: Int]

    /// A cluster is at one address where so large a share of its reports has one position.
    private static let ownShare = 0.8
    /// An address with so many categories may be a catch-all.
    private static let fewestCategories = 6
    /// It is one if it has this share of the city's categories, or so many of them.
    private static let leastShare = 1.0 / 3
    private static let manyCategories = 20

    /// Returns how many categories the requests at a cluster's address have; `nil` where it is no catch-all.
    package func categories(_ cluster: HotspotCluster) -> Int? { categoriesOfLabel[cluster.label] }

    package var count: Int { categoriesOfLabel.count }

    /// - Parameter rows: The rows of each cluster.
    init(_ scope: RowScope, _ rows: ClusterRows, jobs: Int) {
        let positions = Self.positions(of: rows, in: scope, jobs: jobs)
        let known = scope.table.facts?.places
        let names = known?.categories ?? scope.table.categories.values
        guard !positions.isEmpty, names.count >= Self.fewestCategories else {
            categoriesOfLabel = [:]
            return
        }
        let isShown = names.map(scope.groups.isShown)
        let categories =
            known.map { Self.categories($0, isShown: isShown) }
            ?? Self.categories(
                at: Set(positions.values), in: scope.table, isShown: isShown, jobs: jobs)
        let all = Double(isShown.count { $0 })
        categoriesOfLabel = positions.compactMapValues { position in
            let count = categories[position] ?? 0
            let isMany =
                count >= Self.manyCategories
                || count >= Self.fewestCategories && Double(count) >= Self.leastShare * all
            return isMany ? count : nil
        }
    }

    /// Takes what parts found.
    init(_ categoriesOfLabel: [Int: Int]) { self.categoriesOfLabel = categoriesOfLabel }

    /// Returns how many categories that are shown the requests at some positions have.
    private static func categories(
        at wanted: Set<ExactPosition>, in table: RequestTable, isShown: [Bool], jobs: Int
    ) -> [ExactPosition: Int] {
        let (longitudes, latitudes) = (table.longitudes, table.latitudes)
        let categoryOfRow = table.categories.indices
        // A table of bits in the processor's cache spares most rows the look into the set.
        var isWanted = [Bool](repeating: false, count: 1 << 16)
        for position in wanted { isWanted[position.slot] = true }
        let slices = mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) {
            [isWanted] _, rows -> [ExactPosition: Set<Int32>] in
            var found: [ExactPosition: Set<Int32>] = [:]
            for row in rows {
                let position = ExactPosition(longitude: longitudes[row], latitude: latitudes[row])
                guard isWanted[position.slot], wanted.contains(position), row < categoryOfRow.count
                else { continue }
                let category = categoryOfRow[row]
                if category < 0 || isShown[Int(category)] { found[position, default: []].insert(category) }
            }
            return found
        }
        return slices.reduce(into: [ExactPosition: Set<Int32>]()) { all, slice in
            all.merge(slice) { $0.union($1) }
        }.mapValues(\.count)
    }

    /// Returns the same of the positions that facts know: those at which many categories lie.
    private static func categories(
        _ known: CityFacts.Places, isShown: [Bool]
    ) -> [ExactPosition: Int] {
        Dictionary(
            known.catchAlls.map { place in
                (
                    ExactPosition(longitude: place.longitude, latitude: place.latitude),
                    place.categories.count { $0 < 0 || isShown[$0] }
                )
            }, uniquingKeysWith: max)
    }

    /// Returns the address of each cluster that is at one.
    private static func positions(
        of rows: ClusterRows, in scope: RowScope, jobs: Int
    ) -> [Int: ExactPosition] {
        let found = mapSlices(count: rows.count, sliceLength: 256, jobs: jobs, makeWorker: {}) {
            _, labels -> [(Int, ExactPosition)] in
            labels.compactMap { label in
                let positions = rows[label].compactMap { scope.position(at: Int($0)) }.map {
                    ExactPosition(longitude: $0.longitude, latitude: $0.latitude)
                }
                guard let middle = Self.majority(positions),
                    Double(positions.count { $0 == middle }) >= ownShare * Double(positions.count)
                else { return nil }
                return (label, middle)
            }
        }
        return Dictionary(uniqueKeysWithValues: found.joined())
    }

    /// Returns the one value that more than half may be, in one pass (Boyer and Moore, 1981).
    private static func majority(_ positions: [ExactPosition]) -> ExactPosition? {
        var (candidate, lead) = (positions.first, 0)
        for position in positions {
            if lead == 0 { candidate = position }
            lead += position == candidate ? 1 : -1
        }
        return candidate
    }
}

extension CatchAlls {
    /// Returns the positions at which requests of so many categories lie that they may be catch-alls, from west to east.
    ///
    /// - Parameter numbers: What each of the table's categories is called in facts.
    static func facts(of table: RequestTable, numbers: [Int], jobs: Int) -> [CityFacts.Places.CatchAll] {
        let (longitudes, latitudes) = (table.longitudes, table.latitudes)
        let categoryOfRow = table.categories.indices
        // Each thread has the positions of its own slots, so that nothing has to be put together.
        let found = mapSlices(count: jobs, sliceLength: 1, jobs: jobs, makeWorker: {}) {
            _, part -> [CityFacts.Places.CatchAll] in
            var counts = [UInt8](repeating: 0, count: 1 << 16)
            func own(_ row: Int) -> ExactPosition? {
                guard !longitudes[row].isNaN, !latitudes[row].isNaN else { return nil }
                let position = ExactPosition(longitude: longitudes[row], latitude: latitudes[row])
                return position.slot % jobs == part.lowerBound ? position : nil
            }
            for row in 0..<table.count {
                guard let slot = own(row)?.slot, counts[slot] < .max else { continue }
                counts[slot] += 1
            }
            var categories: [ExactPosition: Set<Int32>] = [:]
            for row in 0..<table.count {
                guard let position = own(row), Int(counts[position.slot]) >= fewestCategories else {
                    continue
                }
                categories[position, default: []].insert(row < categoryOfRow.count ? categoryOfRow[row] : -1)
            }
            return categories.filter { $0.value.count >= fewestCategories }.map { position, found in
                CityFacts.Places.CatchAll(
                    longitude: Double(bitPattern: position.longitude),
                    latitude: Double(bitPattern: position.latitude),
                    categories: found.map { $0 < 0 ? -1 : numbers[Int($0)] }.sorted())
            }
        }
        return found.joined().sorted { ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude) }
    }
}

/// A recorded position, to the last bit.
private struct ExactPosition: Hashable, Sendable, BitwiseCopyable {
    let longitude: UInt64
    let latitude: UInt64

    init(longitude: Double, latitude: Double) {
        self.longitude = longitude.bitPattern
        self.latitude = latitude.bitPattern
    }

    var slot: Int {
        Int(BitMixing.pair(longitude, latitude) >> 48)
    }
}
