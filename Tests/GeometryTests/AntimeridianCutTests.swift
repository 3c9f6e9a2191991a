import Geometry
import Testing

struct AntimeridianCutTests {
    private func ring(_ positions: [(Double, Double)]) -> LinearRing<Coordinate> {
        LinearRing(positions.map { Coordinate(longitude: $0.0, latitude: $0.1) })
    }

    private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> LinearRing<
        Coordinate
    > { ring([(west, south), (east, south), (east, north), (west, north)]) }

    private func surface(
        _ exterior: LinearRing<Coordinate>, holes: [LinearRing<Coordinate>] = []
    ) -> MultiPolygon<Coordinate> { MultiPolygon([Polygon(exterior: exterior, holes: holes)]) }

    private func boxes(_ shape: MultiPolygon<Coordinate>) -> [Box<Coordinate>] {
        shape.polygons.compactMap { Box(enclosing: $0.exterior.positions) }
    }

    /// A ring that jumps, and the same one that goes on beyond 180 or before -180.
    @Test(arguments: [(179.0, -179.0), (179.0, 181.0), (-181.0, -179.0), (539.0, 541.0)])
    func `a ring across the antimeridian becomes two parts with longitudes of -180 to 180`(
        west: Double, east: Double
    ) {
        let cut = surface(box(west, 1, east, 2)).cutAtAntimeridian
        #expect(
            boxes(cut) == [
                Box(minX: 179, minY: 1, maxX: 180, maxY: 2), Box(minX: -180, minY: 1, maxX: -179, maxY: 2),
            ])
        #expect(cut.area == 2)
    }

    @Test func `surfaces on one side of it, up to it, and around the whole earth stay as they are`() {
        let world = surface(box(-180, -90, 180, 90), holes: [box(1, 1, 2, 2)])
        let strip = surface(ring([(-180, -90), (0, -80), (180, -90), (180, 90), (0, 80), (-180, 90)]))
        for shape in [
            surface(box(-77, 39, -76, 40)), surface(box(179, 1, 180, 2)), surface(box(-180, 1, -179, 2)),
            world,
            strip,
        ] {
            #expect(shape.cutAtAntimeridian == shape)
        }
        let beyond = surface(box(181, 1, 182, 2)).cutAtAntimeridian
        #expect(boxes(beyond) == [Box(minX: -179, minY: 1, maxX: -178, maxY: 2)])
    }

    @Test func `holes go with the part that they lie in, and one on the line parts it`() {
        let holes = [box(178.2, 1.2, 178.4, 1.4), box(181.2, 1.2, 181.4, 1.4), box(179.5, 1.5, 180.5, 1.6)]
        for holes in [holes, holes.map { LinearRing($0.positions.reversed()) }] {
            let cut = surface(box(178, 1, 182, 2), holes: holes).cutAtAntimeridian
            #expect(cut.polygons.map(\.holes.count) == [1, 1])
            #expect(abs(cut.area - (4 - 0.04 - 0.04 - 0.1)) < 1e-9)
        }
        let parted = surface(box(179, 1, 181, 2), holes: [box(179.5, 1, 180.5, 1.9)]).cutAtAntimeridian
        #expect(abs(parted.area - (2 - 0.9)) < 1e-9)
    }

    @Test func `a ring that comes over the line several times has as many parts there`() {
        // A comb whose back lies in the west and whose three teeth reach over the line.
        let teeth = (0..<3).flatMap { tooth -> [(Double, Double)] in
            let y = Double(tooth) * 2
            return [(179.5, y), (180.5, y), (180.5, y + 1), (179.5, y + 1)]
        }
        for back in [teeth + [(179, 5), (179, 0)], (teeth + [(179, 5), (179, 0)]).reversed()] {
            let comb = surface(ring(back))
            let cut = comb.cutAtAntimeridian
            #expect(cut.polygons.count == 4)
            #expect(boxes(cut).allSatisfy { $0.minX >= -180 && $0.maxX <= 180 && $0.width <= 1 })
            #expect(abs(cut.area - comb.area) < 1e-9)
        }
    }

    @Test func `corners and edges on the line are cut there`() {
        let diamond = surface(ring([(179, 0), (180, -1), (181, 0), (180, 1)])).cutAtAntimeridian
        #expect(diamond.polygons.count == 2 && abs(diamond.area - 2) < 1e-9)
        let touching = surface(ring([(179, 0), (180, 0.5), (179, 1), (178, 0.5)]))
        #expect(touching.cutAtAntimeridian == touching)
        // The first tooth ends on the line.
        let uneven = surface(
            ring([(179, 0), (180, 0), (180, 1), (179.5, 1), (179.5, 2), (181, 2), (181, 3), (179, 3)]))
        let cut = uneven.cutAtAntimeridian
        #expect(cut.polygons.count == 2 && abs(cut.area - uneven.area) < 1e-9)
    }
}
