import City
import Foundation
import TestSupport
import Testing

@testable import CityDrafting

/// Texts that are no code of the areas, and when they are taken for other names of one.
struct OfferedAliasTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private func draft(
        areas: String, code: @escaping (Int) -> String
    ) throws -> (draft: CityDraft, city: CityFile) {
        let path = try generated.export("id,category,status,opened,closed,lon,lat,district") { row in
            GeneratedCity.plain(row) + GeneratedCity.degrees(row) + [code(row)]
        }
        return try generated.draft(path, areas: [areas])
    }

    /// The districts 1 to 6, some without their area, their code or their surface.
    private func districts(
        leavingOut: Int? = nil, codeless: Int? = nil, bare: Int? = nil
    ) throws -> String {
        let path = try generated.areas { area in
            area == codeless ? "\"CODE\": null" : "\"CODE\": \"\(area + 1)\""
        }
        var file = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any])
        var features = try #require(file["features"] as? [[String: Any]])
        if let bare { features[bare]["geometry"] = NSNull() }
        if let leavingOut { features.remove(at: leavingOut) }
        file["features"] = features
        return try generated.folder.write(
            String(decoding: JSONSerialization.data(withJSONObject: file), as: UTF8.self),
            to: "districts.geojson")
    }

    /// The district of the position, but for three of the third that lie in the first.
    private static func code(_ row: Int) -> String { [0, 6, 12].contains(row) ? "3" : String(row % 6 + 1) }

    // The misrouted requests of a district that the map lacks lie in others, and made it an alias of one.
    @Test func `an area that the map lacks is no alias of the one in which a few of its requests lie`() throws
    {
        let (draft, city) = try draft(areas: districts(leavingOut: 2), code: Self.code)
        #expect(city.layers.first?.assigned == "district")
        #expect(city.layers.first?.aliases.isEmpty == true)
        #expect(
            draft.doubts.contains("layer district: no area of districts.geojson has 3 (23)"),
            "\(draft.doubts)")
    }

    @Test func `features without a code or a surface are named, and their code is no alias`() throws {
        let codeless = try draft(areas: districts(codeless: 2), code: Self.code)
        #expect(codeless.city.layers.first?.aliases.isEmpty == true)
        #expect(
            codeless.draft.doubts.contains {
                $0.hasPrefix("layer district: 1 feature of districts.geojson has no CODE (feature 3)")
            }, "\(codeless.draft.doubts)")
        let bare = try draft(areas: districts(bare: 2), code: Self.code)
        #expect(bare.city.layers.first?.aliases.isEmpty == true)
        #expect(
            bare.draft.doubts.contains {
                $0.hasPrefix("layer district: 3 of districts.geojson has no surface")
            },
            "\(bare.draft.doubts)")
    }

    // Districts that were cut out of others were aliases of these, and vanished from report and maps.
    @Test func `a code of the areas' own form is no other name of an area`() throws {
        let (draft, city) = try draft(areas: districts()) { row in
            row % 6 == 2 && row % 4 == 0 ? "7" : String(row % 6 + 1)
        }
        #expect(city.layers.first?.aliases.isEmpty == true)
        #expect(draft.text.contains("#   \"7\": \"3\""))
        #expect(
            draft.doubts.contains {
                $0.contains("no area of districts.geojson is 7 (10)")
                    && $0.contains("is the map older than the requests?")
            }, "\(draft.doubts)")
    }

    @Test func `what less than nearly all positions of a text say is only offered`() throws {
        let names = ["ALDER", "BIRCH", "CEDAR", "DOGWOOD", "ELM", "FIR"]
        let (draft, city) = try draft(areas: districts()) { row in
            names[row % 6 == 1 && row % 18 == 1 ? 0 : row % 6]
        }
        #expect(city.layers.first?.aliases["BIRCH"] == "2")
        #expect(city.layers.first?.aliases["ALDER"] == nil)
        #expect(draft.text.contains("#   ALDER: \"1\""))
        #expect(draft.doubts.contains { $0.contains("what ALDER means is only offered") }, "\(draft.doubts)")
    }

    // `12-Nov` and `1.00E+02` were aliases, and repairs wrote them as the CRM's own spelling.
    @Test func `codes that a spreadsheet rewrote are no aliases, and that is said`() throws {
        let areas = try generated.areas("sectors.geojson") { "\"CODE\": \"\($0 * 2 + 1)-\($0 * 2 + 2)\"" }
        let written = ["2-Jan", "4-Mar", "6-May", "8-Jul", "10-Sep", "12-Nov"]
        let (draft, city) = try draft(areas: areas) { written[$0 % 6] }
        #expect(city.layers.first?.aliases.isEmpty == true)
        #expect(city.layers.first?.assigned == "district")
        #expect(
            draft.doubts.contains {
                $0.contains("a spreadsheet rewrote codes of the column district (10-Sep, 12-Nov, 2-Jan")
            }, "\(draft.doubts)")
    }

    @Test func `codes are alike whatever their numbers and single letters, and words are not`() {
        #expect(CodeForm("7") == CodeForm("12") && CodeForm("N1") == CodeForm("S3"))
        #expect(CodeForm("Ward 7") == CodeForm("ward 12") && CodeForm("Ward 7") != CodeForm("Zone 7"))
        #expect(CodeForm("01 BROOKLYN") != CodeForm("301"))
        #expect(CodeForm("Northside") == nil)
    }
}
