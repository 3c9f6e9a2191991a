import Geometry

/// Answers whether two cells have cores within reach of each other.
struct CellGap {
    let grid: CellGrid
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

    /// Returns the different positions of a cell's cores that another cell's box may be in reach of.
    private func coresWithinReach(_ points: Range<Int>, of others: Range<Int>) -> [ProjectedPoint] {
        let margin = radius * (1 + 1e-9)
        guard
            let reach = Box(enclosing: positions(others))?.expanded(byX: margin, y: margin)
        else { return [] }
        return Set(positions(points).filter { reach.contains($0) }).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    }

    private func positions(_ points: Range<Int>) -> some Sequence<ProjectedPoint> {
        points.lazy.filter { cores.isCore[$0] }.map { ProjectedPoint(x: grid.x[$0], y: grid.y[$0]) }
    }
}
