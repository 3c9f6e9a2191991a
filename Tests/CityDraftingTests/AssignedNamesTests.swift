import City
import Testing

@testable import CityDrafting

/// Columns that hold an area of each request which is none that anybody assigned.
struct AssignedNamesTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private typealias Cell = GeneratedCity.Cell

    /// An export with two columns of areas: in the first all positions agree, in the second nine in ten.
    private func draft(_ computed: String, _ assigned: String?) throws -> (draft: CityDraft, city: CityFile) {
        let columns: [(String, Cell)] =
            [
                ("id", .id), ("type", .category), ("created", .opened), ("longitude", .longitude),
                ("latitude", .latitude), (computed, .trueArea),
            ] + (assigned.map { [($0, .area)] } ?? [])
        return try generated.draft(
            generated.requests(columns), areas: [try generated.areas { "\"WARD\": \"\($0 + 1)\"" }])
    }

    @Test(arguments: [
        "Resident Ward", "Your ward", "Caller Ward", "Reporter Ward", "Customer ward", "Requester Ward",
        "Home Ward",
        "Which ward are you in?", "Actual Ward", "True Ward", "Ward (auto)", "Ward (GIS)", "Previous Ward",
    ])
    func `an area of the resident's own or a computed one gives way to the one assigned`(name: String) throws
    {
        for assigned in ["Assigned Ward", "Ward team", "Ward"] {
            let (draft, city) = try draft(name, assigned)
            #expect(city.layers.first?.assigned == assigned, "\(assigned)")
            #expect(!draft.doubts.contains { $0.hasPrefix("layer") })
        }
    }

    @Test func `an area named for an assignment goes before one that is named for nothing`() throws {
        let (_, city) = try draft("Ward", "Assigned Ward")
        #expect(city.layers.first?.assigned == "Assigned Ward")
    }

    @Test(arguments: ["Resident Ward", "Actual Ward", "Ward (GIS)"])
    func `an area of the resident's own or a computed one is only offered where it stands alone`(name: String)
        throws
    {
        let (draft, city) = try draft(name, nil)
        #expect(city.layers.first?.assigned == nil)
        #expect(draft.text.contains("# assigned: ") && draft.text.contains(name))
        #expect(draft.doubts.contains { $0.contains("and not the one assigned") })
    }

    @Test(arguments: [
        ("comm_code", "comm_name"), ("ward_code", "ward_name"), ("codi_districte", "districte"),
    ])
    func `the code and the name of one area are one answer, of which the code is taken`(
        code: String, name: String
    ) throws {
        func draft(_ isNameOfOther: @escaping (Int) -> Bool) throws -> CityFile {
            let path = try generated.export("id,type,status,created,closed,lon,lat,\(code),\(name)") { row in
                let area = GeneratedCity.assigned(row)
                let named = isNameOfOther(row) ? (area + 1) % 6 : area
                return GeneratedCity.plain(row) + GeneratedCity.degrees(row)
                    + ["C\("ABCDEF".dropFirst(area).prefix(1))", GeneratedCity.areaNames[named].uppercased()]
            }
            let areas = try generated.areas {
                "\"COMM_CODE\": \"C\("ABCDEF".dropFirst($0).prefix(1))\","
                    + " \"NAME\": \"\(GeneratedCity.areaNames[$0].uppercased())\""
            }
            return try generated.draft(path, areas: [areas]).city
        }
        #expect(try draft { _ in false }.layers.first?.assigned == code)
        // A name that says other areas is another answer.
        #expect(try draft { $0 % 12 == 5 }.layers.first?.assigned == nil)
    }

    @Test
    func `of two like columns of which neither is named for an assignment both are named, and none is taken`()
        throws
    {
        let (draft, city) = try draft("Ward A", "Ward B")
        #expect(city.layers.first?.assigned == nil)
        #expect(draft.text.contains("# assigned: Ward B"))
        #expect(
            draft.doubts.contains {
                $0.contains("Ward A holds codes of these areas too, other ones in 6 rows")
            })
    }
}
