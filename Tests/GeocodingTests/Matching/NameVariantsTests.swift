import AddressParsing
import Testing

@testable import Geocoding

struct NameVariantsTests {
    private func town(_ streets: [String]) -> Geocoder {
        SmallTown.geocoder(
            [],
            points: streets.enumerated().map { index, street in
                AddressPoint(
                    street: SmallTown.street(street), number: 226,
                    position: SmallTown.coordinate(0, Double(index) * 2_000))
            })
    }

    @Test func `another way to write a name is that name`() {
        let pairs = [
            ("W St", "WEST ST"), ("S Ave", "SOUTH AVE"), ("NW Highway", "NORTHWEST HWY"),
            ("MLK Blvd", "MARTIN LUTHER KING JR BLVD"),
            ("M L King Blvd", "MARTIN LUTHER KING JR BLVD"), ("Alameda", "THE ALAMEDA"),
            ("Camino Real", "EL CAMINO REAL"),
            ("Three Mile Rd", "3 MILE RD"), ("12 Oaks Dr", "TWELVE OAKS DR"),
            ("Point Reyes Rd", "PT REYES RD"),
            ("Univ Pkwy", "UNIVERSITY PKWY"), ("Avda Campana", "AVENIDA CAMPANA"),
        ]
        for (written, known) in pairs {
            let match = town([known]).geocode("226 \(written)").match
            #expect(match?.streets.first == SmallTown.street(known), "\(written)")
        }
    }

    @Test func `the name that is written goes before another way to write it`() {
        #expect(town(["W ST", "WEST ST"]).geocode("226 W St").match?.matched == "226 W ST")
        #expect(town(["SOUTH ST"]).geocode("226 S").candidates.isEmpty)
        #expect(town(["S ST", "SOUTH AVE"]).geocode("226 S Ave").match?.matched == "226 SOUTH AVE")
        #expect(
            town(["ALAMEDA CIR", "THE ALAMEDA"]).geocode("226 Alameda").match?.matched == "226 THE ALAMEDA")
    }

    @Test func `a direction is no slip of the pen for another one`() {
        #expect(town(["WEST ST"]).geocode("226 East St").match == nil)
        #expect(town(["SOUTHGATE RD"]).geocode("226 Northgate Rd").match == nil)
        #expect(town(["NORTHGATE RD"]).geocode("226 Nortgate Rd").match != nil)
    }
}
