import AddressParsing
import Testing

@testable import Geocoding

/// Case 89: each street is found by its own name before that is taken apart.
struct OfficialNamesTests {
    private static let names = [
        "Fire Rd 12", "Park Rd 22", "NFS Rd 211", "FS Rd 57", "Rnch Rd 13", "Rural Rte 7", "S Park Ave",
        "Loop 9",
        "County Rd AAA", "Old Mill Ln", "Avenue B", "1000 Oaks Dr", "A1A", "The Alameda", "El Camino Real",
    ]

    private static let geocoder: Geocoder = {
        var standard = StreetStandard(parser: AddressParser())
        let segments = names.enumerated().map { index, name in
            var segment = SmallTown.segment(
                "X ST", from: (Double(index) * 500, 0), to: (Double(index) * 500, 200), left: (101, 199),
                right: (100, 198))
            segment.names = [standard.street(name) ?? StreetName()]
            return segment
        }
        let tables = ReferenceCompiler.tables(
            segments: segments, points: [], officialNames: standard.officialNames)
        return Geocoder(reference: StreetReference(tables), settings: SmallTown.settings)
    }()

    @Test(arguments: names.indices)
    func `a street is found by its own name, alone, with a unit and with a town`(_ index: Int) {
        for line in [
            "150 \(Self.names[index])", "150 \(Self.names[index]), Apt 4", "150 \(Self.names[index]), Salem",
        ] {
            let match = Self.geocoder.geocode(line).match
            #expect(SmallTown.metres(match)?[0] == index * 500 + 8, "\(line)")
        }
    }

    // `Boul` shows a line to be French, `Boulevard` alone does not.
    @Test(arguments: ["Boul Laurier", "Boulevard Laurier", "Av Cartier", "Chemin Sainte-Foy"])
    func `a street with a French type before its name is found in each spelling of it`(_ name: String) {
        var standard = StreetStandard(parser: AddressParser())
        var segment = SmallTown.segment(
            "X ST", from: (0, 0), to: (0, 200), left: (101, 199), right: (100, 198))
        segment.names = [standard.street(name) ?? StreetName()]
        let geocoder = Geocoder(
            reference: StreetReference(
                ReferenceCompiler.tables(
                    segments: [segment], points: [], officialNames: standard.officialNames)))
        for spelling in FrenchTypes.respelled(name) {
            #expect(geocoder.geocode("150 \(spelling)").match?.score == 100, "\(spelling)")
        }
    }

    @Test func `a name that another goes on from is not taken for it`() {
        #expect(Self.geocoder.geocode("150 Park Rd 22 Dr").match?.faults.isEmpty != true)
    }

    @Test(arguments: names.indices)
    func `a street is found by its own name without a number`(_ index: Int) {
        let match = Self.geocoder.geocode(Self.names[index]).match
        #expect(match?.precision == .street)
        #expect(SmallTown.metres(match)?[0] == index * 500, "\(Self.names[index])")
    }
}
