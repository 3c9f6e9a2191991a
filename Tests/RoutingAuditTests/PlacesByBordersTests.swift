import AddressParsing
import Boundaries
import Geocoding
import Locating
import RoutingAudit
import ServiceRequests
import Testing

private typealias Town = AddressedTown

/// Addresses and positions where three areas meet, or where a border runs beside them.
@Suite struct PlacesByBordersTests {
    private func finding(
        _ address: String, at place: (Double, Double)?, assigned: String?, by geocoder: Geocoder,
        borders: [Double]
    ) throws -> Finding {
        let request = Town.request(address, at: place, assigned: assigned)
        return try #require(
            try Town.audit([request], editions: [try Town.edition(borders: borders)], geocoder: geocoder)
                .first)
    }

    // MARK: Corners

    // Planted: of such repairs three in ten were right, and a position at the house itself was moved to the corner.
    @Test func `of the areas that meet at a corner the one of the recorded position is right, which stays`()
        throws
    {
        let found = try finding(
            "Market St & Cross St", at: (500, 300), assigned: "1", by: Town.market, borders: [-1500, 100])
        #expect(found.verdict == .misrouted)
        #expect(found.expected.index == 2)
        let repair = try #require(found.repair)
        #expect(repair.confidence == .likely && repair.position == nil)
        let evidence = found.evidenceText(in: Town.layer([try Town.edition(borders: [-1500, 100])]))
        #expect(evidence.hasPrefix("recorded 500 m from ") && evidence.hasSuffix("; both are in zone 3"))
    }

    @Test func `where nothing else tells which area of a corner is meant no repair is written`() throws {
        func confidence(at place: (Double, Double)?, assigned: String?, borders: [Double]) throws
            -> Repair.Confidence?
        {
            try finding(
                "Market St & Cross St", at: place, assigned: assigned, by: Town.market, borders: borders
            ).repair?.confidence
        }
        #expect(try confidence(at: (-1700, 300), assigned: "1", borders: [-1500, 100]) == .doubtful)
        #expect(try confidence(at: nil, assigned: nil, borders: [-1500, 100]) == .doubtful)
        #expect(try confidence(at: (-1700, 300), assigned: "1", borders: [-1500, 300]) == .certain)
    }

    @Test func `a corner at the edge of the city lies in its one area`() throws {
        let edge = Town.segment(
            Town.name(nil, "EDGE", "ST"), from: (1990, 0), to: (1990, 200), left: (1, 9), right: (2, 10))
        let pier = Town.segment(
            Town.name(nil, "PIER", "ST"), from: (1800, 200), to: (1990, 200), left: (1, 9), right: (2, 10))
        let found = try finding(
            "Edge St & Pier St", at: nil, assigned: nil, by: Town.housed([], ranges: [edge, pier]),
            borders: [0])
        #expect(found.expected.index == 1)
        #expect(found.repair?.confidence == .likely)
    }

    // MARK: Houses

    // Planted: with rough positions half of such misroutes were in doubt, though the house is known.
    @Test func `a house farther from the assigned area than it may be off decides for a position near it`()
        throws
    {
        func found(houseAt x: Double) throws -> Finding {
            try finding(
                "125 Oak St", at: (6, 100), assigned: "1",
                by: Town.housed([(125, Town.name(nil, "OAK", "ST"), (x, 100))], ranges: []), borders: [0])
        }
        let house = try found(houseAt: 32)
        #expect(house.verdict == .misrouted && house.cause == .zoneTable)
        #expect(house.position?.source == .addressPoint)
        #expect(house.repair?.confidence == .certain)
        #expect(try found(houseAt: 18).verdict == .uncertain)
    }

    @Test func `a house in another area than the position beside it leaves a doubt`() throws {
        let found = try finding(
            "125 Oak St", at: (6, 100), assigned: "1",
            by: Town.housed([(125, Town.name(nil, "OAK", "ST"), (32, 100))], ranges: []), borders: [0, 20])
        #expect(found.verdict == .uncertain)
    }

    // Planted: of houses 110 m apart there were never two of each side within 75 m.
    @Test func `in the country houses farther away tell that their road is the border`() throws {
        let road = Town.name(nil, "BORDER", "ST")
        func found(spacing: Double, at place: (Double, Double)) throws -> Finding {
            var houses: [(number: Int, street: StreetName, place: (Double, Double))] = []
            for index in 0..<8 {
                let y = spacing * Double(index)
                houses.append((number: 2 * index + 101, street: road, place: (-40, y)))
                houses.append((number: 2 * index + 102, street: road, place: (40, y + 30)))
            }
            return try finding(
                "107 Border St", at: place, assigned: "2", by: Town.housed(houses, ranges: []), borders: [0])
        }
        let country = try found(spacing: 110, at: (30, 335))
        #expect(country.verdict == .misrouted && country.cause == .wrongSide)
        #expect(country.expected.index == 0)
        // Nobody knows such a road where its houses are farther still.
        #expect(try found(spacing: 400, at: (30, 1_205)).verdict == .uncertain)
    }

    // Planted: said to be a fault of the table, since position and address agreed, and repaired by the position alone.
    @Test func `a house and a position beside it in two areas, neither the assigned one, do not agree`()
        throws
    {
        func found(at x: Double) throws -> Finding {
            try finding(
                "125 Oak St", at: (x, 100), assigned: "3",
                by: Town.housed([(125, Town.name(nil, "OAK", "ST"), (-2, 100))], ranges: []),
                borders: [0, 1000])
        }
        let near = try found(at: 8)
        #expect(near.verdict == .misrouted && near.cause == .unexplained)
        #expect(near.repair?.confidence == .doubtful)
        let layer = Town.layer([try Town.edition(borders: [0, 1000])])
        #expect(near.evidenceText(in: layer).hasSuffix(" m from 125 Oak St, which is in zone 1"))
        // Farther from the border than it may be off the position tells.
        let beyond = try found(at: 25)
        #expect(beyond.cause == .zoneTable && beyond.repair?.confidence == .likely)
    }

    // MARK: On the border

    // Planted: right requests were accused, since the corner lay a metre beside the border as it was digitised.
    @Test(arguments: [(10.0, 560.0), (-100, 590), (-100, 500)])
    func `a corner on the border of the assigned area, drawn a metre beside it, lies in that too`(
        x: Double, y: Double
    ) throws {
        func found(border: Double) throws -> Finding {
            try finding(
                "Market St & Cross St", at: (x, y), assigned: "2", by: Town.market, borders: [border])
        }
        let beside = try found(border: 101)
        #expect(beside.verdict == .uncertain && beside.cause == nil)
        let evidence = beside.evidenceText(in: Town.layer([try Town.edition(border: 101)]))
        #expect(evidence.hasSuffix("lies 1.2 m from zone 2, the assigned one"))
        #expect(try found(border: 140).verdict == .misrouted)
    }

    @Test func `a block on the border of the assigned area lies in that too`() throws {
        func found(at x: Double, border: Double) throws -> Finding {
            try finding(
                "100 block of Border St", at: (x, 100), assigned: "2", by: Town.geocoder, borders: [border])
        }
        #expect(try found(at: -70, border: 1).verdict == .uncertain)
        #expect(try found(at: -300, border: 1).verdict == .uncertain)
        #expect(try found(at: -70, border: 300).verdict == .misrouted)
        #expect(try found(at: -300, border: 300).verdict == .misrouted)
    }

    @Test func `a street without a number along the border of the assigned area lies in that too`() throws {
        func verdict(border: Double) throws -> Verdict {
            try finding(
                "Border St", at: (-200, 100), assigned: "2", by: Town.geocoder, borders: [border]
            ).verdict
        }
        #expect(try verdict(border: 3) == .uncertain)
        #expect(try verdict(border: 60) == .misrouted)
        // A street that ends before the border does not.
        let mill = Town.segment(
            Town.name(nil, "MILL", "ST"), from: (-300, 0), to: (0, 0), left: (1, 99), right: (2, 100))
        let ending = try finding(
            "Mill St", at: (-200, 10), assigned: "2", by: Town.housed([], ranges: [mill]), borders: [3])
        #expect(ending.verdict == .misrouted)
    }

    // Planted: one wrong side in twelve was in doubt wherever but across the street its request was recorded.
    @Test(arguments: [(300.0, 300.0), (900, 300), nil])
    func `a house's own point beside the border street is on the side of its number`(
        place: (Double, Double)?
    ) throws {
        func found(_ street: String) throws -> Finding {
            try finding(
                "125 \(street) St", at: place, assigned: "2",
                by: Town.housed([(125, Town.name(nil, street.uppercased(), "ST"), (-14, 100))]),
                borders: [0, 800])
        }
        let house = try found("Border")
        #expect(house.verdict == .misrouted && house.expected.index == 0)
        // Of a house of another street nothing says that it is not beyond the border.
        #expect(try found("Quay").verdict == .uncertain)
    }

    // MARK: Sides

    // Planted: in cities of address points alone one wrong side in seven, near corners of zones, was in doubt.
    @Test func `beyond a corner houses of the street in a third area leave it the border of two`() throws {
        let street = Town.name(nil, "BORDER", "ST")
        func verdict(with others: [(number: Int, x: Double)]) throws -> Verdict {
            var houses: [(number: Int, street: StreetName, place: (Double, Double))] = []
            for index in 60...68 {
                let y = 6 * Double(index - 50)
                houses.append((2 * index + 1, street, (-14, y)))
                houses.append((2 * index + 2, street, (18, y)))
            }
            houses += others.map { ($0.number, street, ($0.x, 115)) }
            return try finding(
                "125 Border St", at: (8, 80), assigned: "3", by: Town.housed(houses, ranges: []),
                borders: [-40, 0]
            ).verdict
        }
        #expect(try verdict(with: []) == .misrouted)
        #expect(try verdict(with: [(139, -45), (140, -45)]) == .misrouted)
        // An odd number in the assigned area: the street is no border there.
        #expect(try verdict(with: [(139, 18)]) == .uncertain)
    }

    // Planted: the one certain repair of many that was wrong, by a line without its ZIP code.
    @Test func `a wrong side of one of two places that fit is likely where the other lies in another area`()
        throws
    {
        let far = Town.segment(
            Town.name(nil, "BORDER", "ST"), from: (-1500, 0), to: (-1500, 200), left: (101, 149),
            right: (102, 150))
        let geocoder = Town.housed([], ranges: Town.segments + [far])
        let found = try finding(
            "125 Border St", at: (6, 100), assigned: "3", by: geocoder, borders: [-1000, 0])
        #expect(found.cause == .wrongSide && found.repair?.confidence == .likely)
    }
}
