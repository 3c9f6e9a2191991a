import Geometry
import TestSupport
import Testing

@testable import Hotspots

struct DiameterCapTests {
    private func clustering(_ points: [ProjectedPoint]) throws -> (ClusterPoints, Clustering) {
        let all = ClusterPoints(positions: points, rule: try ClusterRule(radius: 30, minimum: 3))
        return (all, Clustering.byDensity(all, jobs: 1) { $0 < $1 })
    }

    @Test func `a chain along a street is cut at its widest gaps`() throws {
        let street = [0, 10, 20, 30, 58, 68, 78, 88, 117, 127, 137].map { ProjectedPoint(x: $0, y: $0 / 5) }
        let (points, whole) = try clustering(street)
        var clustering = whole
        #expect(clustering.clusterCount == 1)
        try clustering.split(points, greatestDiameter: 60)
        #expect(clustering.labels == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2])
        #expect(clustering.groups == [0, 0, 0])
    }

    @Test func `no part is wider than the cap, and what is small enough stays as it is`() throws {
        let scattered = PointSets.scattered(3000, side: 1500, seed: 2)
        let (points, whole) = try clustering(scattered)
        var clustering = whole
        try clustering.split(points, greatestDiameter: 80)
        var numbers = SeededNumbers(6)
        let order = Array(scattered.indices).shuffled(using: &numbers)
        let (shuffledPoints, shuffledWhole) = try self.clustering(order.map { scattered[$0] })
        var shuffled = shuffledWhole
        try shuffled.split(shuffledPoints, greatestDiameter: 80)
        #expect(shuffled.labels == order.map { clustering.labels[$0] })
        #expect(clustering.clusterCount > whole.clusterCount)
        let rows = ClusterRows(clustering, jobs: 2)
        for cluster in 0..<rows.count {
            let spread = try #require(PointSpread(rows[cluster].map { scattered[Int($0)] }))
            #expect(spread.diameter <= 80 && rows[cluster].count >= 3)
        }
        let wholeRows = ClusterRows(whole, jobs: 2)
        for cluster in 0..<wholeRows.count {
            let own = wholeRows[cluster]
            guard let spread = PointSpread(own.map { scattered[Int($0)] }), spread.diameter <= 80 else {
                continue
            }
            #expect(Set(own.map { clustering.labels[Int($0)] }).count == 1)
        }
    }

    @Test func `chains wider than so many radii are cut, on any number of threads, and counted`() throws {
        let chain = (0..<30).map { ProjectedPoint(x: Double($0) * 20, y: 0) }
        let near = (0..<4).map { ProjectedPoint(x: 3_000 + Double($0) * 20, y: 0) }
        let (points, whole) = try clustering(chain + near)
        #expect(whole.clusterCount == 2)
        var (one, two) = (whole, whole)
        #expect(one.splitChains(points, radii: 4, jobs: 1) == 1)
        #expect(two.splitChains(points, radii: 4, jobs: 2) == 1)
        #expect(one.labels == two.labels && one.clusterCount > 5)
        #expect(Set(one.labels.suffix(4)).count == 1)
    }

    @Test func `a cap below the radius is answered with the radius`() throws {
        let (points, whole) = try clustering([ProjectedPoint(x: 0, y: 0)])
        var clustering = whole
        #expect(throws: ClusterError.greatestDiameter(20, nearest: 30)) {
            try clustering.split(points, greatestDiameter: 20)
        }
    }
}

struct PointSpreadTests {
    @Test func `the diameter is the greatest distance of any two points`() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            let points = PointSets.scattered(60, side: 100, seed: seed)
            let greatest = points.flatMap { one in points.map { one.distance(to: $0) } }.max()
            #expect(PointSpread(points)?.diameter == greatest)
        }
    }

    @Test func `points on one line, on one spot and none at all have a spread too`() {
        let line = [3, 1, 2, 5, 4].map { ProjectedPoint(x: $0, y: 2 * $0) }
        #expect(PointSpread(line)?.ends.0 == ProjectedPoint(x: 1, y: 2))
        #expect(PointSpread(line)?.ends.1 == ProjectedPoint(x: 5, y: 10))
        #expect(PointSpread(line)?.center == ProjectedPoint(x: 3, y: 6))
        #expect(PointSpread([ProjectedPoint](repeating: line[0], count: 4))?.diameter == 0)
        #expect(PointSpread([]) == nil)
    }
}
