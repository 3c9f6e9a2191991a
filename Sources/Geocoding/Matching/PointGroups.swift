import Geometry

/// Address points in groups that stand together: of one street name in two towns, two.
struct PointGroups {
    /// Points this near to one of a group belong to it, metres.
    private static let reach = 500.0
    private static let limit = 400

    private(set) var groups: [[PointRecord]] = []

    init(_ points: [PointRecord]) {
        for point in points.prefix(Self.limit) {
            let near = groups.indices.filter { index in
                groups[index].contains {
                    LocalPlane.distance($0.position.coordinate, point.position.coordinate) <= Self.reach
                }
            }
            guard let first = near.first else {
                groups.append([point])
                continue
            }
            groups[first].append(point)
            for other in near.dropFirst().reversed() { groups[first] += groups.remove(at: other) }
        }
    }
}
