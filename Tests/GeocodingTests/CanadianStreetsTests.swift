import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// Streets of Montreal: the west of a street is an `O`, which is a unit's letter elsewhere.
struct CanadianStreetsTests {
    private static let geocoder: Geocoder = {
        var standard = StreetStandard(parser: AddressParser())
        let segments = ["Av des Pins O", "Av des Pins E", "Sherbrooke St W", "Sherbrooke St E"].enumerated()
            .map { index, name in
                let longitude = -73.58 + 0.01 * Double(index % 2)
                let latitude = 45.505 + 0.01 * Double(index / 2)
                var segment = StreetSegment(
                    names: [standard.street(name) ?? StreetName()],
                    line: [
                        Coordinate(longitude: longitude, latitude: latitude),
                        Coordinate(longitude: longitude + 0.002, latitude: latitude),
                    ])
                segment.left = AddressRange(from: 101, to: 199)
                segment.right = AddressRange(from: 100, to: 198)
                (segment.leftZip, segment.rightZip) = ("H3A 4A2", "H3A 4A2")
                return segment
            }
        return Geocoder(
            reference: StreetReference(
                ReferenceCompiler.tables(
                    segments: segments, points: [], officialNames: standard.officialNames)))
    }()

    @Test(arguments: [
        "150 Av des Pins O", "150 Av des Pins O app 4", "150 Av des Pins O H3A 4A2",
        "150 avenue des Pins ouest",
        "150 Sherbrooke St O",
    ])
    func `the west of a street is found by its letter`(line: String) {
        let match = Self.geocoder.geocode(line).match
        #expect(match?.faults.isEmpty == true)
        #expect(match.map { $0.position.longitude < -73.577 } == true)
    }

    @Test func `another letter is no direction`() {
        #expect(Self.geocoder.geocode("150 Av des Pins K").match?.faults.isEmpty != true)
    }
}
