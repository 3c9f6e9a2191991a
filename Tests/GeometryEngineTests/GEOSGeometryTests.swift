import Geometry
import GeometryEngine
import TestSupport
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

/// Corners of a square at random: about a quarter of all pairs of edges cross.
private func knot(_ count: Int) -> MultiPolygon<MapPoint> {
    var random = SeededNumbers(7)
    return MultiPolygon([
        Polygon(
            exterior: LinearRing(
                (0..<count).map { _ in MapPoint(x: random.fraction(), y: random.fraction()) }))
    ])
}

@Test func `a knotted ring is repaired in a time in step with its crossings, beyond all measure not at all`()
    throws
{
    let context = GEOSContext()
    let few = try GEOSGeometry(knot(40), in: context)
    let some = try GEOSGeometry(knot(400), in: context)
    let many = try GEOSGeometry(knot(2000), in: context)
    let spent = try ThreadTime.spent {
        // Few crossings: the linework, in which what is enclosed twice counts as outside.
        #expect(try few.madeValid().polygons(of: MapPoint.self).polygons.count > 50)
        let repaired = try some.madeValid()
        #expect(try repaired.validityProblem() == nil)
        #expect(try repaired.area() > 0.5 && repaired.polygons(of: MapPoint.self).vertexCount < 20_000)
        #expect(throws: GeometryError.self) { try many.madeValid() }
    }
    #expect(spent < .seconds(10))
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
