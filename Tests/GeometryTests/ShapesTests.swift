import Geometry
import Testing

struct ShapesTests {
    private func ring(_ positions: (Double, Double)...) -> LinearRing<MapPoint> {
        LinearRing(positions.map { MapPoint(x: $0.0, y: $0.1) })
    }

    @Test func `a ring is closed where it is open, and left as it is where it is closed`() {
        let open = ring((0, 0), (1, 0), (1, 1))
        #expect(open.positions.count == 4)
        #expect(open.positions.last == open.positions.first)
        #expect(ring((0, 0), (1, 0), (1, 1), (0, 0)) == open)
        #expect(LinearRing([MapPoint]()).positions.isEmpty)
    }

    @Test func `changing positions keeps parts, holes and order`() {
        let shape = MultiPolygon([
            Polygon(exterior: ring((0, 0), (4, 0), (4, 4)), holes: [ring((1, 1), (2, 1), (2, 2))]),
            Polygon(exterior: ring((9, 9), (10, 9), (10, 10))),
        ])
        let moved = shape.map { ProjectedPoint(x: $0.x + 100, y: $0.y) }
        #expect(moved.polygons.map(\.holes.count) == [1, 0])
        #expect(moved.rings.map { $0.positions[0].x } == [100, 101, 109])
        #expect(moved.vertexCount == shape.vertexCount && shape.vertexCount == 12)
        #expect(shape.box == Box(minX: 0, minY: 0, maxX: 10, maxY: 10))
        #expect(MultiPolygon<MapPoint>([]).box == nil)
    }

    @Test func `a distance is that of Pythagoras`() {
        #expect(ProjectedPoint(x: 1, y: 1).distance(to: ProjectedPoint(x: 4, y: 5)) == 5)
    }
}
