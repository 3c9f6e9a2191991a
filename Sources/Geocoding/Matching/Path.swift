import Geometry

/// A line on a plane with its length, to find places along it.
struct Path {
    let points: [ProjectedPoint]
    let length: Double

    init(_ points: [ProjectedPoint]) {
        self.points = points
        var length = 0.0
        for index in 1..<max(1, points.count) { length += points[index].distance(to: points[index - 1]) }
        self.length = length
    }

    /// A place on the line and the direction there.
    struct Spot {
        var point: ProjectedPoint
        /// Of length 1, or 0 where the line has no direction.
        var direction: ProjectedPoint

        /// Returns the point so many metres to the left.
        func beside(_ offset: Double) -> ProjectedPoint {
            ProjectedPoint(x: point.x - direction.y * offset, y: point.y + direction.x * offset)
        }
    }

    /// Returns the place so many metres from the start, or the line's end.
    func spot(_ distance: Double) -> Spot {
        var left = max(0, distance)
        var spot = Spot(point: points[0], direction: ProjectedPoint(x: 0, y: 0))
        for index in 1..<max(1, points.count) {
            let step = points[index].distance(to: points[index - 1])
            guard step > 0 else { continue }
            let dx = (points[index].x - points[index - 1].x) / step
            let dy = (points[index].y - points[index - 1].y) / step
            let along = min(left, step)
            spot = Spot(
                point: ProjectedPoint(
                    x: points[index - 1].x + dx * along, y: points[index - 1].y + dy * along),
                direction: ProjectedPoint(x: dx, y: dy))
            if left <= step { break }
            left -= step
        }
        return spot
    }

    /// Returns the place on the line nearest to a point: how far along, how far off, and on which side.
    func nearest(to point: ProjectedPoint) -> (along: Double, distance: Double, side: StreetSide) {
        var best = (along: 0.0, distance: Double.infinity, side: StreetSide.left)
        var start = 0.0
        for index in 1..<max(1, points.count) {
            let first = points[index - 1]
            let second = points[index]
            let step = second.distance(to: first)
            guard step > 0 else { continue }
            let dx = (second.x - first.x) / step
            let dy = (second.y - first.y) / step
            let along = min(step, max(0, (point.x - first.x) * dx + (point.y - first.y) * dy))
            let foot = ProjectedPoint(x: first.x + dx * along, y: first.y + dy * along)
            let distance = foot.distance(to: point)
            if distance < best.distance {
                let cross = dx * (point.y - first.y) - dy * (point.x - first.x)
                best = (start + along, distance, cross >= 0 ? .left : .right)
            }
            start += step
        }
        return best
    }
}
