import City
import Foundation
import TestSupport
import Testing

@testable import CityDrafting

/// The columns of exports as systems name them, and what each is to be taken for.
private struct Export: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let columns: [(String, GeneratedCity.Cell)]
    let expected: [String: String]
    var dates = GeneratedCity.DateStyle.american
    var delimiter = ","

    static let all: [Export] = [
        Export(
            testDescription: "Salesforce cases",
            columns: [
                ("Case ID", .guid), ("Case Number", .id), ("Date/Time Opened", .opened),
                ("Date/Time Closed", .closed),
                ("Status", .status), ("Type", .category), ("Case Origin", .channel),
                ("Contact Name", .person),
                ("Case Owner", .person), ("Street Address", .address), ("Latitude", .latitude),
                ("Longitude", .longitude),
                ("Council Ward", .area), ("Description", .note),
            ],
            expected: [
                "id": "Case Number", "category": "Type", "opened": "Date/Time Opened",
                "closed": "Date/Time Closed",
                "status": "Status", "channel": "Case Origin", "address": "Street Address",
                "longitude": "Longitude",
                "latitude": "Latitude", "description": "Description",
            ]),
        Export(
            testDescription: "a ServiceNow list",
            columns: [
                ("Number", .id), ("Caller", .person), ("State", .status), ("Category", .category),
                ("Opened", .opened),
                ("Opened by", .person), ("Closed", .closed), ("Due date", .due), ("Updated", .closed),
                ("Location", .address), ("x", .longitude), ("y", .latitude), ("Ward", .area),
            ],
            expected: [
                "id": "Number", "category": "Category", "opened": "Opened", "closed": "Closed",
                "due": "Due date",
                "status": "State", "address": "Location", "longitude": "x", "latitude": "y",
            ], dates: .iso),
        Export(
            testDescription: "a city's glued names",
            columns: [
                ("OBJECTID", .row), ("SERVICEREQUESTNUM", .id), ("SERVICECODE", .categoryCode),
                ("SERVICECODEDESCRIPTION", .category), ("CREATEDDATE", .opened),
                ("CREATEDDATEUTC", .openedUTC),
                ("CLOSEDATE", .closed), ("REQUESTSTATUS", .status), ("METHODRECEIVED", .channel),
                ("STREETADDRESS", .address),
                ("ZIPCODE", .zip), ("XCOORD", .longitude), ("YCOORD", .latitude), ("WARD", .area),
            ],
            expected: [
                "id": "SERVICEREQUESTNUM", "category": "SERVICECODEDESCRIPTION", "opened": "CREATEDDATE",
                "closed": "CLOSEDATE", "status": "REQUESTSTATUS", "channel": "METHODRECEIVED",
                "address": "STREETADDRESS", "zip": "ZIPCODE", "longitude": "XCOORD", "latitude": "YCOORD",
            ]),
        Export(
            testDescription: "a Spanish export",
            columns: [
                ("Folio", .id), ("Tipo de solicitud", .category), ("Estatus", .status),
                ("Fecha de creación", .opened),
                ("Fecha de cierre", .closed), ("Dirección", .address), ("Latitud", .latitude),
                ("Longitud", .longitude),
                ("Distrito", .area), ("Canal", .channel), ("Código postal", .zip),
            ],
            expected: [
                "id": "Folio", "category": "Tipo de solicitud", "status": "Estatus",
                "opened": "Fecha de creación",
                "closed": "Fecha de cierre", "address": "Dirección", "latitude": "Latitud",
                "longitude": "Longitud",
                "channel": "Canal", "zip": "Código postal",
            ], dates: .iso, delimiter: ";"),
        Export(
            testDescription: "a German export",
            columns: [
                ("Vorgangsnummer", .id), ("Kategorie", .category), ("Status", .status),
                ("Erstellt am", .opened),
                ("Erledigt am", .closed), ("Adresse", .address), ("Breitengrad", .latitude),
                ("Längengrad", .longitude),
                ("Bezirk", .area), ("PLZ", .zip),
            ],
            expected: [
                "category": "Kategorie", "status": "Status", "opened": "Erstellt am", "closed": "Erledigt am",
                "address": "Adresse", "latitude": "Breitengrad", "longitude": "Längengrad", "zip": "PLZ",
            ], dates: .european, delimiter: ";"),
        Export(
            testDescription: "a French export",
            columns: [
                ("Numéro de la demande", .id), ("Catégorie", .category), ("Statut", .status),
                ("Date de création", .opened),
                ("Date de fermeture", .closed), ("Adresse", .address), ("Latitude", .latitude),
                ("Longitude", .longitude),
                ("Arrondissement", .area),
            ],
            expected: [
                "id": "Numéro de la demande", "category": "Catégorie", "status": "Statut",
                "opened": "Date de création",
                "closed": "Date de fermeture", "address": "Adresse",
            ], dates: .european, delimiter: ";"),
        Export(
            testDescription: "a Dutch export with glued words and decimal commas",
            columns: [
                ("Meldnummer", .id), ("Subcategorie", .category), ("Meldingsstatus", .status),
                ("Aanmaakdatum", .opened), ("Afhandeldatum", .closed), ("Straatnaam", .street),
                ("Huisnummer", .number), ("Breedtegraad", .commaLatitude), ("Lengtegraad", .commaLongitude),
                ("Stadsdeel", .area),
            ],
            expected: [
                "id": "Meldnummer", "category": "Subcategorie", "status": "Meldingsstatus",
                "opened": "Aanmaakdatum", "closed": "Afhandeldatum", "latitude": "Breedtegraad",
                "longitude": "Lengtegraad",
            ], dates: .european, delimiter: ";"),
    ]
}

