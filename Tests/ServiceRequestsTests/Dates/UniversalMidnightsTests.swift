import Chronology
import City
import DelimitedText
import TestSupport
import Testing

@testable import ServiceRequests

/// Days that a program wrote as the midnight of UTC with which they begin.
struct UniversalMidnightsTests {
    private func read(
        _ opened: [String], zone: String = "America/New_York", dates: DateSettings = DateSettings()
    ) throws -> RequestTable {
        let rows = opened.enumerated().map { "R\($0),a,Closed,\($1),\($1)\n" }.joined()
        return try ScratchFile("id,category,status,opened,closed\n" + rows).read(zone: zone, dates: dates)
    }

    private func texts(_ table: RequestTable, zone: String = "America/New_York") throws -> [String?] {
        let clock = try #require(CityClock(timeZone: zone))
        return (0..<table.count).map { table.opened[$0].map(clock.text) }
    }

    private static let days = (1...9).map { "2024-0\($0)-01" }

    @Test(arguments: ["T00:00:00.000Z", " 00:00:00+00:00", ""])
    func `midnights of UTC and nothing else are days of the city`(time: String) throws {
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        let days = Self.days.compactMap { CivilDate(iso: $0) }
        let written = days.map { time.isEmpty ? "\($0.daysSince1970 * 86_400_000)" : "\($0)\(time)" }
        let table = try read(written)
        let expected = days.map { Timestamp?.some(clock.startOfDay($0)) }
        #expect((0..<table.count).map { table.opened[$0] } == expected)
        #expect((0..<table.count).map { table.closed[$0] } == expected)
        #expect(table.intake.midnights?.days == ["opened", "closed"])
        #expect(
            table.intake.remarks.contains { $0.hasPrefix("opened, closed: all times are midnights of UTC") })
    }

    @Test func `a city file that says UTC, or local time, is heard`() throws {
        let written = Self.days.map { "\($0)T00:00:00Z" }
        #expect(try texts(read(written, dates: DateSettings(zulu: .utc)))[0] == "2023-12-31T19:00:00-05:00")
        let local = try read(written, dates: DateSettings(zulu: .local))
        #expect(try texts(local)[0] == "2024-01-01T00:00:00-05:00")
        #expect(local.intake.midnights?.days == [])
    }

    @Test func `days alone and few midnights stay what they are`() throws {
        let days = try read(Self.days)
        #expect(try texts(days)[0] == "2024-01-01T00:00:00-05:00")
        #expect(days.intake.midnights?.days == [])
        let few = try read(Self.days.prefix(4).map { "\($0)T00:00:00Z" })
        #expect(try texts(few)[0] == "2023-12-31T19:00:00-05:00")
    }

    @Test func `in London the midnights of summer are days as those of winter`() throws {
        let table = try read((1...9).map { "2024-0\($0)-01T00:00:00Z" }, zone: "Europe/London")
        #expect(try texts(table, zone: "Europe/London")[6] == "2024-07-01T00:00:00+01:00")
    }

    @Test func `midnights among times stay times, and are not certain`() throws {
        let times = (0..<100).map {
            "2024-03-0\($0 % 9 + 1)T\($0 % 2 == 0 ? "00:00:00" : "14:3\($0 % 10):00")Z"
        }
        let table = try read(times)
        #expect(table.intake.midnights?.doubtful == ["opened", "closed"])
        #expect(try texts(table)[0] == "2024-02-29T19:00:00-05:00")
        #expect(
            table.intake.remarks.contains {
                $0.hasPrefix("not certain: whether the times of opened, closed that")
            })
        // Where clocks show hours alone midnight is one of them.
        let hours = try read((0..<240).map { "2024-03-01T\($0 % 24 < 10 ? "0" : "")\($0 % 24):00:00Z" })
        #expect(hours.intake.midnights?.doubtful == [])
    }

    @Test func `a slice is read as all of the rows show`() throws {
        let rows = (0..<2_000).map { row in
            let day = CivilDate(daysSince1970: 19_000 + row % 700)
            return "R\(row),a,Open,\(day)T00:00:00Z\n"
        }
        let file = try ScratchFile("id,category,status,opened\n" + rows.joined())
        var reader = RequestReader(
            source: .file(file.path), clock: try #require(CityClock(timeZone: "America/New_York")))
        let census = try RowCensus(reader, bytes: 1 << 12) { _ in }
        reader.facts = census.facts(wardline: "", city: "")
        #expect(reader.facts?.dates.midnights == ["opened"])
        var slices = try RequestSlices(reader, state: .folded, bytes: 1 << 12)
        var opened: [Timestamp?] = []
        while let slice = try slices.next() { opened += (0..<slice.count).map { slice.opened[$0] } }
        let whole = try file.read()
        #expect(opened == (0..<whole.count).map { whole.opened[$0] })
        #expect(opened.first.flatMap { $0.map { $0.secondsSince1970 % 86_400 } } != 0)
    }
}
