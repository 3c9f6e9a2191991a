import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// Streets of one name in two towns: a town or ZIP code that is written says which is meant, whatever else the line has.
struct TwoTownsTests {
    /// Ashford with Elm St, Oak St and Pine St, and 3 km east Brookfield with the same and Mill Rd.
    private static let segments: [StreetSegment] = [
        street("ELM ST", (0, 0), (0, 200), 1), street("ELM ST", (0, 200), (0, 400), 101),
        street("OAK ST", (0, 0), (300, 0), 1), street("PINE ST", (0, 200), (300, 200), 1),
        street("ELM ST", (3_000, 0), (3_000, 200), 1), street("ELM ST", (3_000, 200), (3_000, 400), 101),
        street("OAK ST", (3_000, 0), (3_300, 0), 1), street("PINE ST", (3_000, 200), (3_300, 200), 1),
        street("MILL RD", (3_000, 400), (3_300, 400), 1),
    ]

    private static func street(
        _ name: String, _ start: (Double, Double), _ end: (Double, Double), _ number: Int
    ) -> StreetSegment {
        let isAshford = start.0 < 1_500
        var segment = SmallTown.segment(
            name, from: start, to: end, left: (number, number + 98), right: (number + 1, number + 99),
            zip: isAshford ? "21201" : "21202")
        segment.leftPlace = isAshford ? "ASHFORD" : "BROOKFIELD"
        segment.rightPlace = segment.leftPlace
        return segment
    }

    private static let ashford = ["Ashford, MD 21201", "Ashford, MD", "Ashford", "21201"]
    private static let brookfield = ["Brookfield, MD 21202", "Brookfield, MD", "Brookfield", "21202"]

    private let geocoder = SmallTown.geocoder(segments)

    private func xs(_ result: GeocodedAddress) -> [Int]? { SmallTown.metres(result.match) }

    @Test func `a crossing lies in the town or ZIP code that is written`() {
        #expect(geocoder.geocode("Elm St & Oak St").status == .tie)
        for tail in Self.ashford {
            #expect(xs(geocoder.geocode("Elm St & Oak St, \(tail)")) == [0, 0], "\(tail)")
            #expect(xs(geocoder.geocode("near Elm St & Oak St, \(tail)")) == [0, 0], "\(tail)")
        }
        for tail in Self.brookfield {
            #expect(xs(geocoder.geocode("Elm St & Oak St, \(tail)")) == [3_000, 0], "\(tail)")
        }
    }

    @Test func `a crossing of another town than the one written is no match`() {
        #expect(geocoder.geocode("Elm St & Mill Rd").match?.faults.isEmpty == true)
        #expect(geocoder.geocode("Elm St & Mill Rd, Brookfield, MD 21202").match?.score == 100)
        #expect(
            geocoder.geocode("Elm St & Mill Rd, Ashford, MD").status == .none(.contradicted(.cityElsewhere)))
        #expect(
            geocoder.geocode("Elm St & Mill Rd, MD 21201").status == .none(.contradicted(.zipWrong)))
    }

    @Test func `a crossing on a border lies in the towns on both sides`() {
        var north = Self.street("NORTH ST", (0, 0), (300, 0), 1)
        (north.rightPlace, north.rightZip) = ("BROOKFIELD", "21202")
        let border = SmallTown.geocoder([north, Self.street("ELM ST", (0, 0), (0, 200), 1)])
        for tail in Self.ashford + Self.brookfield {
            #expect(border.geocode("North St & Elm St, \(tail)").match?.score == 100, "\(tail)")
        }
        #expect(border.geocode("North St & Elm St, MD 21209").match == nil)
    }

    @Test func `a crossing of streets with houses alone lies in the town of its houses`() {
        let points = Self.segments.enumerated().map { row, segment in
            var point = AddressPoint(
                street: segment.names[0], number: row + 1,
                position: segment.line[0].offset(by: Double(row)))
            (point.zip, point.place) = (segment.leftZip, segment.leftPlace)
            return point
        }
        let houses = SmallTown.geocoder([], points: points)
        #expect(houses.geocode("Elm St & Oak St, Ashford, MD 21201").match?.position.longitude ?? 0 < -76.59)
        #expect(
            houses.geocode("Elm St & Oak St, Brookfield, MD 21202").match?.position.longitude ?? -80 > -76.58)
        #expect(houses.geocode("Elm St & Mill Rd, Ashford, MD 21201").match == nil)
    }

    @Test
    func
        `a stretch between two crossings lies in the town that is written, and never reaches from one into the other`()
    {
        let line = "Elm St between Oak St and Pine St"
        for tail in Self.ashford {
            #expect(xs(geocoder.geocode("\(line), \(tail)")) == [0, 100], "\(tail)")
        }
        #expect(xs(geocoder.geocode("\(line), Brookfield, MD")) == [3_000, 100])
        #expect(geocoder.geocode(line).status == .tie)
        #expect(geocoder.geocode(line).tieCount == 2)
        #expect(geocoder.geocode("Elm St between Oak St and Mill Rd, Ashford, MD").match == nil)
    }

    @Test func `a street without a number is as much of it as lies in the town that is written`() throws {
        for tail in Self.ashford {
            let match = try #require(geocoder.geocode("Elm St, \(tail)").match, "\(tail)")
            #expect(SmallTown.metres(match) == [0, 200], "\(tail)")
            #expect(match.uncertainty < 300, "\(tail)")
        }
        #expect(xs(geocoder.geocode("Elm St, Brookfield, MD 21202")) == [3_000, 200])
        #expect(geocoder.geocode("Elm St").match?.uncertainty ?? 0 > 1_500)
        #expect(geocoder.geocode("Mill Rd, Ashford, MD").match == nil)
        #expect(geocoder.geocode("Elm St, Springfield, MD 21205").match == nil)
    }

    @Test func `a number that no house has is looked for in the town that is written`() throws {
        let match = try #require(geocoder.geocode("9000 Elm St, Ashford, MD 21201").candidates.first)
        #expect(SmallTown.metres(match)?[0] == 0)
    }
}

extension Coordinate {
    /// The position so many metres north, about.
    fileprivate func offset(by metres: Double) -> Coordinate {
        Coordinate(longitude: longitude, latitude: latitude + metres / 111_000)
    }
}