struct CityDrafterTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private static let plain: [(String, GeneratedCity.Cell)] = [
        ("request_id", .id), ("category", .category), ("status", .status), ("opened", .opened),
        ("closed", .closed),
        ("address", .address), ("lon", .longitude), ("lat", .latitude),
    ]

    private func wards() throws -> String {
        try generated.areas { area in
            "\"OBJECTID\": \(11 + area), \"WARD_NO\": \"\(area + 1)\", \"NAME\": \"Ward of \(GeneratedCity.areaNames[area])\""
        }
    }

    @Test(arguments: Export.all)
    fileprivate func `columns are found by their names and contents, in every system's words`(export: Export)
        throws
    {
        let path = try generated.requests(export.columns, dates: export.dates, delimiter: export.delimiter)
        let (draft, city) = try generated.draft(path, areas: [try wards()])
        #expect(draft.failure == nil)
        for (field, column) in export.expected {
            #expect(city.requests.columns[field] == column, "\(field)")
        }
        let layer = try #require(city.layers.first)
        #expect(export.columns.first { $0.0 == layer.assigned }.map { "\($0.1)" } == "area")
        #expect(layer.editions.first?.code == "WARD_NO")
        #expect(layer.editions.first?.title == "NAME")
    }

    @Test
    func `the column is taken whose codes agree with the positions, not one of other areas or of an old map`()
        throws
    {
        let path = try generated.requests(
            Self.plain + [("police ward", .otherArea), ("old ward", .oldArea), ("ward", .area)])
        let (draft, city) = try generated.draft(path, areas: [try wards()])
        #expect(city.layers.first?.assigned == "ward")
        #expect(
            draft.text.contains(
                "60 of 60 codes are areas of wards.geojson; of 60 with a position 90.0 % agree with it"))
    }

    @Test func `codes that are spelled otherwise are known by where their requests lie`() throws {
        let path = try generated.requests(Self.plain + [("borough", .numberedArea)])
        let areas = try generated.areas { area in "\"CODE\": \"\(301 + area * 7)\", \"KIND\": \"borough\"" }
        let (_, city) = try generated.draft(path, areas: [areas])
        let layer = try #require(city.layers.first)
        #expect(layer.assigned == "borough")
        #expect(layer.aliases["01 ALDER"] == "301")
        #expect(layer.aliases["06 FIR"] == "336")
        #expect(layer.aliases.count == 6)
    }

    @Test func `files with years in their names are editions of one layer, and the day is marked`() throws {
        let path = try generated.requests(Self.plain + [("ward", .area)])
        let properties = { (area: Int) in "\"WARD_NO\": \"\(area + 1)\"" }
        let areas = [
            try generated.areas("wards-2022.geojson", properties: properties),
            try generated.areas("wards-2012.geojson", properties: properties),
        ]
        let (draft, city) = try generated.draft(path, areas: areas)
        #expect(city.layers.count == 1)
        #expect(city.layers[0].editions.map { $0.from.map { "\($0)" } } == [nil, "2022-01-01"])
        #expect(draft.doubts.contains { $0.contains("2022-01-01") })
    }

    @Test func `a file without ids has the numbers of its lines, and says so`() throws {
        let path = try generated.requests(Array(Self.plain.dropFirst()))
        let (draft, city) = try generated.draft(path)
        #expect(city.requests.identification == .lineNumber)
        #expect(draft.failure == nil)
        #expect(draft.doubts.contains { $0.contains("lines stand in") })
    }

    @Test func `an address in parts and both degrees in one column are found`() throws {
        let path = try generated.requests([
            ("SR #", .id), ("Problem", .category), ("Received", .opened), ("House No.", .number),
            ("Street", .street),
            ("Street Type", .suffix), ("Geo Location", .pair),
        ])
        let (_, city) = try generated.draft(path)
        #expect(city.requests.addressParts == ["House No.", "Street", "Street Type"])
        #expect(city.requests.columns["location"] == "Geo Location")
        #expect(city.requests.columns["longitude"] == nil)
    }

    @Test func `areas of which no request has a code are a layer without a column, and nothing is audited`()
        throws
    {
        let path = try generated.requests(Self.plain)
        let (draft, city) = try generated.draft(path, areas: [try wards()])
        #expect(city.layers.first?.assigned == nil)
        #expect(!draft.canAudit)
    }

    @Test func `a file without a date of opening says that no command takes it`() throws {
        let path = try generated.requests(Self.plain.filter { $0.0 != "opened" && $0.0 != "closed" })
        var sources = CityDraftSources(requests: path, cityFile: generated.folder("city.yaml"))
        sources.areas = []
        let draft = try CityDrafter(sources, jobs: 1).draft()
        #expect(draft.failure?.contains("date of opening") == true)
    }

    @Test func `of two dates that nothing tells apart none is taken for the opening`() throws {
        let dates: [(String, GeneratedCity.Cell)] = [("date1", .opened), ("date2", .due)]
        let path = try generated.requests(
            Self.plain.filter { $0.0 != "opened" && $0.0 != "closed" } + dates)
        let (draft, city) = try generated.draft(path)
        #expect(city.requests.columns["opened"] == nil)
        #expect(draft.text.contains("# opened: date1") && draft.text.contains("or date2"))
        #expect(draft.doubts.contains { $0.hasPrefix("opened: date1") })
    }

    @Test
    func `columns whose names say nothing are offered by what stands in them, and degrees by the areas`()
        throws
    {
        let path = try generated.requests([
            ("f1", .id), ("f2", .category), ("f3", .closed), ("f4", .opened), ("f5", .address),
            ("f6", .latitude), ("f7", .longitude), ("f8", .area), ("f9", .status),
        ])
        let (draft, city) = try generated.draft(path, areas: [try wards()])
        #expect(city.requests.columns["longitude"] == "f7" && city.requests.columns["latitude"] == "f6")
        #expect(city.layers.first?.assigned == "f8")
        for line in ["# id: f1", "# category: f2", "# opened: f4", "# closed: f3", "# status: f9"] {
            #expect(draft.text.contains(line), "\(line)")
        }
        #expect(draft.failure != nil)
    }

    @Test func `a coarse category is taken with a word where another column tells more kinds apart`() throws {
        let path = try generated.requests(
            [("Request Type", .text("Streets")), ("Subrequest Type", .category)]
                + Self.plain.filter { $0.0 != "category" })
        let (draft, city) = try generated.draft(path)
        let isTold = draft.doubts.contains { $0.contains("take the one that crews and targets go by") }
        #expect(city.requests.columns["category"] == "Subrequest Type" || isTold)
    }

    @Test func `few positions do not tell where the city is, where areas do`() throws {
        let path = try generated.requests(
            Self.plain.filter { $0.0 != "lon" && $0.0 != "lat" } + [
                ("lon", .fewLongitudes), ("lat", .fewLatitudes),
            ])
        let (draft, _) = try generated.draft(path, areas: [try wards()])
        #expect(draft.text.contains("by where the areas are"))
        #expect(draft.text.contains("timezone: America/New_York"))
        let (alone, _) = try generated.draft(path)
        #expect(alone.text.contains("of which only 2 positions tell"))
    }

    @Test func `without a table of time zones the zone is offered, not taken`() throws {
        let path = try generated.requests(Self.plain)
        let sources = CityDraftSources(requests: path, cityFile: generated.folder("city.yaml"))
        let draft = try CityDrafter(sources, jobs: 1, zoneTables: []).draft()
        #expect(draft.text.contains("# timezone: "))
        #expect(draft.failure?.contains("time zone") == true)
        #expect(draft.doubts.contains { $0.contains("tzdata") })
    }

    @Test func `no comment holds what a request says of people and places`() throws {
        let path = try generated.requests(
            Self.plain + [("caller", .person), ("comments", .note), ("ward", .area)])
        let (draft, _) = try generated.draft(path, areas: [try wards()])
        for text in ["Somebody", "ALDER ST", "is back again", "24-1000"] {
            #expect(!draft.text.contains(text))
        }
    }

    @Test func `the same files give the same city file`() throws {
        let path = try generated.requests(Self.plain + [("ward", .area), ("beat", .otherArea)])
        let areas = [try wards()]
        let first = try generated.draft(path, areas: areas).draft.text
        #expect(try generated.draft(path, areas: areas).draft.text == first)
    }
}
