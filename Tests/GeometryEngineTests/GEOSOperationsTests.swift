import Geometry
import GeometryEngine
import Testing

/// Expected by shapely 2.2 over the same coordinates: the methods of the same names.
struct GEOSOperationsTests {
    private let context = GEOSContext()

    private func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) throws -> GEOSGeometry {
        try surface(Box(minX: minX, minY: minY, maxX: maxX, maxY: maxY), in: context)
    }

    @Test func `surfaces are cut, subtracted and joined`() throws {
        let (left, right) = (try box(0, 0, 4, 2), try box(3, 1, 6, 5))
        #expect(try left.intersection(with: right).area() == 1)
        #expect(try left.difference(from: right).area() == 7)
        #expect(try GEOSGeometry.union(of: [left, right], in: context).area() == 19)
        let apart = try left.intersection(with: box(9, 9, 10, 10))
        #expect(apart.isEmpty)
        #expect(try apart.polygons(of: MapPoint.self).polygons.isEmpty)
    }

    @Test func `areas that share an edge join without it, those that touch in a point stay two`() throws {
        let row = try GEOSGeometry.union(of: [box(0, 0, 1, 1), box(1, 0, 2, 1)], in: context)
        #expect(try row.polygons(of: MapPoint.self).polygons.count == 1)
        let diagonal = try GEOSGeometry.union(of: [box(0, 0, 1, 1), box(1, 1, 2, 2)], in: context)
        #expect(try diagonal.polygons(of: MapPoint.self).polygons.count == 2)
    }

    /// `box(0, 0, 10, 10).buffer(2, quad_segs=8).area` is 192.4858; of the negative one 36.
    @Test func `a buffer grows and shrinks a surface`() throws {
        let square = try box(0, 0, 10, 10)
        #expect(abs(try square.buffered(by: 2).area() - 192.4858) < 1e-4)
        #expect(try square.buffered(by: -2).area() == 36)
        #expect(try square.buffered(by: -6).isEmpty)
    }

    @Test func `a concave hull keeps closer to the points than the convex one`() throws {
        let corner = [(0, 0), (4, 0), (8, 0), (0, 4), (0, 8), (1, 1), (4, 1), (1, 4), (8, 1), (1, 8)]
            .map { MapPoint(x: Double($0.0), y: Double($0.1)) }
        let points = try GEOSGeometry(points: corner, in: context)
        #expect(try points.concaveHull(lengthRatio: 1).area() == 39.5)
        #expect(try points.concaveHull(lengthRatio: 0).area() == 15)
    }

    @Test func `a simplified surface has fewer vertices, and none farther off than the tolerance`() throws {
        let wavy = LinearRing(
            (0...100).map { MapPoint(x: Double($0), y: $0.isMultiple(of: 2) ? 0 : 0.1) }
                + [MapPoint(x: 100, y: 50), MapPoint(x: 0, y: 50)])
        let surface = try GEOSGeometry(MultiPolygon([Polygon(exterior: wavy)]), in: context)
        let thin = try surface.simplified(tolerance: 0.2)
        #expect(try thin.polygons(of: MapPoint.self).vertexCount == 5)
        #expect(abs(try thin.area() - surface.area()) < 100 * 0.2)
    }

    @Test func `a point on a surface lies in it where the middle does not`() throws {
        let horseshoe = LinearRing(
            [(0, 0), (10, 0), (10, 10), (9, 10), (9, 1), (1, 1), (1, 10), (0, 10)].map {
                MapPoint(x: Double($0.0), y: Double($0.1))
            })
        let surface = try GEOSGeometry(MultiPolygon([Polygon(exterior: horseshoe)]), in: context)
        #expect(try surface.covers(surface.pointOnSurface()))
        #expect(try !surface.covers(GEOSGeometry(MapPoint(x: 5, y: 5), in: context)))
    }

    @Test func `an operation that GEOS refuses carries GEOS's words, and the context goes on`() throws {
        let crossed = LinearRing([(0, 0), (2, 2), (2, 0), (0, 2)].map { MapPoint(x: $0.0, y: $0.1) })
        let invalid = try GEOSGeometry(MultiPolygon([Polygon(exterior: crossed)]), in: context)
        let error = #expect(throws: GeometryError.self) { try invalid.difference(from: box(0.5, 0, 1.5, 3)) }
        #expect(error.map { "\($0)".hasPrefix("GEOS could not subtract a geometry: ") } == true)
        #expect(error.map { "\($0)".contains("no reason given") } == false)
        #expect(try box(0, 0, 1, 1).area() == 1)
    }
}
