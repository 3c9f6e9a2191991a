import Geometry
import ServiceRequests
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
        let table = scope.table
        let (longitudes, latitudes) = (table.longitudes, table.latitudes)
        let categoryOfRow = table.categories.indices
        let positions = Self.positions(of: rows, in: scope, jobs: jobs)
        let isShown = table.categories.values.indices.map { scope.groups.isShown(Int32($0)) }
        guard !positions.isEmpty, table.categories.values.count >= Self.fewestCategories else {
            categoriesOfLabel = [:]
            return
        }
        let wanted = Set(positions.values)
        // A table of bits in the processor's cache spares most rows the look into the set.
        var isWanted = [Bool](repeating: false, count: 1 << 16)
        for position in wanted { isWanted[position.slot] = true }
        let slices = mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) {
            [isWanted, isShown] _, rows -> [ExactPosition: Set<Int32>] in
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
        let categories = slices.reduce(into: [ExactPosition: Set<Int32>]()) { all, slice in
            all.merge(slice) { $0.union($1) }
        }
        let all = Double(isShown.count { $0 })
        categoriesOfLabel = positions.compactMapValues { position in
            let count = categories[position]?.count ?? 0
            let isMany =
                count >= Self.manyCategories
                || count >= Self.fewestCategories && Double(count) >= Self.leastShare * all
            return isMany ? count : nil
        }
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

/// A recorded position, to the last bit.
private struct ExactPosition: Hashable, Sendable, BitwiseCopyable {
    let longitude: UInt64
    let latitude: UInt64

    init(longitude: Double, latitude: Double) {
        self.longitude = longitude.bitPattern
        self.latitude = latitude.bitPattern
    }

    var slot: Int {
        Int(((longitude &* 0x9E37_79B9_7F4A_7C15 ^ latitude) &* 0xD6E8_FEB8_6659_FD93) >> 48)
    }
}
