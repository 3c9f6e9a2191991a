import Chronology
import Foundation
import Geometry
import ServiceLevels
import ServiceRequests
import Statistics
import TestSupport
import Testing

@testable import Closures

struct ReturnExcessTests {
    private static let isLong = LongTests.areAsked
    /// Cities without any failing fix.
    private static let cities = isLong ? 200 : 20

    @Test func `of cities whose fixes hold at most one in twenty has a kind accused`() throws {
        var accused = 0
        var sum = 0.0
        for seed in 0..<Self.cities {
            let returns = try MadeUpCity(seed: UInt64(1000 + seed)).survey().returns
            if returns.categories.contains(where: \.standsOut) { accused += 1 }
            sum += returns.all.excess
        }
        // 5 % ± 3 of 200; of twenty two are a chance of one in thirteen.
        #expect(accused <= (Self.isLong ? 16 : 2), "\(accused) of \(Self.cities)")
        let mean = 100 * sum / Double(Self.cities)
        #expect((-1.5...0.5).contains(mean), "\(mean) points")
    }

    @Test func `fixes of which one in ten fails are found, and how many`() throws {
        for seed: UInt64 in 0..<3 {
            let returns = try MadeUpCity(seed: 50 + seed, failing: 0.1).survey().returns
            #expect((0.06...0.11).contains(returns.all.excess), "\(returns.all.excess)")
            #expect(returns.categories.count(where: \.standsOut) >= 2)
        }
    }

    /// 1 − 0.5 + 0.5 of places: by hand.
    @Test func `the standard error counts each place once`() {
        let ends = [(0, true, 0.0), (0, true, 0.0), (1, false, 0.0), (2, false, 0.5)].enumerated().map {
            EpisodeEnd(
                index: Int32($0.offset), place: Int32($0.element.0), next: $0.element.1 ? 9 : -1,
                enteredAgain: false, expected: $0.element.2)
        }
        let excess = ReturnExcess(ends)
        // Differences 1, 1, 0, −0.5: mean 0.375; by places 1.25, −0.375, −0.875.
        #expect(abs(excess.excess - 0.375) < 1e-12)
        let squares = 1.25 * 1.25 + 0.375 * 0.375 + 0.875 * 0.875
        #expect(abs(excess.standardError - squares.squareRoot() / 4) < 1e-12)
        #expect(excess.places == 3)
    }

    @Test func `a file too short has no expected share`() throws {
        let city = MadeUpCity(seed: 1)
        let survey = try MadeUpCity.survey(
            city.requests.filter { ($0.opened?.secondsSince1970 ?? 0) < MadeUpCity.start + 80 * 86_400 },
            days: 80)
        #expect(!survey.returns.hasExpected)
        #expect(survey.returns.all.watched == 0)
        #expect(survey.returns.categories.allSatisfy { !$0.standsOut })
    }
}

/// What ends an episode, what comes back, and what is kept out.
struct ReturnFinderTests {
    private static let place = Coordinate(longitude: -76.6, latitude: 39.2)
    /// So far east lies 29.9 m, and so far 30.1 m, at this latitude.
    private static let near = Coordinate(longitude: -76.6 + 29.9 / 86_381, latitude: 39.2)
    private static let far = Coordinate(longitude: -76.6 + 30.1 / 86_381, latitude: 39.2)

    private func ends(
        _ rows: [(Coordinate, Double, Double?)], category: (Int) -> String = { _ in "Pothole" }
    ) throws -> [EpisodeEnd] {
        var city = MadeUpCity()
        for (index, row) in rows.enumerated() {
            city.add(category(index), row.0, opened: row.1, closed: row.2)
        }
        // The data go on: something else is opened on the last day.
        city.add("Other", Self.place, opened: 499, closed: nil)
        return try city.survey().ends
    }

    @Test func `callers of one problem are one end, the last to be closed`() throws {
        let found = try ends([(Self.place, 100, 103), (Self.near, 101, 105), (Self.place, 102, 104)])
        #expect(found.map(\.index) == [1])
        #expect(found.first?.cameBack == false)
    }

    @Test func `of neighbours closed at one moment the first counts`() throws {
        #expect(try ends([(Self.place, 101, 105), (Self.near, 100, 105)]).map(\.index) == [1])
    }

    @Test func `a report within a day is a second entry, one within two weeks came back`() throws {
        let soon = try ends([(Self.place, 100, 103), (Self.near, 103.5, 104)])
        #expect(soon.map(\.enteredAgain) == [true, false])
        #expect(soon.allSatisfy { !$0.cameBack })
        let later = try ends([(Self.place, 100, 103), (Self.near, 116.9, 118)])
        #expect(later.map(\.cameBack) == [true, false])
        #expect(later.first?.next == 1)
        #expect(try ends([(Self.place, 100, 103), (Self.near, 117.1, 118)]).allSatisfy { !$0.cameBack })
    }

    @Test func `what lies farther than the radius, or is of another kind, is no neighbour`() throws {
        #expect(try ends([(Self.place, 100, 103), (Self.far, 110, 112)]).allSatisfy { !$0.cameBack })
        #expect(
            try ends([(Self.place, 100, 103), (Self.place, 110, 112)], category: { "\($0)" })
                .allSatisfy { !$0.cameBack })
    }

    @Test func `an end that is not followed to its last day is not counted`() throws {
        #expect(try ends([(Self.place, 480, 487)]).isEmpty)
        #expect(try ends([(Self.place, 480, 485.9)]).count == 1)
    }

    @Test func `the answer does not depend on threads or the order of rows`() throws {
        let city = MadeUpCity(seed: 7, failing: 0.1)
        let first = try city.survey()
        let list = CallBackList(first)
        var generator = SeededGenerator(seed: 3)
        var shuffled = city.requests
        generator.shuffle(&shuffled)
        for jobs in [1, 3] {
            let other = try MadeUpCity.survey(shuffled, jobs: jobs)
            #expect(other.returns.all == first.returns.all)
            let again = CallBackList(other)
            #expect(
                again.entries.map { other.table.id(at: other.row($0.index)) }
                    == list.entries.map { first.table.id(at: first.row($0.index)) })
            #expect(again.entries.map(\.evidence) == list.entries.map(\.evidence))
        }
        #expect(!list.entries.isEmpty)
    }
}
