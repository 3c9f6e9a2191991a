import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// What users of other geocoders report as failures, each as a test.
struct ReportedFailuresTests {
    /// Beside ``SmallTown``'s streets, around x = 5000 m.
    private static let streets: [StreetSegment] = [
        SmallTown.segment(
            "S ST", from: (5000, 0), to: (5000, 200), left: (1, 99), right: (2, 98), zip: "21205"),
        SmallTown.segment(
            "SOUTH ST", from: (5200, 0), to: (5200, 200), left: (1, 99), right: (2, 98), zip: "21205"),
        SmallTown.segment(
            "NORTH AVE", from: (5400, 0), to: (5400, 200), left: (1, 99), right: (2, 98), zip: "21205"),
        SmallTown.segment(
            "COURT RD", from: (5600, 0), to: (5600, 200), left: (1, 99), right: (2, 98), zip: "21205"),
        SmallTown.segment(
            "OLD COURT RD", from: (5800, 0), to: (5800, 200), left: (1, 99), right: (2, 98), zip: "21205"),
        SmallTown.segment("COUNTY RD 12", from: (6000, 0), to: (6000, 200), left: (1, 99), right: (2, 98)),
        SmallTown.segment("US HWY 40", from: (6200, 0), to: (6200, 200), left: (701, 899), right: (700, 898)),
        SmallTown.segment(
            "K ST NW", from: (6400, 0), to: (6400, 200), left: (1201, 1299), right: (1200, 1298)),
        SmallTown.segment("84TH AVE", from: (6600, 0), to: (6600, 200), left: (301, 399), right: (300, 398)),
        SmallTown.segment(
            "21ST ST", from: (6800, 0), to: (6800, 200), left: (4501, 4599), right: (4500, 4598)),
        SmallTown.segment(
            "RIVER SERVICE RD", from: (7000, 0), to: (7000, 200), left: (1, 99), right: (2, 98)),
    ]

    private static let reference: StreetReference = {
        var tables = ReferenceCompiler.tables(segments: SmallTown.segments + streets, points: [])
        tables.towns = StringTable(["Salem"])
        tables.townAliases = StringTable(["SC", "Salem"])
        return StreetReference(tables)
    }()
    private let town = Geocoder(reference: reference, settings: SmallTown.settings)

    private func place(_ line: String) -> [Int]? { SmallTown.metres(town.geocode(line).match) }

    @Test func `the side of the street is told, and the position lies on it`() {
        #expect(town.geocode("51 S St").match?.side == .left)
        #expect((place("51 S St")?[0] ?? 0) < 5000)
        #expect((place("50 S St")?[0] ?? 0) > 5000)
    }

    @Test func `S St is not South Street, and North Avenue not N Ave`() {
        #expect(town.geocode("50 S St").match?.matched == "50 S ST, 21205")
        #expect(town.geocode("50 South St").match?.matched == "50 SOUTH ST, 21205")
        #expect(town.geocode("50 North Avenue").match?.matched == "50 NORTH AVE, 21205")
    }

    @Test func `a missing or wrong direction or type is a fault, not a miss`() {
        #expect(town.geocode("126 N Main").match?.faults.text == "type_missing")
        #expect(town.geocode("1250 K Street").match?.faults.text == "directional_missing")
    }

    @Test func `a miss is a miss, and never the middle of a town`() {
        #expect(town.geocode("50 Zanzibar Ln, Salem").status == .none(.streetNotFound))
        #expect(town.geocode("Salem, OR 97301").status == .none(.unplaceable(.placeOnly)))
    }

    @Test func `a number in another town is not taken for one here`() {
        let result = town.geocode("126 N Main St, Albany")
        #expect(result.status == .none(.contradicted(.cityElsewhere)))
        #expect(result.candidates.first?.faults.contains(.cityElsewhere) == true)
        #expect(town.geocode("126 N Main St, Salem").match?.score == 100)
        #expect(town.geocode("126 N Main St, SC").match?.score == 100)
    }

