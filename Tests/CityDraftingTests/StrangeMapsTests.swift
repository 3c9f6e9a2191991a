import City
import Foundation
import TestSupport
import Testing

@testable import CityDrafting

/// Maps that no column of the requests, or another one than it seems, has to do with.
struct StrangeMapsTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private static let quads = ["NE", "NW", "SE", "SW", "NE", "NW"]
    private static let names = ["ALDER", "BIRCH", "CEDAR", "DOGWOOD", "ELM", "FIR"]

    /// The quadrant of the position, but in some rows the next one.
    private static func quad(_ row: Int, rightOfTwenty: Int) -> String {
        quads[row % 20 < rightOfTwenty ? row % 6 : (row + 1) % 6]
    }

    /// Council districts: four of the six lie each in another quadrant, one in two, and the last in the second of these.
    private static func district(_ row: Int) -> String {
        row % 6 < 4 ? ["B", "D", "H", "K"][row % 6] : row % 6 == 4 || row % 18 == 5 ? "C" : "I"
    }

    private func draft(
        _ map: String = "quads.geojson", field: String = "QUAD", codes: [String] = StrangeMapsTests.quads,
        columns: String, cells: @escaping (Int) -> [String]
    ) throws -> (draft: CityDraft, city: CityFile) {
        let path = try generated.export("id,category,status,opened,closed,lon,lat,\(columns)") { row in
            GeneratedCity.plain(row) + GeneratedCity.degrees(row) + cells(row)
        }
        let areas = try generated.areas(map) { "\"\(field)\": \"\(codes[$0])\"" }
        return try generated.draft(path, areas: [areas])
    }

    // Repairs by such aliases wrote a quadrant, or another council's district, into the CRM.
    @Test func `smaller areas that lie within those of a map by chance are no other names of these`() throws {
        let (draft, city) = try draft(columns: "DISTRICT") { [Self.district($0)] }
        #expect(city.layers.map(\.name) == ["quad"])
        #expect(city.layers.first?.assigned == nil)
        #expect(!draft.text.contains("aliases:"))
        #expect(
            draft.findings == ["quad: no column of the requests holds codes of quads.geojson"],
            "\(draft.findings)")
    }

    @Test
    func `codes as the map writes them go before other texts, and are offered where few positions agree`()
        throws
    {
        let (draft, city) = try draft(columns: "DISTRICT,TRASH QUAD") { row in
            [Self.district(row), Self.quad(row, rightOfTwenty: 8)]
        }
        #expect(city.layers.first?.assigned == nil)
        #expect(draft.text.contains("# assigned: TRASH QUAD"), "\(draft.text)")
        #expect(
            draft.findings.contains {
                $0.contains("TRASH QUAD holds codes of it (120 of 120), but of 120 with a position 40.0 %")
            }, "\(draft.findings)")
        let (_, taken) = try self.draft(columns: "DISTRICT,TRASH QUAD") { row in
            [Self.district(row), Self.quad(row, rightOfTwenty: 15)]
        }
        #expect(taken.layers.first?.assigned == "TRASH QUAD")
    }

    @Test func `a column that holds a map's codes and no position bears out is named as one`() throws {
        let (draft, city) = try draft(columns: "TRASH QUAD") { [Self.quads[($0 / 6) % 4]] }
        #expect(city.layers.first?.assigned == nil)
        #expect(
            draft.findings.contains {
                $0.contains("TRASH QUAD holds codes of it (120 of 120), but of 120 with a position")
            }, "\(draft.findings)")
    }

    @Test func `texts that mean areas by their places alone are told as no codes`() throws {
        let (draft, city) = try draft(
            "sectors.geojson", field: "CODE", codes: ["P1", "P2", "P3", "P4", "P5", "P6"], columns: "sector"
        ) { [Self.names[$0 % 6]] }
        #expect(city.layers.first?.aliases["CEDAR"] == "P3")
        #expect(
            draft.findings.contains {
                $0.contains("0 of 120 codes are areas of sectors.geojson, 120 more by aliases")
            }, "\(draft.findings)")
        #expect(
            draft.doubts.contains { $0.contains("most texts of sector are no codes of sectors.geojson") },
            "\(draft.doubts)")
    }

    @Test func `a column that is only offered brings no aliases, and its name is none of a map's own`() throws
    {
        let (draft, city) = try draft(
            "trash-days.geojson", field: "PICKUP", codes: ["Mo", "Tu", "We", "Th", "Fr", "Sa"],
            columns: "ZIPCODE"
        ) { row in ["\(21_201 + ((row / 6) % 3 == 0 ? row + 1 : row) % 6)"] }
        let layer = try #require(city.layers.first)
        #expect(layer.assigned == nil && layer.aliases.isEmpty && layer.name.hasPrefix("trash"))
        #expect(draft.text.contains("# assigned: ZIPCODE"), "\(draft.text)")
    }

    @Test
    func
        `what no column was found for is told with what is lost, and a last change is offered for a closing`()
        throws
    {
        func draft(_ columns: String, _ cells: @escaping (Int) -> [String]) throws -> CityDraft {
            let path = try generated.export("id,category,status,opened,lon,lat\(columns)") { row in
                Array(GeneratedCity.plain(row).prefix(4)) + GeneratedCity.degrees(row) + cells(row)
            }
            return try generated.draft(path).draft
        }
        let without = try draft("") { _ in [] }
        #expect(
            without.doubts.contains { $0.hasPrefix("closed: no column was found, so that nothing is told") })
        #expect(without.doubts.contains { $0.hasPrefix("address: no column was found") })
        let changed = try draft(",last_updated") { [GeneratedCity.plain($0)[4]] }
        #expect(changed.text.contains("# closed: last_updated"), "\(changed.text)")
        #expect(
            changed.doubts.contains {
                $0.hasPrefix("closed: last_updated is only offered: no column of closings")
            })
    }

    @Test func `a second line of labels is no row, and told`() throws {
        let labels = ["Request ID", "Type", "Status", "Opened", "Closed", "Longitude", "Latitude", "Ward"]
        let path = try generated.export("id,category,status,opened,closed,lon,lat,ward") { row in
            row == 0
                ? labels : GeneratedCity.plain(row) + GeneratedCity.degrees(row) + [String(row % 6 + 1)]
        }
        let (draft, city) = try generated.draft(
            path, areas: [try generated.areas { "\"WARD\": \"\($0 + 1)\"" }])
        #expect(draft.failure == nil && city.layers.first?.assigned == "ward")
        #expect(draft.findings.contains { $0.contains("119 of 119 codes are areas") }, "\(draft.findings)")
        #expect(draft.doubts.contains { $0.contains("holds names or types of the columns") })
    }
}
