import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// Streets that are written as other countries write them.
@Suite struct ForeignStreetsTests {
    private static let reason = UnmatchedReason.unplaceable(.otherCountry)

    // `12 rue Main` was 12 Main St at 97, `C/ Main 12` the crossing of C St and Main St.
    @Test(arguments: [
        "120 rue Main", "120, rue Main", "rue Main 120", "Via Main 120", "120 Via Main", "Calle Main 120",
        "C/ Main 120",
        "C/ Main, 120", "C/Main 120", "Avenida Main 120", "Rua Main, 120", "Paseo Main 120", "Storgatan 12B",
        "Storgatan 12 B",
    ])
    func `a type that no street here has is of another country`(line: String) {
        #expect(SmallTown.geocoder().geocode(line).reason == Self.reason)
    }

    @Test func `where streets have the type, or the line names a state, it is read`() {
        let calle = SmallTown.geocoder([
            SmallTown.segment(
                "CALLE LUNA", from: (0, 0), to: (0, 200), left: (101, 149), right: (100, 150), zip: "00901")
        ])
        #expect(calle.geocode("120 Calle Luna").match?.number == 120)
        #expect(calle.geocode("C/ Luna 120").match?.number == 120)
        #expect(SmallTown.geocoder().geocode("120 Via Main, Baltimore, MD").reason != Self.reason)
        let crossing = SmallTown.geocoder([
            SmallTown.segment("C ST", from: (0, 0), to: (0, 200), zip: "21201"),
            SmallTown.segment("MAIN ST", from: (-100, 100), to: (100, 100), zip: "21201"),
        ])
        #expect(crossing.geocode("C/Main St").match?.precision == .intersection)
    }
}
