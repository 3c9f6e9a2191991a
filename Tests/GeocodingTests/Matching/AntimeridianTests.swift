import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// The small town moved along its parallel until the antimeridian runs through it, beside the same town elsewhere: every
/// answer has to be the same one, moved.
struct AntimeridianTests {
    /// Where x = 0 lies: 5th St and Oak Ave go over 180° on their way, Willow Ln lies beyond it.
    private static let across = 179.9985
    private static let elsewhere = 170.0

    private static func moved(_ coordinate: Coordinate, to longitude: Double) -> Coordinate {
        Coordinate(
            longitude: coordinate.longitude - SmallTown.plane.origin.longitude + longitude,
            latitude: coordinate.latitude
        ).standard
    }

    private static func reference(at longitude: Double) -> StreetReference {
        let segments = SmallTown.segments.map { segment in
            var segment = segment
            segment.line = segment.line.map { moved($0, to: longitude) }
            return segment
        }
        // Numbers 301 and 341 of a street without a line, one on each side.
        let points = [(301, 60.0), (311, 110), (341, 160)].map { number, x in
            AddressPoint(
                street: SmallTown.street("FERRY RD"), number: number,
                position: moved(SmallTown.coordinate(x, -90), to: longitude))
        }
        return ReferenceCompiler.compile(segments: segments, points: points)
    }

    private static func geocoder(at longitude: Double) -> Geocoder {
        Geocoder(reference: reference(at: longitude), settings: SmallTown.settings)
    }

    /// How far apart two positions lie once the town is moved back, metres.
    private func metres(_ one: Coordinate?, _ other: Coordinate?) -> Double? {
        guard let one, let other else { return one == nil && other == nil ? 0 : nil }
        #expect(abs(one.longitude) <= 180)
        let back = one.longitude.degrees(near: Self.across) - Self.across + Self.elsewhere
        return LocalPlane.distance(Coordinate(longitude: back, latitude: one.latitude), other)
    }

    @Test(arguments: [
        "31 Oak Ave", "45 Oak Ave", "2 Oak Ave", "21 5th St", "22 5th St", "113 N Main St", "44 St Paul St",
        "712 MLK Blvd", "5 Willow Ln", "5 Willow Ln 21209", "5th St & St Paul St", "Oak Ave & St Paul St",
        "N Main St & 5th St", "Oak Ave & MLK Blvd", "1 - 61 block of Oak Ave", "Oak Ave", "5th St",
        "Oak Ave between N Main St and St Paul St", "301 Ferry Rd", "305 Ferry Rd", "325 Ferry Rd",
        "300 - 399 block of Ferry Rd", "Ferry Rd", "opposite 31 Oak Ave", "9999 Oak Ave",
    ])
    func `an address has the same place on both sides of 180 degrees`(line: String) throws {
        let here = Self.geocoder(at: Self.across).geocode(line)
        let there = Self.geocoder(at: Self.elsewhere).geocode(line)
        #expect(here.match?.faults == there.match?.faults)
        #expect(here.match?.precision == there.match?.precision)
        let apart = try #require(metres(here.match?.position, there.match?.position))
        #expect(apart < 0.1, "\(line): \(apart) m")
        #expect(abs((here.match?.uncertainty ?? 0) - (there.match?.uncertainty ?? 0)) < 0.1)
    }

    @Test func `what stands at a position is found from either side`() throws {
        let here = StreetFinder(Self.reference(at: Self.across))
        let there = StreetFinder(Self.reference(at: Self.elsewhere))
        for x in stride(from: -40.0, through: 340, by: 10) {
            for y in [-95.0, 8, 110, 195] {
                let place = SmallTown.coordinate(x, y)
                let (one, other) = (
                    Self.moved(place, to: Self.across), Self.moved(place, to: Self.elsewhere)
                )
                let stretches = (
                    here.nearestStretch(to: one, within: 63), there.nearestStretch(to: other, within: 63)
                )
                #expect(stretches.0?.street == stretches.1?.street && stretches.0?.side == stretches.1?.side)
                #expect(abs((stretches.0?.distance ?? 0) - (stretches.1?.distance ?? 0)) < 0.1)
                let crossings = (
                    here.nearestCrossing(to: one, within: 63), there.nearestCrossing(to: other, within: 63)
                )
                #expect(crossings.0?.streets == crossings.1?.streets)
                let houses = (
                    here.nearestAddress(to: one, within: 63), there.nearestAddress(to: other, within: 63)
                )
                #expect(houses.0?.number == houses.1?.number)
            }
        }
    }

    @Test func `an address and a position have the same street between them`() throws {
        let (here, there) = (Self.geocoder(at: Self.across), Self.geocoder(at: Self.elsewhere))
        for line in ["22 Oak Ave", "23 Oak Ave", "20 5th St", "44 St Paul St"] {
            let (one, other) = (
                try #require(here.geocode(line).match), try #require(there.geocode(line).match)
            )
            for (x, y) in [(110.0, 15.0), (110, -15), (140, 215), (140, 185), (310, 90), (285, 90)] {
                let place = SmallTown.coordinate(x, y)
                let sides = (
                    here.street(between: one, and: Self.moved(place, to: Self.across)),
                    there.street(between: other, and: Self.moved(place, to: Self.elsewhere))
                )
                #expect(sides.0?.street == sides.1?.street)
            }
        }
    }
}
