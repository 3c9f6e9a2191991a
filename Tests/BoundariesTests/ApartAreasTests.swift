import Geometry
import TestSupport
import Testing

@testable import Boundaries

struct ApartAreasTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// A small city of six areas, one of them moved, and an area that is an island.
    private func edition(moved x: Double = 0, _ y: Double = 0, island: Bool = false) throws -> Edition {
        var boxes = (0..<6).map { index in
            let (west, south) = (-76.7 + 0.05 * Double(index % 3), 39.2 + 0.05 * Double(index / 3))
            return (code: "\(index + 1)", west: west, south: south, east: west + 0.05, north: south + 0.05)
        }
        boxes[5] = (
            code: "6", west: boxes[5].west + x, south: boxes[5].south + y, east: boxes[5].east + x,
            north: boxes[5].north + y
        )
        if island { boxes.append((code: "I", west: -75.6, south: 39.2, east: -75.59, north: 39.21)) }
        return try folder.edition(try folder.boxes(boxes))
    }

    /// Requests all over the city, also where the moved area was.
    private let requests = (0..<300).map { index in
        Coordinate(
            longitude: -76.7 + 0.15 * Double(index % 20) / 20, latitude: 39.2 + 0.1 * Double(index / 20) / 15)
    }

    @Test(arguments: [(1.0, 0.0), (-1, 0), (0, 1), (0, -1), (1, 1)])
    func `an area one degree off is told where requests name it and none lies there`(x: Double, y: Double)
        throws
    {
        let edition = try edition(moved: x, y)
        #expect(edition.notes.isEmpty)
        var apart = try #require(ApartAreas(edition))
        for request in requests { apart.look(at: request) }
        let warnings = apart.warnings(named: Set([0, 5].map { Ordinal($0) }))
        #expect(warnings.count == 1, "\(warnings)")
        #expect(warnings.first?.hasPrefix("area 6 (feature 6) lies about ") == true)
        #expect(warnings.first?.hasSuffix("is a digit of its numbers wrong?") == true)
        // Nobody is concerned.
        #expect(apart.warnings(named: [Ordinal(0)]).isEmpty)
    }

    @Test func `an island with requests, and a city whose areas lie beside each other, are not`() throws {
        #expect(ApartAreas(try edition()) == nil)
        var apart = try #require(ApartAreas(try edition(island: true)))
        for request in requests { apart.look(at: request) }
        let all = Set((0..<7).map { Ordinal<Area>($0) })
        #expect(apart.warnings(named: all).count == 1)
        #expect(!apart.areAllWithRequests)
        apart.look(at: Coordinate(longitude: -75.595, latitude: 39.205))
        #expect(apart.areAllWithRequests)
        #expect(apart.warnings(named: all).isEmpty)
    }

    @Test func `nothing is said where the requests lie elsewhere themselves`() throws {
        var apart = try #require(ApartAreas(try edition(moved: 1)))
        for request in requests {
            apart.look(at: Coordinate(longitude: request.longitude + 30, latitude: request.latitude))
        }
        #expect(apart.warnings(named: [Ordinal(5)]).isEmpty)
    }
}
