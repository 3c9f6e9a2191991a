import Geometry

/// Answers whether two cells have cores within reach of each other.
struct CellGap {
    let grid: ClusterGrid
    let cores: CoreFinder
    let radius: Double

    /// Above this number of pairs those out of reach of the other cell are sorted out first.
    private static let manyPairs = 4096

    @inline(__always)
    func isBridged(_ one: Int, _ other: Int) -> Bool {
        let (points, others) = (grid.points(one), grid.points(other))
        if points.count &* others.count > Self.manyPairs { return isBridgedAmongMany(points, others) }
        for point in points where cores.isCore[point] {
            if isBridged(point, others) { return true }
        }
        return false
    }

    private func isBridged(_ point: Int, _ others: Range<Int>) -> Bool {
        let squaredRadius = radius * radius
        for other in others where grid.squaredDistance(point, other) <= squaredRadius && cores.isCore[other] {
            return true
        }
        return false
    }

    private func isBridgedAmongMany(_ points: Range<Int>, _ others: Range<Int>) -> Bool {
        let near = coresWithinReach(points, of: others)
        let nearOthers = coresWithinReach(others, of: points)
        guard !near.isEmpty, !nearOthers.isEmpty else { return false }
        let (few, many) = near.count < nearOthers.count ? (near, nearOthers) : (nearOthers, near)
        let tree = PlaneTree(many)
        return few.contains { tree.hasPoint(within: radius, of: $0) }
    }

    /// Returns the different positions of a cell's cores that another cell's cores may be in reach of.
    private func coresWithinReach(_ points: Range<Int>, of others: Range<Int>) -> [ProjectedPoint] {
        var (minX, minY) = (Double.infinity, Double.infinity)
        var (maxX, maxY) = (-Double.infinity, -Double.infinity)
        for other in others where cores.isCore[other] {
            (minX, maxX) = (min(minX, grid.x[other]), max(maxX, grid.x[other]))
            (minY, maxY) = (min(minY, grid.y[other]), max(maxY, grid.y[other]))
        }
        let margin = radius * (1 + 1e-9)
        var near: [ProjectedPoint] = []
        for point in points where cores.isCore[point] {
            let (x, y) = (grid.x[point], grid.y[point])
            if x >= minX - margin, x <= maxX + margin, y >= minY - margin, y <= maxY + margin {
                near.append(ProjectedPoint(x: x, y: y))
            }
        }
        near.sort { ($0.x, $0.y) < ($1.x, $1.y) }
        return near.reduce(into: []) { if $1 != $0.last { $0.append($1) } }
    }
}
