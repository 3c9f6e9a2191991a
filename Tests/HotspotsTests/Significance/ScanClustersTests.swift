import Geometry
import Testing

@testable import Hotspots

@Suite struct ScanClustersTests {
    /// What SaTScan 9.6 prints for these data (circles, half the population, no geographical overlap, 999
    /// replications), its tract numbers less 1. Its p-values come from other random numbers.
    private struct Published {
        var ratio: Double
        var cases: Int
        var expected: Double
        var relativeRisk: Double
        var radius: Double
        var p: Double
        var tracts: [Int]
    }

    private let published = [
        Published(
            ratio: 14.083511, cases: 100, expected: 58.28, relativeRisk: 1.87, radius: 0.087, p: 0.00015,
            tracts: [
                0, 1, 2, 10, 11, 12, 13, 14, 15, 16, 34, 35, 36, 37, 38, 39, 42, 43, 44, 45, 46, 47, 48, 49,
                50,
                51, 52, 54,
            ]),
        Published(
            ratio: 9.019716, cases: 38, expected: 17.79, relativeRisk: 2.22, radius: 0.13, p: 0.016,
            tracts: [83, 84, 85, 86, 87, 88, 89, 91]),
        Published(
            ratio: 6.114140, cases: 64, expected: 40.85, relativeRisk: 1.64, radius: 0.040, p: 0.248,
            tracts: [
                109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 130,
                131, 132, 133, 137, 138, 139, 140, 141, 214, 215, 216, 217, 218, 219,
            ]),
        Published(
            ratio: 4.651839, cases: 25, expected: 12.82, relativeRisk: 1.99, radius: 0.061, p: 0.645,
            tracts: [61, 63, 64, 66]),
        Published(
            ratio: 3.363518, cases: 12, expected: 5.14, relativeRisk: 2.37, radius: 0.026, p: 0.965,
            tracts: [264, 265, 266, 280]),
        Published(
            ratio: 3.209485, cases: 11, expected: 4.61, relativeRisk: 2.41, radius: 0.012, p: 0.982,
            tracts: [158, 165, 166]),
    ]

    @Test func `the six clusters of leukemia in New York are those of SaTScan`() throws {
        var settings = ScanSettings()
        settings.clusters = 6
        settings.replications = 299
        let clusters = try scanClusters(of: NewYorkLeukemia.study(), settings: settings, jobs: 2)
        #expect(clusters.map(\.locations) == published.map(\.tracts))
        for (cluster, published) in zip(clusters, published) {
            #expect(abs(cluster.logLikelihoodRatio - published.ratio) < 5e-7)
            #expect(cluster.cases == published.cases)
            #expect(abs(cluster.expected - published.expected) < 0.0051)
            #expect(abs(cluster.relativeRisk - published.relativeRisk) < 0.0051)
            #expect(abs(cluster.radius / NewYorkLeukemia.metresPerDegree - published.radius) < 0.0051)
            #expect(abs(cluster.p - published.p) < 0.06)
        }
        #expect(clusters[0].p < 0.01)
    }

    @Test func `threads change nothing`() throws {
        var settings = ScanSettings()
        settings.replications = 19
        let answers = try (1...3).map { jobs in
            try scanClusters(of: NewYorkLeukemia.study(), settings: settings, jobs: jobs)
                .map { "\($0.locations) \($0.logLikelihoodRatio) \($0.p)" }
        }
        #expect(answers[0] == answers[1] && answers[1] == answers[2])
    }

    @Test func `another seed gives other p-values and the same clusters`() throws {
        var settings = ScanSettings()
        settings.replications = 29
        let first = try scanClusters(of: NewYorkLeukemia.study(), settings: settings)
        settings.seed = 312
        let second = try scanClusters(of: NewYorkLeukemia.study(), settings: settings)
        #expect(first.map(\.locations) == second.map(\.locations))
        #expect(first.map(\.p) != second.map(\.p))
    }

