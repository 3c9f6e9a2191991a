import Foundation
import Geometry
import GeometryEngine
import TestSupport
import Testing

@testable import Boundaries

struct PlacementCheckTests {
    /// Requests spread over Washington.
    private static let requests = (0..<400).map { index in
        Coordinate(
            longitude: -77.1 + 0.2 * Double(index % 20) / 20, latitude: 38.82 + 0.15 * Double(index / 20) / 20
        )
    }
    private let check: PlacementCheck
    private let folder: ScratchFolder

    init() throws {
        check = try #require(PlacementCheck(positions: Self.requests))
        folder = try ScratchFolder()
    }

    @Test func `areas around the requests are where they belong, also with some requests astray`() throws {
        let edition = try folder.edition(
            try folder.boxes([("1", -77.12, 38.8, -77, 38.99), ("2", -77, 38.8, -76.9, 38.99)]))
        #expect(check.finding(for: edition) == nil)
        let astray = Self.requests + [Coordinate(longitude: 0, latitude: 0)]
        #expect(PlacementCheck(positions: astray)?.finding(for: edition) == nil)
    }

    @Test func `areas elsewhere are found with their distance`() throws {
        let edition = try folder.edition(
            try folder.boxes([("1", -66.4, 41.2, -66.2, 41.3), ("2", -66.2, 41.2, -66, 41.3)]))
        let finding = try #require(check.finding(for: edition))
        #expect(finding.kind == .misplaced)
        #expect(finding.severity == .error)
        // On the ellipsoid, by pyproj's Geod.inv.
        #expect(finding.message.contains("about 957 km"), "\(finding.message)")
        #expect(finding.message.contains("no usual reference system"))
    }

    // The map was blamed, and it was said that no usual system brings it there.
    @Test func `requests that were read in the next zone of UTM are told with the zone that they are in`()
        throws
    {
        let edition = try folder.edition(
            try folder.boxes([("1", -77.12, 38.8, -77, 38.99), ("2", -77, 38.8, -76.9, 38.99)]))
        let toGrid = try CoordinateTransformation(from: .wgs84, to: CoordinateReferenceSystem("EPSG:32618"))
        let read = try CoordinateTransformation(from: CoordinateReferenceSystem("EPSG:32617"), to: .wgs84)
        let positions = Self.requests.compactMap { place in
            toGrid.transformed(MapPoint(x: place.longitude, y: place.latitude)).flatMap(read.transformed).map
            {
                Coordinate(longitude: $0.x, latitude: $0.y)
            }
        }
        let check = try #require(PlacementCheck(positions: positions, inGrid: "EPSG:32617"))
        let doubt = try #require(check.doubtOfGrid(beside: edition))
        #expect(doubt.contains("crs: EPSG:32617 (WGS 84 / UTM zone 17N) is the likelier fault"), "\(doubt)")
        #expect(doubt.contains("Read as EPSG:32618 (WGS 84 / UTM zone 18N)"), "\(doubt)")
        #expect(check.finding(for: edition)?.message.contains("EPSG:32618") == true)
        #expect(PlacementCheck(positions: positions)?.doubtOfGrid(beside: edition) == nil)
    }

    @Test func `swapped axes are recognized`() throws {
        let edition = try folder.edition(
            try folder.boxes([("1", 38.8, -77.12, 38.99, -77), ("2", 38.8, -77, 38.99, -76.9)]))
        #expect(check.finding(for: edition)?.message.contains("latitude and longitude, swapped") == true)
    }

    @Test(arguments: [
        (1.0, -1.0, "longitude"), (-1.0, 1.0, "latitude"), (-1.0, -1.0, "longitude and latitude"),
    ])
    func `a file whose signs were lost is recognized`(y: Double, x: Double, number: String) throws {
        let (west, east) = (min(-77.12 * x, -76.9 * x), max(-77.12 * x, -76.9 * x))
        let (south, north) = (min(38.8 * y, 38.99 * y), max(38.8 * y, 38.99 * y))
        let edition = try folder.edition(try folder.boxes([("1", west, south, east, north)]))
        let message = try #require(check.finding(for: edition)).message
        #expect(message.contains("would fit as degrees with the other sign of the \(number)"), "\(message)")
    }

    /// The corners of 77.12° to 76.9° west, 38.8° to 38.99° north in each system, made with pyproj 3.7.
    @Test(arguments: [
        ("EPSG:26985", Box<MapPoint>(minX: 389580, minY: 125800, maxX: 408670, maxY: 147050)),
        ("EPSG:3857", Box<MapPoint>(minX: -8584960, minY: 4693530, maxX: -8560470, maxY: 4720720)),
        ("EPSG:26918", Box<MapPoint>(minX: 315900, minY: 4296300, maxX: 335500, maxY: 4317900)),
    ])
    func `numbers that are no degrees are matched with the systems of the region`(
        code: String, stored: Box<MapPoint>
    ) {
        let fitting = check.fitting(stored)
        #expect(fitting.contains { $0.hasPrefix(code + " ") }, "\(fitting)")
        #expect(check.advice(for: stored).hasPrefix("its numbers would fit as"))
    }
}
