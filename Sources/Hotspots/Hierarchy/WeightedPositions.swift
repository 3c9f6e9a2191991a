import Geometry

/// The different positions of some points, each with how many points are there.
struct WeightedPositions: Sendable {
    private(set) var positions: [ProjectedPoint] = []
    private(set) var weights: [Int32] = []
    /// For each point the index of its position.
    let indices: [Int32]

    /// Creates the positions from south to north, and from west to east where equally far north.
    init(_ points: [ProjectedPoint]) {
        let order = points.indices.sorted { (points[$0].y, points[$0].x) < (points[$1].y, points[$1].x) }
        var indices = [Int32](repeating: 0, count: points.count)
        for point in order {
            if points[point] == positions.last {
                weights[weights.count - 1] += 1
            } else {
                positions.append(points[point])
                weights.append(1)
            }
            indices[point] = Int32(positions.count - 1)
        }
        self.indices = indices
    }
}
