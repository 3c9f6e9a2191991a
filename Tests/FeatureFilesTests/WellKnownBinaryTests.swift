import TestSupport
import Foundation
import Geometry
import Testing

@testable import FeatureFiles

/// The hexadecimal texts were made with shapely 2.2: `to_wkb(wkt.loads(…), hex=True)`, with `byte_order=0`,
/// `output_dimension=3`, `flavor="iso"` or `"extended"`, and `include_srid=True` where the names say so.
enum Hexadecimal {
    static let point = "0101000000000000000000F03F0000000000000040"
    static let pointBigEndian = "00000000013FF00000000000004000000000000000"
    static let pointZISO = "01E9030000000000000000F03F00000000000000400000000000000840"
    static let pointZExtended = "0101000080000000000000F03F00000000000000400000000000000840"
    static let pointWithSystem = "0101000020E6100000000000000000F03F0000000000000040"
    static let emptyPoint = "0101000000000000000000F87F000000000000F87F"
    static let emptyPolygon = "010300000000000000"
    static let line =
        "01020000000300000000000000000000000000000000000000000000000000F03F000000000000F03F0000000000000040"
        + "0000000000000000"
    /// POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))
    static let polygonWithHole =
        "0103000000020000000500000000000000000000000000000000000000000000000000104000000000000000000000000000001040"
        + "0000000000001040000000000000000000000000000010400000000000000000000000000000000005000000000000000000F03F"
        + "000000000000F03F000000000000F03F0000000000000040000000000000004000000000000000400000000000000040"
        + "000000000000F03F000000000000F03F000000000000F03F"
    /// POLYGON Z ((0 0 5, 4 0 5, 4 4 5, 0 0 5))
    static let triangleZBigEndian =
        "00000003EB0000000100000004000000000000000000000000000000004014000000000000401000000000000000000000000000"
        + "004014000000000000401000000000000040100000000000004014000000000000000000000000000000000000000000004014"
        + "000000000000"
    /// MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))
    static let twoTriangles =
        "0106000000020000000103000000010000000400000000000000000000000000000000000000000000000000F03F"
        + "0000000000000000000000000000F03F000000000000F03F00000000000000000000000000000000010300000001000000"
        + "0400000000000000000014400000000000001440000000000000184000000000000014400000000000001840"
        + "000000000000184000000000000014400000000000001440"
    /// The positions 0 0, 1 0, 1 1, 0 0.
    static let triangle =
        "00000000000000000000000000000000000000000000F03F0000000000000000000000000000F03F000000000000F03F"
        + "00000000000000000000000000000000"
    /// GEOMETRYCOLLECTION (POINT (9 9), POLYGON ((0 0, 1 0, 1 1, 0 0)))
    static let collection =
        "010700000002000000010100000000000000000022400000000000002240010300000001000000040000000000000000000000"
        + "0000000000000000000000000000F03F0000000000000000000000000000F03F000000000000F03F0000000000000000"
        + "0000000000000000"
}

func point(_ x: Double, _ y: Double) -> MapPoint { MapPoint(x: x, y: y) }

func ring(_ positions: (Double, Double)...) -> LinearRing<MapPoint> {
    LinearRing(positions.map { MapPoint(x: $0.0, y: $0.1) })
}

struct WellKnownBinaryTests {
    private func read(_ hexadecimal: String) -> FeatureGeometry {
        read(GeoPackageFixture.bytes(hexadecimal: hexadecimal))
    }

    private func read(_ data: Data) -> FeatureGeometry { data.withUnsafeBytes { WellKnownBinary.read($0) } }

    @Test(arguments: [
        Hexadecimal.point, Hexadecimal.pointBigEndian, Hexadecimal.pointZISO, Hexadecimal.pointZExtended,
        Hexadecimal.pointWithSystem,
    ])
    func `a point is read in either byte order, with elevation or system or without`(hexadecimal: String) {
        #expect(read(hexadecimal) == .points([point(1, 2)]))
    }

