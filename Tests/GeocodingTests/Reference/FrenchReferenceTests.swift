import AddressParsing
import Testing

@testable import Geocoding

/// Streets that are named in French: all of a reference are held alike, also those whose line alone does not show it.
struct FrenchReferenceTests {
    private func geocoder(_ names: [String]) throws -> Geocoder {
        let files = try SourceFiles()
        let streets = names.map {
            #""TLID":"1","FULLNAME":"\#($0)","LFROMADD":"101","LTOADD":"199","RFROMADD":"100","RTOADD":"198","ZIPL":"21201","ZIPR":"21201""#
        }
        return try files.geocoder([try files.streets(streets)])
    }

    private static let names = [
        "avenue Dufferin", "rue Dufferin", "boulevard Laurier", "boulevard Laurier Est", "rue Saint-Paul Est",
        "rue Saint-Paul Ouest", "chemin Royal",
    ]

    @Test func `streets of one name and another type meet`() throws {
        let geocoder = try geocoder(Self.names)
        let avenue = geocoder.geocode("150 avenue Dufferin")
        #expect(avenue.match?.faults.isEmpty == true)
        #expect(avenue.candidates.map { $0.streets[0].preType } == ["AVE", "RUE"])
        #expect(geocoder.geocode("150 Dufferin Avenue").match?.position == avenue.match?.position)
    }

    @Test(arguments: [
        "150 boulevard Laurier E", "150 boul. Laurier Est", "Apt 3, 150 boulevard Laurier Est",
        "150 boulevard Laurier Est, Saint-Aubin",
    ])
    func `a direction is none's town and is not thrown away`(_ line: String) throws {
        let geocoder = try geocoder(Self.names)
        let east = try #require(geocoder.geocode("150 boulevard Laurier Est").match)
        let plain = try #require(geocoder.geocode("150 boulevard Laurier").match)
        #expect(east.faults.isEmpty && plain.faults.isEmpty && east.position != plain.position)
        #expect(geocoder.geocode(line).match?.position == east.position, "\(line)")
    }

    @Test func `a street that the reference has not is no other of its type`() throws {
        #expect(try geocoder(Self.names).geocode("150 boulevard Champlain").match == nil)
    }

    @Test func `an official name keeps the direction that stands beside it`() throws {
        let match = try geocoder(["Park Rd 22", "Elm St"]).geocode("150 Park Rd 22 W").match
        #expect(match?.faults.contains(.directionalExtra) != false)
    }

    @Test(arguments: [("Est", "E"), ("O", "W"), ("Ouest", "W"), ("West", "W")])
    func `a column of directions may be in French`(word: String, direction: String) {
        var standard = StreetStandard(parser: AddressParser())
        let streets = standard.streets(.init(name: "Laurier", postType: "St", postDirectional: word))
        #expect(streets.first?.postDirectional?.abbreviation == direction)
    }
}
