package import Geometry

/// The points to cluster: those of different groups never meet.
package struct ClusterPoints: Sendable {
    package var positions: [ProjectedPoint]
    /// The group of each point, an index in `rules`; a negative one leaves the point out.
    package var groups: [Int32]
    /// The rule of each group.
    package var rules: [ClusterRule]

    /// A point farther than this from the projection's centre, metres, is no place on Earth and is left out, as is
    /// one that is not a number.
    package static let farthest = 1e8

    package init(positions: [ProjectedPoint], groups: [Int32], rules: [ClusterRule]) {
        precondition(positions.count == groups.count && positions.count < Int(Int32.max))
        self.positions = positions
        self.groups = groups
        self.rules = rules
    }

    /// Creates points that are all of one group.
    package init(positions: [ProjectedPoint], rule: ClusterRule) {
        self.init(
            positions: positions, groups: [Int32](repeating: 0, count: positions.count), rules: [rule])
    }

    @inline(__always)
    func group(at index: Int) -> Int? {
        let group = Int(groups[index])
        let position = positions[index]
        guard group >= 0, abs(position.x) <= Self.farthest, abs(position.y) <= Self.farthest else {
            return nil
        }
        return group
    }
}
