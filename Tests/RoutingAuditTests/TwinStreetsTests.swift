import AddressParsing
import Boundaries
import Geocoding
import Locating
import RoutingAudit
import ServiceRequests
import Testing

private typealias Town = AddressedTown

/// Streets of one name in two ZIP codes, of which the line names one.
@Suite struct TwinStreetsTests {
    /// High St crosses Mill St in zone 1 with the ZIP code 02721, and in zone 2 with 02722.
    private static let geocoder = Town.housed(
        [],
        ranges: [(-500.0, "02721"), (700, "02722")].flatMap { x, zip in
            [
                Town.segment(
                    Town.name(nil, "HIGH", "ST"), from: (x, 0), to: (x, 300), left: (1, 99), right: (2, 98),
                    zip: zip),
                Town.segment(
                    Town.name(nil, "HIGH", "ST"), from: (x, 300), to: (x, 600), left: (101, 199),
                    right: (102, 198), zip: zip),
                Town.segment(
                    Town.name(nil, "MILL", "ST"), from: (x, 300), to: (x + 100, 300), left: (1, 99),
                    right: (2, 98), zip: zip),
                Town.segment(
                    Town.name(nil, "MILL", "ST"), from: (x - 100, 300), to: (x, 300), left: (101, 199),
                    right: (102, 198), zip: zip),
                Town.segment(
                    Town.name(nil, "LONG", "ST"), from: (x - 300, 1200), to: (x + 100, 1200),
                    left: (101, 199), right: (102, 198), zip: zip),
            ]
        })

    private func finding(_ address: String, at place: (Double, Double), assigned: String) throws -> Finding {
        let request = Town.request(address, at: place, assigned: assigned)
        return try #require(try Town.audit([request], geocoder: Self.geocoder).first)
    }

    // Planted: 12 of 12 such requests were correct, though the geocoder itself says that the ZIP code is another.
    @Test func `a crossing of the names in another ZIP code than the one written frees nobody`() throws {
        let twin = try finding("High St & Mill St, 02721", at: (710, 310), assigned: "2")
        #expect(twin.verdict == .misrouted && twin.cause == .geocodingError)
        #expect(twin.repair?.confidence == .likely)
        #expect(try finding("High St & Mill St, 02722", at: (710, 310), assigned: "2").verdict == .correct)
        #expect(try finding("High St & Mill St", at: (710, 310), assigned: "2").verdict == .correct)
    }

    @Test func `a street of the name in another ZIP code than the one written frees nobody`() throws {
        #expect(try finding("High St, 02721", at: (705, 310), assigned: "2").verdict == .uncertain)
        #expect(try finding("High St, 02722", at: (705, 310), assigned: "2").verdict == .correct)
    }

    @Test func `streets that do not meet are those of the ZIP code that is written`() throws {
        #expect(try finding("High St & Long St, 02721", at: (705, 310), assigned: "2").verdict == .uncertain)
        #expect(try finding("High St & Long St, 02722", at: (705, 310), assigned: "2").verdict == .correct)
    }
}