    @Test func `a cluster in space and time is that of a search through every window`() throws {
        var settings = ScanSettings()
        settings.replications = 99
        settings.clusters = 3
        let clusters = try scanClusters(of: plantedStudy(), settings: settings, jobs: 2)
        #expect(clusters[0].centerLocation == 7)
        #expect(clusters[0].locations == [6, 7, 8, 17, 18, 19, 20, 21, 22, 31, 32, 33])
        #expect(clusters[0].slices == 3..<6)
        #expect(clusters[0].cases == 168)
        #expect(agrees(clusters[0].expected, 47.560455192))
        #expect(agrees(clusters[0].radius, 256.889, within: 1e-5))
        #expect(clusters[0].p == 0.01)
        #expect(
            agree(
                clusters.map(\.logLikelihoodRatio), [126.424849603, 1.281063270, 0.910296525], within: 1e-8))
    }

    @Test func `locations equally far away enter a circle together`() throws {
        let points = (0..<49).map { index in
            ProjectedPoint(x: 100 * Double(index % 7), y: 100 * Double(index / 7))
        }
        let raised: Set = [16, 17, 23, 24, 25]
        let cases = (0..<49).map { index -> Int in
            let base = (index * 11 + index * index) % 4
            return raised.contains(index) ? base + 3 : base
        }
        var settings = ScanSettings()
        settings.replications = 0
        settings.clusters = 3
        let clusters = try scanClusters(
            of: ScanStudy(locations: points, cases: cases, population: [Double](repeating: 100, count: 49)),
            settings: settings)
        #expect(clusters[0].locations == [3, 9, 10, 11, 15, 16, 17, 18, 19, 23, 24, 25, 31])
        #expect(
            agree(clusters.map(\.logLikelihoodRatio), [7.338307135, 0.547436768, 0.173529429], within: 1e-8))
        #expect(clusters[0].p == 1)
    }

    @Test func `a population for each slice explains a busy month`() throws {
        let points = [0.0, 1000, 2000].map { ProjectedPoint(x: $0, y: 0) }
        let study = try ScanStudy(
            locations: points, slices: 2, cases: [5, 50, 5, 50, 5, 50],
            population: [10, 100, 10, 100, 10, 100])
        #expect(agree(study.expected, [5, 50, 5, 50, 5, 50]))
        #expect(try scanClusters(of: study).isEmpty)
    }

    @Test func `a study without cases has no clusters`() throws {
        let study = try ScanStudy(locations: [ProjectedPoint(x: 0, y: 0)], cases: [0], population: [10])
        #expect(try scanClusters(of: study).isEmpty)
    }

    @Test func `cases without a population are named`() {
        #expect(throws: SignificanceError.casesWithoutPopulation(location: 1)) {
            try ScanStudy(
                locations: [ProjectedPoint(x: 0, y: 0), ProjectedPoint(x: 9, y: 0)], cases: [0, 3],
                population: [10, 0])
        }
    }

    @Test func `bad settings are refused`() throws {
        let study = try NewYorkLeukemia.study()
        var settings = ScanSettings()
        settings.populationShare = 0.6
        #expect(throws: SignificanceError.self) { try scanClusters(of: study, settings: settings) }
        settings = ScanSettings()
        settings.replications = -1
        #expect(throws: SignificanceError.self) { try scanClusters(of: study, settings: settings) }
    }

    /// The study of `expected.py`: 40 scattered points, 6 slices, a cluster planted in the last three.
    private func plantedStudy() throws -> ScanStudy {
        let points = MadeUpData.scattered(40)
        let middle = ProjectedPoint(x: 500, y: 500)
        let cases = points.enumerated().flatMap { index, point in
            (0..<6).map { slice -> Int in
                let planted = point.distance(to: middle) <= 250 && slice >= 3 ? 4 : 0
                return (index * 5 + slice * 3 + index * slice) % 3 + planted
            }
        }
        let people = (0..<40).map { Double(200 + ($0 * 37) % 300) }
        return try ScanStudy(locations: points, slices: 6, cases: cases, population: people)
    }
}
