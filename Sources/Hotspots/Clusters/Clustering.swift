/// Each point's cluster.
package struct Clustering: Sendable {
    /// What a point is to its cluster.
    package enum Membership: UInt8, Sendable, BitwiseCopyable {
        /// In no cluster.
        case noise
        /// Near a core, but without enough points around itself.
        case border
        /// With enough points around itself.
        case core
    }

    /// The label of a point in no cluster.
    package static let noise: Int32 = -1

    /// The cluster of each point, counted from 0, or ``noise``.
    package var labels: [Int32]
    package var memberships: [Membership]
    /// The group of each cluster, in the order of the clusters.
    package var groups: [Int32]

    package var clusterCount: Int { groups.count }

    package init(labels: [Int32], memberships: [Membership], groups: [Int32]) {
        self.labels = labels
        self.memberships = memberships
        self.groups = groups
    }

    /// Returns the points of each cluster, in the order of the points.
    package func members() -> [[Int]] {
        var members = [[Int]](repeating: [], count: clusterCount)
        for (point, label) in labels.enumerated() where label >= 0 { members[Int(label)].append(point) }
        return members
    }
}
