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
        func missing(hasPoints: Bool) -> [String] {
            ReferenceColumns(
                addresses: ReferenceFields(names: ["HOUSE_NUMBER", "STREET"], hasPoints: hasPoints)
            ).missing
        }
        #expect(missing(hasPoints: false) == ["longitude", "latitude"])
        #expect(missing(hasPoints: true).isEmpty)
    }

    private func addresses(names: [String], degrees: (String, String)) -> ReferenceColumns {
        ReferenceColumns(
            addresses: ReferenceFields(
                names: ["NUMERO", "NOM_VOIE", "LONGITUDE", "LATITUDE"], hasPoints: false,
                texts: [
                    names.map { _ in "100" }, names, names.map { _ in degrees.0 },
                    names.map { _ in degrees.1 },
                ]
            ))
    }

    // NOM_VOIE of `rue Saint-Denis` was the name alone, so that each exact address had another type and a radius of 50 m.
    @Test func `a name that holds its type is the whole street, and one that does not is the name`() {
        let point = ("-73.6", "45.5")
        let whole = addresses(names: ["rue Saint-Denis", "boulevard Saint-Laurent"], degrees: point)
        #expect(whole.columns.contains { $0.key == "street" && $0.column == "NOM_VOIE" })
        #expect(!whole.columns.contains { $0.key == "name" })
        let bare = addresses(names: ["Saint-Denis", "Saint-Laurent"], degrees: point)
        #expect(bare.columns.contains { $0.key == "name" && $0.column == "NOM_VOIE" })
    }

    @Test func `decimal commas are positions, and rows without one are counted`() {
        #expect(addresses(names: ["rue Roy"], degrees: ("-73,600000", "45,501000")).unplaced == nil)
        let lost = addresses(names: ["rue Roy", "rue Rachel"], degrees: ("-73.600.000", "45.501.000"))
        #expect(lost.unplaced?.rows == 2 && lost.unplaced?.looked == 2)
    }
}
