import Chronology
import Foundation
import TestSupport
import Testing
import Wording

@testable import City

/// Holidays that an iCalendar says by a rule.
struct HolidayRuleTests {
    private func days(_ event: String, before: String = "") throws -> Set<CivilDate> {
        let path = try ScratchSpace.folder().appending(path: "days.ics").path
        let text = "BEGIN:VCALENDAR\n\(before)BEGIN:VEVENT\n\(event)\nEND:VEVENT\nEND:VCALENDAR\n"
        try Data(text.utf8).write(to: URL(filePath: path))
        return try HolidayFile.read(path)
    }

    // A rule was passed over without a word: the years after its first were working days.
    @Test(arguments: [
        (
            "DTSTART;VALUE=DATE:20200704\nRRULE:FREQ=YEARLY", ["2020-07-04", "2023-07-04", "2024-07-04"],
            "2024-07-05"
        ),
        (
            "DTSTART:20221124\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
            ["2022-11-24", "2023-11-23", "2024-11-28"], "2024-11-21"
        ),
        (
            "DTSTART:20220530\nRRULE:FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5", ["2023-05-29", "2024-05-27"],
            "2024-05-20"
        ),
        (
            "DTSTART:20221108\nRRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            ["2024-11-05", "2026-11-03"], "2025-11-04"
        ),
        ("DTSTART:20220101\nRRULE:FREQ=YEARLY;COUNT=2", ["2022-01-01", "2023-01-01"], "2024-01-01"),
        ("DTSTART:20220101\nRRULE:FREQ=YEARLY;UNTIL=20230101", ["2022-01-01", "2023-01-01"], "2024-01-01"),
        ("DTSTART:20221231\nRRULE:FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=12", ["2023-12-31"], "2023-12-30"),
        ("DTSTART:20200229\nRRULE:FREQ=YEARLY", ["2020-02-29", "2024-02-29"], "2021-03-01"),
        ("DTSTART:20220704\nDTEND:20220706\nRRULE:FREQ=YEARLY", ["2024-07-04", "2024-07-05"], "2024-07-06"),
        ("DTSTART:20220704\nDURATION:P2D\nRRULE:FREQ=YEAR\n LY", ["2024-07-04", "2024-07-05"], "2024-07-06"),
        (
            "DTSTART:20220704\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20240704,20250704", ["2023-07-04"],
            "2024-07-04"
        ),
        ("DTSTART:20220704\nRDATE:20220801,20220901", ["2022-07-04", "2022-09-01"], "2023-07-04"),
        ("DTSTART:20220704\nSTATUS:CANCELLED\nRRULE:FREQ=YEARLY", [], "2022-07-04"),
    ])
    func `a holiday comes back by its rule`(event: String, days: [String], other: String) throws {
        let found = try self.days(event)
        for day in days { #expect(found.contains(try #require(CivilDate(iso: day))), "\(day)") }
        #expect(!found.contains(try #require(CivilDate(iso: other))))
    }

    @Test(arguments: [
        "RRULE:FREQ=MONTHLY", "RRULE:FREQ=YEARLY;BYSETPOS=1;BYDAY=MO", "RRULE:FREQ=YEARLY;BYDAY=XX",
        "RRULE:BYMONTH=5", "RRULE:FREQ=YEARLY;BYMONTH=13", "RRULE:FREQ=YEARLY;COUNT=2;UNTIL=20250101",
        "EXRULE:FREQ=YEARLY", "RECURRENCE-ID:20240704",
    ])
    func `a rule that cannot be kept is refused with its line`(line: String) throws {
        let error = #expect(throws: CityFileError.self) { try days("DTSTART:20240101\n\(line)") }
        #expect(error?.description.contains("line 4") ?? false, "\(String(describing: error))")
        #expect(error?.description.contains("list the days instead") ?? false)
    }

    @Test func `days and rules of time zones are no holidays`() throws {
        let zone = """
            BEGIN:VTIMEZONE
            BEGIN:DAYLIGHT
            DTSTART:20070311T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
            END:DAYLIGHT
            END:VTIMEZONE

            """
        #expect(
            try days("DTSTART;TZID=America/New_York:20240704T000000", before: zone).map(\.description) == [
                "2024-07-04"
            ])
    }
}
