import Geometry
import GeometryEngine
import Testing

private let bowTie = MultiPolygon([
    Polygon<MapPoint>(
        exterior: LinearRing([
            MapPoint(x: 0, y: 0), MapPoint(x: 2, y: 2), MapPoint(x: 2, y: 0), MapPoint(x: 0, y: 2),
        ]))
])

private let squareWithHole = MultiPolygon([
    Polygon<MapPoint>(
        exterior: LinearRing(Box<MapPoint>(minX: 0, minY: 0, maxX: 4, maxY: 4).corners),
        holes: [LinearRing(Box<MapPoint>(minX: 1, minY: 1, maxX: 2, maxY: 2).corners)])
])

@Test func `a surface comes back from GEOS with its rings as they were`() throws {
    let geometry = try GEOSGeometry(squareWithHole, in: GEOSContext())
    #expect(try geometry.polygons() == squareWithHole)
    #expect(try geometry.area() == 15)
}

@Test func `a bow tie is invalid at its crossing, and is repaired into two triangles`() throws {
    let geometry = try GEOSGeometry(bowTie, in: GEOSContext())
    let problem = try #require(try geometry.validityProblem())
    #expect(problem.reason == "Self-intersection")
    #expect(problem.place == MapPoint(x: 1, y: 1))
    let repaired = try geometry.madeValid()
    #expect(try repaired.validityProblem() == nil)
    #expect(try repaired.polygons(of: MapPoint.self).polygons.count == 2)
    #expect(try repaired.area() == 2)
}

@Test func `a ring that GEOS cannot take is refused in GEOS's words`() {
    let open = MultiPolygon([Polygon(exterior: LinearRing([MapPoint(x: 0, y: 0)]))])
    #expect {
        _ = try GEOSGeometry(open, in: GEOSContext())
    } throws: {
        guard case GeometryError.geos(_, let message) = $0 else { return false }
        return message.contains("point array")
    }
}

/// Returns a box as GEOS's surface.
func surface(_ box: Box<MapPoint>, in context: GEOSContext) throws(GeometryError) -> GEOSGeometry {
    try GEOSGeometry(MultiPolygon([Polygon(exterior: LinearRing(box.corners))]), in: context)
}
