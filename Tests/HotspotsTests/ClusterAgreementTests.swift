import Geometry
import Testing

@testable import Hotspots

/// An expected answer of Tests/Expected/hotspots.py.
typealias Answer = (radius: Double, minimum: Int, fingerprint: UInt64, clusters: Int, noise: Int)

/// The clusters are those of scikit-learn's DBSCAN: the same cores in the same clusters, the same noise.
struct ClusterAgreementTests {
    private func expect(
        _ answer: Answer, of points: [ProjectedPoint], groups: [Int32], groupCount: Int,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let rule = try ClusterRule(radius: answer.radius, minimum: answer.minimum)
        let clustering = Clustering.byDensity(
            ClusterPoints(
                positions: points, groups: groups, rules: Array(repeating: rule, count: groupCount)), jobs: 2
        ) { $0 < $1 }
        #expect(clustering.fingerprint == answer.fingerprint, sourceLocation: sourceLocation)
        #expect(clustering.clusterCount == answer.clusters, sourceLocation: sourceLocation)
        #expect(clustering.noiseCount == answer.noise, sourceLocation: sourceLocation)
        #expect(strayBorderPoints(clustering, points, groups, radius: answer.radius) == [])
    }

    /// Returns which of some sixty border points are not in the cluster of a nearest core of their group.
    private func strayBorderPoints(
        _ clustering: Clustering, _ points: [ProjectedPoint], _ groups: [Int32], radius: Double
    ) -> [Int] {
        let cores = points.indices.filter { clustering.memberships[$0] == .core }
        let borders = points.indices.filter { clustering.memberships[$0] == .border }
        return stride(from: 0, to: borders.count, by: borders.count / 60 + 1).map { borders[$0] }.filter {
            point in
            let near = cores.filter {
                groups[$0] == groups[point] && points[$0].distance(to: points[point]) <= radius
            }
            let least = near.map { points[$0].distance(to: points[point]) }.min()
            return !near.contains {
                points[$0].distance(to: points[point]) == least
                    && clustering.labels[$0] == clustering.labels[point]
            }
        }
    }

    @Test(
        arguments: [
            (25, 3, 0xD6C8_9EC6_091A_6B5F, 76, 851), (25, 8, 0x47CE_7297_E075_7A7D, 18, 1512),
            (60, 3, 0xFE10_DA76_7D4B_6585, 29, 489), (60, 8, 0xF5A0_A00B_0835_E80C, 8, 636),
            (120, 3, 0xD2CA_5257_D679_AFAE, 63, 186), (120, 8, 0x4863_A79E_3AF1_A795, 7, 513),
        ] as [Answer])
    func `towns of different density`(answer: Answer) throws {
        let points = PointSets.towns(3000, seed: 311)
        try expect(answer, of: points, groups: points.map { _ in 0 }, groupCount: 1)
    }

    @Test(
        .enabled(if: Baltimore.file != nil, "needs the public extract of Baltimore's requests"),
        arguments: [
            (25, 3, 0x3354_0651_4A9D_0523, 228, 7672), (25, 5, 0xCE48_D684_7D39_BF32, 16, 8366),
            (50, 3, 0x8F56_5C35_670A_CA9A, 691, 5381), (50, 5, 0x776C_1D8B_32EE_7248, 156, 7482),
            (100, 3, 0x3515_AD40_E561_F8F6, 575, 1925), (100, 5, 0xC20E_7EFF_6568_3907, 336, 3493),
        ] as [Answer])
    func `all requests of Baltimore`(answer: Answer) throws {
        let baltimore = try Baltimore(#require(Baltimore.file))
        try expect(answer, of: baltimore.points, groups: baltimore.points.map { _ in 0 }, groupCount: 1)
    }

    @Test(
        .enabled(if: Baltimore.file != nil, "needs the public extract of Baltimore's requests"),
        arguments: [
            (25, 3, 0xB534_61AC_8EEC_8217, 78, 8425), (25, 5, 0x1115_B37F_F117_2513, 45, 8529),
            (50, 3, 0x47F8_117C_0FE8_12B3, 124, 8253), (50, 5, 0xF46C_554C_6799_85EE, 49, 8498),
            (100, 3, 0x180A_1BE9_CA2E_D50D, 275, 7554), (100, 5, 0x1910_FF0F_FB31_236D, 85, 8260),
        ] as [Answer])
    func `requests of Baltimore by category`(answer: Answer) throws {
        let baltimore = try Baltimore(#require(Baltimore.file))
        try expect(
            answer, of: baltimore.points, groups: baltimore.categories, groupCount: baltimore.categoryCount)
    }
}
