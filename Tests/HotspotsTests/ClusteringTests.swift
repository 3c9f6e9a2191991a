import Geometry
import TestSupport
import Testing

@testable import Hotspots

struct ClusteringTests {
    static func clusters(
        _ points: [ProjectedPoint], radius: Double, minimum: Int, jobs: Int = 1
    ) throws -> Clustering {
        let rule = try ClusterRule(radius: radius, minimum: minimum)
        return Clustering.byDensity(ClusterPoints(positions: points, rule: rule), jobs: jobs) { $0 < $1 }
    }

    /// Where labels differ from the definition of DBSCAN, with border points at their nearest core.
    static func differences(
        _ clustering: Clustering, from plain: PlainClusters
    ) -> [Int] {
        var labelOfFirst: [Int: Int32] = [:]
        for (point, first) in plain.firstCores.enumerated() {
            if let first { labelOfFirst[first] = labelOfFirst[first] ?? clustering.labels[point] }
        }
        guard Set(labelOfFirst.values).count == labelOfFirst.count,
            labelOfFirst.count == clustering.clusterCount
        else { return [-1] }
        return clustering.labels.indices.filter { point in
            let home = plain.isCore[point] ? point : plain.coresInReach[point].first
            let expected = home.flatMap { plain.firstCores[$0] }.flatMap { labelOfFirst[$0] }
            let membership: Clustering.Membership =
                plain.isCore[point] ? .core : home == nil ? .noise : .border
            return clustering.labels[point] != expected ?? Clustering.noise
                || clustering.memberships[point] != membership
        }
    }

    @Test(arguments: [(10.0, 3), (25, 2), (25, 5), (40, 12), (300, 8)], [1, 2])
    func `scattered points are grouped as DBSCAN is defined`(rule: (Double, Int), jobs: Int) throws {
        let points = PointSets.scattered(1200, side: 1050, seed: 4)
        let clustering = try Self.clusters(points, radius: rule.0, minimum: rule.1, jobs: jobs)
        let plain = PlainClusters(points, radius: rule.0, minimum: rule.1)
        #expect(Self.differences(clustering, from: plain) == [])
        #expect(clustering.clusterCount > 0)
    }

    @Test(arguments: [(25.0, 4), (50, 5), (35, 3)])
    func `points exactly the radius apart are near each other`(rule: (Double, Int)) throws {
        let points = PointSets.onNet(700, side: 40, step: 25, seed: 9)
        let clustering = try Self.clusters(points, radius: rule.0, minimum: rule.1, jobs: 2)
        let plain = PlainClusters(points, radius: rule.0, minimum: rule.1)
        #expect(Self.differences(clustering, from: plain) == [])
    }

    @Test func `towns so far apart that few rows of cells hold points keep their own clusters`() throws {
        let town = PointSets.scattered(40_000, side: 6000, seed: 12)
        let far = town.map { ProjectedPoint(x: $0.x - 300_000, y: $0.y + 2_000_000) }
        let one = try Self.clusters(town, radius: 25, minimum: 4)
        let both = try Self.clusters(town + far, radius: 25, minimum: 4, jobs: 2)
        #expect(both.clusterCount == 2 * one.clusterCount)
        let inOne = Self.firstOfCluster(one.labels[...])
        #expect((inOne == Self.firstOfCluster(both.labels.prefix(town.count))) as Bool)
        #expect((inOne == Self.firstOfCluster(both.labels.dropFirst(town.count))) as Bool)
        #expect((both.memberships == one.memberships + one.memberships) as Bool)
    }

    /// Returns for each point which point is the first of its cluster, -1 for noise.
    private static func firstOfCluster(_ labels: ArraySlice<Int32>) -> [Int] {
        var first: [Int32: Int] = [Clustering.noise: -1]
        return labels.enumerated().map { index, label in
            first[label] = first[label] ?? index
            return first[label] ?? -1
        }
    }

    @Test func `a point counts itself`() throws {
        let pair = [ProjectedPoint(x: 0, y: 0), ProjectedPoint(x: 3, y: 4)]
        #expect(try Self.clusters(pair, radius: 5, minimum: 2).labels == [0, 0])
        #expect(try Self.clusters(pair, radius: 5, minimum: 3).labels == [-1, -1])
        #expect(try Self.clusters(pair, radius: 4.999, minimum: 2).labels == [-1, -1])
    }

    @Test
    func
        `a border point between two clusters goes to the nearest core, and at equal distance to the first id`()
        throws
    {
        func row(at x: Double) -> [ProjectedPoint] { (0..<6).map { ProjectedPoint(x: x, y: Double($0)) } }
        let between = ProjectedPoint(x: 9, y: 2.5)
        let even = row(at: 0) + row(at: 18) + [between]
        let near = row(at: 0) + row(at: 17.99) + [between]
        let rule = try ClusterRule(radius: 9.1, minimum: 6)
        func label(_ points: [ProjectedPoint], isBefore: @escaping @Sendable (Int, Int) -> Bool) -> Int32? {
            Clustering.byDensity(ClusterPoints(positions: points, rule: rule), jobs: 1, isBefore: isBefore)
                .labels.last
        }
        #expect(label(even) { $0 < $1 } == 0)
        #expect(label(even) { $0 > $1 } == 1)
        #expect(label(near) { $0 < $1 } == 1)
    }

