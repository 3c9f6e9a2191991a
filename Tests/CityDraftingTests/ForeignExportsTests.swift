import City
import Foundation
import Geometry
import ServiceRequests
import TestSupport
import Testing

@testable import CityDrafting

/// Exports in the style of systems of several countries, as `init` and then every command reads them.
struct ForeignExportsTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private func areas(_ name: String = "wards.geojson") throws -> String {
        try generated.areas(name) { "\"CODE\": \"\($0 + 1)\"" }
    }

    private typealias Cell = GeneratedCity.Cell

    @Test func `German names with a stop and with a state of work are known`() throws {
        let path = try generated.requests(
            [
                ("Vorgangsnr.", .id), ("Eingangsdatum", .opened), ("Bearbeitungsstand", .status),
                ("Kategorie", .category), ("Erledigungsdatum", .closed), ("Straße", .street),
                ("Hausnr.", .number), ("Bezirk", .area), ("Längengrad", .commaLongitude),
                ("Breitengrad", .commaLatitude),
            ], dates: .european, delimiter: ";")
        let (draft, city) = try generated.draft(path, areas: [try areas()])
        #expect(draft.failure == nil)
        #expect(city.requests.columns["id"] == "Vorgangsnr.")
        #expect(city.requests.columns["status"] == "Bearbeitungsstand")
        #expect(city.requests.addressParts == ["Straße", "Hausnr."])
    }

    @Test func `Turkish and Czech names are known, and titles keep their accents`() throws {
        let turkish = try generated.requests(
            [
                ("Başvuru No", .id), ("Konu", .category), ("Durum", .status), ("Başvuru Tarihi", .opened),
                ("Kapanış Tarihi", .closed), ("İlçe", .area), ("Enlem", .latitude), ("Boylam", .longitude),
            ], dates: .european, delimiter: ";")
        let (first, city) = try generated.draft(turkish, areas: [try areas()])
        #expect(first.failure == nil)
        #expect(city.requests.columns["category"] == "Konu")
        #expect(city.requests.columns["opened"] == "Başvuru Tarihi")
        #expect(city.requests.columns["closed"] == "Kapanış Tarihi")
        #expect(city.layers.first?.name == "ilce" && city.layers.first?.title == "İlçe")
        let czech = try generated.requests(
            [
                ("Číslo", .id), ("Kategorie", .category), ("Stav", .status), ("Datum podání", .opened),
                ("Datum vyřešení", .closed), ("Městská část", .area), ("GPS", .pair), ("Adresa", .address),
            ], dates: .european, delimiter: ";")
        let (second, brno) = try generated.draft(czech, areas: [try areas("mc.geojson")])
        #expect(second.failure == nil)
        #expect(brno.requests.columns["id"] == "Číslo" && brno.requests.columns["status"] == "Stav")
        #expect(brno.requests.columns["closed"] == "Datum vyřešení")
        #expect(brno.layers.first?.title == "Městská část")
    }

    @Test func `a Japanese export is read by its own words`() throws {
        let path = try generated.requests(
            [
                ("受付番号", .id), ("受付日", .opened), ("カテゴリ", .category), ("状態", .status), ("完了日", .closed),
                ("区", .area), ("緯度", .latitude), ("経度", .longitude),
            ], dates: .iso)
        let (draft, city) = try generated.draft(path, areas: [try areas()])
        #expect(draft.failure == nil)
        #expect(
            city.requests.columns == [
                "id": "受付番号", "opened": "受付日", "category": "カテゴリ", "status": "状態", "closed": "完了日",
                "latitude": "緯度", "longitude": "経度",
            ])
        #expect(city.layers.first?.assigned == "区")
    }

    @Test func `the subject is the category where a service has several, as Confirm exports it`() throws {
        let path = try generated.requests(
            [
                ("Enquiry Number", .id), ("Service Code", .text("HWAY")), ("Service Name", .channel),
                ("Subject Code", .categoryCode), ("Subject Name", .category), ("Status Name", .status),
                ("Logged Time", .opened), ("Longitude", .longitude), ("Latitude", .latitude), ("Ward", .area),
            ], dates: .european)
        let (_, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.requests.columns["category"] == "Subject Name")
    }

    @Test func `a column called an address is one, also where one street has all`() throws {
        let path = try generated.requests(
            [
                ("service_request_id", .id), ("service_name", .category), ("status", .status),
                ("requested_datetime", .opened), ("adress", .oneStreet), ("long", .longitude),
                ("lat", .latitude),
            ], dates: .iso)
        let (_, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.requests.columns["address"] == "adress")
    }

    @Test func `longitudes that count from 0 to 360 are positions`() throws {
        let path = try generated.requests(
            [
                ("id", .id), ("type", .category), ("status", .status), ("opened", .opened),
                ("lon", .turnedLongitude), ("lat", .latitude), ("ward", .area),
            ], dates: .iso)
        let (draft, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.requests.columns["longitude"] == "lon")
        #expect(city.layers.first?.assigned == "ward")
        #expect(city.timeZone == "America/New_York", "\(draft.text)")
    }

    // The columns were looked at by the clock of UTC, for which EST is another zone's.
    @Test(arguments: ["%@ EST", "%@ ET"])
    func `dates with the city's own zone are dates`(form: String) throws {
        let path = try generated.export("id,category,opened,lon,lat") { row in
            let day = String(format: "2024-01-%02d 10:00", row % 28 + 1)
            return ["24-\(1000 + row)", "Pothole", form.replacing("%@", with: day)]
                + GeneratedCity.degrees(row)
        }
        let (draft, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.timeZone == "America/New_York")
        #expect(city.requests.columns["opened"] == "opened", "\(draft.text)")
        #expect(draft.failure == nil)
        // Without a place the zone is open, which is no fault of the dates.
        let alone = try generated.export("id,category,opened,status", name: "alone.csv") { row in
            ["24-\(1000 + row)", "Pothole", String(format: "2024-01-%02d 10:00 EST", row % 28 + 1), "Open"]
        }
        let sources = CityDraftSources(requests: alone, cityFile: generated.folder("city.yaml"))
        #expect(
            try CityDrafter(sources, jobs: 1).draft().doubts.contains {
                $0.hasPrefix("opened: ") && $0.contains("its texts name a time zone")
            })
    }

    // Closings were compared as they are written with openings that were put right.
    @Test func `dates that a spreadsheet exchanged are compared as they are read`() throws {
        func written(_ day: (month: Int, day: Int)) -> String {
            day.day <= 12
                ? String(format: "2024-%02d-%02d", day.day, day.month)
                : String(format: "%d/%d/2024", day.month, day.day)
        }
        let path = try generated.export("id,category,Opened,Closed,lon,lat", rows: 240) { row in
            let opened = (month: row % 11 + 1, day: row % 16 + 1)
            return [
                "24-\(1000 + row)", "Pothole", written(opened), written((opened.month, opened.day + 12)),
            ] + GeneratedCity.degrees(row)
        }
        let (draft, city) = try generated.draft(path)
        #expect(city.requests.columns["closed"] == "Closed", "\(draft.doubts)")
    }

    @Test func `Accela's day of filing is the opening`() throws {
        let path = try generated.requests([
            ("Record ID", .id), ("Record Type", .category), ("Record Status", .status),
            ("File Date", .opened), ("Closed Date", .closed), ("Opened By", .person),
            ("lon", .longitude), ("lat", .latitude),
        ])
        let (draft, city) = try generated.draft(path)
        #expect(city.requests.columns["opened"] == "File Date", "\(draft.doubts)")
        #expect(city.requests.columns["id"] == "Record ID")
    }

    @Test func `a portal's own id goes behind the number of the request`() throws {
        let path = try generated.requests([
            ("datasetid", .text("311")), ("recordid", .row), ("fields.sr_no", .id),
            ("fields.sr_type", .category), ("fields.opened", .opened), ("fields.lon", .longitude),
            ("fields.lat", .latitude),
        ])
        let (_, city) = try generated.draft(path)
        #expect(city.requests.columns["id"] == "fields.sr_no")
    }

    @Test func `a coordinate called E or N is an easting or a northing`() throws {
        for names in [("Koordinate E", "Koordinate N"), ("coord_e", "coord_n"), ("E", "N")] {
            #expect(AxisName(ColumnName(names.0))?.axis == .east)
            #expect(AxisName(ColumnName(names.1))?.axis == .north)
        }
        #expect(AxisName(ColumnName("Street N")) == nil)
    }

    @Test func `a French address in number and street is an address in parts`() throws {
        let path = try generated.requests(
            [
                ("Référence", .id), ("Date de création", .opened), ("Statut", .status),
                ("Type de demande", .category), ("N° voirie", .number), ("Nom de voirie", .street),
                ("Quartier", .area), ("Longitude", .longitude), ("Latitude", .latitude),
            ], dates: .european, delimiter: ";")
        let (_, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.requests.addressParts == ["N° voirie", "Nom de voirie"])
        #expect(city.requests.columns["id"] == "Référence")
    }

    @Test func `a Portuguese house number beside its street does not identify requests`() throws {
        let path = try generated.requests(
            [
                ("Protocolo", .id), ("Data de abertura", .opened), ("Data de conclusão", .closed),
                ("Situação", .status), ("Serviço", .category), ("Logradouro", .street), ("Número", .number),
                ("Bairro", .area), ("Longitude", .longitude), ("Latitude", .latitude),
            ], dates: .european, delimiter: ";")
        let (_, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.requests.columns["id"] == "Protocolo")
        #expect(city.requests.addressParts == ["Logradouro", "Número"])
    }

    @Test func `an Italian and a Dutch export are read by their own words`() throws {
        let italian = try generated.requests(
            [
                ("Numero segnalazione", .id), ("Data apertura", .opened), ("Data chiusura", .closed),
                ("Stato", .status), ("Categoria", .category), ("Indirizzo", .address),
                ("Circoscrizione", .area), ("Longitudine", .longitude), ("Latitudine", .latitude),
            ], dates: .european, delimiter: ";")
        let (_, first) = try generated.draft(italian, areas: [try areas()])
        #expect(first.requests.columns["id"] == "Numero segnalazione")
        #expect(first.requests.columns["closed"] == "Data chiusura")
        #expect(first.layers.first?.assigned == "Circoscrizione")
        let dutch = try generated.requests(
            [
                ("Zaaknummer", .id), ("Melddatum", .opened), ("Datum afgehandeld", .closed),
                ("Status", .status), ("Categorie", .category), ("Straatnaam", .street),
                ("Huisnummer", .number), ("Wijkcode", .area), ("Lengtegraad", .longitude),
                ("Breedtegraad", .latitude),
            ], dates: .european, delimiter: ";")
        let (_, second) = try generated.draft(dutch, areas: [try areas()])
        #expect(second.requests.columns["opened"] == "Melddatum")
        #expect(second.requests.columns["closed"] == "Datum afgehandeld")
    }

    // MARK: What is taken for granted

    private static let plain: [(String, GeneratedCity.Cell)] = [
        ("request_id", .id), ("category", .category), ("status", .status), ("opened", .opened),
        ("closed", .closed), ("address", .address), ("lon", .longitude), ("lat", .latitude),
    ]

    @Test func `one text for all rows is no area, however many of the rows lie in one`() throws {
        let path = try generated.requests(Self.plain + [("priority", .text("STANDARD"))])
        // Five areas of six have one count, so that five rows in six lie in "area 0".
        let counted = try generated.areas("routes.geojson") { "\"PROP_COUNT\": \($0 == 5 ? 7 : 0)" }
        let (draft, city) = try generated.draft(path, areas: [counted])
        #expect(city.layers.allSatisfy { $0.assigned == nil })
        #expect(!draft.text.contains("aliases:") && !draft.canAudit)
    }

    @Test func `a few texts that agree with a map by chance are no areas`() throws {
        // Shifts of a few texts are independent of the areas, of which one has most.
        let path = try generated.requests(Self.plain + [("team", .channel)])
        let counted = try generated.areas("routes.geojson") { "\"KIND\": \"\($0 == 5 ? "Web" : "Phone")\"" }
        let (_, city) = try generated.draft(path, areas: [counted])
        #expect(city.layers.allSatisfy { $0.assigned == nil })
    }

    @Test func `a layer's title is one of what its file's name calls by the plural`() throws {
        let path = try generated.requests(Self.plain)
        let (draft, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.layers.map(\.name) == ["ward"] && draft.text.contains("title: Ward "))
        #expect(draft.text.contains("# name: NAME OF THE CITY"))
    }

    private func rows(areAddressed: Bool, east: Double = 0) throws -> String {
        let header = "id,type,status,created," + (areAddressed ? "address," : "") + "longitude,latitude"
        let kinds = ["Parking Meter Repair", "Dead Animal Pickup", "Missed Trash Collection", "Pothole"]
        let rows = (0..<90).map { row in
            let isDefault = row % 3 == 0
            let day = row % 27 + 1
            let address = areAddressed ? "\(100 + row) STREET\(["A", "B", "C"][row % 3])\(row) AVE," : ""
            let (x, y) = (-76.69 + 0.0004 * Double(row) + east, 39.21 + 0.0003 * Double(row))
            return
                "24-\(1000 + row),\(kinds[row % 4]),Closed,2024-03-\(day < 10 ? "0" : "")\(day) 10:00,\(address)"
                + (isDefault ? "\(-77 + east),39" : "\(x),\(y)")
        }
        return try generated.folder.write(
            ([header] + rows).joined(separator: "\n") + "\n", to: "rows-\(areAddressed)-\(Int(east)).csv")
    }

    @Test func `a default point is named with its counts, and told`() throws {
        let (draft, city) = try generated.draft(try rows(areAddressed: true), areas: [try areas()])
        #expect(city.requests.placeholders == [Coordinate(longitude: -77, latitude: 39)])
        #expect(draft.doubts.contains { $0.hasPrefix("placeholders:") && $0.contains("30 requests") })
    }

    @Test func `a position of many rows that no addresses tell of is offered, not taken`() throws {
        let (draft, city) = try generated.draft(try rows(areAddressed: false), areas: [try areas()])
        #expect(city.requests.placeholders.isEmpty)
        #expect(draft.text.contains("# placeholders: [[-77.0, 39.0]]"))
        #expect(draft.doubts.contains { $0.hasPrefix("placeholders: 30 rows") })
    }

    @Test func `areas on another continent than the requests are told with how far away they are`() throws {
        let (far, _) = try generated.draft(try rows(areAddressed: true, east: 80), areas: [try areas()])
        #expect(far.doubts.contains { $0.contains("wards.geojson lies 6,") && $0.contains("km from") })
        let (near, _) = try generated.draft(try rows(areAddressed: true), areas: [try areas()])
        #expect(!near.doubts.contains { $0.contains("km from the requests") })
    }

    @Test func `kinds come back by their nature where waste is collected, not at every pickup or meter`()
        throws
    {
        let (draft, _) = try generated.draft(try rows(areAddressed: true))
        #expect(draft.text.contains("# returning: [Missed Trash Collection]"))
    }

    @Test func `a city between two zones is told of both`() throws {
        let table = """
            US\t+415100-0873900\tAmerica/Chicago\tCentral
            US\t+394421-1045903\tAmerica/Denver\tMountain
            """
        func zone(_ longitude: Double) throws -> NearestTimeZone {
            try #require(
                NearestTimeZone(
                    to: Coordinate(longitude: longitude, latitude: 41), table: table, country: "US"))
        }
        let between = try zone(-99)
        #expect(Set([between.name, between.rival?.name]) == ["America/Chicago", "America/Denver"])
        #expect(try zone(-90).rival == nil && zone(-104).rival == nil)
    }

    // Turin: the address without its number, and times of day with a stop.
    @Test func `an Italian address with its number beside it, and times with a stop, are found`() throws {
        let path = try generated.requests(
            [
                ("Num. Segnalazione", .id), ("Data Apertura", .day), ("Ora Apertura", .stoppedTime),
                ("Canale", .channel), ("Categoria", .category), ("Stato", .status), ("Circoscrizione", .area),
                ("Indirizzo", .street), ("Civico", .number), ("Latitudine", .latitude),
                ("Longitudine", .longitude),
            ], dates: .european, delimiter: ";")
        let (_, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.requests.addressParts == ["Indirizzo", "Civico"])
        #expect(city.requests.columns["channel"] == "Canale")
        #expect(city.requests.timeColumns == ["opened": "Ora Apertura"])
    }

    // Buenos Aires: COMUNA 12 has a word and a number, as an address has.
    @Test func `a numbered area is no address, and the contact of the request its id`() throws {
        let path = try generated.requests(
            [
                ("contacto", .id), ("categoria", .category), ("fecha_ingreso", .opened),
                ("domicilio_cgpc", .commune),
                ("lat", .latitude), ("lon", .longitude), ("estado_del_contacto", .status),
                ("fecha_cierre_contacto", .closed),
            ], dates: .european, delimiter: ";")
        let (_, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.layers.first?.assigned == "domicilio_cgpc")
        #expect(city.requests.addressParts.isEmpty && city.requests.columns["address"] == nil)
        #expect(city.requests.columns["id"] == "contacto")
        #expect(city.requests.columns["closed"] == "fecha_cierre_contacto")
        #expect(city.requests.columns["status"] == "estado_del_contacto")
    }

    // Bogotá: `08 - KENNEDY`, of which few rows are in the file, and no column with a number in each text is a town.
    @Test func `an area written with its number has its alias however few requests it has`() throws {
        let path = try generated.requests(
            [
                ("Número petición", .id), ("Fecha registro", .opened), ("Subtema", .category),
                ("Localidad", .rareArea), ("Latitud", .latitude), ("Longitud", .longitude),
            ], dates: .iso)
        let (_, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.layers.first?.aliases["06 - FIR"] == "6")
        #expect(city.requests.columns["city"] == nil)
    }

    // Madrid: NOMBRE_VIA is the name of a street, and ANOMALIA what is wrong.
    @Test func `a via beside Spanish words is a street`() throws {
        let path = try generated.requests(
            [
                ("ID", .id), ("FECHA_DE_RECEPCION", .opened), ("ANOMALIA", .category), ("TIPO_VIA", .suffix),
                ("NOMBRE_VIA", .street), ("NUM_VIA", .number), ("LATITUD", .latitude),
                ("LONGITUD", .longitude),
            ], dates: .european)
        let (_, city) = try generated.draft(path, areas: [try areas()])
        #expect(city.requests.columns["category"] == "ANOMALIA")
        #expect(
            city.requests.addressParts.contains("NOMBRE_VIA")
                && city.requests.addressParts.contains("NUM_VIA"))
        #expect(ColumnName("Received Via").meanings.contains(.method))
    }

    // Barcelona: the date in three columns.
    @Test func `what is named for the opening and cannot be read is offered with the reason`() throws {
        let path = try generated.requests(
            [
                ("FITXA_ID", .id), ("DIA_DATA_ALTA", .text("7")), ("MES_DATA_ALTA", .text("5")),
                ("ANY_DATA_ALTA", .text("2024")), ("TIPUS", .text("INCIDENCIA")), ("ELEMENT", .category),
                ("LATITUD", .latitude),
                ("LONGITUD", .longitude),
            ])
        let (draft, _) = try generated.draft(path, areas: [try areas()])
        #expect(draft.text.contains("# opened: DIA_DATA_ALTA"))
        #expect(draft.text.contains("# category: ELEMENT"))
        #expect(
            draft.doubts.contains { $0.hasPrefix("opened: DIA_DATA_ALTA is only offered: by its name, but") })
        #expect(draft.doubts.contains { $0.contains("all 60 requests count as open") } == false)
    }

    @Test func `the abbreviated dates of Hansen and the kinds of SAP are known by their names`() throws {
        let hansen = try generated.requests([
            ("SERVNO", .id), ("PROBDESC", .category), ("ADDDTTM", .opened), ("RESDTTM", .closed),
            ("SCHEDDTTM", .due), ("STAT", .status), ("LATITUDE", .latitude), ("LONGITUDE", .longitude),
        ])
        let (_, city) = try generated.draft(hansen, areas: [try areas()])
        #expect(city.requests.columns["closed"] == "RESDTTM" && city.requests.columns["due"] == "SCHEDDTTM")
        let sap = try generated.requests(
            [
                ("Vorgangsnr.", .id), ("Vorgangsart", .category), ("Angelegt am", .opened),
                ("Abgeschlossen am", .closed), ("Längengrad", .longitude), ("Breitengrad", .latitude),
            ], dates: .european, delimiter: ";")
        #expect(
            try generated.draft(sap, areas: [try areas()]).1.requests.columns["category"] == "Vorgangsart")
    }

    @Test func `numbers of British properties and Dutch postal codes tell the grid`() {
        #expect(GridSearch.country(ofPostalCodes: [], header: ["Easting", "Northing", "UPRN"]) == "GB")
        let leeds = [MapPoint(x: 430_000, y: 434_000)]
        #expect(GridSearch(leeds, country: "GB").code == "EPSG:27700")
        let utrecht = [MapPoint(x: 136_000, y: 456_000)]
        #expect(
            GridSearch(utrecht, country: GridSearch.country(ofPostalCodes: ["3511 AB"], header: [])).code
                == "EPSG:28992")
    }
}
