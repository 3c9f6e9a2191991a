import Geometry

/// Finds where two streets meet of which the reference has address points alone: between the two of their houses that stand
/// nearest to each other.
struct PointMeeting {
    /// The houses nearest to a corner stand no farther apart than this, metres.
    private static let reach = 80.0

    /// Nearest houses this near to each other stand at one corner, metres.
    private static let corner = 150.0
    /// How much farther than at the nearest corner houses may stand apart at another one, metres.
    private static let slack = 20.0

    let reference: StreetReference

    struct Corner {
        /// The place between the nearest houses.
        var position: Coordinate
        /// How far they stand apart, metres.
        var distance: Double
    }

    /// Returns the corners, that of the nearest houses first; none where a street has a line of its own, and where no two houses
    /// are near each other.
    func corners(_ first: UInt32, _ second: UInt32) -> [Corner] {
        let tables = reference.tables
        guard [first, second].allSatisfy({ tables.pieceStarts.group(Int($0)).isEmpty }) else { return [] }
        let pairs = tables.pointStarts.group(Int(first)).compactMap { index in
            nearest(to: tables.points[index].position.coordinate, on: second)
        }
        let corners = NearGroups(pairs, within: Self.corner) { [$0.position] }.groups
            .compactMap { group in group.min { $0.distance < $1.distance } }
            .sorted { $0.distance < $1.distance }
        guard let nearest = corners.first else { return [] }
        return corners.filter { $0.distance <= nearest.distance + Self.slack }
    }

    private func nearest(to house: Coordinate, on street: UInt32) -> Corner? {
        var best: Corner?
        reference.forEachPoint(near: house, within: Self.reach) { other, distance in
            guard reference.tables.pointStreets[other] == street, distance < best?.distance ?? .infinity
            else {
                return
            }
            best = Corner(position: reference.tables.points[other].position.coordinate, distance: distance)
        }
        return best.map { best in
            let plane = LocalPlane(origin: house)
            let end = plane.point(best.position)
            return Corner(
                position: plane.coordinate(ProjectedPoint(x: end.x / 2, y: end.y / 2)),
                distance: best.distance)
        }
    }
}
