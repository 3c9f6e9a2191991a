import Chronology
import Testing

struct BusinessCalendarTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test func `days of the week run from Monday to Sunday, also before 1970`() throws {
        #expect(try day("1970-01-01").weekday == 4)
        #expect(try day("2024-07-01").weekday == 1)
        #expect(try day("1969-12-28").weekday == 7)
        #expect(try day("1900-01-01").weekday == 1)
    }

    // Case 43
    @Test func `five business days pass over weekends and holidays`() throws {
        let calendar = BusinessCalendar(holidays: [try day("2024-07-04")])
        let deadline = Deadline.businessDays(5, calendar)
        #expect(try deadline.lastDay(from: day("2024-07-01")) == day("2024-07-09"))
        #expect(
            try deadline.lastDay(from: day("2024-07-06")) == day("2024-07-15"), "a Saturday counts as Monday")
        #expect(try Deadline.businessDays(0, calendar).lastDay(from: day("2024-07-04")) == day("2024-07-05"))
    }

    @Test func `what comes in after hours counts from the next business day`() throws {
        let deadline = Deadline.businessDays(1, BusinessCalendar(hours: 8 * 3600..<17 * 3600))
        #expect(try deadline.lastDay(from: day("2024-07-05"), at: 16 * 3600) == day("2024-07-08"))
        #expect(try deadline.lastDay(from: day("2024-07-05"), at: 17 * 3600) == day("2024-07-09"))
    }

    @Test func `calendar days count every day, and parts of one are rounded up`() throws {
        #expect(try Deadline.days(2.5).lastDay(from: day("2024-07-05")) == day("2024-07-08"))
        #expect(Deadline.days(5).description == "5 days")
        #expect(Deadline.days(1).description == "1 day")
    }

    @Test func `a city that never works ends the search`() throws {
        let holidays = Set((0..<4000).map { CivilDate(daysSince1970: $0) })
        #expect(
            BusinessCalendar(holidays: holidays).nextBusinessDay(after: CivilDate(daysSince1970: 0))
                == CivilDate(daysSince1970: 0))
    }
}
