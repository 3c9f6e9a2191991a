import Disclosure
import Foundation
import Geometry
import ServiceLevels
import ServiceRequests
import Statistics
import Testing

@testable import Closures

/// What the hours of opening tell of the clock, and where they tell nothing.
struct ClockCheckTests {
    /// A city whose requests are opened at hours drawn from a few.
    ///
    /// - Parameter late: How many hours later those of some days are written.
    private func survey(
        hours: Range<Double>, seed: UInt64 = 7, late: (days: Range<Int>, hours: Double) = (0..<0, 0)
    ) throws -> ClosureSurvey {
        var generator = SeededGenerator(seed: seed)
        var city = MadeUpCity()
        for day in 0..<400 {
            for _ in 0..<3 {
                let hour =
                    hours.lowerBound + generator.nextUnit() * (hours.upperBound - hours.lowerBound)
                    + (late.days.contains(day) ? late.hours : 0)
                city.add(
                    "Pothole", Coordinate(longitude: -76.6, latitude: 39.2), opened: Double(day) + hour / 24,
                    closed: Double(day) + 4)
            }
        }
        return try city.survey()
    }

    private func limits(of survey: ClosureSurvey) throws -> String {
        let privacy = try PrivateCategories(
            city: survey.city, categories: survey.history.names, audience: .internal)
        let list = CallBackList(survey)
        return ClosureSentences(survey, list: list, categories: privacy).all.last ?? ""
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `hours that are spread evenly accuse no clock, and the file says nothing of hours`(seed: UInt64)
        throws
    {
        let survey = try survey(hours: 0..<24, seed: seed)
        #expect(survey.clock.shift == nil)
        #expect(survey.clock.isEven)
        #expect(
            try limits(of: survey)
                == "This file has openings spread over all hours alike: it says nothing about working hours.")
    }

    @Test func `a day of work that lies five hours early is a shifted clock`() throws {
        let survey = try survey(hours: 3..<14)
        #expect(survey.clock.shift?.hours == 5...5)
        #expect(!survey.clock.isEven)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a right clock is not called wrong by months that lie late by chance, or by less than two hours`(
        seed: UInt64
    ) throws {
        #expect(try survey(hours: 7..<23, seed: seed).clock.shift == nil)
        #expect(try survey(hours: 10..<21.4, seed: seed).clock.shift == nil)
        // Two months that are an hour late, of a city whose people call late.
        #expect(
            try survey(hours: 10..<20, seed: seed, late: (days: 60..<121, hours: 1)).clock.shift == nil)
    }

    @Test func `the months in which a clock runs five hours late are told, and no others`() throws {
        let shift = try #require(
            try survey(hours: 8..<19, late: (days: 60..<121, hours: 5)).clock.shift)
        // From 2024-03-01 on.
        #expect(shift.hours == -5...(-5) && shift.first == (2024, 3) && shift.last == (2024, 4))
        #expect(!shift.isFirst && !shift.isLast)
    }

    @Test func `a usual day of work is neither`() throws {
        let survey = try survey(hours: 8..<19)
        #expect(survey.clock.shift == nil && !survey.clock.isEven)
        #expect(try limits(of: survey).hasPrefix("This file cannot say who was satisfied"))
    }
}
