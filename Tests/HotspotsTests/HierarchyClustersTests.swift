import Geometry
import TestSupport
import Testing

@testable import Hotspots

/// An expected answer of Tests/Expected/hotspots.py.
typealias HierarchyAnswer = (minimum: Int, reach: Int, fingerprint: UInt64, clusters: Int, noise: Int)

/// The clusters are those of scikit-learn's HDBSCAN and of PyPI's hdbscan, whose single linkage is taken with equal
/// distances as one merge; up to a reach of 2 there are none, and their labels are compared as they stand.
struct HierarchyClustersTests {
    private func clusters(
        _ points: [ProjectedPoint], minimum: Int, reach: Int, jobs: Int = 2
    ) throws -> Clustering {
        let rule = try ClusterRule(radius: 1, minimum: minimum)
        return Clustering.byHierarchy(
            ClusterPoints(positions: points, rule: rule), reach: reach, jobs: jobs)
    }

    private func expect(_ answer: HierarchyAnswer, of points: [ProjectedPoint]) throws {
        let clustering = try clusters(points, minimum: answer.minimum, reach: answer.reach)
        #expect(clustering.fingerprint == answer.fingerprint)
        #expect(clustering.clusterCount == answer.clusters)
        #expect(clustering.noiseCount == answer.noise)
    }

    @Test(
        arguments: [
            (5, 1, 0x9F13_7432_DA99_567B, 110, 337), (12, 2, 0xBE11_1044_9339_A0B7, 21, 325),
            (5, 5, 0xF1CE_9CDB_8F2C_6B05, 33, 270), (12, 12, 0x3D49_487D_82F6_90A0, 10, 398),
            (40, 6, 0xCFCF_91B2_B857_00D8, 9, 361),
        ] as [HierarchyAnswer])
    func `towns of different density each have their cluster`(answer: HierarchyAnswer) throws {
        try expect(answer, of: PointSets.towns(3000, seed: 311))
    }

    @Test(
        .enabled(if: Baltimore.file != nil, "needs the public extract of Baltimore's requests"),
        arguments: [
            (5, 1, 0xD209_B216_AC6F_8EB4, 717, 1604), (15, 2, 0x0A56_E740_15F6_4DDB, 145, 1524),
            (5, 5, 0xB555_D21F_BCC3_4752, 413, 3040), (15, 15, 0x64C6_C1A2_450C_4665, 56, 3258),
        ] as [HierarchyAnswer])
    func `requests of Baltimore apart from its default point`(answer: HierarchyAnswer) throws {
        let points = try Baltimore(#require(Baltimore.file)).points
        try expect(answer, of: points.filter { $0 != Baltimore.defaultPoint })
    }

    @Test func `the order of the points and the number of threads change nothing`() throws {
        let points = PointSets.onNet(6000, side: 300, step: 7, seed: 3)
        let clustering = try clusters(points, minimum: 6, reach: 6, jobs: 1)
        var numbers = SeededNumbers(11)
        let order = Array(points.indices).shuffled(using: &numbers)
        let shuffled = try clusters(order.map { points[$0] }, minimum: 6, reach: 6)
        #expect(clustering.clusterCount > 10)
        #expect(shuffled.labels == order.map { clustering.labels[$0] })
    }

    @Test func `a hundred thousand reports at two coordinates are two clusters`() throws {
        let one = [ProjectedPoint](repeating: ProjectedPoint(x: 0, y: 0), count: 50_000)
        let other = [ProjectedPoint](repeating: ProjectedPoint(x: 100, y: 0), count: 50_000)
        let clustering = try clusters(one + other, minimum: 5, reach: 5)
        #expect(clustering.clusterCount == 2)
        #expect(Set(clustering.labels[..<50_000]) == [0] && Set(clustering.labels[50_000...]) == [1])
    }

    @Test func `too few points are noise`() throws {
        #expect(try clusters([], minimum: 5, reach: 5).labels == [])
        #expect(try clusters(PointSets.towns(4, seed: 1), minimum: 5, reach: 5).noiseCount == 4)
        #expect(try clusters(PointSets.towns(6, seed: 1), minimum: 5, reach: 9).noiseCount == 6)
    }
}
