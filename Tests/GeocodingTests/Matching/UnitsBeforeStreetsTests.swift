import AddressParsing
import Testing

@testable import Geocoding

/// Units that stand between a house number and its street.
struct UnitsBeforeStreetsTests {
    @Test(arguments: ["Rear", "(Rear)", "Side", "Upper", "1/2 Rear"])
    func `a direction behind a unit is the street's`(unit: String) throws {
        let match = try #require(SmallTown.geocoder().geocode("125 \(unit) N Main St").match)
        #expect(match.matched.hasPrefix("125 N MAIN ST"), "\(unit): \(match.matched)")
        #expect(!match.faults.contains(.directionalMissing) && !match.faults.contains(.secondReading))
        #expect(SmallTown.geocoder().geocode("125 \(unit) E Main St").match == nil, "\(unit)")
    }

    @Test func `a street of the whole name comes first, and where there is none the unit is told`() throws {
        let plain = try #require(SmallTown.geocoder().geocode("31 Oak Ave").match)
        for unit in ["Rear", "Bsmt"] {
            let match = try #require(SmallTown.geocoder().geocode("31 \(unit) Oak Ave").match)
            #expect(match.position == plain.position && match.faults.text == "second_reading", "\(unit)")
        }
        for unit in ["Upper", "Lower", "Front"] {
            let match = try #require(SmallTown.geocoder().geocode("31 \(unit) Oak Ave").match)
            #expect(match.position == plain.position, "\(unit)")
            #expect(match.faults.text == "name_partial;second_reading", "\(unit)")
            #expect(match.uncertainty >= plain.uncertainty + 100, "\(unit)")
        }
        let segments =
            SmallTown.segments + [
                SmallTown.segment("REAR OAK AVE", from: (0, 500), to: (300, 500), right: (1, 61))
            ]
        let rear = try #require(SmallTown.geocoder(segments).geocode("31 Rear Oak Ave").match)
        #expect(rear.position != plain.position && rear.faults.isEmpty)
    }

    @Test func `an exit is no street that crosses`() throws {
        let segments = [
            SmallTown.segment("I 95", from: (0, -500), to: (0, 500)),
            SmallTown.segment("EXIT RD", from: (-100, 0), to: (100, 0), left: (1, 99)),
        ]
        let match = try #require(SmallTown.geocoder(segments).geocode("I-95 at Exit 12").match)
        #expect(match.precision == .street && match.faults.contains(.numberNotRead))
        #expect(SmallTown.geocoder(segments).geocode("I-95 NB at Exit Rd").match?.precision == .intersection)
    }
}
