import City
import Foundation
import TestSupport
import Testing

@testable import CityDrafting

/// Exports with the places of persons, of bills and of photos, alone and beside the requests' own.
struct PlacesOfAnotherTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private func draft(
        _ header: String, areas: String = "wards.geojson", _ cells: @escaping (Int) -> [String]
    ) throws -> (draft: CityDraft, city: CityFile) {
        let path = try generated.export("id,category,status,opened,closed,\(header)") {
            GeneratedCity.plain($0) + cells($0)
        }
        return try generated.draft(path, areas: [generated.areas(areas) { "\"CODE\": \"\($0 + 1)\"" }])
    }

    private static let names = [
        "Applicant Address,Applicant City,Applicant Zip", "Owner Address,Owner City,Owner Zip",
        "Billing Address,Billing City,Billing Zip", "Mailing Address,Mailing City,Mailing Zip",
        "Petitioner Address,Petitioner City,Petitioner Zip", "Caller Address,Caller City,Caller Zip",
        "Dirección del solicitante,Municipio de residencia,Código postal del solicitante",
        "Domicilio ciudadano,Ciudad del peticionario,CP ciudadano",
        "Adresse du demandeur,Ville du demandeur,Code postal du demandeur",
        "Adresse du plaignant,Ville de résidence,Code postal citoyen",
        "Anschrift des Bürgers,Ort des Meldenden,PLZ des Bürgers", "Adresse Melder,Wohnort,PLZ Melder",
        "Indirizzo del segnalante,Comune di residenza,CAP segnalante",
        "Endereço do solicitante,Cidade do solicitante,CEP do solicitante",
        "Adres aanvrager,Woonplaats aanvrager,Postcode aanvrager",
    ]

    private static func home(_ row: Int) -> [String] {
        ["\(100 + row * 7 % 90) Oak Ave", "Hamden", "0651\(row % 3)"]
    }

    @Test(arguments: names)
    func `an address, a town and a ZIP code of another are not the request's, and the address is offered`(
        names: String
    ) throws {
        let (draft, city) = try draft("\(names),Longitude,Latitude") {
            Self.home($0) + GeneratedCity.degrees($0)
        }
        #expect(city.requests.columns["address"] == nil && city.requests.addressParts.isEmpty)
        #expect(city.requests.columns["city"] == nil)
        #expect(city.requests.columns["zip"] == nil)
        #expect(
            draft.doubts.contains {
                $0.hasPrefix(
                    "address: \(names.prefix { $0 != "," }) is only offered: by its name it is where a person"
                )
            }, "\(draft.doubts)")
    }

    @Test(arguments: names) func `beside them the request's own are taken`(names: String) throws {
        let (draft, city) = try draft("\(names),Address,City,Zip,Longitude,Latitude") {
            Self.home($0) + ["\(100 + $0) Elm St", "New Haven", "0650\($0 % 3)"] + GeneratedCity.degrees($0)
        }
        #expect(city.requests.columns["address"] == "Address", "\(draft.text)")
        #expect(city.requests.columns["city"] == "City")
        #expect(city.requests.columns["zip"] == "Zip")
        #expect(!draft.doubts.contains { $0.hasPrefix("address") })
    }

    @Test(arguments: [
        "Caller Longitude,Caller Latitude", "Customer Longitude,Customer Latitude",
        "Längengrad Melder,Breitengrad Melder", "Longitud residencia,Latitud residencia",
        "Longitude demandeur,Latitude demandeur", "Longitudine segnalante,Latitudine segnalante",
        "Lengtegraad melder,Breedtegraad melder", "Longitude solicitante,Latitude solicitante",
        "Photo Lon,Photo Lat",
    ])
    func `a position of another is only offered, and the reason is told`(names: String) throws {
        let (draft, city) = try draft(names) { GeneratedCity.degrees($0) }
        #expect(city.requests.columns["longitude"] == nil && city.requests.columns["latitude"] == nil)
        #expect(
            draft.doubts.contains {
                $0.hasPrefix("longitude: \(names.prefix { $0 != "," }) is only offered: by its name")
            }, "\(draft.doubts)")
        let (_, own) = try self.draft("\(names),X1,Y1") {
            GeneratedCity.degrees(($0 * 7 + 4) % 60) + GeneratedCity.degrees($0)
        }
        #expect(own.requests.columns["longitude"] == "X1" && own.requests.columns["latitude"] == "Y1")
    }

    @Test(arguments: ["Crew Lon,Crew Lat", "Closed Longitude,Closed Latitude"])
    func `a position of those who saw to the request is only offered where it stands alone`(names: String)
        throws
    {
        let (draft, city) = try draft(names) { GeneratedCity.degrees($0) }
        #expect(city.requests.columns["longitude"] == nil)
        #expect(
            draft.doubts.contains { $0.contains("where those were who saw to the request") },
            "\(draft.doubts)")
    }

    @Test func `both degrees in one column of a photo are only offered`() throws {
        let (draft, city) = try draft("Photo GPS") { row in
            let degrees = GeneratedCity.degrees(row)
            return ["\"(\(degrees[1]), \(degrees[0]))\""]
        }
        #expect(city.requests.columns["location"] == nil)
        #expect(
            draft.doubts.contains { $0.hasPrefix("location: Photo GPS is only offered") }, "\(draft.doubts)")
    }

    // Bogotá's header: the citizen's own locality stood before that of the facts.
    @Test func `the town of the facts goes before that of the residence`() throws {
        let (_, city) = try draft("Localidad de residencia,Localidad de los hechos,Longitude,Latitude") {
            [["USME", "SUBA"][$0 % 2], ["BOSA", "ENGATIVA", "FONTIBON"][$0 % 3]] + GeneratedCity.degrees($0)
        }
        #expect(city.requests.columns["city"] == "Localidad de los hechos")
    }

    // Buenos Aires' header in an export of one street: the address was the number and the CGPC.
    @Test func `parts of an address hold the street, though all rows have the same one, and no area`() throws
    {
        let header = "domicilio_calle,domicilio_altura,domicilio_cgpc,Longitude,Latitude"
        let (_, city) = try draft(header) {
            ["AV SANTA FE", "\(100 + $0)", "CGPC\($0 % 4 + 1)"] + GeneratedCity.degrees($0)
        }
        #expect(city.requests.addressParts == ["domicilio_calle", "domicilio_altura"])
        let (_, without) = try draft(String(header.dropFirst("domicilio_calle,".count))) {
            ["\(100 + $0)", "CGPC\($0 % 4 + 1)"] + GeneratedCity.degrees($0)
        }
        #expect(without.requests.addressParts.isEmpty && without.requests.columns["address"] == nil)
    }

    @Test func `a layer is not called by what software calls the text of a reference`() throws {
        let header = "assignment_group.display_value,Longitude,Latitude"
        let (draft, city) = try draft(header, areas: "sn.geojson") {
            ["\($0 % 6 + 1)"] + GeneratedCity.degrees($0)
        }
        #expect(city.layers.first?.title == "Assignment group", "\(draft.text)")
    }

    // MARK: Positions and addresses

    /// Drafts from the sample city's requests, the addresses of which stand in other rows.
    private func draftOfSample(movingAddresses: Bool) throws -> CityDraft {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sample = package.appending(path: "SampleData")
        let lines = try String(contentsOf: sample.appending(path: "requests.csv"), encoding: .utf8)
            .split(separator: "\n").prefix(1_501).map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
        let column = try #require(lines[0].firstIndex(of: "address"))
        let rows = lines[1...].filter { $0.count == lines[0].count && !$0.joined().contains("\"") }
        let moved = rows.indices.map { index -> String in
            var row = rows[index]
            let other = rows[rows.startIndex + (index - rows.startIndex + 700) % rows.count]
            if movingAddresses { row[column] = other[column] }
            return row.joined(separator: ",")
        }
        let text = ([lines[0].joined(separator: ",")] + moved).joined(separator: "\n") + "\n"
        var sources = CityDraftSources(
            requests: try generated.folder.write(text, to: "sample.csv"),
            cityFile: generated.folder("city.yaml"))
        sources.streets = sample.appending(path: "streets.geojson").path
        sources.addresses = sample.appending(path: "addresses.csv").path
        sources.areas = [package.appending(path: "Boundaries/council-districts.geojson").path]
        return try CityDrafter(sources, jobs: 2).draft()
    }

    @Test func `addresses that lie far from the positions beside them are only offered, whatever their name`()
        throws
    {
        let moved = try draftOfSample(movingAddresses: true)
        #expect(moved.text.contains("# address: address"), "\(moved.text)")
        #expect(
            moved.doubts.contains {
                $0.hasPrefix("address: address is only offered: of ")
                    && $0.contains("lie more than 250 m from the address beside them")
            }, "\(moved.doubts)")
        let own = try draftOfSample(movingAddresses: false)
        #expect(own.text.contains("\n    address: address"))
        #expect(!own.doubts.contains { $0.hasPrefix("address") }, "\(own.doubts)")
        #expect(!FileManager.default.fileExists(atPath: generated.folder(".wardline-reference.sqlite")))
    }
}
