import Chronology
import Geometry
import TestSupport
import Testing

@testable import Boundaries

struct LayerTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func edition(_ name: String, from: CivilDate?) throws -> Edition {
        let path = try folder.boxes(
            [("1", -77, 39, -76, 40), ("2", -76, 39, -75, 40)], name: name + ".geojson")
        return try Edition.load(EditionSource(path: path, from: from), jobs: 1)
    }

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test func `an edition is in force until the next one begins`() throws {
        let first = try edition("old", from: nil)
        let second = try edition("new", from: day("2020-03-01"))
        let layer = try Layer(name: "ward", title: "Ward", editions: [second, first])
        #expect(layer.editions.map(\.name) == ["old", "new"])
        #expect(layer.editions.map(\.until) == [try day("2020-03-01"), nil])
        #expect(layer.edition(on: try day("2020-02-29"))?.name == "old")
        #expect(layer.edition(on: try day("2020-03-01"))?.name == "new")
        #expect(layer.edition(on: nil)?.name == "new")
    }

    @Test func `before the first edition none is in force`() throws {
        let layer = try Layer(name: "w", title: "W", editions: [edition("new", from: day("2020-03-01"))])
        #expect(layer.edition(on: try day("2020-02-29")) == nil)
    }

    @Test func `two editions in force on one day are refused with both names`() throws {
        let editions = try ["a", "b"].map { try edition($0, from: day("2020-03-01")) }
        #expect(
            throws: BoundaryError.editionsOnOneDay(
                layer: "ward", first: "a", second: "b", from: try day("2020-03-01"))
        ) { try Layer(name: "ward", title: "Ward", editions: editions) }
        let without = try ["a", "b"].map { try edition($0, from: nil) }
        let error = #expect(throws: BoundaryError.self) {
            try Layer(name: "w", title: "W", editions: without)
        }
        #expect(error?.description.contains("both from the beginning") == true)
    }

    @Test func `an edition tells what it changed of the one before`() throws {
        let old = try folder.edition(
            try folder.boxes([
                ("1", -77, 39, -76.9, 39.1), ("2", -76.9, 39, -76.8, 39.1), ("3", -76.8, 39, -76.7, 39.1),
            ]))
        let new = try folder.edition(
            try folder.boxes(
                [
                    ("01", -77, 39, -76.89, 39.1), ("2", -76.89, 39, -76.8, 39.1),
                    ("4", -76.8, 39, -76.7, 39.1),
                ],
                name: "new.geojson"))
        let changes = try EditionComparison.findings(from: old, to: new)
        #expect(changes.map(\.kind) == [.areaChanged, .areaChanged, .areaAdded, .areaRemoved])
        #expect(changes.map(\.codes) == [["01"], ["2"], ["4"], ["3"]])
        #expect(
            changes[0].message
                == "area 01 gained 9.61 km² (10.0 %) and lost 0.0 m² (0.0 %) of its former surface")
        #expect(
            changes[1].message
                == "area 2 gained 0.0 m² (0.0 %) and lost 9.61 km² (10.0 %) of its former surface")
        #expect(try EditionComparison.findings(from: old, to: old) == [])
    }
}
