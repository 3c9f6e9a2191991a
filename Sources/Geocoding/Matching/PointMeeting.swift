import Geometry

/// Finds where two streets meet of which the reference has address points alone: between the two of their houses that stand
/// nearest to each other.
struct PointMeeting {
    /// The houses nearest to a corner stand no farther apart than this, metres.
    private static let reach = 80.0

    let reference: StreetReference

    /// Returns the place between the nearest houses and their distance, metres; `nil` where a street has a line of its own, and
    /// where no two houses are near each other.
    func place(_ first: UInt32, _ second: UInt32) -> (position: Coordinate, distance: Double)? {
        let tables = reference.tables
        guard [first, second].allSatisfy({ tables.pieceStarts.group(Int($0)).isEmpty }) else { return nil }
        var best: (first: Coordinate, second: Coordinate, distance: Double)?
        for index in tables.pointStarts.group(Int(first)) {
            let house = tables.points[index].position.coordinate
            reference.forEachPoint(near: house, within: Self.reach) { other, distance in
                guard tables.pointStreets[other] == second, distance < best?.distance ?? .infinity else {
                    return
                }
                best = (house, tables.points[other].position.coordinate, distance)
            }
        }
        return best.map { best in
            let plane = LocalPlane(origin: best.first)
            let end = plane.point(best.second)
            return (plane.coordinate(ProjectedPoint(x: end.x / 2, y: end.y / 2)), best.distance)
        }
    }
}
