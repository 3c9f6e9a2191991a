import Testing

@testable import ServiceRequests

struct PlaceOwnerTests {
    @Test(arguments: [
        ("Applicant Address", PlaceOwner.reporter), ("CallerLocation", .reporter),
        ("Dirección del solicitante", .reporter), ("Ville de résidence", .reporter),
        ("Adresse du plaignant", .reporter), ("Ort des Meldenden", .reporter),
        ("Anschrift des Bürgers", .reporter),
        ("Indirizzo del segnalante", .reporter), ("Endereço do requerente", .reporter),
        ("Adres aanvrager", .reporter), ("Reporter's address", .reporter), ("owner_addr", .owner),
        ("Adresse du propriétaire", .owner), ("Billing Zip", .billing), ("MAILING_ADDRESS", .billing),
        ("Dirección de facturación", .billing), ("Photo GPS", .picture),
    ])
    func `a name says whose place it is`(name: String, owner: PlaceOwner) {
        #expect(PlaceOwner(columnNamed: name) == owner)
    }

    @Test(arguments: [
        "Address", "Incident Address", "Reported Location", "Property Address", "SR Location", "Domicilio",
        "Localidad de los hechos", "Street", "Ort", "Woonplaats", "Town", "Lat_Long Location",
    ])
    func `the request's own place is nobody's`(name: String) {
        #expect(PlaceOwner(columnNamed: name) == nil)
    }

    @Test func `each word is one of a name's, as names are taken apart`() {
        for owner in PlaceOwner.allCases {
            for word in owner.words { #expect(PlaceOwner(columnNamed: word) != nil, "\(word)") }
        }
    }

    @Test func `without a city file a column of both degrees that is a person's or a photo's is not taken`()
        throws
    {
        func location(_ name: String) throws -> Int? {
            var map = try ColumnMap(
                header: ["id", "category", "opened", name], line: 1, source: "r.csv",
                selection: ColumnSelection(), layers: [])
            map.findLocation { $0 == 3 ? ["(39.2904, -76.6122)"] : ["x"] }
            #expect(map.unusedPlaces { $0 == 3 ? ["(39.2904, -76.6122)"] : ["x"] } == [])
            return map.columns[.location]
        }
        #expect(try location("Where") == 3)
        #expect(try location("Caller Position") == nil)
        #expect(try location("Photo Position") == nil)
    }
}
