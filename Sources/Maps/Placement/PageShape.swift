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

    /// The box of the ring with the largest one: of an area of several parts its main part.
    var largestRing: PageBox? {
        rings.compactMap(\.box).max { $0.width * $0.height < $1.width * $1.height }
    }

    /// Whether the corners of a box, and the middles of its sides, lie on the surface.
    func holds(_ box: PageBox) -> Bool { (box.corners + box.sideMiddles).allSatisfy(contains) }

    /// Whether the surface has a vertex in a box, or the box a corner, a side's middle or its own on the surface: a sliver
    /// that passes between these is not seen.
    func meets(_ box: PageBox) -> Bool {
        guard let own = self.box, own.overlaps(box) else { return false }
        return (box.corners + box.sideMiddles + [box.center]).contains(where: contains)
            || rings.contains { $0.points.contains(where: box.contains) }
    }
}

extension Box where Position == PagePoint {
    var sideMiddles: [PagePoint] {
        [
            PagePoint(x: center.x, y: minY), PagePoint(x: center.x, y: maxY),
            PagePoint(x: minX, y: center.y), PagePoint(x: maxX, y: center.y),
        ]
    }
}
