import Geometry
import Statistics
import Testing

@testable import Hotspots

/// Data in which a category has nothing to do with places: one set in twenty may give a call, and hardly more.
@Suite struct NullDataTests {
    enum Density: String, CaseIterable, Sendable { case dense, sparse, clustered }

    /// Returns requests in a city of 5 by 5 km.
    private func points(_ density: Density, _ generator: inout SeededGenerator) -> [ProjectedPoint] {
        func uniform() -> ProjectedPoint {
            ProjectedPoint(x: 5_000 * generator.nextUnit(), y: 5_000 * generator.nextUnit())
        }
        switch density {
        case .dense: return (0..<3_000).map { _ in uniform() }
        case .sparse: return (0..<400).map { _ in uniform() }
        case .clustered:
            let centers = (0..<8).map { _ in uniform() }
            return (0..<2_000).map { _ in
                let center = centers[Int(generator.next(below: 8))]
                func offset() -> Double {
                    (0..<4).reduce(-400) { sum, _ in sum + 200 * generator.nextUnit() }
                }
                return ProjectedPoint(x: center.x + offset(), y: center.y + offset())
            }
        }
    }

    @Test(arguments: Density.allCases)
    func `where nothing but chance is at work few sets have a spot`(density: Density) throws {
        var generator = SeededGenerator(seed: 74)
        var calls = 0
        for set in 0..<40 {
            let points = points(density, &generator)
            let places = try GridPlaces(
                grid: PlaceGrid(shape: .hexagonal, cellSize: 250), points: points)
            var finder = SpotFinder()
            finder.replications = 99
            finder.seed = UInt64(set)
            let findings = try finder.findings(
                placeOfRequest: places.placeOfPoint, isCase: points.map { _ in generator.nextUnit() < 0.15 },
                neighborhoods: Neighborhoods(touchingIn: places))
            if findings.spots(significance: 0.05).contains(where: { $0 != .neither }) { calls += 1 }
        }
        // 2 of 40 are expected; more than 6 come in 1 of 300 tries.
        #expect(calls <= 6, "\(calls) of 40")
    }

    @Test func `a place where a category is four times as common is found`() throws {
        var generator = SeededGenerator(seed: 75)
        let points = points(.dense, &generator)
        let places = try GridPlaces(grid: PlaceGrid(shape: .hexagonal, cellSize: 250), points: points)
        let middle = ProjectedPoint(x: 2_500, y: 2_500)
        var finder = SpotFinder()
        finder.replications = 199
        let findings = try finder.findings(
            placeOfRequest: places.placeOfPoint,
            isCase: points.map { generator.nextUnit() < ($0.distance(to: middle) < 450 ? 0.6 : 0.15) },
            neighborhoods: Neighborhoods(touchingIn: places))
        let spots = findings.spots(significance: 0.05)
        let hot = spots.indices.filter { spots[$0] == .hot }
        #expect(!hot.isEmpty)
        #expect(hot.allSatisfy { places.centers[$0].distance(to: middle) < 900 })
    }

    @Test
    func `a scan of requests dealt out at random finds an outbreak in few sets, and one that was planted`()
        throws
    {
        var settings = ScanSettings()
        settings.model = .bernoulli
        settings.replications = 39
        settings.clusters = 1
        var generator = SeededGenerator(seed: 76)
        var (calls, found) = (0, 0)
        for set in 0..<40 {
            settings.seed = UInt64(set)
            let locations = (0..<25).map { ProjectedPoint(x: Double($0 % 5) * 500, y: Double($0 / 5) * 500) }
            let people = locations.map { _ in 10 + Int(generator.next(below: 60)) }
            func study(raised: Set<Int>) throws -> ScanStudy {
                let cases = people.enumerated().map { place, count in
                    (0..<count).count { _ in generator.nextUnit() < (raised.contains(place) ? 0.45 : 0.15) }
                }
                return try ScanStudy(
                    locations: locations, cases: cases, population: people.map(Double.init))
            }
            if let best = try scanClusters(of: study(raised: []), settings: settings).first, best.p <= 0.05 {
                calls += 1
            }
            if let best = try scanClusters(of: study(raised: [6, 7, 11, 12]), settings: settings).first,
                best.p <= 0.05
            {
                found += 1
            }
        }
        #expect(calls <= 6, "\(calls) of 40")
        #expect(found >= 36, "\(found) of 40")
    }

    /// Case 74: rounding noise counted as rises and falls.
    @Test func `equal counts give equal scores, so that equal slices are no trend`() throws {
        let points = (0..<120).map { ProjectedPoint(x: Double($0 % 12) * 100, y: Double($0 / 12) * 100) }
        let places = try GridPlaces(grid: PlaceGrid(shape: .square, cellSize: 100), points: points)
        let neighborhoods = Neighborhoods(touchingIn: places)
        // Three reports a slice, wherever: each place far from them has the same score in each slice.
        let slices = (0..<23).map { slice in
            var counts = [Double](repeating: 0, count: 120)
            for report in 0..<3 { counts[(slice * 37 + report * 11) % 48] = 1 }
            return EmergingSlice(counts: counts, spots: [Spot](repeating: .neither, count: 120))
        }
        let histories = try emergingHistories(of: slices, neighborhoods: neighborhoods)
        #expect(Set(histories[101].z).count == 1)
        #expect(histories[101].trend.score == 0 && histories[101].trend.p == 1)
    }
}
