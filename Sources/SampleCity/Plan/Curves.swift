import Geometry

/// Lines drawn by hand: a few control points become a smooth chain.
enum Curve {
    /// Returns a Catmull-Rom curve through the points, with a corner about each `step` metres, simplified.
    static func smooth(_ controls: [ProjectedPoint], step: Double = 30) -> [ProjectedPoint] {
        guard controls.count > 2, let last = controls.last else { return controls }
        var points: [ProjectedPoint] = []
        for index in 0..<controls.count - 1 {
            let before = controls[max(0, index - 1)]
            let start = controls[index]
            let end = controls[index + 1]
            let after = controls[min(controls.count - 1, index + 2)]
            let pieces = max(2, Int((start.distance(to: end) / step).rounded(.up)))
            for piece in 0..<pieces {
                points.append(
                    between(
                        before, start: start, end: end, after: after, share: Double(piece) / Double(pieces)))
            }
        }
        return simplified(points + [last], tolerance: 0.8)
    }

    private static func between(
        _ before: ProjectedPoint, start: ProjectedPoint, end: ProjectedPoint, after: ProjectedPoint,
        share t: Double
    ) -> ProjectedPoint {
        let linear = (end - before) * t
        let square = (before * 2 - start * 5 + end * 4 - after) * (t * t)
        let cube = (start * 3 - before - end * 3 + after) * (t * t * t)
        return start + (linear + square + cube) * 0.5
    }

    /// Returns the chain without the corners that stand out by less than the tolerance, metres (Douglas-Peucker).
    static func simplified(_ points: [ProjectedPoint], tolerance: Double) -> [ProjectedPoint] {
        guard points.count > 2, let first = points.first, let last = points.last else { return points }
        let chord = Segment(start: first, end: last)
        var farthest = (index: 0, distance: tolerance)
        for index in 1..<points.count - 1 {
            let distance = chord.distance(to: points[index])
            if distance > farthest.distance { farthest = (index, distance) }
        }
        guard farthest.index > 0 else { return [first, last] }
        let head = simplified(Array(points[...farthest.index]), tolerance: tolerance)
        let tail = simplified(Array(points[farthest.index...]), tolerance: tolerance)
        return head.dropLast() + tail
    }

    /// Returns the chain that runs beside another, `distance` metres to its left (to its right where negative).
    static func parallel(to points: [ProjectedPoint], at distance: Double) -> [ProjectedPoint] {
        let moved = points.indices.map { index in
            let direction = points[min(index + 1, points.count - 1)] - points[max(0, index - 1)]
            return points[index] + direction.leftUnit * distance
        }
        return simplified(moved, tolerance: 1.5)
    }
}
