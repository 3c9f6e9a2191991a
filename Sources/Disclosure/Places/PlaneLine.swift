import Algorithms
import Geometry

/// Measures lines on a plane.
enum PlaneLine {
    /// Returns the point of a line that is nearest to a point.
    static func nearest(to point: ProjectedPoint, on line: [ProjectedPoint]) -> ProjectedPoint {
        var best = line.first ?? point
        for (start, end) in line.adjacentPairs() {
            let foot = foot(of: point, start, end)
            if foot.distance(to: point) < best.distance(to: point) { best = foot }
        }
        return best
    }

    static func distance(from point: ProjectedPoint, to line: [ProjectedPoint]) -> Double {
        nearest(to: point, on: line).distance(to: point)
    }

    /// Returns the middle of all points of some lines, each stretch weighing as much as it is long.
    static func middle(of lines: [[ProjectedPoint]]) -> ProjectedPoint {
        var (x, y, length) = (0.0, 0.0, 0.0)
        for line in lines {
            for (start, end) in line.adjacentPairs() {
                let own = start.distance(to: end)
                x += own * (start.x + end.x) / 2
                y += own * (start.y + end.y) / 2
                length += own
            }
        }
        guard length > 0 else { return lines.first?.first ?? ProjectedPoint(x: 0, y: 0) }
        return ProjectedPoint(x: x / length, y: y / length)
    }

    /// Returns the point at a share of the way between two.
    static func point(
        at share: Double, from start: ProjectedPoint, to end: ProjectedPoint
    ) -> ProjectedPoint {
        ProjectedPoint(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
    }

    private static func foot(
        of point: ProjectedPoint, _ start: ProjectedPoint, _ end: ProjectedPoint
    ) -> ProjectedPoint {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let squared = dx * dx + dy * dy
        guard squared > 0 else { return start }
        let along = min(1, max(0, ((point.x - start.x) * dx + (point.y - start.y) * dy) / squared))
        return Self.point(at: along, from: start, to: end)
    }
}
