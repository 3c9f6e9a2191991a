import Chronology
import TestSupport
import Testing

@testable import ServiceRequests

struct YearPlacesTests {
    private func read(_ days: [String]) throws -> RequestTable {
        let lines = days.enumerated().map { "\($0),a,Open,\($1)\n" }.joined()
        return try ScratchFile("id,category,status,opened\n" + lines).read(
            zone: "America/New_York", dates: DateSettings())
    }

    private func first(_ table: RequestTable) throws -> String? {
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        return table.opened[0].map { clock.date(at: $0).description }
    }

    @Test func `few numbers first and many last are years and days`() throws {
        let table = try read((20..<30).map { "23-11-\($0) 09:00" })
        #expect(try first(table) == "2023-11-20")
        #expect(table.intake.dateOrder?.basis == .years(10))
    }

    @Test func `two digits that may be years at both ends are not certain`() throws {
        let table = try read(["23-11-20 09:00"])
        #expect(table.intake.dateOrder?.isCertain == false)
        #expect(try read((13..<25).map { "\($0)-11-23" }).intake.dateOrder?.isCertain == true)
    }

    @Test(arguments: ["-", "", " "])
    func `before a month's name few numbers are years where those behind it are many`(separator: String)
        throws
    {
        func dates(_ parts: [(Int, Int)]) -> [String] {
            parts.map { first, last in
                [String(first), "Mar", String(last)].joined(separator: separator)
            }
        }
        let days = Array(10..<31)
        #expect(try first(read(dates(days.map { (24, $0) }))) == "2024-03-10")
        #expect(try first(read(dates([(24, 30), (23, 12), (24, 11)]))) == "2024-03-30")
        #expect(try first(read(dates(days.map { ($0, 24) }))) == "2024-03-10")
        #expect(try first(read(dates([(24, 20)]))) == "2020-03-24")
        #expect(try first(read(["5 March 2024"] + dates(days.map { (24, $0) }))) == "2024-03-05")
    }

    @Test func `twelve digits that are a day and a minute are no moment of 1976`() throws {
        #expect(try first(read(["202408011030", "202408021030"])) == "2024-08-01")
        #expect(try first(read(["240801103000", "240802103000"])) == "2024-08-01")
    }

    @Test(arguments: [
        "5 mars 2024 14 h 30", "2024-03-05 14 h 30", "2024-03-05 14h30", "5 mars 2024 à 14 h 30 min",
    ])
    func `an hour in French may have spaces around its letter`(text: String) throws {
        let table = try read([text])
        #expect(table.opened[0]?.secondsSince1970 == 1_709_667_000)
    }
}
