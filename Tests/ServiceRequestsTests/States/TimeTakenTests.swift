import Chronology
import ServiceRequests
import Testing

/// How long a request took where its opening or closing is a day without a time.
struct TimeTakenTests {
    private static let day: Int64 = 19_700 * 86_400

    private static func moment(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: seconds) }

    private func taken(_ opened: Int64, _ closing: Int64, by time: TimeTaken = TimeTaken(clock: .utc))
        -> Int64
    {
        time.seconds(from: Self.moment(opened), to: Self.moment(closing))
    }

    @Test
    func `a closing that is a day ends a wait in the middle of what it leaves, beside a time of opening`() {
        let day = Self.day
        #expect(taken(day - 100_000, day) == 100_000 + 43_200)
        #expect(taken(day + 64_800, day) == 10_800)
        #expect(taken(day - 86_400, day) == 86_400 && taken(day - 100_000, day + 60) == 100_060)
    }

    @Test func `from day to day days are counted, also where clocks are set between them`() throws {
        let clock = try #require(CityClock(timeZone: "Europe/Madrid"))
        let time = TimeTaken(clock: clock)
        func day(_ text: String) throws -> Int64 {
            clock.startOfDay(try #require(CivilDate(iso: text))).secondsSince1970
        }
        for (opened, closed) in [
            ("2024-10-24", "2024-10-31"), ("2024-03-28", "2024-04-04"), ("2024-07-01", "2024-07-08"),
        ] {
            let (start, end) = (try day(opened), try day(closed))
            #expect(taken(start, end, by: time) == 7 * 86_400)
            #expect(taken(start, end + 3_600, by: time) == 7 * 86_400 + 3_600)
            // Between times it is what passed.
            #expect(taken(start + 60, end + 60, by: time) == end - start)
            // Of what is closed seven days later the last day seen is one too early.
            #expect(
                time.secondsSeen(from: Self.moment(start), before: Self.moment(end)) == 7 * 86_400 - 1)
            #expect(
                time.secondsSeen(from: Self.moment(start + 60), before: Self.moment(end)) == end - start - 60)
        }
    }

    @Test func `one closing among hundreds at midnight has a time, and many are days`() {
        func table(atMidnight count: Int) -> RequestTable {
            RequestTable(
                (0..<800).map { index in
                    var request = ServiceRequest(id: "\(index)")
                    request.opened = Self.moment(Self.day + 36_061)
                    request.closed = Self.moment(Self.day + 86_400 * 3 + (index < count ? 0 : 40_007))
                    return request
                }, layerCount: 0)
        }
        let midnight = Self.moment(Self.day)
        #expect(!TimeTaken(table(atMidnight: 1), clock: .utc).isClosedByDay(midnight))
        #expect(TimeTaken(table(atMidnight: 40), clock: .utc).isClosedByDay(midnight))
        #expect(!TimeTaken(table(atMidnight: 40), clock: .utc).isOpenedByDay(midnight))
        let untilMidnight: Int64 = 3 * 86_400 - 36_061
        let few = table(atMidnight: 1)
        #expect(few.secondsTaken(at: 0, by: TimeTaken(few, clock: .utc)) == untilMidnight)
        let many = table(atMidnight: 40)
        #expect(many.secondsTaken(at: 0, by: TimeTaken(many, clock: .utc)) == untilMidnight + Int64(43_200))
    }

    @Test
    func `what was closed before it was opened took no known time, and what is open again until its closing`()
    {
        func taken(_ status: String, closed: Int64) -> Int64? {
            var request = ServiceRequest(id: "1")
            request.status = status
            request.opened = Self.moment(Self.day + 43_200)
            request.closed = Self.moment(closed)
            return RequestTable([request], layerCount: 0).secondsTaken(at: 0, by: TimeTaken(clock: .utc))
        }
        #expect(taken("Closed", closed: Self.day) == 21_600)
        #expect(taken("Closed", closed: Self.day - 86_400) == nil)
        #expect(taken("Open", closed: Self.day + 86_460) == 43_260)
    }
}
