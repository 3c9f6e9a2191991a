import Chronology
import Foundation
import Testing

struct CityClockTests {
    @Test(arguments: WallTimeSample.all)
    func `a wall time is the moment that the time zone database gives`(sample: WallTimeSample) throws {
        let clock = try #require(CityClock(timeZone: sample.zone))
        #expect(clock.timestamp(wallSeconds: sample.wallSeconds).secondsSince1970 == sample.moment)
    }

    @Test(arguments: [
        "America/New_York", "America/Los_Angeles", "America/Phoenix", "Europe/London", "Australia/Lord_Howe",
        "Asia/Kolkata", "America/Sao_Paulo", "Africa/Casablanca", "Pacific/Apia",
    ])
    func `each moment from 1970 to 2050 shows what Foundation shows and comes back`(name: String) throws {
        let clock = try #require(CityClock(timeZone: name))
        let zone = try #require(TimeZone(identifier: name))
        var moment: Int64 = 1000
        while moment < 2_524_608_000 {
            let stamp = Timestamp(secondsSince1970: moment)
            let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))))
            let wall = clock.wallSeconds(at: stamp)
            #expect(wall == moment + offset)
            // Of a time that the clock shows twice the earlier one comes back.
            let back = clock.timestamp(wallSeconds: wall)
            #expect(back == stamp || (back < stamp && clock.wallSeconds(at: back) == wall))
            moment += 78_137
        }
    }

    @Test func `a time that spring leaves out is read with the offset before it`() throws {
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        let wall = try wallSeconds("2024-03-10T02:30:00")
        #expect(clock.text(at: clock.timestamp(wallSeconds: wall)) == "2024-03-10T03:30:00-04:00")
    }

    @Test func `of a time that autumn repeats the earlier one is meant`() throws {
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        let wall = try wallSeconds("2024-11-03T01:30:00")
        #expect(clock.text(at: clock.timestamp(wallSeconds: wall)) == "2024-11-03T01:30:00-04:00")
    }

    @Test func `a day begins at the city's midnight`() throws {
        let clock = try #require(CityClock(timeZone: "America/Los_Angeles"))
        let day = try #require(CivilDate(iso: "2024-07-01"))
        #expect(clock.startOfDay(day).secondsSince1970 == 1_719_817_200)
        #expect(clock.date(at: clock.startOfDay(day)) == day)
        #expect(clock.date(at: Timestamp(secondsSince1970: 1_719_817_199)) == CivilDate(iso: "2024-06-30"))
    }

    @Test(arguments: ["EST", "New York", "America/Gotham", "", "+05:00"])
    func `a name that is no place is refused`(name: String) {
        #expect(CityClock(timeZone: name) == nil)
    }

    @Test func `moments before 1970 and after 2100 keep the nearest offset`() throws {
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        #expect(clock.timestamp(wallSeconds: -1_000_000_000).secondsSince1970 == -1_000_000_000 + 18_000)
        #expect(clock.timestamp(wallSeconds: 5_000_000_000).secondsSince1970 == 5_000_000_000 + 18_000)
    }

    private func wallSeconds(_ text: String) throws -> Int64 { try WallTimeSample.seconds(text) }
}
