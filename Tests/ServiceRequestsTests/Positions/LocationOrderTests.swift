import Chronology
import City
import DelimitedText
import Foundation
import Geometry
import TestSupport
import Testing

@testable import ServiceRequests

/// Which number comes first in a column of bare pairs.
struct LocationOrderTests {
    private let baltimore = Box<Coordinate>(minX: -76.72, minY: 39.19, maxX: -76.52, maxY: 39.38)

    private func order(_ texts: [String], city: Box<Coordinate>?) -> LocationOrder {
        LocationOrder(texts, column: "loc", city: { city })
    }

    @Test func `where the areas lie decides for the whole column, and is told`() {
        let found = order(["-76.615, 39.295", "-76.605, 39.295", "", "-76.615, 39.305"], city: baltimore)
        #expect(found.order == .longitudeFirst)
        #expect(
            found.remark
                == "loc: longitude first, since most pairs lie where the areas are so, and few the other way round"
        )
        // As PostgreSQL writes points.
        #expect(order(["(-76.615,39.295)", "(-76.605,39.3)"], city: baltimore).order == .longitudeFirst)
        let usual = order(["39.295, -76.615", "39.295, -76.605"], city: baltimore)
        #expect(usual == order([], city: nil))
    }

    @Test func `where neither order lies among the areas, that is said`() {
        let found = order(["10.5, 20.5", "10.6, 20.6"], city: baltimore)
        #expect(found.order == nil)
        #expect(
            found.remark
                == "loc: latitude first was taken; no pair lies where the areas are, in either order")
        #expect(order(["-76.615, 39.295"], city: nil).remark == nil)
    }

    // A city on both sides of 90° west: some first numbers may be latitudes, and none are.
    @Test func `a number that can be no latitude tells the order of all`() throws {
        let file = try ScratchFile(
            "id,category,status,opened,loc\n1,a,Open,2024-01-01,\"-90.05, 35.1\"\n"
                + "2,a,Open,2024-01-01,\"-89.95, 35.1\"\n")
        let table = try file.read(columns: ColumnSelection(columns: [.location: "loc"]))
        #expect(table[0].position == Coordinate(longitude: -90.05, latitude: 35.1))
        #expect(table[1].position == Coordinate(longitude: -89.95, latitude: 35.1))
        #expect(
            table.intake.remarks == [
                "location loc: longitude first, since first numbers can be no latitude"
            ])
    }

    @Test func `forms that prescribe an order keep it`() {
        let texts = ["POINT (39.295 -76.615)", "39.295N, 76.615W"]
        #expect(order(texts, city: baltimore).order == nil)
        #expect(PositionText("39.295N, 76.615W")?.position(in: .longitudeFirst).latitude.value == 39.295)
    }

    /// Returns a table whose positions begin behind the first MiB.
    private func late(_ rows: [String]) -> String {
        let blank = String(
            repeating: "1,a long category of rows without positions,Open,2024-01-01,\n", count: 20_000)
        let late = rows.enumerated().map { "\($0),a,Open,2024-01-01,\"\($1)\"\n" }.joined()
        return "id,category,status,opened,loc\n" + blank + late
    }

    private func readLate(_ rows: [String], facts: CityFacts? = nil) throws -> RequestTable {
        let file = try ScratchFile(late(rows))
        return try read(file.path, facts: facts)
    }

    private func read(_ path: String, facts: CityFacts? = nil) throws -> RequestTable {
        var reader = RequestReader(
            source: .file(path),
            columns: ColumnSelection(columns: [.location: "loc"], identification: .lineNumber),
            clock: try #require(CityClock(timeZone: "America/New_York")))
        reader.facts = facts
        reader.city = { [baltimore] in baltimore }
        return try reader.read()
    }

    // Rows of years that have no positions stand before those that have.
    @Test func `rows behind the first MiB tell the order too`() throws {
        let table = try readLate(["-76.615, 39.295", "-76.605, 39.295"])
        #expect(table[table.count - 1].position == Coordinate(longitude: -76.605, latitude: 39.295))
        #expect(
            table.intake.remarks.contains { $0.hasPrefix("location loc: longitude first, since most pairs") })
    }

    @Test func `of a pipe it is said that its beginning alone was looked at`() throws {
        let folder = try ScratchFolder()
        let pipe = folder("pipe")
        try #require(mkfifo(pipe, 0o600) == 0)
        let text = Array(late(["-76.615, 39.295", "-76.605, 39.295"]).utf8)
        let writer = Thread {
            guard let file = FileHandle(forWritingAtPath: pipe) else { return }
            file.write(Data(text))
            file.closeFile()
        }
        writer.start()
        let table = try read(pipe)
        #expect(table.count == 20_002)
        #expect(table.intake.remarks.contains { $0.contains("settled by the first MiB") })
        let file = try ScratchFile(text)
        #expect(try !read(file.path).intake.remarks.contains { $0.contains("settled by the first MiB") })
    }

    @Test func `of several files that are read as one, all tell the order`() throws {
        let header = "id,category,status,opened,loc\n"
        let first = try ScratchFile(header + "1,a,Open,2024-01-01,\n")
        let second = try ScratchFile(header + "2,a,Open,2024-01-01,\"-76.615, 39.295\"\n")
        var reader = RequestReader(
            source: .file(first.path), columns: ColumnSelection(columns: [.location: "loc"]),
            clock: try #require(CityClock(timeZone: "America/New_York")))
        reader.further = [.file(second.path)]
        reader.city = { [baltimore] in baltimore }
        #expect(try reader.read()[1].position == Coordinate(longitude: -76.615, latitude: 39.295))
    }

    @Test func `a part is read in the order that facts tell, whatever its own rows show`() throws {
        let whole = try readLate(["39.295, -76.615", "39.295, -76.605"])
        var facts = CityFacts(wardline: "1", city: "Testville")
        facts.take(whole.intake)
        #expect(facts.positionForm?.order == nil)
        let part = try readLate(["-76.615, 39.295"], facts: facts)
        #expect(part[part.count - 1].position == Coordinate(longitude: 39.295, latitude: -76.615))
        #expect(part.intake.remarks == whole.intake.remarks)
        facts.positionForm?.order = "west first"
        #expect(facts.fault(layers: [])?.field == "position_form")
    }
}
