import Chronology
import City
import DelimitedText
import TestSupport
import Testing

@testable import ServiceRequests

/// Columns whose dates come from two systems: `03/16/2024` and `16.03.2024`.
struct PartedNumbersTests {
    private struct Written {
        let day: CivilDate
        let text: String
    }

    /// Dates of which every second is written with dots, the day first.
    private static func dates(_ count: Int, lastDay: Int = 28, separator: String = ".") -> [Written] {
        (0..<count).compactMap { row in
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let (month, day) = (1 + row % 12, 1 + (row * 5) % (row % 2 == 0 ? 28 : lastDay))
            guard let date = CivilDate(year: 2024, month: month, day: day) else { return nil }
            let text =
                row % 2 == 0
                ? "\(two(month))/\(two(day))/2024 09:30"
                : "\(two(day))\(separator)\(two(month))\(separator)2024 09:30"
            return Written(day: date, text: text)
        }
    }

    private func read(_ dates: [Written], zone: String, settings: DateSettings = DateSettings()) throws
        -> RequestTable
    {
        let rows = dates.enumerated().map { "R\($0),a,Closed,\($1.text)\n" }.joined()
        return try ScratchFile("id,category,status,opened\n" + rows).read(zone: zone, dates: settings)
    }

    private func days(_ table: RequestTable, zone: String) throws -> [CivilDate?] {
        let clock = try #require(CityClock(timeZone: zone))
        return (0..<table.count).map { table.opened[$0].map(clock.date) }
    }

    @Test(arguments: ["America/New_York", "Europe/Berlin"])
    func `two kinds of dates that each show their own order are read each in its own`(zone: String) throws {
        let dates = Self.dates(96)
        let table = try read(dates, zone: zone)
        #expect(try days(table, zone: zone) == dates.map(\.day))
        #expect(table.notes.isEmpty)
        #expect(table.intake.dateFormats[.opened]?.contains { $0.contains(" where written with “") } == true)
        let dashes = Self.dates(96, separator: "-")
        #expect(try days(read(dashes, zone: zone), zone: zone) == dashes.map(\.day))
    }

    @Test func `a column whose own dates do not show the order of a kind is read as another one's do`() throws
    {
        let (silent, telling) = (Self.dates(96, lastDay: 12), Self.dates(96))
        let rows = zip(silent, telling).enumerated().map { "R\($0),a,Closed,\($1.0.text),,\($1.1.text)\n" }
        let table = try ScratchFile("id,category,status,opened,closed,due\n" + rows.joined()).read(
            columns: ColumnSelection(columns: [
                .id: "id", .category: "category", .status: "status", .opened: "opened", .due: "due",
            ]))
        #expect(try days(table, zone: "America/New_York") == silent.map(\.day))
    }

    @Test func `one order holds where a kind does not show its own, or the city file says it`() throws {
        let zone = "America/New_York"
        let few = try read(Self.dates(96, lastDay: 12), zone: zone)
        #expect(try days(few, zone: zone)[1] == CivilDate(year: 2024, month: 6, day: 2))
        #expect(few.intake.dateFormats[.opened] == ["month/day/year"])
        let said = try read(Self.dates(96), zone: zone, settings: DateSettings(order: .dayFirst))
        #expect(said.intake.dateFormats[.opened] == ["day/month/year"])
    }

    @Test func `a slice reads two kinds of dates as the whole does`() throws {
        let dates = Self.dates(2_000)
        let rows = dates.enumerated().map { "R\($0),a,Closed,\($1.text)\n" }.joined()
        let file = try ScratchFile("id,category,status,opened\n" + rows)
        var reader = RequestReader(
            source: .file(file.path), clock: try #require(CityClock(timeZone: "Europe/Berlin")))
        let census = try RowCensus(reader, bytes: 1 << 12) { _ in }
        reader.facts = census.facts(wardline: "", city: "")
        var slices = try RequestSlices(reader, state: .folded, bytes: 1 << 12)
        var opened: [CivilDate?] = []
        while let slice = try slices.next() { opened += try days(slice, zone: "Europe/Berlin") }
        #expect(opened == dates.map(\.day))
    }
}