    @Test func `the order of the points and the number of threads change nothing`() throws {
        let points = PointSets.onNet(40_000, side: 900, step: 7, seed: 21)
        let clustering = try Self.clusters(points, radius: 16, minimum: 4)
        var numbers = SeededNumbers(5)
        let order = Array(points.indices).shuffled(using: &numbers)
        let shuffled = Clustering.byDensity(
            ClusterPoints(
                positions: order.map { points[$0] }, rule: try ClusterRule(radius: 16, minimum: 4)),
            jobs: 2
        ) { order[$0] < order[$1] }
        #expect(clustering.clusterCount > 100)
        #expect(shuffled.labels == order.map { clustering.labels[$0] })
        #expect(shuffled.memberships == order.map { clustering.memberships[$0] })
    }

    @Test func `groups never meet, and each follows its own rule`() throws {
        let points = PointSets.scattered(3000, side: 900, seed: 8)
        let rules = [
            try ClusterRule(radius: 30, minimum: 3), try ClusterRule(radius: 60, minimum: 6),
            try ClusterRule(radius: 9, minimum: 2),
        ]
        let groups = points.indices.map { Int32($0 % 4) - 1 }
        let clustering = Clustering.byDensity(
            ClusterPoints(positions: points, groups: groups, rules: rules), jobs: 2
        ) { $0 < $1 }
        #expect(clustering.groups == clustering.groups.sorted())
        #expect(points.indices.allSatisfy { groups[$0] >= 0 || clustering.labels[$0] == Clustering.noise })
        for (group, rule) in rules.enumerated() {
            let own = points.indices.filter { groups[$0] == group }
            let alone = try Self.clusters(
                own.map { points[$0] }, radius: rule.radius, minimum: rule.minimum)
            let first = Int32(clustering.groups.firstIndex(of: Int32(group)) ?? 0)
            #expect(own.map { max(clustering.labels[$0] - first, -1) } == alone.labels)
        }
    }

    @Test func `what is no place on Earth is noise`() throws {
        let here = ProjectedPoint(x: 1, y: 1)
        let nowhere = [
            ProjectedPoint(x: .nan, y: 1), ProjectedPoint(x: 1, y: .infinity), ProjectedPoint(x: -1e9, y: 1),
        ]
        let labels = try Self.clusters(nowhere + [here] + nowhere + [here], radius: 5, minimum: 2).labels
        #expect(labels == [-1, -1, -1, 0, -1, -1, -1, 0])
        #expect(try Self.clusters([], radius: 5, minimum: 2).clusterCount == 0)
        #expect(try Self.clusters(nowhere, radius: 5, minimum: 2).clusterCount == 0)
    }
}

/// Inputs on which a plain search takes minutes.
struct CrowdedClusteringTests {
    @Test func `many reports at one coordinate and at another just out of reach are two clusters`() throws {
        let one = [ProjectedPoint](repeating: ProjectedPoint(x: 0, y: 0), count: 30_000)
        let other = [ProjectedPoint](repeating: ProjectedPoint(x: 25.1, y: 0), count: 30_000)
        let clustering = try ClusteringTests.clusters(one + other, radius: 25, minimum: 5, jobs: 2)
        #expect(clustering.clusterCount == 2)
        #expect(Set(clustering.labels[..<30_000]) == [0] && Set(clustering.labels[30_000...]) == [1])
    }

    @Test(arguments: [(25.0, 1), (24.9, 2)])
    func `crowds on two facing arcs are joined only where the arcs are within reach`(
        radius: Double, clusters: Int
    ) throws {
        // The arcs bend towards each other; only their middles are 25 m apart.
        var points: [ProjectedPoint] = []
        for step in -2000...2000 {
            let angle = Double(step) / 2000 * 0.3
            points.append(ProjectedPoint(x: -20 * (1 - cosine(angle)), y: 20 * angle))
            points.append(ProjectedPoint(x: 25 + 20 * (1 - cosine(angle)), y: 20 * angle))
        }
        #expect(try ClusteringTests.clusters(points, radius: radius, minimum: 5).clusterCount == clusters)
    }

    @Test func `points on one line a hair less than the radius apart are one chain, far out too`() throws {
        let near = (0..<20_000).map { ProjectedPoint(x: Double($0) * 24, y: 0) }
        let far = (0..<100).map { ProjectedPoint(x: -9e7 + Double($0) * 24, y: 9e7) }
        let clustering = try ClusteringTests.clusters(near + far, radius: 25, minimum: 3, jobs: 2)
        #expect(clustering.clusterCount == 2)
        #expect(clustering.labels.count { $0 == 1 } == 100)
        #expect(clustering.memberships.count { $0 == .border } == 4)
    }

    private func cosine(_ angle: Double) -> Double { 1 - angle * angle / 2 }
}
