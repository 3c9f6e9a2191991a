import City
import Foundation
import ServiceRequests
import Testing

@testable import CityDrafting

/// Words of several languages for due days, closings, kinds within kinds and houses.
struct WordsOfLanguagesTests {
    private func merit(_ name: String, _ field: RequestField) -> Int {
        FieldNames.merit(of: ColumnName(name), for: field)
    }

    @Test(arguments: [
        "Bearbeitungsfrist", "Erledigungsfrist", "Fälligkeitsdatum", "Zieltermin", "Geplantes Ende",
        "Zu erledigen bis", "Plazo de resolución", "Fecha de vencimiento", "Fecha límite",
        "Prazo de resolução",
        "Data de Vencimento", "Data prevista de fecho", "Scadenza", "Data scadenza", "Chiusura prevista",
        "Échéance", "Date butoir", "Date prévue de clôture", "Délai", "Uiterste datum", "Streefdatum",
        "Afhandeltermijn", "Geplande einddatum", "Vervaldatum",
    ])
    func `a due day is known by its name, and is no closing`(name: String) {
        #expect(merit(name, .due) >= 80, "\(ColumnName(name).words)")
        #expect(merit(name, .closed) == 0)
    }

    @Test(arguments: [
        "Erledigt am", "Ende", "Datum der Beendigung", "Fecha de cierre", "Fecha de terminación",
        "Data de Fecho", "Fechado em", "Data de Encerramento", "Data chiusura", "Data fine", "Data evasione",
        "Date de clôture", "Date de traitement", "Date d'achèvement", "Einddatum", "Datum afdoening",
        "Sluitdatum", "Datum voltooid",
    ])
    func `a closing is known by its name`(name: String) {
        #expect(merit(name, .closed) >= 80, "\(ColumnName(name).words)")
        #expect(merit(name, .due) == 0)
    }

    @Test(arguments: [
        "Unterkategorie", "Subcategoría", "Subcategoria", "Sottocategoria", "Sottotipologia",
        "Sous-catégorie",
        "Souscatégorie", "Subcategorie", "Subcategory", "Subtype", "Unterrubrik",
    ])
    func `a kind within a kind is one, also where its name is one word`(name: String) {
        #expect(merit(name, .category) >= 60, "\(ColumnName(name).words)")
    }

    @Test func `kinds within kinds are told beside those that were taken`() throws {
        let generated = try GeneratedCity()
        let path = try generated.export("Vorgangsnr.,Hauptkategorie,Unterkategorie,Eingang,Länge,Breite") {
            row in
            let day = String(format: "2024-01-%02d 10:00", row % 28 + 1)
            return [
                "24-\(1000 + row)", row % 2 == 0 ? "Straße" : "Grün", "Art \(["A", "B", "C", "D"][row % 4])",
            ]
                + [day] + GeneratedCity.degrees(row)
        }
        let draft = try generated.draft(path).draft
        #expect(draft.doubts.contains { $0.contains("Unterkategorie 4") }, "\(draft.doubts)")
    }

    @Test(arguments: [
        ["Via", "Civico"], ["Morada", "N.º de Polícia"], ["Rua", "Porta"], ["Strada", "N. civico"],
        ["Calle", "Número exterior"],
    ])
    func `a house's number beside its street makes an address`(names: [String]) throws {
        let generated = try GeneratedCity()
        let path = try generated.requests(
            [
                ("ID", .id), ("Tipo", .category), ("Data apertura", .opened), (names[0], .street),
                (names[1], .number), ("Longitudine", .longitude), ("Latitudine", .latitude),
                ("Canale", .channel),
            ], dates: .iso)
        let city = try generated.draft(path).city
        #expect(city.requests.addressParts == names)
        #expect(city.requests.columns["channel"] == "Canale")
    }

    @Test func `streets of one letter are streets, whatever the column is called`() throws {
        let generated = try GeneratedCity()
        for name in ["Street", "Service_Street__c"] {
            let path = try generated.export("id,type,opened,\(name),lon,lat") { row in
                let day = String(format: "2024-01-%02d 10:00", row % 28 + 1)
                return [
                    "24-\(1000 + row)", "Pothole", day, "\(100 + row) \(["J", "K", "L", "5"][row % 4]) ST",
                ]
                    + GeneratedCity.degrees(row)
            }
            #expect(try generated.draft(path).city.requests.columns["address"] == name)
        }
    }

    @Test func `two streets that meet are an address, with a sign between them`() throws {
        let generated = try GeneratedCity()
        let path = try generated.export("id,type,opened,Intersection Street 1,Intersection Street 2,lon,lat")
        { row in
            let day = String(format: "2024-01-%02d 10:00", row % 28 + 1)
            return ["24-\(1000 + row)", "Pothole", day, ["Alder St", "Elm St", "Oak St"][row % 3]]
                + [["First Ave", "Long Ave", "Hill Ave"][row % 3]] + GeneratedCity.degrees(row)
        }
        let city = try generated.draft(path).city
        #expect(city.requests.addressParts == ["Intersection Street 1", "Intersection Street 2"])
        #expect(city.requests.crossingPart == 1)
        #expect(throws: CityFileError.self) {
            try CityFile.parse(
                "timezone: UTC\nrequests:\n  columns:\n    address: [\"&\", Street]\n", path: "city.yaml")
        }
    }

    @Test func `what OData shows of a code is taken for it, and dates and numbers as they are kept`() throws {
        let generated = try GeneratedCity()
        let shown = "@OData.Community.Display.V1.FormattedValue"
        let path = try generated.export(
            "ticketnumber,_subjectid_value,_subjectid_value\(shown),statecode,statecode\(shown),createdon,"
                + "createdon\(shown),lon,lat,new_ward\(shown)"
        ) { row in
            let day = String(format: "2024-01-%02dT10:00:00Z", row % 28 + 1)
            let us = String(format: "01/%02d/2024 10:00 AM", row % 28 + 1)
            return [
                "CAS-\(1000 + row)", "aa\(row % 3)", ["Graffiti", "Pothole", "Dumping"][row % 3],
                "\(row % 2)",
            ]
                + [row % 2 == 0 ? "Active" : "Resolved", day, us] + GeneratedCity.degrees(row)
                + ["Ward \(row % 6 + 1)"]
        }
        let areas = try generated.areas { "\"CODE\": \"\($0 + 1)\"" }
        let city = try generated.draft(path, areas: [areas]).city
        #expect(city.requests.columns["category"] == "_subjectid_value\(shown)")
        #expect(city.requests.columns["status"] == "statecode\(shown)")
        #expect(city.requests.columns["opened"] == "createdon")
        #expect(city.layers.first?.name == "new_ward")
    }
}
