import Foundation
import Geometry
import Statistics
import TestSupport
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

    /// Two hundred sets of each kind in the long run, a tenth of them else.
    private static let isLong = LongTests.areAsked
    private static let sets = isLong ? 200 : 20
    /// 5 % ± 3 of 200; of 20 more than 4 come in 3 of 1,000 tries.
    private static let calls = isLong ? 4...16 : 0...4

    @Test(arguments: Density.allCases)
    func `where nothing but chance is at work one set in twenty has a spot`(density: Density) throws {
        var generator = SeededGenerator(seed: 74)
        var calls = 0
        for set in 0..<Self.sets {
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
        #expect(Self.calls.contains(calls), "\(calls) of \(Self.sets)")
    }

    /// A pattern needs a spot in the last slice, or in nearly all: of twelve slices no more sets have one than of one.
    ///
    /// Of sparse requests a slice has about one a cell, so that few counts can be and most of a level of 5 % is not used
    /// up: a pattern stands in 1.5 % of the sets there.
    @Test(arguments: Density.allCases)
    func `where nothing but chance is at work one set in twenty has a pattern`(density: Density) throws {
        var generator = SeededGenerator(seed: 77)
        var calls = 0
        for set in 0..<Self.sets {
            // Of fewer requests hardly any slice can show anything.
            let points = (0..<3).flatMap { _ in self.points(density, &generator) }
            let places = try GridPlaces(
                grid: PlaceGrid(shape: .hexagonal, cellSize: 500), points: points)
            let neighborhoods = Neighborhoods(touchingIn: places)
            var placesOfSlice = [[Int32]](repeating: [], count: 12)
            for place in places.placeOfPoint { placesOfSlice[Int(generator.next(below: 12))].append(place) }
            let slices = try placesOfSlice.enumerated().map { slice, own in
                var finder = SpotFinder()
                finder.replications = 99
                finder.seed = UInt64(set * 12 + slice)
                let isCase = own.map { _ in generator.nextUnit() < 0.15 }
                var counts = [Double](repeating: 0, count: places.count)
                for (place, isCase) in zip(own, isCase) where isCase { counts[Int(place)] += 1 }
                let findings = try finder.findings(
                    placeOfRequest: own, isCase: isCase, neighborhoods: neighborhoods)
                return EmergingSlice(counts: counts, spots: findings.spots(significance: 0.05))
            }
            let histories = try emergingHistories(of: slices, neighborhoods: neighborhoods)
            if histories.contains(where: { $0.pattern != .none }) { calls += 1 }
        }
        let least = density == .sparse ? 0 : Self.calls.lowerBound
        #expect((least...Self.calls.upperBound).contains(calls), "\(calls) of \(Self.sets)")
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

    /// Returns in how many of some cities of 25 places the best cluster of a scan has p ≤ 0.05.
    ///
    /// - Parameters:
    ///   - raised: The share of the category at four places that lie together; 0.15 elsewhere.
    ///   - slices: The slices of time that requests fall into at random.
    private func calls(of sets: Int, raised: Double, slices: Int = 1) throws -> Int {
        var settings = ScanSettings()
        settings.model = .bernoulli
        settings.includesWholePeriod = true
        settings.replications = 39
        settings.clusters = 1
        var generator = SeededGenerator(seed: 76)
        let locations = (0..<25).map { ProjectedPoint(x: Double($0 % 5) * 500, y: Double($0 / 5) * 500) }
        return try (0..<sets).count { set in
            settings.seed = UInt64(set)
            var people = [Double](repeating: 0, count: 25 * slices)
            var cases = [Int](repeating: 0, count: 25 * slices)
            for place in 0..<25 {
                let share = [6, 7, 11, 12].contains(place) ? raised : 0.15
                for _ in 0..<10 + generator.next(below: 60) {
                    let cell = place * slices + (slices > 1 ? Int(generator.next(below: UInt64(slices))) : 0)
                    people[cell] += 1
                    if generator.nextUnit() < share { cases[cell] += 1 }
                }
            }
            let study = try ScanStudy(locations: locations, slices: slices, cases: cases, population: people)
            return try scanClusters(of: study, settings: settings).first.map { $0.p <= 0.05 } ?? false
        }
    }

    /// 3 to 7 % of 600; of 60 more than 8 come in 1 of 200 tries.
    @Test(arguments: [1, 6])
    func `a scan of requests dealt out at random finds an outbreak in one set of twenty`(slices: Int) throws {
        let sets = 3 * Self.sets
        let calls = try calls(of: sets, raised: 0.15, slices: slices)
        #expect((Self.isLong ? 18...42 : 0...8).contains(calls), "\(calls) of \(sets)")
    }

    /// Random labels over the same windows find as much with any statistic that ranks windows by how unusual they are; a
    /// model that takes the requests of all categories for people at risk found 0.13, 0.55 and 0.88.
    @Test(arguments: [(0.30, 0.5), (0.36, 0.8), (0.45, 0.99)])
    func `a scan finds a planted outbreak as often as random labels allow`(raised: Double, least: Double)
        throws
    {
        let sets = 2 * Self.sets
        let found = try calls(of: sets, raised: raised)
        #expect(Double(found) >= least * Double(sets), "\(found) of \(sets)")
    }

    /// What was always there shows half of its cases in half of the time: 0.41, 0.68 and 0.94 without windows over all of it.
    @Test(arguments: [(0.30, 0.5), (0.36, 0.7), (0.45, 0.9)])
    func `a scan over slices of time finds what was there all the time`(raised: Double, least: Double) throws
    {
        let sets = 2 * Self.sets
        let found = try calls(of: sets, raised: raised, slices: 6)
        #expect(Double(found) >= least * Double(sets), "\(found) of \(sets)")
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