    // The number was taken for a unit, and the middle of the street told with score 100.
    @Test func `a number behind the street is the house's where none stands before it`() {
        #expect(town.geocode("Oak Ave 41").match?.matched == "41 OAK AVE, 21201")
        #expect(place("N Main St, 126, Salem") == place("126 N Main St"))
        #expect(town.geocode("N Main St 126").reading.number?.value == 126)
        #expect(town.geocode("Oak Ave 9999").match?.faults.text == "number_far_from_range")
        #expect(town.geocode("Oak Ave Apt 41").match?.precision == .street)
        #expect(place("41 Oak Ave 7") == place("41 Oak Ave"))
    }

    @Test func `a range of numbers stands at its first, also when written backwards`() {
        #expect(place("705-805 US Hwy 40") == place("705 US Hwy 40"))
        #expect(town.geocode("899-715 US Hwy 40").match?.number == 899)
    }

    @Test func `a unit, a ZIP+4 or a broken ZIP code does no harm`() {
        for line in [
            "126 N Main St Apt 4", "126 N Main St # 4", "#4 126 N Main St", "126 N Main St, 21201-1234",
            "126 N Main St, Salem, MD 2120", "126 N Main St, Salem, MD 212011",
        ] {
            #expect(place(line) == place("126 N Main St"), "\(line)")
        }
    }

    @Test func `Old Court Road is not Court Road`() {
        #expect(town.geocode("50 Old Court Rd").match?.matched == "50 OLD COURT RD, 21205")
        #expect(town.geocode("50 Court Rd").match?.matched == "50 COURT RD, 21205")
    }

    @Test func `county roads, highways and service roads are found however they are written`() {
        for line in ["50 County Road 12", "50 Co Rd 12", "50 CR 12"] {
            #expect(town.geocode(line).match?.matched == "50 COUNTY RD 12", "\(line)")
        }
        for line in ["720 US Highway 40", "720 U.S. 40", "720 US Route 40"] {
            #expect(town.geocode(line).match?.matched == "720 US HWY 40", "\(line)")
        }
        #expect(town.geocode("50 River Service Road").match?.matched == "50 RIVER SERVICE RD")
    }

    @Test func `a hyphenated number is a house, whether the streets keep the hyphen or not`() {
        let match = town.geocode("45-12 21ST ST").match
        #expect(match?.matched == "4512 21ST ST")
        #expect(match?.precision == .range)
    }

    @Test func `one misspelling does not move the place, and costs`() {
        let match = town.geocode("725 Martin Luthr King Jr Blvd").match
        #expect(match?.matched == "725 MARTIN LUTHER KING JR BLVD, 21203")
        #expect(match?.score == 95)
    }

    @Test func `a box is no place on a street`() {
        #expect(town.geocode("PO Box 126, Salem").status == .none(.unplaceable(.postOfficeBox)))
    }

    @Test func `glued words come apart`() {
        #expect(town.geocode("12 345 84THAVE").match?.matched == "345 84TH AVE")
    }

    @Test func `what is outside never scores 90`() {
        for line in ["126 N Main St, Portland, OR", "9999 S St", "12 Quarry Ln", "50 South St, Albany 12205"]
        {
            let best = town.geocode(line).match
            #expect((best?.score ?? 0) < 90 || best?.precision == .street, "\(line): \(best?.score ?? 0)")
        }
    }

    @Test func `blocks and crossings of 311 calls are placed`() {
        for line in ["1200 BLOCK OF K ST NW", "1200 - 1299 BLOCK OF K STREET NW", "1200 BLK K ST NW"] {
            #expect(town.geocode(line).match?.precision == .block, "\(line)")
            #expect(place(line) == [6400, 100], "\(line)")
        }
        for line in [
            "N MAIN ST & OAK AVE", "OAK AVE AT N MAIN ST", "N Main St / Oak Ave",
            "corner of Oak Ave and N Main St",
        ] {
            #expect(place(line) == [0, 0], "\(line)")
        }
        #expect(town.geocode("Museum of Art").status == .none(.unplaceable(.landmark)))
    }
}
