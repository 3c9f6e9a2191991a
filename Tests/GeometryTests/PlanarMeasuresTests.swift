import Geometry
import Testing

/// Expected by shapely 2.2: `Polygon(…).area`, `.length` and `.exterior.is_ccw`.
struct PlanarMeasuresTests {
    private func ring(_ positions: [(Double, Double)]) -> LinearRing<MapPoint> {
        LinearRing(positions.map { MapPoint(x: $0.0, y: $0.1) })
    }

    private let outline = [(0.0, 0.0), (10.0, 1.0), (12.0, 7.0), (5.0, 4.0), (-2.0, 9.0)]
    private let hole = [(3.0, 2.0), (3.0, 3.0), (5.0, 3.0), (5.0, 2.0)]

    @Test func `a ring's surface is positive counter-clockwise and negative clockwise`() {
        #expect(ring(outline).signedArea == 62)
        #expect(ring(outline.reversed()).signedArea == -62)
        #expect(LinearRing([MapPoint]()).signedArea == 0)
    }

    @Test func `holes are taken off whichever way they run, and parts add up`() {
        for hole in [hole, hole.reversed()] {
            let polygon = Polygon(exterior: ring(outline), holes: [ring(hole)])
            #expect(polygon.area == 60)
            #expect(MultiPolygon([polygon, polygon]).area == 120)
        }
    }

    @Test func `the length is the way around`() {
        #expect(abs(ring(outline).length - 41.812074) < 1e-5)
    }

    @Test func `a surface far from the origin keeps its digits`() {
        // A square of a millionth of a degree, with numbers that a double holds exactly.
        let step = 0.000_000_953_674_316_406_25
        let far = ring([(-77, 39), (-77 + step, 39), (-77 + step, 39 + step), (-77, 39 + step)])
        #expect(far.signedArea == step * step)
    }
}
