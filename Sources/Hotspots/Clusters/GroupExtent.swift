import Geometry
import WorkSharing

/// How many points a group has and where they are.
struct GroupExtent: Sendable {
    private(set) var count = 0
    /// The lowest coordinates; infinite where there is no point.
    private(set) var minX = Double.infinity
    private(set) var minY = Double.infinity

    /// Returns the extent of each group.
    static func all(of points: ClusterPoints, jobs: Int) -> [GroupExtent] {
        let slices = mapSlices(
            count: points.positions.count, sliceLength: 65_536, jobs: jobs, makeWorker: { () }
        ) { _, range in
            var extents = [GroupExtent](repeating: GroupExtent(), count: points.rules.count)
            for index in range {
                guard let group = points.group(at: index) else { continue }
                extents[group].add(points.positions[index])
            }
            return extents
        }
        return slices.reduce(into: [GroupExtent](repeating: GroupExtent(), count: points.rules.count)) {
            for (group, extent) in $1.enumerated() { $0[group].add(extent) }
        }
    }

    @inline(__always)
    private mutating func add(_ position: ProjectedPoint) {
        count += 1
        minX = min(minX, position.x)
        minY = min(minY, position.y)
    }

    private mutating func add(_ other: GroupExtent) {
        count += other.count
        minX = min(minX, other.minX)
        minY = min(minY, other.minY)
    }
}
