import Algorithms
import Geometry

/// A line or ring in page points, thinned to what the eye can see.
struct PagePath {
    var points: [PagePoint]

    var length: Double {
        points.adjacentPairs().reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }

    var box: PageBox? { PageBox(enclosing: points) }

    /// Returns the path without the vertices that lie within a tolerance of the line that remains.
    ///
    /// Source: Douglas and Peucker, 1973. The first and last point stay.
    func simplified(tolerance: Double) -> PagePath {
        guard points.count > 2 else { return self }
        var keeps = [Bool](repeating: false, count: points.count)
        keeps[0] = true
        keeps[points.count - 1] = true
        var pending = [(0, points.count - 1)]
        while let (first, last) = pending.popLast() {
            guard let split = farthest(between: first, and: last, beyond: tolerance) else { continue }
            keeps[split] = true
            pending.append((first, split))
            pending.append((split, last))
        }
        return PagePath(points: zip(points, keeps).compactMap { $1 ? $0 : nil })
    }

    private func farthest(between first: Int, and last: Int, beyond tolerance: Double) -> Int? {
        var best: (index: Int, distance: Double)?
        for index in (first + 1)..<max(first + 1, last) {
            let distance = points[index].distance(toSegment: points[first], points[last])
            if distance > max(tolerance, best?.distance ?? 0) { best = (index, distance) }
        }
        return best?.index
    }
}

extension PagePoint {
    /// Returns the distance to the segment between two points, points.
    func distance(toSegment start: PagePoint, _ end: PagePoint) -> Double {
        let dx = end.x - start.x
        let dy = end.y - start.y
        let squared = dx * dx + dy * dy
        guard squared > 0 else { return distance(to: start) }
        let along = min(1, max(0, ((x - start.x) * dx + (y - start.y) * dy) / squared))
        return distance(to: PagePoint(x: start.x + along * dx, y: start.y + along * dy))
    }
}

/// A surface in page points: all its rings, filled by the even-odd rule.
struct PageSurface {
    var rings: [PagePath]

    init(_ shape: MultiPolygon<Coordinate>, _ projection: PageProjection, tolerance: Double = 0.2) {
        rings = shape.rings.map { ring in
            PagePath(points: ring.positions.map(projection.point)).simplified(tolerance: tolerance)
        }
    }

    var box: PageBox? { PageBox(enclosing: rings.lazy.flatMap(\.points)) }

    func contains(_ point: PagePoint) -> Bool {
        var inside = false
        for ring in rings {
            for (start, end) in ring.points.adjacentPairs()
            where (start.y > point.y) != (end.y > point.y)
                && point.x < start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
            { inside.toggle() }
        }
        return inside
    }
}
