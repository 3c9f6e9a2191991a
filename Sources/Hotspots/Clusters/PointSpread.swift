package import Geometry

/// How far some points lie apart.
package struct PointSpread: Hashable, Sendable {
    /// The greatest distance between two of the points, metres.
    package let diameter: Double
    /// Two points that far apart, the more southern first; the same for any order of the points.
    package let ends: (ProjectedPoint, ProjectedPoint)
    /// The mean of the points, the same to the last bit for any order of them.
    package let center: ProjectedPoint

    /// Returns `nil` without points.
    package init?(_ points: [ProjectedPoint]) {
        let hull = Self.hull(points)
        guard let first = hull.first else { return nil }
        var ends = (first, first)
        var longest = 0.0
        for (index, one) in hull.enumerated() {
            for other in hull[(index + 1)...] where one.squaredDistance(to: other) > longest {
                longest = one.squaredDistance(to: other)
                ends = (one, other)
            }
        }
        diameter = longest.squareRoot()
        self.ends = (ends.0.y, ends.0.x) <= (ends.1.y, ends.1.x) ? ends : (ends.1, ends.0)
        center = Self.mean(points)
    }

    package static func == (left: PointSpread, right: PointSpread) -> Bool {
        left.diameter == right.diameter && left.center == right.center && left.ends == right.ends
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(center) }

    /// Sums tenths of a millimetre, since a sum of fractions depends on their order.
    private static func mean(_ points: [ProjectedPoint]) -> ProjectedPoint {
        var (x, y): (Int64, Int64) = (0, 0)
        for point in points {
            x &+= Int64((point.x * 1e4).rounded())
            y &+= Int64((point.y * 1e4).rounded())
        }
        let count = Double(points.count) * 1e4
        return ProjectedPoint(x: Double(x) / count, y: Double(y) / count)
    }

    /// Returns the corners of the convex hull, from the most western.
    ///
    /// Source: Andrew, "Another efficient algorithm for convex hulls in two dimensions", 1979.
    private static func hull(_ points: [ProjectedPoint]) -> [ProjectedPoint] {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else { return sorted }
        let lower = chain(sorted)
        let upper = chain(sorted.reversed())
        return lower.dropLast() + upper.dropLast() + (lower.count == 1 ? lower : [])
    }

    private static func chain(_ sorted: [ProjectedPoint]) -> [ProjectedPoint] {
        var chain: [ProjectedPoint] = []
        for point in sorted where point != chain.last {
            while chain.count > 1, !turnsLeft(chain[chain.count - 2], chain[chain.count - 1], point) {
                chain.removeLast()
            }
            chain.append(point)
        }
        return chain
    }

    private static func turnsLeft(_ one: ProjectedPoint, _ two: ProjectedPoint, _ three: ProjectedPoint)
        -> Bool
    {
        (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x) > 0
    }
}
