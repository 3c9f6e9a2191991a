import Testing

@testable import CityDrafting

struct ReferenceColumnsTests {
    private func streets(_ fields: String...) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: ReferenceColumns(streets: fields).columns.map { ($0.key, $0.column) })
    }

    @Test func `sides and ends of ranges are read from names in any order`() {
        let ends = ["left_from", "left_to", "right_from", "right_to"]
        for names in [
            ["L_F_ADD", "L_T_ADD", "R_F_ADD", "R_T_ADD"], ["FROMLEFT", "TOLEFT", "FROMRIGHT", "TORIGHT"],
            ["LONUML", "HINUML", "LONUMR", "HINUMR"], ["FrAddL", "ToAddL", "FrAddR", "ToAddR"],
            ["LEFT_FROM_ADDRESS", "LEFT_TO_ADDRESS", "RIGHT_FROM_ADDRESS", "RIGHT_TO_ADDRESS"],
        ] {
            let found = ReferenceColumns(streets: names + ["STREETNAME"])
            #expect(found.missing.isEmpty, "\(names)")
            for (end, name) in zip(ends, names) {
                #expect(found.columns.first { $0.key == end }?.column == name, "\(end)")
            }
        }
    }

    @Test func `a known kind of file is named, and one without ranges says what it lacks`() {
        #expect(
            ReferenceColumns(streets: [
                "TLID", "FULLNAME", "LFROMHN", "LTOHN", "RFROMHN", "RTOHN", "ZIPL", "ZIPR", "PARITYL",
                "PARITYR",
            ]).profile == "tiger")
        #expect(
            ReferenceColumns(streets: ["NAME"]).missing == ["left_from", "left_to", "right_from", "right_to"])
    }

    @Test func `addresses without a place of their own need degrees`() {
        #expect(
            ReferenceColumns(addresses: ["HOUSE_NUMBER", "STREET"], hasPoints: false).missing
                == ["longitude", "latitude"])
        #expect(ReferenceColumns(addresses: ["HOUSE_NUMBER", "STREET"], hasPoints: true).missing.isEmpty)
    }
}
