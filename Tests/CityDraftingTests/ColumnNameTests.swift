import ServiceRequests
import Testing

@testable import CityDrafting

struct ColumnNameTests {
    @Test(arguments: [
        ("SRType", ["sr", "type"]), ("sr_type", ["sr", "type"]), ("srtype", ["sr", "type"]),
        ("SERVICECODEDESCRIPTION", ["service", "code", "description"]), ("Date Rec'd", ["date", "recd"]),
        ("OPENEDDATETIME", ["opened", "datetime"]), ("ReportedDateUTC", ["reported", "date", "utc"]),
        ("Code Postal", ["code", "postal"]), ("Fecha de Creación", ["fecha", "de", "creacion"]),
        ("SR #", ["sr", "number"]),
    ])
    func `a name is taken apart into the words that it is made of`(name: String, words: [String]) {
        #expect(ColumnName(name).words == words)
    }

    @Test func `a letter lost from a long word does not hide it`() {
        #expect(ColumnName("ServiceRequesNum").says(.request))
    }

    @Test(arguments: ["Created By", "Closed By", "Resolved By", "Assigned To", "Reporter Phone"])
    func `what names a person is no date and no id`(name: String) {
        for field in [
            FieldNames.merit(of: ColumnName(name), for: .opened),
            FieldNames.merit(of: ColumnName(name), for: .closed),
            FieldNames.merit(of: ColumnName(name), for: .id),
        ] {
            #expect(field == 0)
        }
    }

    @Test(arguments: [
        ("Créée le", RequestField.opened), ("Fecha creada", .opened), ("Data criada", .opened),
        ("Ouverte le", .opened),
        ("Reçue le", .opened), ("Clôturée le", .closed), ("Data concluída", .closed), ("Traitée le", .closed),
    ])
    func `past participles of either gender say when`(name: String, field: RequestField) {
        #expect(FieldNames.merit(of: ColumnName(name), for: field) > 80, "\(ColumnName(name).words)")
    }

    @Test func `Resolve By is a day and Resolved By is not`() {
        #expect(FieldNames.merit(of: ColumnName("Resolve By"), for: .due) > 90)
        #expect(FieldNames.merit(of: ColumnName("Resolved By"), for: .due) == 0)
    }
}
