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

    private static let geocoder = geocoder(names)

    /// A city whose streets, each with houses 100 to 199, lie 500 m apart in the order of their names.
    private static func geocoder(_ names: [String]) -> Geocoder {
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
    }

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

    @Test(arguments: [
        "Park Rd 22", "Lake Dr Upper", "Mill St Rear", "Elm Ave 2", "Pine Ln Side", "Oak St Alley",
    ])
    func `a line that is a street's own name and a unit of the street before it is either`(_ name: String) {
        let words = name.split(separator: " ")
        let geocoder = Self.geocoder([words.dropLast().joined(separator: " "), name])
        let result = geocoder.geocode("150 \(name)")
        #expect(result.status == .tie && result.tieCount == 2, "\(name)")
        #expect(Set(result.ties.compactMap { SmallTown.metres($0)?[0] }) == [8, 508], "\(name)")
        for line in ["150 \(words[0]) \(words[1])", "150 \(words[0]) \(words[1]) Apt 5"] {
            #expect(SmallTown.metres(geocoder.geocode(line).match)?[0] == 8, "\(line)")
        }
        #expect(Self.geocoder([name]).geocode("150 \(name)").match?.score == 100)
    }

    @Test func `a unit behind a comma is no part of a name where the street before it has the house`() {
        let geocoder = Self.geocoder(["Park Rd", "Park Rd 22"])
        #expect(SmallTown.metres(geocoder.geocode("150 Park Rd, 22").match)?[0] == 8)
    }

    @Test func `the number tells the street where one of the two has it`() throws {
        var standard = StreetStandard(parser: AddressParser())
        let segments = ["Park Rd", "Park Rd 22"].enumerated().map { index, name in
            var segment = SmallTown.segment(
                "X ST", from: (Double(index) * 500, 0), to: (Double(index) * 500, 200),
                left: index == 0 ? (101, 199) : (1001, 1099))
            segment.names = [standard.street(name) ?? StreetName()]
            return segment
        }
        let geocoder = Geocoder(
            reference: StreetReference(
                ReferenceCompiler.tables(
                    segments: segments, points: [], officialNames: standard.officialNames)),
            settings: SmallTown.settings)
        #expect(SmallTown.metres(geocoder.geocode("151 Park Rd 22").match)?[0] == -8)
        #expect(SmallTown.metres(geocoder.geocode("1051 Park Rd 22").match)?[0] == 492)
    }

    private static let mailNames = [
        "W Rural Route 4", "W Rural Route 7", "N RR 620", "S RR 620", "Old RR 3", "S HC 4", "E Star Route 4",
        "North Rural Rd 4",
        "Box T Rd", "Box R Rd", "W Box X Trl", "W Box X Ln", "RFD Rd", "RFD Ln", "HC Ranch Rd",
        "Post Office Rd", "RR 12", "RR 12 Spur",
        "Elm St Garage", "Elm St Home",
    ]

    @Test(arguments: mailNames.indices)
    func `a street that is called as a mail route or with a word of a note keeps its name`(_ index: Int) {
        let geocoder = Self.geocoder(Self.mailNames)
        for tail in ["", ", Salem", ", Apt 4"] {
            let match = geocoder.geocode("150 \(Self.mailNames[index])\(tail)").match
            #expect(SmallTown.metres(match)?[0] == index * 500 + 8, "\(Self.mailNames[index])\(tail)")
            #expect(
                match?.faults.allSatisfy { $0 == .cityUnknown } == true, "\(Self.mailNames[index])\(tail)")
        }
    }

    @Test func `a name that is a mail route's is found with another direction, or without one`() {
        let geocoder = Self.geocoder(["N RR 620", "S RR 620", "W Rural Route 4"])
        #expect(geocoder.geocode("150 RR 620").status == .tie)
        #expect(geocoder.geocode("150 RR 620 S").match?.faults.text == "directional_swapped")
        #expect(SmallTown.metres(geocoder.geocode("150 RR 620 S").match)?[0] == 508)
        #expect(geocoder.geocode("150 Rural Route 4").match?.faults.text == "directional_missing")
        #expect(geocoder.geocode("150 E Rural Route 4").match == nil)
    }

    @Test
    func `a line with a block in it is a block's, and another country's number makes no street of a line`() {
        let geocoder = Self.geocoder([
            "Condon Ter SE", "150 Block of Condon Ter SE", "Carrera 13", "Lange Strasse",
        ])
        let block = geocoder.geocode("100 150 Block of Condon Ter SE").match
        #expect(block?.precision == .block && SmallTown.metres(block)?[0] == 0)
        #expect(geocoder.geocode("Carrera 13 # 14-22").reason == .unplaceable(.otherCountry))
        #expect(geocoder.geocode("Lange Strasse 150").match?.score == 100)
    }
}
