import Chronology
import Geometry
import TestSupport
import Testing

@testable import Hotspots

/// The expected numbers come from a count of every pair in `expected.py`.
@Suite struct NearRepeatsTests {
    private static let settings: NearRepeatSettings = {
        var settings = NearRepeatSettings()
        settings.distances = [0, 60, 120, 200]
        settings.days = [1, 3, 7.5]
        return settings
    }()

    /// 150 scattered points, and every fifth once more two days later.
    private static let reports: (points: [ProjectedPoint], times: [Timestamp]) = {
        let points = MadeUpData.scattered(150)
        let hours = (0..<150).map { ($0 * $0 * 53 + $0 * 17) % 4000 }
        let again = stride(from: 0, to: 150, by: 5)
        let allHours = hours + again.map { hours[$0] + 48 }
        let start: Int64 = 1_700_000_000
        return (
            points + again.map { points[$0] },
            allHours.map { Timestamp(secondsSince1970: start + Int64($0) * 3600) }
        )
    }()

    private func table(
        _ settings: NearRepeatSettings = NearRepeatsTests.settings, jobs: Int = 1
    ) throws -> NearRepeats {
        try NearRepeats(
            points: Self.reports.points, times: Self.reports.times, settings: settings, jobs: jobs)
    }

    // A band of its own was called in half of such sets.
    @Test func `where place and time have nothing to do with each other few sets have any band`() throws {
        var settings = NearRepeatSettings()
        settings.replications = 199
        var numbers = SeededNumbers(41)
        let called = try (0..<60).count { _ in
            let points = (0..<80).map { _ in
                ProjectedPoint(
                    x: Double.random(in: 0...800, using: &numbers),
                    y: Double.random(in: 0...800, using: &numbers))
            }
            let times = points.map { _ in
                Timestamp(secondsSince1970: 1_700_000_000 + Int64.random(in: 0..<31_536_000, using: &numbers))
            }
            let table = try NearRepeats(points: points, times: times, settings: settings)
            return table.cells.joined().contains(where: \.isSignificant)
        }
        #expect(called <= 7)
    }

    @Test func `pairs are counted by distance and days`() throws {
        let table = try table()
        #expect(
            table.cells.map { $0.map(\.observed) } == [[0, 30, 0], [4, 4, 7], [4, 11, 21], [10, 17, 62]])
        #expect(table.pairs == 180 * 179 / 2)
    }

    @Test func `expected pairs are the mean over all orders of the times`() throws {
        let expected = [
            [0.381750466, 0.780260708, 1.491620112], [1.73060211, 3.537181875, 6.762011173],
            [6.311607697, 12.900310366, 24.661452514], [13.208566108, 26.997020484, 51.610055866],
        ]
        for (row, expected) in zip(try table().cells, expected) {
            #expect(agree(row.map(\.expected), expected, within: 1e-8))
        }
    }

    @Test func `the planted return after two days at the same place stands out`() throws {
        let cells = try table().cells
        #expect(cells[0][1].p == 0.001)
        #expect(agrees(cells[0][1].ratio ?? 0, 30 / 0.780260708, within: 1e-8))
    }

    @Test func `p-values agree with 9,999 orders drawn by another program`() throws {
        let p = [
            [1, 0.0001, 1], [0.096, 0.4706, 0.5167], [0.8818, 0.7456, 0.8063], [0.8592, 0.9879, 0.0764],
        ]
        for (row, expected) in zip(try table().cells, p) {
            #expect(zip(row, expected).allSatisfy { abs($0.p - $1) < 0.05 })
        }
    }

    @Test func `threads change nothing, another seed the p-values only`() throws {
        var settings = Self.settings
        settings.replications = 39
        func lines(_ table: NearRepeats) -> [[String]] {
            table.cells.map { $0.map { "\($0.observed) \($0.p)" } }
        }
        let one = try table(settings)
        #expect(lines(one) == lines(try table(settings, jobs: 3)))
        settings.seed = 2
        let other = try table(settings)
        #expect(lines(one) != lines(other))
        #expect(one.cells.map { $0.map(\.observed) } == other.cells.map { $0.map(\.observed) })
    }

    @Test func `a pair at a band's bound belongs to that band`() throws {
        var settings = NearRepeatSettings()
        settings.distances = [30, 60]
        settings.days = [7, 14]
        settings.replications = 0
        let table = try NearRepeats(
            points: [ProjectedPoint(x: 0, y: 0), ProjectedPoint(x: 30, y: 0)],
            times: [Timestamp(secondsSince1970: 7 * 86_400), Timestamp(secondsSince1970: 0)],
            settings: settings)
        #expect(table.cells.map { $0.map(\.observed) } == [[1, 0], [0, 0]])
        #expect(table.cells[0][0].p == 1)
    }

    @Test(arguments: [0, 1]) func `no pair gives an empty table`(count: Int) throws {
        let table = try NearRepeats(
            points: Array(Self.reports.points.prefix(count)), times: Array(Self.reports.times.prefix(count)))
        #expect(table.pairs == 0)
        #expect(table.cells.allSatisfy { $0.allSatisfy { $0.observed == 0 && $0.ratio == nil } })
    }

    @Test func `times too far apart, and bands out of order, are refused`() {
        let points = [ProjectedPoint(x: 0, y: 0), ProjectedPoint(x: 30, y: 0)]
        #expect(throws: SignificanceError.timesTooFarApart(days: 36_500)) {
            try NearRepeats(
                points: points,
                times: [Timestamp(secondsSince1970: 0), Timestamp(secondsSince1970: 36_500 * 86_400)])
        }
        var settings = NearRepeatSettings()
        settings.distances = [50, 25]
        #expect(throws: SignificanceError.self) { try table(settings) }
    }
}