    @Test func `lines and surfaces come with their parts and holes`() {
        #expect(read(Hexadecimal.line) == .lines([LineString([point(0, 0), point(1, 1), point(2, 0)])]))
        let square = Polygon(
            exterior: ring((0, 0), (4, 0), (4, 4), (0, 4)), holes: [ring((1, 1), (1, 2), (2, 2), (2, 1))])
        #expect(read(Hexadecimal.polygonWithHole) == .polygons(MultiPolygon([square])))
        let triangle = Polygon(exterior: ring((0, 0), (4, 0), (4, 4)))
        #expect(read(Hexadecimal.triangleZBigEndian) == .polygons(MultiPolygon([triangle])))
        let two = [ring((0, 0), (1, 0), (1, 1)), ring((5, 5), (6, 5), (6, 6))].map { Polygon(exterior: $0) }
        #expect(read(Hexadecimal.twoTriangles) == .polygons(MultiPolygon(two)))
    }

    @Test func `a collection keeps what is in it`() {
        let mixed = read(Hexadecimal.collection)
        #expect(mixed.kind == .mixed)
        #expect(mixed.places == [point(9, 9)])
        #expect(mixed.areas.polygons == [Polygon(exterior: ring((0, 0), (1, 0), (1, 1)))])
    }

    @Test func `shapes without a position are empty`() {
        #expect(read(Hexadecimal.emptyPoint) == .empty)
        #expect(read(Hexadecimal.emptyPolygon) == .empty)
    }

    /// Case 06: surfaces as ISO 19125-2 names them (multisurface, curve polygon, compound curve), with straight edges.
    @Test func `surfaces with straight edges are read under any of their names`() {
        let triangle = "010200000004000000" + Hexadecimal.triangle
        let surface = MultiPolygon([Polygon(exterior: ring((0, 0), (1, 0), (1, 1)))])
        let curvePolygon = "010A00000001000000" + triangle
        #expect(read(curvePolygon) == .polygons(surface))
        #expect(read("010A00000001000000" + "010900000001000000" + triangle) == .polygons(surface))
        let polygon = "01030000000100000004000000" + Hexadecimal.triangle
        #expect(read("010C00000002000000" + polygon + curvePolygon).areas.polygons.count == 2)
    }

    @Test func `arcs are refused with how to convert them`() {
        let arc = "010800000003000000" + Hexadecimal.triangle.prefix(96)
        guard case .unreadable(let reason) = read("010A00000001000000" + arc) else {
            Issue.record("read")
            return
        }
        #expect(reason.contains("curved") && reason.contains("CONVERT_TO_LINEAR"))
    }

    /// Case 79.
    @Test func `a ring that encloses nothing is left out of its surface, which stays`() {
        let flat = "03000000" + String(Hexadecimal.triangle.prefix(64)) + Hexadecimal.triangle.prefix(32)
        let polygon = "01030000000200000004000000" + Hexadecimal.triangle + flat
        #expect(read(polygon) == .polygons(MultiPolygon([Polygon(exterior: ring((0, 0), (1, 0), (1, 1)))])))
        #expect(read("010300000001000000" + flat).kind == .unreadable)
    }

    @Test func `a blob that is cut anywhere is unreadable, never a crash`() {
        for hexadecimal in [Hexadecimal.polygonWithHole, Hexadecimal.twoTriangles, Hexadecimal.collection] {
            let whole = GeoPackageFixture.bytes(hexadecimal: hexadecimal)
            for length in 0..<whole.count {
                #expect(read(whole.prefix(length)).kind == .unreadable, "cut after \(length) bytes")
            }
        }
    }

    @Test func `a count that the bytes cannot hold is refused before memory is asked for`() {
        #expect(read("0103000000FFFFFFFF").kind == .unreadable)
    }

    @Test func `a GeoPackage's header is stepped over with its envelope`() {
        let body = GeoPackageFixture.bytes(hexadecimal: Hexadecimal.point)
        let plain = GeoPackageFixture.header(systemID: 4326)
        let boxed = Data([0x47, 0x50, 0, 0b11]) + plain.suffix(4) + Data(count: 32)
        for header in [plain, boxed] {
            #expect(
                (header + body).withUnsafeBytes(WellKnownBinary.read(geoPackage:)) == .points([point(1, 2)]))
        }
        #expect(
            body.withUnsafeBytes(WellKnownBinary.read(geoPackage:))
                == .unreadable("the blob has no GeoPackage header"))
    }
}
