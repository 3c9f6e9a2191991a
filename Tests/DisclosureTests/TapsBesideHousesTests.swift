import AddressParsing
import Disclosure
import Geometry
import Testing

@testable import Geocoding

/// Positions beside the known houses, as taps in an app are, and addresses that may mean two streets.
@Suite struct TapsBesideHousesTests {
    private func houses(_ street: String, _ numbers: [Int], at positions: [Coordinate]) throws -> [KnownHouse]
    {
        let name = try #require(AddressParser().street(street))
        return zip(numbers, positions).map { KnownHouse(street: name, number: $0, position: $1) }
    }

    private func row(_ count: Int, from longitude: Double, _ latitude: Double) -> [Coordinate] {
        (0..<count).map { Coordinate(longitude: longitude + Double($0) * 2e-4, latitude: latitude) }
    }

    /// Oak Ln ends behind houses that all stand nearer to Main St: beside its line taps are nearest to one house of it.
    private func town() throws -> (lines: [StreetLine], houses: [KnownHouse]) {
        let lines = [
            PublicStreetsTests.street("Main St", 100...198, [(-76.604, 39.3), (-76.602, 39.3)]),
            PublicStreetsTests.street("Main St", 200...298, [(-76.602, 39.3), (-76.6, 39.3)]),
            PublicStreetsTests.street("Oak Ln", 1...99, [(-76.6033, 39.3006), (-76.6029, 39.3006)]),
        ]
        let main = try houses(
            "Main St", [100, 102, 104, 106, 200, 202, 204, 206], at: row(8, from: -76.6028, 39.2999))
        let oak = try houses(
            "Oak Ln", [2, 4, 6],
            at: [-76.6032, -76.6036, -76.6038].map { Coordinate(longitude: $0, latitude: 39.3002) })
        return (lines, main + oak)
    }

    private func taps() -> [Coordinate] {
        (0..<90).flatMap { x in
            (0..<40).map { y in
                Coordinate(
                    longitude: -76.6051 + Double(x) * 5.1e-5, latitude: 39.29931 + Double(y) * 4.1e-5)
            }
        }
    }

    @Test(arguments: [nil, "by the store", "Oak Ln", "Main St"] as [String?])
    func `a tap beside a house stands with those of three houses, however near it is`(address: String?) throws
    {
        let (lines, houses) = try town()
        let streets = PublicStreets(lines, houses: houses) { _ in 0 }
        var nearest: [PublicPlace: Set<Int>] = [:]
        for tap in taps() {
            let place = try #require(streets.place(ofAddress: address, near: tap))
            let distances = houses.map { LocalPlane.distance($0.position, tap) }
            let least = try #require(distances.min())
            nearest[place, default: []].formUnion(houses.indices.filter { distances[$0] == least })
        }
        for (place, houses) in nearest { #expect(houses.count >= 3, "\(place.title)") }
    }

    @Test func `far from all houses a tap stands beside its street`() throws {
        let (lines, houses) = try town()
        let road = PublicStreetsTests.street("Forest Rd", 1...99, [(-76.62, 39.31), (-76.618, 39.31)])
        let forest = try self.houses("Forest Rd", [1, 3, 5], at: row(3, from: -76.62, 39.31))
        let streets = PublicStreets(lines + [road], houses: houses + forest) { _ in 0 }
        let tap = Coordinate(longitude: -76.6156, latitude: 39.3101)
        #expect(streets.place(ofAddress: nil, near: tap)?.title == "near Forest Rd")
    }

    @Test func `beside a border taps stand at no street of whose houses none is on their side`() throws {
        let (lines, houses) = try town()
        let streets = PublicStreets(lines, houses: houses) { $0.latitude > 39.3004 ? 1 : 0 }
        #expect(
            streets.place(ofAddress: nil, near: Coordinate(longitude: -76.6032, latitude: 39.3005)) == nil)
        #expect(
            streets.place(ofAddress: nil, near: Coordinate(longitude: -76.6032, latitude: 39.3003)) != nil)
    }

    /// N Maple St has two houses and may not be told; S Maple St begins some 90 m from it.
    @Test func `a case whose street may be either namesake stands where its position is`() throws {
        let lines = [
            PublicStreetsTests.street("N Maple St", 100...198, [(-76.604, 39.304), (-76.603, 39.304)]),
            PublicStreetsTests.street("S Maple St", 100...198, [(-76.602, 39.304), (-76.601, 39.304)]),
            PublicStreetsTests.street("Elm St", 100...198, [(-76.604, 39.3044), (-76.603, 39.3044)]),
        ]
        let known =
            try houses("N Maple St", [148, 176], at: row(2, from: -76.6035, 39.3041))
            + houses("S Maple St", [101, 103, 105, 107], at: row(4, from: -76.602, 39.3041))
            + houses("Elm St", [100, 102, 104, 106], at: row(4, from: -76.604, 39.3045))
        for houses in [known, []] {
            let streets = PublicStreets(lines, houses: houses) { _ in 0 }
            func title(_ address: String, _ longitude: Double) -> String? {
                streets.place(
                    ofAddress: address, near: Coordinate(longitude: longitude, latitude: 39.3041))?.title
            }
            #expect(title("148 Maple St", -76.6035) == title("148 N Maple St", -76.6035))
            #expect(title("Maple St", -76.6035) == title("N Maple St", -76.6035))
            #expect(title("148 Maple St", -76.6035)?.contains("S Maple") == false)
            #expect(title("103 Maple St", -76.6018) == "100 block of S Maple St")
        }
    }
}
