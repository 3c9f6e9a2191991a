import Chronology
import City
import DelimitedText
import Foundation
import TestSupport
import Testing
import Wording

@testable import ServiceRequests

struct DateOrderTests {
    private func read(
        _ rows: [String], zone: String = "America/New_York", dates: DateSettings = DateSettings()
    ) throws -> RequestTable {
        let lines = rows.enumerated().map { "\($0),a,Closed,\($1)\n" }.joined()
        return try ScratchFile("id,category,status,opened,closed\n" + lines).read(zone: zone, dates: dates)
    }

    private func opened(_ table: RequestTable, zone: String = "America/New_York") throws -> [String?] {
        let clock = try #require(CityClock(timeZone: zone))
        return (0..<table.count).map { table.opened[$0].map { clock.date(at: $0).description } }
    }

    private func closed(_ table: RequestTable) throws -> [String?] {
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        return (0..<table.count).map { table.closed[$0].map { clock.date(at: $0).description } }
    }

    @Test func `hours that all lie between 1 and 12 are told, and those of a clock of 24 hours are not`()
        throws
    {
        func rows(_ hours: [Int]) -> [String] {
            (0..<120).map { "2024-03-\(10 + $0 % 20) \(hours[$0 % hours.count]):15:00,2024-04-01" }
        }
        let lost = try read(rows([8, 9, 10, 11, 12, 1, 2, 3, 4, 5])).intake.remarks
        #expect(
            lost.contains { $0.hasPrefix("opened: all its hours lie between 1 and 12; were AM and PM lost?") }
        )
        for hours in [[8, 9, 10, 11, 12, 13, 14, 3, 4], [8, 9, 10, 11, 12], [0, 1, 2, 3, 4, 12]] {
            #expect(try read(rows(hours)).intake.remarks.isEmpty, "\(hours)")
        }
    }

    // Case 28: nothing in the file settles it.
    @Test(arguments: [
        ("America/Bogota", "2024-02-01"), ("America/Toronto", "2024-02-01"), ("Europe/London", "2024-02-01"),
        ("America/Chicago", "2024-01-02"), ("America/Indiana/Knox", "2024-01-02"),
        ("Pacific/Honolulu", "2024-01-02"),
    ])
    func `an order that nothing settles is the country's, and not certain`(zone: String, day: String) throws {
        let table = try read(["01/02/2024,09/02/2024", "02/02/2024,10/02/2024"], zone: zone)
        #expect(try opened(table, zone: zone)[0] == day)
        #expect(table.intake.dateOrder?.isCertain == false)
        #expect(table.intake.dateOrder?.basis == .usual(timeZone: zone))
    }

    @Test func `as many dates of one order as of the other settle nothing, and are told`() throws {
        let table = try read(["13/03/2024,", "03/14/2024,", "03/05/2024,"])
        #expect(table.intake.dateOrder?.isCertain == false)
        #expect(table.intake.dateOrder?.contrary == 1)
        let settled = try read(["13/03/2024,", "14/03/2024,", "03/15/2024,"])
        #expect(settled.intake.dateOrder?.basis == .dates(2))
        #expect(settled.intake.dateOrder?.contrary == 1)
    }

    @Test func `one date at the end of the file settles the order of all`() throws {
        let rows = (0..<60_000).map { "0\($0 % 9 + 1)/02/2024 10:00," } + ["25/02/2024 11:00,"]
        let table = try read(rows)
        #expect(
            table.intake.dateOrder == SettledDateOrder(order: "day/month/year", basis: .dates(1), contrary: 0)
        )
        #expect(try opened(table).prefix(2) == ["2024-02-01", "2024-02-02"])
        #expect(try opened(table).last == "2024-02-25")
        #expect(table.notes.isEmpty)
        #expect(table.intake.dateFormats[.opened] == ["day/month/year"])
    }

    /// Of so many dates that deny the facts, one in the other direction, or none.
    @Test(arguments: [(30, 0, true), (30, 40, false), (5, 0, false)])
    func `facts that most of a file's own dates deny are doubted`(
        contrary: Int, support: Int, isDenied: Bool
    ) throws {
        let rows =
            (0..<contrary).map { "\(13 + $0 % 15)/03/2024," }
            + (0..<support).map { "03/\(13 + $0 % 15)/2024," }
            + ["03/04/2024,"]
        var settings = DateSettings()
        settings.known = CityFacts.Dates(
            order: "month/day/year", form: ["opened": ["numbers"]], certain: true)
        let lines = rows.enumerated().map { "\($0),a,Closed,\($1)\n" }.joined()
        let file = try ScratchFile("id,category,status,opened,closed\n" + lines)
        var reader = RequestReader(source: .file(file.path), clock: try #require(CityClock(timeZone: "UTC")))
        var facts = CityFacts(wardline: "1", city: "Town")
        facts.take(try reader.read().intake)
        facts.dates = try #require(settings.known)
        reader.facts = facts
        let order = try #require(try reader.read().intake.dateOrder)
        #expect(order.basis == (isDenied ? .deniedFacts : .facts(certain: true)))
        #expect(order.isCertain == !isDenied && order.contrary == contrary)
        #expect(try RowCensus(reader, bytes: 1 << 12) { _ in }.intake.dateOrder?.basis == order.basis)
    }

    /// In the order that is taken at first, month first, they lie in the hour that March 9, 2025 left out in New York.
    @Test func `times keep their hour where the order of their dates is exchanged`() throws {
        let rows =
            (0..<60_000).map { _ in "09/03/2025 02:30:00,09/03/2025 03:30:00" } + [
                "25/03/2025,", "26/03/2025,",
            ]
        let table = try read(["03/09/2025 02:30:00,03/09/2025 03:30:00"] + rows)
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        #expect(table.opened[0].map { clock.date(at: $0).description } == "2025-09-03")
        #expect(
            table.opened[0].map(clock.secondOfDay) == 9_000
                && table.closed[0].map(clock.secondOfDay) == 12_600)
    }

    @Test func `what most telling dates say holds, and the others are told and left out`() throws {
        let rows =
            (0..<60_000).map { "0\($0 % 9 + 1)/02/2024," }
            + ["25/02/2024,", "26/02/2024,", "02/27/2024,"]
        let table = try read(rows)
        #expect(
            table.intake.dateOrder == SettledDateOrder(order: "day/month/year", basis: .dates(2), contrary: 1)
        )
        #expect(try opened(table).suffix(2) == ["2024-02-26", nil])
        #expect(table.notes == [RowNote(row: 60_002, field: .opened, problem: .unreadableDate)])
    }

    @Test func `dates in other forms beside them are not exchanged`() throws {
        let rows =
            (0..<60_000).map { $0.isMultiple(of: 2) ? "0\($0 % 9 + 1)/02/2024," : "2024-03-04," } + [
                "25/02/2024,"
            ]
        let table = try read(rows)
        #expect(try opened(table)[1] == "2024-03-04")
        #expect(try opened(table)[0] == "2024-02-01")
    }

    @Test func `each column of dates is read as its own dates say, and that is told`() throws {
        let table = try read(["13/03/2024,03/14/2024", "14/03/2024,03/15/2024", "15/03/2024,03/16/2024"])
        #expect(try opened(table) == ["2024-03-13", "2024-03-14", "2024-03-15"])
        #expect(try closed(table) == ["2024-03-14", "2024-03-15", "2024-03-16"])
        #expect(table.notes.isEmpty)
        #expect(table.intake.dateOrder?.apart?.count == 1 && table.intake.dateOrder?.contrary == 0)
        #expect(table.intake.dateFormats[.opened] == ["day/month/year"])
        #expect(table.intake.dateFormats[.closed] == ["month/day/year"])
    }

    @Test func `a column whose own dates say nothing has not the order that closes before it opens`() throws {
        let rows = (1...8).map { "03/0\($0)/2024,\($0 + 12)/03/2024" }
        let table = try read(rows)
        #expect(try opened(table) == (1...8).map { "2024-03-0\($0)" })
        #expect(try closed(table) == (1...8).map { "2024-03-\($0 + 12)" })
        #expect(table.intake.dateOrder?.apart == ["opened"])
        let alike = try read((1...8).map { "0\($0)/03/2024,\($0 + 12)/03/2024" })
        #expect(try opened(alike) == (1...8).map { "2024-03-0\($0)" })
        #expect(alike.intake.dateOrder?.apart == nil)
    }

    @Test func `closings before openings are evidence`() throws {
        let table = try read(["01/02/2024,02/01/2024", "03/04/2024,04/03/2024"], zone: "Europe/London")
        #expect(
            table.intake.dateOrder
                == SettledDateOrder(order: "month/day/year", basis: .sequence(2), contrary: 0))
        #expect(try opened(table, zone: "Europe/London")[0] == "2024-01-02")
    }

    @Test func `openings after the file's own day are evidence`() throws {
        let file = try ScratchFile(
            "id,category,status,opened,closed\n1,a,Open,01/12/2019,\n2,a,Open,02/11/2019,\n")
        // Written on 2019-03-01: day first the dates lie months later.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_551_398_400)], ofItemAtPath: file.path)
        let table = try file.read(zone: "Europe/London")
        #expect(
            table.intake.dateOrder
                == SettledDateOrder(order: "month/day/year", basis: .sequence(2), contrary: 0))
        #expect(try opened(table, zone: "Europe/London") == ["2019-01-12", "2019-02-11"])
    }

    @Test(arguments: [
        (CityFile.DateOrder.dayFirst, "2024-02-01"), (.monthFirst, "2024-01-02"),
    ])
    func `the city file's order holds`(order: CityFile.DateOrder, day: String) throws {
        let table = try read(
            ["01/02/2024,"], dates: DateSettings(order: order))
        #expect(try opened(table) == [day])
        #expect(table.intake.dateOrder?.basis == .cityFile)
        let years = try read(["24/03/01,"], dates: DateSettings(order: .yearFirst))
        #expect(try opened(years) == ["2024-03-01"])
    }

    // Cases 30 and 32, and their kinds.
    @Test(arguments: [
        ("45352", "2024-03-01T00:00:00-05:00"), ("45353.4166666667", "2024-03-02T10:00:00-05:00"),
        ("45354.5", "2024-03-03T12:00:00-05:00"), ("45353.4167", "2024-03-02T10:00:00-05:00"),
        ("2024-03-01 10:00:00 EST", "2024-03-01T10:00:00-05:00"),
        // Half a year before and after these days is summer.
        ("2024-03-20 10:00 EST", "2024-03-20T11:00:00-04:00"),
        ("2024-10-20 10:00 EST", "2024-10-20T11:00:00-04:00"),
        ("2024-04-20 10:00 ET", "2024-04-20T10:00:00-04:00"),
        ("2024-09-20 10:00 Eastern", "2024-09-20T10:00:00-04:00"),
        ("2024-07-01 10:00:00 EDT", "2024-07-01T10:00:00-04:00"),
        ("2024-07-01 10:00:00 EST", "2024-07-01T11:00:00-04:00"),
        ("2024-01-01 10:00:00 EDT", "2024-01-01T09:00:00-05:00"),
        ("2024-07-01 10:00 ET", "2024-07-01T10:00:00-04:00"),
        ("2024-03-01 10:00 ET", "2024-03-01T10:00:00-05:00"),
        ("2024-11-03 01:30:00 EST", "2024-11-03T01:30:00-05:00"),
        ("2024-11-03 01:30:00 EDT", "2024-11-03T01:30:00-04:00"),
        ("Fri Mar 01 10:00:00 EST 2024", "2024-03-01T10:00:00-05:00"),
        ("Fri Mar  1 10:00:00 2024", "2024-03-01T10:00:00-05:00"),
        ("\"Fri, 01 Mar 2024 15:00:00 GMT\"", "2024-03-01T10:00:00-05:00"),
        ("Fri Mar 01 2024 10:00:00 GMT-0500 (Eastern Standard Time)", "2024-03-01T10:00:00-05:00"),
        ("2024-03-01 10:00:00 (EST)", "2024-03-01T10:00:00-05:00"),
        ("2024-03-01 10:00:00(EST)", "2024-03-01T10:00:00-05:00"),
        ("2024-07-01 10:00 America/New_York", "2024-07-01T10:00:00-04:00"),
        ("2024-07-01T10:00:00-04:00[America/New_York]", "2024-07-01T10:00:00-04:00"),
        ("2024-07-01 10:00 US/Eastern", "2024-07-01T10:00:00-04:00"),
        ("2024-03-01 10:00:00 EST5EDT", "2024-03-01T10:00:00-05:00"),
        ("2024-03-01 10:00 Eastern Standard Time", "2024-03-01T10:00:00-05:00"),
        ("2024-07-01 10:00 Eastern Time", "2024-07-01T10:00:00-04:00"),
        ("2024-03-01 10:00:00 (UTC-05:00)", "2024-03-01T10:00:00-05:00"),
        ("2024-03-01 10:00:00 UTC -5", "2024-03-01T10:00:00-05:00"),
        ("2024-03-01 09:00 GMT-06:00", "2024-03-01T10:00:00-05:00"),
        ("2024-03-01 10:00:00-05:00 EST", "2024-03-01T10:00:00-05:00"),
        ("2024-03-01 10:00 Etc/GMT+5", "2024-03-01T10:00:00-05:00"),
        ("2024-03-01 15:00Z[UTC]", "2024-03-01T10:00:00-05:00"),
        ("2024-3-1", "2024-03-01T00:00:00-05:00"), ("2024.03.01 10:00", "2024-03-01T10:00:00-05:00"),
        ("01.03.2024 10:00", "2024-03-01T10:00:00-05:00"), ("2024-03-01 24:00", "2024-03-02T00:00:00-05:00"),
        ("2024-12-31 24:00:00", "2025-01-01T00:00:00-05:00"),
        ("25/03/2024 10:00\u{202F}AM", "2024-03-25T10:00:00-04:00"),
        ("2024-03-01\u{2009}10:00\u{A0}pm", "2024-03-01T22:00:00-05:00"),
        ("1 de marzo de 2024", "2024-03-01T00:00:00-05:00"),
        ("3 août 2016 10:00", "2016-08-03T10:00:00-04:00"), ("14 juil. 2016", "2016-07-14T00:00:00-04:00"),
        ("14 juin 2016", "2016-06-14T00:00:00-04:00"), ("3 Sept 2016", "2016-09-03T00:00:00-04:00"),
        ("3 Feburary 2016", "2016-02-03T00:00:00-05:00"), ("3 gener 2016", "2016-01-03T00:00:00-05:00"),
        ("1709287200.0", "2024-03-01T05:00:00-05:00"),
    ])
    func `a date is read in the forms that programs write`(text: String, moment: String) throws {
        let table = try ScratchFile(
            "id,category,status,opened,closed\n1,a,Open,\(text),\n2,a,Open,25/03/2024,\n"
        ).read()
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        #expect(table.opened[0].map(clock.text) == moment)
        #expect(table.notes.isEmpty)
    }

    @Test(arguments: [
        "2024-03-01 10:00:00 PST", "2024-07-01 09:00:00 CDT", "2024-03-01 10:00:00 XYZ", "2024-03-01 24:01",
        "2024-03-01 25:00", "99999",
        "12345.6",
        "Fri Mar 41 10:00:00 EST 2024", "2024-13-01", "2024.3-1",
        // November in Finnish, June in Irish, and no month.
        "30. marraskuuta 2024", "8 Meitheamh 2024", "3 Marzipan 2024",
    ])
    func `what is no date of the city stays unread and is noted`(text: String) throws {
        let table = try ScratchFile(
            "id,category,status,opened,closed\n1,a,Open,\(text),\n2,a,Open,2024-01-01,\n"
        ).read()
        #expect(table.opened[0] == nil)
        #expect(table.notes.map(\.problem) == [.unreadableDate])
    }

    /// In New York `CDT` was 09:00 of New York's own clock, an hour early, without a word.
    @Test(arguments: [
        ("America/New_York", "2024-07-01 09:00 CDT"), ("America/Chicago", "2024-01-15 10:00 EST"),
        ("America/Denver", "2024-07-01 09:00 PDT"), ("America/New_York", "2024-07-01 09:00 PT"),
        ("America/New_York", "2024-07-01 09:00 (CDT)"),
        ("America/New_York", "2024-07-01 09:00 America/Chicago"),
        ("America/New_York", "2024-07-01 09:00 CST6CDT"), ("Europe/Berlin", "2024-01-15 10:00 Europe/Kyiv"),
        ("America/New_York", "2024-07-01 09:00 Central Daylight Time"),
        ("America/New_York", "2024-07-01 09:00 America/Nowhere"), ("Europe/Berlin", "2024-01-15 10:00 EET"),
    ])
    func `an abbreviation of the next zone is no time of the city's clock`(zone: String, text: String) throws
    {
        let table = try ScratchFile("id,category,status,opened\n1,a,Open,\(text)\n2,a,Open,2024-01-01\n")
            .read(
                columns: ColumnSelection(columns: [.id: "id", .category: "category", .opened: "opened"]),
                zone: zone)
        #expect(table.opened[0] == nil)
        #expect(table.notes.map(\.problem) == [.unreadableDate])
    }

    @Test func `times in Z are the city's own where the city file says so`() throws {
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        for text in ["2024-07-01T10:00:00Z", "2024-07-01 10:00:00+00:00"] {
            let local = try read([text + ","], dates: DateSettings(zulu: .local))
            #expect(local.opened[0].map(clock.text) == "2024-07-01T10:00:00-04:00")
            #expect(try read([text + ","]).opened[0].map(clock.text) == "2024-07-01T06:00:00-04:00")
        }
        let other = try read(["2024-07-01T10:00:00-02:00,"], dates: DateSettings(zulu: .local))
        #expect(other.opened[0].map(clock.text) == "2024-07-01T08:00:00-04:00")
    }
}
