import Geometry
import GeometryEngine
import Testing

struct PreparedAreaTests {
    private let context = GEOSContext()

    private func ring(_ positions: (Double, Double)...) -> LinearRing<MapPoint> {
        LinearRing(positions.map { MapPoint(x: $0.0, y: $0.1) })
    }

    private var squareWithHole: MultiPolygon<MapPoint> {
        MultiPolygon([
            Polygon(
                exterior: ring((0, 0), (4, 0), (4, 4), (0, 4)), holes: [ring((1, 1), (2, 1), (2, 2), (1, 2))])
        ])
    }

    @Test func `an area covers its border and its hole's border, and not the hole`() throws {
        let area = try PreparedArea(squareWithHole, in: context)
        for (x, y) in [(0.0, 0.0), (4, 2), (1, 1.5), (3, 3)] {
            #expect(try area.covers(x: x, y: y), "\(x) \(y)")
        }
        for (x, y) in [(1.5, 1.5), (4.000001, 2), (.infinity, 0)] {
            #expect(try !area.covers(x: x, y: y), "\(x) \(y)")
        }
    }

    /// A thousand points of a grid over a star, of which shapely 2.2's `prepare` and `covers` find 322.
    @Test func `a prepared area answers as GEOS's plain predicate`() throws {
        let star = MultiPolygon([
            Polygon(
                exterior: ring(
                    (5, 0), (6, 4), (10, 4), (7, 6), (8, 10), (5, 7.5), (2, 10), (3, 6), (0, 4), (4, 4)))
        ])
        let area = try PreparedArea(star, in: context)
        let plain = try GEOSGeometry(star, in: context)
        var covered = 0
        for row in 0..<25 {
            for column in 0..<40 {
                let point = MapPoint(x: Double(column) * 0.25, y: Double(row) * 0.4)
                let answer = try area.covers(x: point.x, y: point.y)
                #expect(try answer == plain.covers(GEOSGeometry(point, in: context)))
                covered += answer ? 1 : 0
            }
        }
        #expect(covered == 322)
    }

    @Test func `neighbours that share an edge or a corner meet`() throws {
        let area = try PreparedArea(squareWithHole, in: context)
        func meets(_ box: Box<MapPoint>) throws -> Bool {
            try area.intersects(surface(box, in: context))
        }
        #expect(try meets(Box(minX: 4, minY: 0, maxX: 5, maxY: 1)))
        #expect(try meets(Box(minX: 4, minY: 4, maxX: 5, maxY: 5)))
        #expect(try !meets(Box(minX: 4.1, minY: 0, maxX: 5, maxY: 1)))
        #expect(try !meets(Box(minX: 1.2, minY: 1.2, maxX: 1.8, maxY: 1.8)))
    }
}
